import { builder } from '../../graphql/builder.ts';
import { Code, coded, codeOf } from '../../graphql/code.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import { badInput } from '../../graphql/errors.ts';
import { type Moment, momentOf, visible } from '../../graphql/moment.ts';
import { sql } from '../../store/statements.ts';
import { decisions, ranks } from './code-lists.ts';
import { documentByKey, kindName, type RegulatoryDocumentRow, read } from './reads.ts';
import { RegulatoryDocument } from './schema.ts';
import { yearStart } from './years.ts';

interface ItemRow {
  readonly editionId: string;
  readonly decision: string;
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  readonly targetKey: string;
}

interface CleanUp {
  readonly row: RegulatoryDocumentRow;
  readonly items: readonly ItemRow[];
}

interface Count {
  readonly decision: string | null;
  readonly count: number;
  readonly total: number;
}

const itemsOf = (context: Context) =>
  loaderOf<ItemRow[]>(context, 'clean-up items', null, async (ids) => {
    const rows = await context.store.read<ItemRow>(sql`
      select edition_id as "editionId", decision::text, target_number as "targetNumber", target_title as "targetTitle", target_key as "targetKey"
      from clean_up_item where edition_id = any(${ids}::uuid[]) order by edition_id, position`);
    return groupBy(rows, ({ editionId }) => editionId);
  });

/** One decimal, as percentages are printed; computed from whole numbers. */
const percent = (part: number, whole: number): string | null =>
  whole === 0 ? null : (Math.round((part * 1_000) / whole) / 10).toFixed(1);

const DecisionCount = builder.objectRef<Count>('CleanUpCount').implement({
  description: '一种清理决定有多少件。How many documents one decision was made of.',
  fields: (t) => ({
    decision: t.field({
      type: Code,
      nullable: true,
      description: '清理决定；null 为尚未清理。The decision; null: not gone through yet.',
      resolve: ({ decision }) => (decision === null ? null : codeOf(decisions, decision)),
    }),
    count: t.exposeInt('count', { description: '件数。How many.' }),
    share: t.string({
      nullable: true,
      description: '占比，百分数，一位小数，如 76.5。Share in percent with one decimal.',
      resolve: ({ count, total }) => percent(count, total),
    }),
  }),
});

const CleanUpItem = builder.objectRef<ItemRow & { moment: Moment }>('CleanUpItem').implement({
  description: '清理目录中的一件。One document of a clean-up’s lists.',
  fields: (t) => ({
    decision: coded(t, decisions, 'decision', '清理决定：继续有效、修改、废止、失效。What was decided.'),
    number: t.exposeString('targetNumber', { nullable: true, description: '文号。Its number.' }),
    title: t.exposeString('targetTitle', { nullable: true, description: '标题。Its title.' }),
    document: t.field({
      type: RegulatoryDocument,
      nullable: true,
      description: '这件文件；平台未公开时为 null。The document, when it is published here.',
      resolve: ({ targetKey, moment }, _, context) => documentByKey(context, moment).load(targetKey),
    }),
  }),
});

const countsOf = (items: readonly ItemRow[]): Count[] =>
  Object.keys(decisions.labels).flatMap((decision) => {
    const count = items.filter((item) => item.decision === decision).length;
    return count === 0 ? [] : [{ decision, count, total: items.length }];
  });

const CleanUp = builder.objectRef<CleanUp>('CleanUp').implement({
  description: '一次文件清理及其结果。A clean-up of documents and what it decided.',
  fields: (t) => ({
    document: t.field({
      type: RegulatoryDocument,
      description: '公布清理结果的文件。The document that decided it.',
      resolve: ({ row }) => row,
    }),
    total: t.int({ description: '清理了多少件。How many were gone through.', resolve: ({ items }) => items.length }),
    counts: t.field({
      type: [DecisionCount],
      description: '各种决定的件数和占比。Counts and shares by decision.',
      resolve: ({ items }) => countsOf(items),
    }),
    items: t.field({
      type: [CleanUpItem],
      complexity: { field: 5, multiplier: 10 },
      description: '目录，依原文次序。Its lists in order.',
      resolve: ({ row, items }) => items.map((item) => ({ ...item, moment: row.moment })),
    }),
  }),
});

builder.objectField(RegulatoryDocument, 'cleanUp', (t) =>
  t.field({
    type: CleanUp,
    nullable: true,
    description:
      '清理决定的目录；不是清理决定时为 null。The lists of a clean-up decision; null for any other document.',
    resolve: async (row, _, context) => {
      const items = (await itemsOf(context).load(row.editionId)) ?? [];
      return items.length === 0 ? null : { row, items };
    },
  }),
);

builder.queryField('cleanUps', (t) =>
  t.field({
    type: [CleanUp],
    args: {
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
    },
    complexity: { field: 10, multiplier: 20 },
    description: '历次文件清理，新的在前，至多 100 次。Every clean-up, the newest first; at most 100.',
    resolve: async (_, clocks, context) => {
      const moment = momentOf(clocks, context);
      const rows = await read(context, moment, sql`exists (select from clean_up_item c where c.edition_id = e.id)`);
      const found = await itemsOf(context).loadMany(rows.map(({ editionId }) => editionId));
      return rows.slice(0, 100).map((row, index) => {
        const items = found[index];
        return { row, items: Array.isArray(items) ? (items as ItemRow[]) : [] };
      });
    },
  }),
);

builder.queryField('cleanUpCoverage', (t) =>
  t.field({
    type: [DecisionCount],
    args: {
      since: t.arg.int({ required: true, defaultValue: 2016, description: '自哪一年制定的。Made since this year.' }),
      ranks: t.arg.stringList({
        required: true,
        defaultValue: ['NORMATIVE'],
        description: '效力层级代码，默认行政规范性文件。Codes of ranks; by default normative documents.',
      }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
    },
    complexity: { field: 10, multiplier: 5 },
    description:
      '自某年以来制定的文件，按最近一次清理的决定计数；decision 为 null 的尚未清理。Documents made since a year, counted by the latest clean-up’s decision; null has not been gone through.',
    resolve: async (_, { since, ranks: wanted, ...clocks }, context) => {
      const from = yearStart(since, 'since');
      const moment = momentOf(clocks, context);
      context.touched.add(kindName);
      const unknown = wanted.find((rank) => !Object.hasOwn(ranks.labels, rank));
      if (unknown !== undefined) {
        throw badInput(
          `ranks 没有代码“${unknown.slice(0, 40)}”；有：${Object.keys(ranks.labels).join('、')}。`,
          `ranks knows no code "${unknown.slice(0, 40)}"; there are: ${Object.keys(ranks.labels).join(', ')}.`,
        );
      }
      return context.store.read<Count>(sql`
        with decided as materialized (
          select distinct on (c.target_key) c.target_key as key, c.decision::text
          from clean_up_item c join edition e on e.id = c.edition_id
          where ${visible(sql`e`, moment)} order by c.target_key, e.formed_on desc nulls last
        ), counted as (
          select coalesce(by_number.decision, by_title.decision) as decision
          from edition e join regulatory_document r on r.edition_id = e.id
          left join decided by_number on by_number.key = r.number left join decided by_title on by_title.key = r.title_key
          where e.kind = ${kindName} and ${visible(sql`e`, moment)} and r.rank = any(${wanted}::text[])
            and e.formed_on >= ${from}::date
        )
        select decision, count(*)::int as count, sum(count(*)) over ()::int as total from counted
        group by decision order by decision nulls last`);
    },
  }),
);
