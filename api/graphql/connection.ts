import type { ObjectRef } from '@pothos/core';
import type { Bilingual } from '../core/finding.ts';
import { sql } from '../store/statements.ts';
import { namesAsked } from './asked.ts';
import { builder, type SchemaTypes, type Types } from './builder.ts';
import { badInput } from './errors.ts';
import { Facet, type FacetField, readFacets } from './facet.ts';
import { checkSize, type FilterField, priceOfWhere, whereInput } from './filter.ts';
import type { Highlight as HighlightValue } from './highlight.ts';
import { Highlight, highlightsIn } from './highlight.ts';
import type { SortKey } from './keyset.ts';
import { countOf, defaultPageSize, type ListSource, type Page, type PageRow, readPage } from './page.ts';
import type { PublishedRow } from './published.ts';
import type { Search } from './search.ts';

const PageInfo = builder
  .objectRef<{
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: () => string | null;
    readonly endCursor: () => string | null;
  }>('PageInfo')
  .implement({
    description: '前后是否还有。Whether there is more, and where a page begins and ends.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: '后面还有。More follow.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: '前面还有。More come before.' }),
      startCursor: t.field({
        type: 'Cursor',
        nullable: true,
        resolve: ({ startCursor }) => startCursor(),
        description: '本页第一件的位置。First place.',
      }),
      endCursor: t.field({
        type: 'Cursor',
        nullable: true,
        resolve: ({ endCursor }) => endCursor(),
        description: '本页最后一件的位置。Last place.',
      }),
    }),
  });

/** What a kind says to have a list: its node, where rows come from, what may be filtered, sorted and counted. */
export interface ListDefinition<Row extends Pick<PublishedRow, 'documentId' | 'title'>> {
  /** GraphQL stem, e.g. RegulatoryDocument. */
  readonly name: string;
  /** Root field, e.g. regulatoryDocuments. */
  readonly field: string;
  readonly label: Bilingual;
  readonly node: ObjectRef<Types, Row, Row>;
  readonly source: ListSource<Row>;
  readonly filters: Readonly<Record<string, FilterField>>;
  /** Order fields by enum name; the first is the order of a list nobody sorted. */
  readonly orders: Readonly<Record<string, { readonly key: SortKey; readonly description: string }>>;
  readonly facets: Readonly<Record<string, FacetField>>;
  /** The passages that hold the words of a search; those of the title unless given. */
  readonly highlights?: (
    rows: readonly Row[],
    words: readonly string[],
    context: SchemaTypes['Context'],
  ) => Promise<ReadonlyMap<string, readonly HighlightValue[]>>;
}

interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

const Direction = builder.enumType('OrderDirection', {
  description: '排序方向；没有值的总在最后。Direction of an order; absent values always come last.',
  values: {
    ASC: { description: '升序。Ascending.' },
    DESC: { description: '降序。Descending.' },
  },
});

const byId: SortKey = { expression: sql`e.document_id`, type: sql`uuid`, descending: false, nullable: false };

const relevance = (search: Search): SortKey => ({
  expression: search.score,
  type: sql`int`,
  descending: true,
  nullable: false,
});

/** The order asked for, else by relevance when searching, else the kind's own; the id always comes last (R6). */
function sortKeys<Row extends Pick<PublishedRow, 'documentId' | 'title'>>(
  { orders }: ListDefinition<Row>,
  asked: readonly Order[],
  search: Search | null,
): SortKey[] {
  const [first] = Object.values(orders);
  const own = first ? [first.key] : [];
  if (asked.length === 0) return search ? [relevance(search), ...own, byId] : [...own, byId];
  const keys = asked.map(({ field, direction }): SortKey => {
    const order = orders[field];
    if (order) return { ...order.key, descending: direction === 'DESC' };
    if (search) return { ...relevance(search), descending: direction === 'DESC' };
    throw badInput('没有 search 时不能按 RELEVANCE 排序。', 'RELEVANCE needs a search.');
  });
  return [...keys, byId];
}

/** Declares connection, edge, where and order types and the root field of one kind's list. Every list goes through here. */
export function publishedList<Row extends Pick<PublishedRow, 'documentId' | 'title'>>(
  definition: ListDefinition<Row>,
): void {
  const { name, label, node, highlights = highlightsIn('title') } = definition;
  const where = whereInput(name, label.zh, definition.filters);

  const OrderField = builder.enumType(`${name}OrderField`, {
    description: `${label.zh}可用的排序项。What a list of ${name} can be sorted by.`,
    values: {
      ...Object.fromEntries(
        Object.entries(definition.orders).map(([field, { description }]) => [field, { description }]),
      ),
      RELEVANCE: { description: '与检索词的相关程度；须有 search。How well it matches the search.' },
    },
  });
  const OrderInput = builder.inputType(`${name}Order`, {
    description: `${label.zh}的一项排序。One key of an order of ${name}.`,
    fields: (t) => ({
      field: t.field({ type: OrderField, required: true, description: '排序项。What to sort by.' }),
      direction: t.field({ type: Direction, required: true, defaultValue: 'DESC', description: '方向。Direction.' }),
    }),
  });
  const FacetName = builder.enumType(`${name}Facet`, {
    description: `${label.zh}可分组计数的项。What a list of ${name} can be counted by.`,
    values: Object.fromEntries(
      Object.entries(definition.facets).map(([field, { description, filter }]) => [
        field,
        // Which filter narrows the list to a group: a page offers the groups to choose from.
        { description, extensions: { filter } },
      ]),
    ),
  });

  type Edge = PageRow<Row> & { readonly page: Page<Row> };
  const Edge = builder.objectRef<Edge>(`${name}Edge`).implement({
    description: `列表中的一件${label.zh}。One ${name} in a list.`,
    fields: (t) => ({
      cursor: t.field({
        type: 'Cursor',
        description: '它在列表中的位置。Its place in the list.',
        resolve: ({ cursor }) => cursor(),
      }),
      node: t.field({
        type: node,
        description: `${label.zh}本身。The ${name}.`,
        resolve: (edge) => edge.node as never,
      }),
      score: t.exposeFloat('score', {
        nullable: true,
        description:
          '与检索词的相关程度，越大越相关；没有 search 时为 null。Relevance to the search; null without one.',
      }),
      highlights: t.field({
        type: [Highlight],
        complexity: { field: 2, multiplier: 3 },
        description:
          '含检索词的片段（纯文本加位置，不含 HTML）。Passages with the words searched for, as plain text and ranges.',
        resolve: async ({ node, page }, _, context) => {
          const words = page.plan.search?.words;
          if (!words) return [];
          const found = await highlightsOf(page, words, context);
          return found.get(node.documentId) ?? [];
        },
      }),
    }),
  });

  // One reading of the texts for a whole page, however many edges ask.
  const readings = new WeakMap<Page<Row>, Promise<ReadonlyMap<string, readonly HighlightValue[]>>>();
  const highlightsOf = (page: Page<Row>, words: readonly string[], context: SchemaTypes['Context']) => {
    const reading =
      readings.get(page) ??
      highlights(
        page.rows.map(({ node }) => node),
        words,
        context,
      );
    readings.set(page, reading);
    return reading;
  };

  const Connection = builder.objectRef<Page<Row>>(`${name}Connection`).implement({
    description: `${label.zh}列表的一页。One page of a list of ${name}.`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        complexity: { field: 1, multiplier: 1 },
        description: '本页各件及其位置。The rows of this page with their cursors.',
        resolve: (page) => page.rows.map((row) => ({ ...row, page })),
      }),
      nodes: t.field({
        type: [node],
        complexity: { field: 1, multiplier: 1 },
        description: '本页各件。The rows of this page.',
        resolve: (page) => page.rows.map(({ node }) => node),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: '前后是否还有，以及首尾位置。Whether there is more, and where this page begins and ends.',
        resolve: ({ rows, hasNextPage, hasPreviousPage }) => ({
          hasNextPage,
          hasPreviousPage,
          startCursor: () => rows[0]?.cursor() ?? null,
          endCursor: () => rows.at(-1)?.cursor() ?? null,
        }),
      }),
      totalCount: t.int({
        description: '整个列表的件数，与分页无关。How many there are in the whole list.',
        resolve: ({ plan }, _, context) => countOf(context, plan),
      }),
      facets: t.field({
        type: [Facet],
        args: {
          fields: t.arg({ type: [FacetName], required: true, description: '按哪些项计数。What to count by.' }),
          first: t.arg.int({
            required: true,
            defaultValue: 30,
            description: '每项至多几组（1–100）。At most this many groups each, 1–100.',
          }),
        },
        complexity: ({ fields }) => ({ field: 5 * fields.length, multiplier: 1 }),
        description:
          '分组计数；每一项不受对它自己的筛选影响。Counts by group; each leaves out its own filter, so that the other choices show.',
        resolve: ({ plan }, { fields, first }, context) => readFacets(context, plan, definition, fields, first),
      }),
    }),
  });

  builder.queryField(definition.field, (t) =>
    t.field({
      type: Connection,
      description: `${label.zh}列表，只含已公开的。The published ${label.en}, newest first unless sorted or searched.`,
      args: {
        where: t.arg({
          type: where.ref,
          description: '筛选，各分支合计至多 100 个条件。Filter; at most 100 conditions in all its branches together.',
        }),
        search: t.arg.string({
          description: '检索词，如“义务教育”“29号”；各词须都出现。Words to find; all must occur.',
        }),
        orderBy: t.arg({ type: [OrderInput], description: '排序，至多四项。Order, at most four keys.' }),
        first: t.arg.int({ description: '自前取几件，1–100，默认 20。How many from the front, 1–100, default 20.' }),
        after: t.arg({ type: 'Cursor', description: '从此位置之后。After this place.' }),
        last: t.arg.int({ description: '自后取几件，1–100。How many from the back, 1–100.' }),
        before: t.arg({ type: 'Cursor', description: '到此位置之前。Before this place.' }),
        asOf: t.arg({
          type: 'DateTime',
          description: '按平台在这一时刻的内容。What the platform said at this instant.',
        }),
        validOn: t.arg({
          type: 'Date',
          description:
            '有效性按这一天判定；默认为 asOf 当天，未给 asOf 时为今天。Judge validity on this day; default the day of asOf, or today.',
        }),
      },
      complexity: ({ first, last, where: filter }) => ({
        field: 1 + priceOfWhere(filter),
        multiplier: first ?? last ?? defaultPageSize,
      }),
      resolve: (_, args, context, info) => {
        checkSize(args.where);
        const asked = (args.orderBy ?? []) as readonly Order[];
        return readPage(context, definition.source, args, {
          conditions: (moment) => where.compile(args.where, moment, context),
          keys: (search) => sortKeys(definition, asked, search),
          asked: [args.where ?? null, asked],
          names: namesAsked(info),
        });
      },
    }),
  );
}
