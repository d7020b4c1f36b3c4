import type { LocalDate } from '../../core/local-date.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type OrganizationRow, organizationColumn } from '../../graphql/organization.ts';
import type { Reach } from '../../graphql/page.ts';
import { type PublishedRow, publishedColumns, publishedFields, publisherJoin } from '../../graphql/published.ts';
import { recordById, recordSource, recordsOf } from '../../graphql/record.ts';
import { rowsBelow } from '../../graphql/rows-below.ts';
import { empty, join, type Sql, sql } from '../../store/statements.ts';
import { effects, validity } from './validity.ts';

export const kindName = 'regulatory-document';
export const plural = 'regulatory-documents';

export interface RegulatoryDocumentRow extends PublishedRow {
  readonly numberWritten: string | null;
  readonly issuerCode: string | null;
  readonly year: number | null;
  readonly sequence: number | null;
  readonly registration: string | null;
  readonly rank: string;
  readonly lapsesOn: LocalDate | null;
  readonly genre: string;
  readonly instrumentTitle: string | null;
  readonly instrumentGenre: string | null;
  readonly titleKey: string;
  readonly addressees: string | null;
  readonly annotation: string | null;
  readonly copiedTo: readonly string[];
  readonly summary: string | null;
  readonly topic: string | null;
  readonly subtopic: string | null;
  readonly eventClasses: readonly string[];
  readonly printedOn: LocalDate | null;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly validity: string;
  /** Read along with the row where they were asked for. */
  readonly articles?: readonly ArticleRow[];
  readonly relations?: readonly RelationRow[];
}

/**
 * An edition with its kind's head row; everything a statement of this kind starts from. Both are always there: that they
 * are joined on the left lets PostgreSQL leave out what no column and no condition names.
 */
export const from = (
  moment: Moment,
  reach: Reach,
): Sql => sql`edition e left join regulatory_document r on r.edition_id = e.id
  left join document d on d.id = e.document_id ${publisherJoin} ${effects(moment, reach)}`;

const always: Sql = sql`r.number, r.title_key as "titleKey"`;

/** What is read only where the field of this name is asked for. */
const onDemand: Readonly<Record<string, (moment: Moment) => Sql>> = {
  number: () => sql`r.number_written as "numberWritten", r.issuer_code as "issuerCode", r.year, r.sequence`,
  registration: () => sql`r.registration`,
  rank: () => sql`r.rank`,
  lapsesOn: () => sql`r.lapses_on as "lapsesOn"`,
  genre: () => sql`r.genre`,
  topic: () => sql`e.topic`,
  subtopic: () => sql`e.subtopic`,
  effectiveFrom: () => sql`e.effective_from as "effectiveFrom"`,
  effectiveTo: () => sql`e.effective_to as "effectiveTo"`,
  instrument: () => sql`r.instrument_title as "instrumentTitle", r.instrument_genre as "instrumentGenre"`,
  addressees: () => sql`r.addressees`,
  annotation: () => sql`r.annotation`,
  copiedTo: () => sql`r.copied_to as "copiedTo"`,
  summary: () => sql`e.summary`,
  eventClasses: () => sql`e.event_classes as "eventClasses"`,
  printedOn: () => sql`e.printed_on as "printedOn"`,
  validity: (moment) => sql`${validity(moment)} as validity`,
};

const everything: Asked = new Set([...Object.keys(onDemand), ...publishedFields]);

type Asked = ReadonlySet<string>;

/** Rows of a table below the edition, in their order, as one column. */
const listColumn = (rows: Sql): Sql =>
  sql`(select coalesce(json_agg(item order by item.position), '[]') from (${rows}) item)`;

const below: Readonly<Record<string, (asked: Asked) => Sql>> = {
  articles: (asked) => sql`${listColumn(articles(asked, sql`a.edition_id = e.id`))} as articles`,
  relations: () => sql`${listColumn(relations(sql`x.edition_id = e.id`))} as relations`,
};

/** The columns behind the fields asked for. */
const columns = (moment: Moment, asked: Asked = everything): Sql =>
  sql`${join(
    [
      publishedColumns(asked),
      always,
      ...Object.entries(onDemand).flatMap(([name, column]) => (asked.has(name) ? [column(moment)] : [])),
      ...Object.entries(below).flatMap(([name, column]) => (asked.has(name) ? [column(asked)] : [])),
    ],
    ', ',
  )}`;

export const source = recordSource<RegulatoryDocumentRow>({ kind: kindName, plural, from, columns });

/** Visible documents that meet a condition, the newest first. */
export const read = recordsOf(source, { by: () => sql`e.formed_on desc nulls last`, most: 1000 });

export const documentById = recordById(kindName, read);

/** Published documents by the keys others name them with: number, or title. */
export const documentByKey = (context: Context, moment: Moment) =>
  loaderOf<RegulatoryDocumentRow>(context, 'regulatory document by key', moment, async (keys) => {
    const rows = await read(
      context,
      moment,
      sql`(r.number = any(${keys}::text[]) or r.title_key = any(${keys}::text[]))`,
    );
    const found = new Map<string, RegulatoryDocumentRow>();
    for (const row of rows) {
      for (const key of [row.number, row.titleKey]) if (key && !found.has(key)) found.set(key, row);
    }
    return found;
  });

export interface ArticleRow {
  readonly id: string;
  readonly editionId: string;
  readonly position: number;
  readonly parent: number | null;
  readonly level: 'PART' | 'POINT' | 'ARTICLE' | 'PARAGRAPH';
  readonly marker: string;
  readonly number: number | null;
  readonly path: string;
  readonly heading: string | null;
  readonly text: string;
  /** Read along with the article where they were asked for. */
  readonly responsibilities?: readonly ResponsibilityRow[];
}

export interface ResponsibilityRow {
  readonly writtenName: string;
  readonly organizationId: string | null;
  /** The organization itself, where it was read along. */
  readonly organization?: OrganizationRow | null;
}

const articleColumns = sql`a.id, a.edition_id as "editionId", a.position, a.parent, a.level, a.marker, a.number, a.path, a.heading, a.text`;

/** Those responsible for an article and the organizations behind their names, as one column. */
const responsibilityColumn = (asked: Asked): Sql => sql`, coalesce((
  select json_agg(json_build_object('writtenName', p.written_name, 'organizationId', p.organization_id,
    'organization', ${organizationColumn(sql`o`, asked)}) order by p.position)
  from responsibility p left join organization o on o.id = p.organization_id where p.article_id = a.id), '[]') as responsibilities`;

const articles = (asked: Asked, condition: Sql): Sql =>
  sql`select ${articleColumns} ${asked.has('responsibilities') ? responsibilityColumn(asked) : empty} from article a where ${condition}`;

const nothingBelow: Asked = new Set();

export const articlesOf = (context: Context) =>
  loaderOf<ArticleRow[]>(context, 'articles', null, async (ids) => {
    const rows = await context.store.read<ArticleRow>(
      sql`${articles(nothingBelow, sql`a.edition_id = any(${ids}::uuid[])`)} order by a.edition_id, a.position`,
    );
    return groupBy(rows, ({ editionId }) => editionId);
  });

/** An article by its id, with the document it stands in, if that edition is the visible one. */
export const articleById = (context: Context, moment: Moment) =>
  loaderOf<{ article: ArticleRow; documentId: string }>(context, 'article', moment, async (ids) => {
    context.touched.add(kindName);
    const rows = await context.store.read<ArticleRow & { documentId: string }>(sql`
      select ${articleColumns}, e.document_id as "documentId" from article a join edition e on e.id = a.edition_id
      where a.id = any(${ids}::uuid[]) and ${visible(sql`e`, moment)}`);
    return new Map(rows.map((row) => [row.id, { article: row, documentId: row.documentId }]));
  });

export const responsibilitiesOf = (context: Context) =>
  loaderOf<ResponsibilityRow[]>(context, 'responsibilities', null, async (ids) => {
    const rows = await context.store.read<ResponsibilityRow & { readonly articleId: string }>(sql`
      select article_id as "articleId", written_name as "writtenName", organization_id as "organizationId"
      from responsibility where article_id = any(${ids}::uuid[]) order by article_id, position`);
    return groupBy(rows, ({ articleId }) => articleId);
  });

interface IssuerRow {
  readonly editionId: string;
  readonly writtenName: string;
  readonly organizationId: string | null;
}
export const issuersOf = rowsBelow<IssuerRow>(
  'regulatory_document_issuer',
  sql`written_name as "writtenName", organization_id as "organizationId"`,
);

export const textOf = (context: Context) =>
  loaderOf<string>(context, 'text', null, async (ids) => {
    const rows = await context.store.read<{ editionId: string; text: string }>(
      sql`select edition_id as "editionId", text from regulatory_document where edition_id = any(${ids}::uuid[])`,
    );
    return new Map(rows.map(({ editionId, text }) => [editionId, text]));
  });

export interface RelationRow {
  readonly editionId: string;
  readonly type: string;
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  readonly targetKey: string;
  readonly article: number | null;
}

const relations = (condition: Sql): Sql => sql`select x.edition_id as "editionId", x.position, x.type,
  x.target_number as "targetNumber", x.target_title as "targetTitle", x.target_key as "targetKey", x.article
  from relation x where ${condition}`;

export const relationsFrom = (context: Context) =>
  loaderOf<RelationRow[]>(context, 'relations out', null, async (ids) => {
    const rows = await context.store.read<RelationRow>(
      sql`${relations(sql`x.edition_id = any(${ids}::uuid[])`)} order by x.edition_id, x.position`,
    );
    return groupBy(rows, ({ editionId }) => editionId);
  });

export interface IncomingRow extends RelationRow {
  readonly sourceId: string;
}

/** Relations of visible documents that name one of these keys. */
export const relationsTo = (context: Context, moment: Moment) =>
  loaderOf<IncomingRow[]>(context, 'relations in', moment, async (keys) => {
    const rows = await context.store.read<IncomingRow>(sql`
      select x.edition_id as "editionId", x.type, x.target_number as "targetNumber", x.target_title as "targetTitle",
        x.target_key as "targetKey", x.article, e.document_id as "sourceId"
      from relation x join edition e on e.id = x.edition_id
      where x.target_key = any(${keys}::text[]) and ${visible(sql`e`, moment)}
      order by e.formed_on desc nulls last, e.document_id, x.position limit 1000`);
    return groupBy(rows, ({ targetKey }) => targetKey);
  });
