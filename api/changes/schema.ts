import { changeSentence, type RowChange, sheetDiff } from '../core/sheet-diff.ts';
import { kindNamed } from '../disclosures/registry.ts';
import { exportOne } from '../exporting/export.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { badInput } from '../graphql/errors.ts';
import { lang, said } from '../graphql/language.ts';
import { momentOf } from '../graphql/moment.ts';
import { Published, type PublishedRow } from '../graphql/published.ts';
import { organizationCodeAsked, sinceAsked } from './asked.ts';
import { type ChangeRow, changesAfter, newestChanges, newestTimepoint } from './entries.ts';
import { publishedInstants } from './instants.ts';
import { patchOf } from './patch.ts';
import { changeSentenceOf } from './sentence.ts';

const largestPage = 100;
const mostChanges = 500;

builder.scalarType('Timepoint', {
  description:
    '变更日志中的序号，从 1 起，无间断；0 为开始之前。A place in the change log, from 1 without gaps; 0 is before its beginning.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw badInput('Timepoint 须为不小于 0 的整数。', 'A Timepoint is a whole number from 0.');
  },
});

const ChangeType = builder.enumType('ChangeType', {
  description: '发生了什么。What happened.',
  values: {
    PUBLISHED: { description: '发布了一版（首次、更新、更正或重新发布）。An edition was published.' },
    WITHDRAWN: { description: '撤回。It was withdrawn.' },
    SEALED: {
      description: '封存了从前的一版，任何时刻都不再可读。A former edition was sealed and is read at no instant.',
    },
  },
});

const ChangeReason = builder.enumType('ChangeReason', {
  description: '为何有这一版。Why there is this edition.',
  values: {
    FIRST: { description: '首次发布。First publication.' },
    UPDATE: { description: '更新。Update.' },
    CORRECTION: { description: '更正。Correction.' },
    REPUBLICATION: { description: '重新发布。Published again after a withdrawal.' },
  },
});

const addressOf = ({ kind, indexNumber }: ChangeRow, { baseUrl }: Context): string =>
  `${baseUrl}/id/${kind}/${indexNumber}`;

const Change = builder.objectRef<ChangeRow>('Change').implement({
  description: '一次公开的变更：发布、撤回或封存。One public change.',
  fields: (t) => ({
    timepoint: t.expose('timepoint', {
      type: 'Timepoint',
      description: '序号，可作 after 接续。Its place; go on from it with after.',
    }),
    at: t.expose('at', { type: 'DateTime', description: '时刻。When.' }),
    type: t.expose('type', { type: ChangeType, description: '发生了什么。What happened.' }),
    kind: t.exposeString('kind', { description: '种类，如 budget。The kind.' }),
    indexNumber: t.exposeString('indexNumber', { description: '索引号。Index number.' }),
    title: t.exposeString('title', {
      nullable: true,
      description: '标题；封存的为 null。Title; null for what was sealed.',
    }),
    publisher: t.string({
      description: '发布机构名称。Name of the publisher.',
      resolve: ({ publisher }) => publisher.name,
    }),
    publisherCode: t.string({
      nullable: true,
      description: '发布机构的统一社会信用代码。Credit code of the publisher.',
      resolve: ({ publisher }) => publisher.code,
    }),
    edition: t.exposeInt('edition', { description: '第几版。Which edition.' }),
    replaces: t.exposeInt('replaces', { nullable: true, description: '替代了第几版。The edition it replaced.' }),
    reason: t.expose('reason', {
      type: ChangeReason,
      nullable: true,
      description: '为何有这一版；撤回、封存为 null。Why there is this edition.',
    }),
    changeNote: t.exposeString('changeNote', {
      nullable: true,
      description: '变更说明。What changed, as the publisher says.',
    }),
    withdrawalReason: t.exposeString('withdrawalReason', {
      nullable: true,
      description: '撤回或封存的理由。Why it was withdrawn or sealed.',
    }),
    digest: t.expose('digest', { type: 'Digest', description: '这一版内容的摘要。Digest of the edition.' }),
    leafHash: t.expose('leafHash', {
      type: 'Digest',
      description: '这条记录在透明日志中的叶散列。Its leaf in the log.',
    }),
    permalink: t.field({
      type: 'URL',
      description: '永久标识地址。Permanent identifier.',
      resolve: (row, _, context) => addressOf(row, context),
    }),
    sentence: said(t, '一句话说明。What happened, in a sentence.', changeSentenceOf),
    patch: t.string({
      nullable: true,
      complexity: 20,
      description:
        '由前一版到这一版的改动，RFC 6902 的 JSON 文本；首次发布、已撤回或过长的为 null。From the edition before to this one, as the JSON text of RFC 6902.',
      resolve: async (row, _, { store }) => {
        const patch = await patchOf(store, row);
        return patch && JSON.stringify(patch);
      },
    }),
  }),
});

interface ChangePage {
  readonly nodes: readonly ChangeRow[];
  readonly hasNextPage: boolean;
  readonly newest: number;
}

const Changes = builder.objectRef<ChangePage>('ChangePage').implement({
  description: '变更日志的一段，先后为序。A stretch of the change log, in order.',
  fields: (t) => ({
    nodes: t.field({
      type: [Change],
      complexity: { field: 1, multiplier: 1 },
      description: '各次变更，旧的在前。The changes, oldest first.',
      resolve: ({ nodes }) => [...nodes],
    }),
    hasNextPage: t.exposeBoolean('hasNextPage', { description: '之后是否还有。Whether there are more after them.' }),
    newestTimepoint: t.expose('newest', {
      type: 'Timepoint',
      description: '日志最新的序号；没有变更时为 0。The newest there is; 0 when there is none.',
    }),
  }),
});

builder.queryField('changes', (t) =>
  t.field({
    type: Changes,
    args: {
      after: t.arg({
        type: 'Timepoint',
        required: true,
        defaultValue: 0,
        description: '从这一序号之后。After this one.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `至多几次，1–${largestPage}。At most so many.`,
      }),
      since: t.arg.string({
        description:
          '只要这一天（北京时间 0 时起）或这一时刻以来的变更，含当时；如 2026-06-01。Only since this day, from 00:00 Beijing time, or since this instant, both included; such as 2026-06-01.',
      }),
      kinds: t.arg.stringList({ description: '只要这些种类，如 budget。Only these kinds.' }),
      last: t.arg.int({
        description: `只要最新的几次，1–${largestPage}；给出时不看 after 和 first。Only the newest so many; after and first do not count then.`,
      }),
      organization: t.arg.string({
        description: '只要这个发布机构，名称或信用代码。Only of this publisher, by name or credit code.',
      }),
      asOf: t.arg({
        type: 'DateTime',
        description: '只要这一时刻以前的变更。Only what had happened by this instant.',
      }),
    },
    complexity: ({ first, last }) => ({
      field: 5,
      multiplier: Math.min(Math.max(last ?? first ?? 20, 1), largestPage),
    }),
    description:
      '变更日志：每次发布、撤回、封存，可从任一序号接续，不丢不重。Every public change; resumable from any timepoint, nothing lost or repeated.',
    resolve: async (_, { after, first, last, since, kinds, organization, asOf }, context) => {
      if (first < 1 || first > largestPage)
        throw badInput(`first 须为 1 至 ${largestPage}。`, `first must be 1 to ${largestPage}.`);
      if (last != null && (last < 1 || last > largestPage))
        throw badInput(`last 须为 1 至 ${largestPage}。`, `last must be 1 to ${largestPage}.`);
      const unknown = kinds?.find((kind) => !kindNamed(kind));
      if (unknown !== undefined) throw badInput(`没有“${unknown}”这个种类。`, `There is no kind "${unknown}".`);
      context.touched.add('*');
      const { asOf: until } = momentOf({ asOf }, context);
      const newest = await newestTimepoint(context.store, until);
      if (after > newest) {
        throw badInput(
          `after 为 ${after}，日志才到 ${newest}；请从不大于它的序号接续。`,
          `after is ${after}, and the log goes to ${newest}; go on from one that is not beyond it.`,
        );
      }
      const filter = {
        kinds: kinds ?? [],
        organization: organization == null ? undefined : await organizationCodeAsked(context, organization),
        since: since == null ? null : sinceAsked(since),
        until,
      };
      if (last != null) {
        const rows = await newestChanges(context.store, last, filter);
        return { nodes: rows.reverse(), hasNextPage: false, newest };
      }
      const rows = await changesAfter(context.store, after, first + 1, filter);
      return { nodes: rows.slice(0, first), hasNextPage: rows.length > first, newest };
    },
  }),
);

const DifferenceType = builder.enumType('DifferenceType', {
  description: '何种差别。What sort of difference.',
  values: {
    ADDED: { description: '增加的一行。A row that was added.' },
    REMOVED: { description: '删去的一行。A row that is gone.' },
    CHANGED: { description: '改动的一项。A field that changed.' },
  },
});

const Difference = builder.objectRef<RowChange>('Difference').implement({
  description: '两版之间的一处差别。One difference between two editions.',
  fields: (t) => ({
    type: t.expose('type', { type: DifferenceType, description: '何种差别。What sort.' }),
    sheet: said(t, '在哪张表。In which table.', ({ sheet }) => sheet),
    row: t.exposeString('row', {
      nullable: true,
      description: '哪一行，以其首列称之；只有一行的表为 null。Which row, by its first words.',
    }),
    column: t.string({
      nullable: true,
      args: { lang: t.arg(lang) },
      description: '哪一项。Which field.',
      resolve: ({ column }, args) => (args.lang === 'EN' ? column?.en : column?.zh) ?? null,
    }),
    before: t.exposeString('before', { nullable: true, description: '原来的内容。What stood there.' }),
    after: t.exposeString('after', { nullable: true, description: '现在的内容。What stands there now.' }),
    sentence: said(t, '一句话说明。In a sentence.', changeSentence),
  }),
});

interface Diff {
  readonly from: number;
  readonly to: number;
  readonly all: readonly RowChange[];
}

const EditionDiff = builder.objectRef<Diff>('EditionDiff').implement({
  description: '两版之间的差别，逐项逐行。What differs between two editions, by field and row.',
  fields: (t) => ({
    from: t.exposeInt('from', { description: '从第几版。From this edition.' }),
    to: t.exposeInt('to', { description: '到第几版。To this one.' }),
    count: t.int({ description: '共几处。How many differences.', resolve: ({ all }) => all.length }),
    changes: t.field({
      type: [Difference],
      complexity: { field: 1, multiplier: 20 },
      description: `各处差别，至多 ${mostChanges} 处，总数见 count。At most ${mostChanges}; count tells how many there are.`,
      resolve: ({ all }) => all.slice(0, mostChanges),
    }),
  }),
});

builder.interfaceField(Published, 'diff', (t) =>
  t.field({
    type: EditionDiff,
    args: {
      from: t.arg.int({ required: true, description: '从第几版。From this edition.' }),
      to: t.arg.int({ description: '到第几版；不写为所示的一版。To this one; the edition shown unless given.' }),
    },
    complexity: { field: 50, multiplier: 1 },
    description:
      '两版之间改了什么，逐项逐行，用人能懂的话。What changed between two editions, by field and row, in plain words.',
    resolve: async (row: PublishedRow, { from, to }, context, { schema }) => {
      const kind = kindNamed(row.kind);
      if (!kind) throw new Error(`no kind ${row.kind}`);
      const instants = await publishedInstants(context, row);
      const numbers = [from, to ?? row.editionNumber] as const;
      const [before, after] = await Promise.all(
        numbers.map(async (number) => {
          const asOf = instants.get(number);
          if (!asOf) {
            throw badInput(
              `没有第 ${number} 版，或它已不再提供；有：${[...instants.keys()].join('、')}。`,
              `There is no edition ${number}, or it is not given any more; there are: ${[...instants.keys()].join(', ')}.`,
            );
          }
          return exportOne(schema, context, kind, { indexNumber: row.indexNumber, asOf: asOf.toISOString() });
        }),
      );
      const sheets = (record: Record<string, unknown> | null | undefined) =>
        record ? kind.exports.one.sheets(record) : [];
      return { from: numbers[0], to: numbers[1], all: sheetDiff(sheets(before), sheets(after)) };
    },
  }),
);
