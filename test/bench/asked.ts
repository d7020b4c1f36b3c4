import { openDatabase } from '../../api/store/client.ts';
import type { Asked } from './plans.ts';

/** The name of the question whose plan is shown. */
export const searched = 'search, two words';

const node = 'nodes { indexNumber title formedOn number { text } topic { code } publisher { name } validity { code } }';
const page = (args: string, more = ''): string =>
  `{ regulatoryDocuments${args} { ${node} pageInfo { hasNextPage endCursor } ${more} } }`;
const words = '"义务教育 招生"';

interface Known {
  readonly number: string;
  readonly code: string;
  readonly at: string;
}

/** The other questions readers ask most, each of which must stay quick. */
export async function asked(url: string): Promise<Asked[]> {
  const store = await openDatabase({ url, poolSize: 1 });
  try {
    const [known] = await store.read<Known>({
      text: `select r.number, o.code, to_char(e.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
        from regulatory_document r join edition e on e.id = r.edition_id join organization o on o.id = e.publisher_id
        where r.number is not null order by e.published_at offset (select count(*) / 2 from regulatory_document where number is not null) limit 1`,
      values: [],
    });
    if (!known) throw new Error('the sample has no numbered document');
    return [
      { name: 'default list', query: page('') },
      { name: 'default list, last page', query: page('(last: 20)') },
      { name: 'by topic', query: page('(where: {topic: {eq: "02"}})') },
      { name: 'by publisher', query: page(`(where: {publisher: {eq: "${known.code}"}})`) },
      { name: 'by year and genre', query: page('(where: {year: {eq: 2021}, genre: {eq: "OPINION"}})') },
      { name: 'by validity', query: page('(where: {validity: {eq: "REPEALED"}})') },
      { name: 'in force, by topic', query: page('(where: {validity: {eq: "IN_FORCE"}, topic: {eq: "02"}})') },
      { name: 'total', query: '{ regulatoryDocuments(first: 1) { totalCount } }' },
      {
        name: 'total by validity',
        query: '{ regulatoryDocuments(first: 1, where: {validity: {eq: "IN_FORCE"}}) { totalCount } }',
      },
      {
        name: 'five facets',
        query:
          '{ regulatoryDocuments(first: 1) { facets(fields: [TOPIC, GENRE, VALIDITY, YEAR, PUBLISHER]) { field buckets { value count } } } }',
      },
      { name: 'as of an instant', query: page(`(asOf: "${known.at}")`) },
      {
        name: 'one by number',
        query: `{ regulatoryDocument(by: {number: "${known.number}"}) { title validity { code } } }`,
      },
      { name: searched, query: page(`(search: ${words})`) },
      {
        name: 'search, with passages',
        query: `{ regulatoryDocuments(search: ${words}) { edges { score highlights { field text } node { title } } } }`,
      },
      {
        name: 'search, total and facets',
        query: `{ regulatoryDocuments(search: ${words}, first: 1) { totalCount facets(fields: [TOPIC, YEAR]) { field buckets { value count } } } }`,
      },
    ];
  } finally {
    await store.close();
  }
}
