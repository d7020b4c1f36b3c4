/** Arguments of one request; every request of a run has its own, so that no answer is ready beforehand. */
export type Arguments = Readonly<Record<string, string>>;

/** The same question as each contestant is asked it. */
export interface Question {
  readonly title: string;
  /** To the platform. */
  readonly query: string;
  /** To PostGraphile, over the same tables. */
  readonly postgraphile: string;
  /** The one statement a person would write by hand; its parameters are the arguments in order. */
  readonly statement: string;
  readonly parameters: readonly string[];
}

const published = `e.kind = 'regulatory-document' and e.published_at is not null and e.published_until is null and e.attribute = 'PROACTIVE'`;

const live = `publishedAt: {isNull: false}, publishedUntil: {isNull: true}, attribute: {equalTo: PROACTIVE}`;

/** 20 of all documents: filtered by topic and day, newest first, each with its publisher. */
export const list: Question = {
  title: 'cold list',
  query: `query List($topic: String!, $day: Date!) {
    regulatoryDocuments(where: {topic: {eq: $topic}, formedOn: {lte: $day}}, orderBy: [{field: FORMED_ON}], first: 20) {
      nodes { indexNumber title formedOn number { text } topic { code } publisher { name code } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  postgraphile: `query List($topic: String!, $day: Date!) {
    allEditions(
      filter: {kind: {equalTo: "regulatory-document"}, ${live}, topic: {equalTo: $topic}, formedOn: {lessThanOrEqualTo: $day}}
      orderBy: [FORMED_ON_DESC, DOCUMENT_ID_ASC]
      first: 20
    ) {
      nodes {
        documentByDocumentId { indexNumber }
        title
        formedOn
        regulatoryDocumentByEditionId { number }
        topic
        organizationByPublisherId { name code }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  parameters: ['topic', 'day'],
  statement: `select json_build_object(
      'nodes', coalesce(json_agg(json_build_object('indexNumber', index_number, 'title', title, 'formedOn', formed_on, 'number', number,
        'topic', topic, 'publisher', json_build_object('name', publisher_name, 'code', publisher_code)) order by place) filter (where place <= 20), '[]'),
      'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', max(document_id::text) filter (where place = 20)))::text as answer
    from (
      select d.index_number, e.title, e.formed_on, r.number, e.topic, o.name as publisher_name, o.code as publisher_code, e.document_id,
        row_number() over (order by e.formed_on desc nulls last, e.document_id) as place
      from edition e join document d on d.id = e.document_id join regulatory_document r on r.edition_id = e.id join organization o on o.id = e.publisher_id
      where ${published} and e.topic = $1 and e.formed_on <= $2::date
      order by e.formed_on desc nulls last, e.document_id limit 21) page`,
};

/** One document with its articles, who is responsible for each, and what it refers to. */
export const nested: Question = {
  title: 'cold nested',
  query: `query Nested($indexNumber: String!) {
    regulatoryDocument(by: {indexNumber: $indexNumber}) {
      indexNumber title formedOn number { text } publisher { name code }
      articles { path marker text responsibilities { writtenName organization { name code } } }
      relations(direction: OUTGOING) { type targetNumber targetTitle }
    }
  }`,
  postgraphile: `query Nested($indexNumber: String!) {
    allDocuments(filter: {indexNumber: {equalTo: $indexNumber}}, first: 1) {
      nodes {
        indexNumber
        editionsByDocumentId(first: 1, filter: {${live}}) {
          nodes {
            title
            formedOn
            organizationByPublisherId { name code }
            regulatoryDocumentByEditionId {
              number
              articlesByEditionId(orderBy: POSITION_ASC) {
                nodes {
                  path
                  marker
                  text
                  responsibilitiesByArticleId(orderBy: POSITION_ASC) {
                    nodes { writtenName organizationByOrganizationId { name code } }
                  }
                }
              }
              relationsByEditionId(orderBy: POSITION_ASC) { nodes { type targetNumber targetTitle } }
            }
          }
        }
      }
    }
  }`,
  parameters: ['indexNumber'],
  statement: `select json_build_object('indexNumber', d.index_number, 'title', e.title, 'formedOn', e.formed_on, 'number', r.number,
      'publisher', json_build_object('name', o.name, 'code', o.code),
      'articles', (select coalesce(json_agg(json_build_object('path', a.path, 'marker', a.marker, 'text', a.text, 'responsibilities',
          (select coalesce(json_agg(json_build_object('writtenName', p.written_name,
              'organization', case when b.id is not null then json_build_object('name', b.name, 'code', b.code) end) order by p.position), '[]')
            from responsibility p left join organization b on b.id = p.organization_id where p.article_id = a.id)) order by a.position), '[]')
        from article a where a.edition_id = e.id),
      'relations', (select coalesce(json_agg(json_build_object('type', x.type, 'targetNumber', x.target_number, 'targetTitle', x.target_title)
          order by x.position), '[]') from relation x where x.edition_id = e.id))::text as answer
    from document d join edition e on e.document_id = d.id join regulatory_document r on r.edition_id = e.id join organization o on o.id = e.publisher_id
    where d.index_number = $1 and ${published}`,
};

const compact = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Path and query up to the variables, which are given last. */
export const graphqlPath = (query: string): string => `/graphql?query=${encodeURIComponent(compact(query))}&variables=`;

/** The variables of the n-th request; a number nobody reads makes it another one, so that no answer to it is ready. */
export const tailOf = (given: Arguments | undefined, n: number): string =>
  encodeURIComponent(JSON.stringify({ ...given, n }));
