import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { badInput } from '../../graphql/errors.ts';
import { said } from '../../graphql/language.ts';
import { momentOf } from '../../graphql/moment.ts';
import type { RelationType } from './content.ts';
import { type DependentRow, dependentsOf, restingOnEnded } from './graph-reads.ts';
import { documentById, documentByKey, type RegulatoryDocumentRow, relationsFrom } from './reads.ts';
import { RELATION_LABELS } from './relation-types.ts';
import { RegulatoryDocument } from './schema.ts';

interface Dependent extends DependentRow {
  readonly of: RegulatoryDocumentRow;
}

const mostDepth = 5;

const Dependent = builder.objectRef<Dependent>('DependentDocument').implement({
  description: '以某文件为依据的文件。A document that rests on another.',
  fields: (t) => ({
    document: t.field({
      type: RegulatoryDocument,
      nullable: true,
      description: '这件文件。The document.',
      resolve: ({ of, documentId }, _, context) => documentById(context, of.moment).load(documentId),
    }),
    label: said(
      t,
      '与上一件文件的关系，如“依据”“落实”。How it rests on the document before it.',
      ({ type }) => RELATION_LABELS[type as RelationType].label,
    ),
    depth: t.exposeInt('depth', {
      description: '隔几层：1 为直接以它为依据。How many steps away; 1 rests on it directly.',
    }),
    through: t.field({
      type: RegulatoryDocument,
      nullable: true,
      description: '经由哪件文件；直接的为 null。Through which document; null when directly.',
      resolve: ({ of, depth, throughId }, _, context) =>
        depth === 1 ? null : documentById(context, of.moment).load(throughId),
    }),
  }),
});

/** Whether a document no longer holds on the day that is asked about. */
const hasEnded = ({ validity }: RegulatoryDocumentRow): boolean => validity === 'REPEALED' || validity === 'LAPSED';

/** What a document rests on: its bases that are published here, and how many are not. */
async function basesOf(row: RegulatoryDocumentRow, context: Context) {
  const relations = row.relations ?? (await relationsFrom(context).load(row.editionId)) ?? [];
  const keys = relations.flatMap(({ type, targetKey }) =>
    type === 'BASED_ON' || type === 'IMPLEMENTS' || type === 'FORWARDS' ? [targetKey] : [],
  );
  const found = await documentByKey(context, row.moment).loadMany([...new Set(keys)]);
  const bases = found.filter((one): one is RegulatoryDocumentRow => one !== null && !(one instanceof Error));
  return { bases, notHeld: found.length - bases.length };
}

builder.objectFields(RegulatoryDocument, (t) => ({
  dependents: t.field({
    type: [Dependent],
    args: {
      depth: t.arg.int({
        required: true,
        defaultValue: 1,
        description: `查几层，1 至 ${mostDepth}。How many steps, 1 to ${mostDepth}.`,
      }),
    },
    complexity: { field: 10, multiplier: 10 },
    description:
      '以它为依据、落实或转发它的文件，逐层；至多 500 件。What rests on it: documents that name it as their basis, implement or forward it, step by step; at most 500.',
    resolve: async (row, { depth }, context) => {
      if (depth < 1 || depth > mostDepth) {
        throw badInput(
          `depth 应为 1 至 ${mostDepth}，给了 ${depth}。`,
          `depth must be 1 to ${mostDepth}, not ${depth}.`,
        );
      }
      const found = (await dependentsOf(context, row.moment, depth).load(row.documentId)) ?? [];
      return found.map((one) => ({ ...one, of: row }));
    },
  }),
  endedBases: t.field({
    type: [RegulatoryDocument],
    complexity: { field: 5, multiplier: 3 },
    description:
      '它所依据而在 validOn 已废止或失效的文件；不空即“依据已失效”。Documents it rests on that are repealed or have lapsed on validOn: a basis that is gone.',
    resolve: async (row, _, context) => {
      const { bases } = await basesOf(row, context);
      return [...new Map(bases.map((one) => [one.documentId, one])).values()].filter(
        (one) => one.documentId !== row.documentId && hasEnded(one),
      );
    },
  }),
  basesNotHeld: t.int({
    complexity: 5,
    description:
      '它所依据而平台没有公开的文件有几件（如国家和省、市的文件）：是否仍有效，这里无从判断，endedBases 和 restingOnEnded 也不含它们。How many of the documents it rests on are not published here, such as those of the state and the province: whether they still hold cannot be judged here, and neither endedBases nor restingOnEnded tells of them.',
    resolve: async (row, _, context) => (await basesOf(row, context)).notHeld,
  }),
}));

const mostListed = 100;

builder.queryField('restingOnEnded', (t) =>
  t.field({
    type: [RegulatoryDocument],
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `至多几件，1 至 ${mostListed}。At most so many.`,
      }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '有效性按这一天判定，默认今天。Judge validity on this day; default today.',
      }),
    },
    complexity: ({ first }) => ({ field: 20, multiplier: Math.max(1, first) }),
    description:
      '现行有效、但所依据的文件已废止或失效的文件，新的在前。只判断平台公开的依据；没有公开的无从判断，各件有几件见 basesNotHeld。Documents in force that rest on one that is repealed or has lapsed, the newest first. Only bases published here are judged; how many of each document’s are not, basesNotHeld tells.',
    resolve: async (_, { first, ...clocks }, context) => {
      if (first < 1 || first > mostListed) {
        throw badInput(
          `first 应为 1 至 ${mostListed}，给了 ${first}。`,
          `first must be 1 to ${mostListed}, not ${first}.`,
        );
      }
      const moment = momentOf(clocks, context);
      const found = await documentById(context, moment).loadMany([...(await restingOnEnded(context, moment, first))]);
      return found.filter((one): one is RegulatoryDocumentRow => one !== null && !(one instanceof Error));
    },
  }),
);
