import { type Fen, fen } from '../../core/money.ts';
import { namesAsked } from '../../graphql/asked.ts';
import { builder } from '../../graphql/builder.ts';
import { Code } from '../../graphql/code.ts';
import { badInput } from '../../graphql/errors.ts';
import { momentOf } from '../../graphql/moment.ts';
import { Money, type MoneyValue, moneyOf } from '../../graphql/money.ts';
import { organizationField } from '../../graphql/organization.ts';
import { subjectOf } from './code-lists.ts';
import { codesAsked, underAsked } from './codes-asked.ts';
import { BudgetComponent, BudgetForm, BudgetLevel, BudgetSide } from './enums.ts';
import { formOf, forms, ownerOf } from './forms.ts';
import type { Side } from './model.ts';
import { readTotals, schemeOfCode, type TotalMeasure, type TotalRow, totalMeasures } from './totals.ts';

interface Sum extends MoneyValue {
  readonly population: string | null;
  readonly whole: string | null;
}

const ratio = (part: Fen, whole: bigint, digits: number): string => {
  const scale = 10n ** BigInt(digits);
  const scaled = (part * scale * 10n) / whole;
  const rounded = (scaled + (scaled < 0n ? -5n : 5n)) / 10n;
  const text = (rounded < 0n ? -rounded : rounded).toString().padStart(digits + 1, '0');
  return `${rounded < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

const BudgetSum = builder.objectRef<Sum>('BudgetSum').implement({
  description: '合计数，可按人均和占比看。A sum, also per head and as a share.',
  fields: (t) => ({
    money: t.field({ type: Money, description: '金额。The amount of money.', resolve: (sum) => sum }),
    amount: t.field({
      type: 'Decimal',
      description: '数额，元，两位小数。The amount in yuan with two decimals.',
      resolve: ({ fen: amount }) => ratio(amount, 100n, 2),
    }),
    wanYuan: t.field({
      type: 'Decimal',
      description: '数额，万元，两位小数。The amount in ten thousand yuan, two decimals.',
      resolve: ({ fen: amount }) => ratio(amount, 1_000_000n, 2),
    }),
    perHead: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '人均，元：除以所在行政区划当年常住人口；没有人口数时为 null。Yuan per head of the population of the division that year; null where it is not known.',
      resolve: ({ fen: amount, population }) =>
        population === null || population === '0' ? null : ratio(amount, BigInt(population) * 100n, 2),
    }),
    share: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '占同表同年（同机构）各类合计的百分比，两位小数。Per cent of what the classes of the table add up to in the same year and organization.',
      resolve: ({ fen: amount, whole }) =>
        whole === null || whole === '0' ? null : ratio(fen(amount * 100n), BigInt(whole), 2),
    }),
  }),
});

interface Ranked extends TotalRow {
  /** Null for what has no such number: it is last, and nobody's equal. */
  readonly rank: number | null;
  readonly table: string;
}

const descriptions: Readonly<Record<TotalMeasure, string>> = {
  prior: '上年数，取自决算。Prior year, from the accounts.',
  approved: '预算数，取自预算。Approved, from the budgets.',
  approvedInAccounts: '决算中所列的预算数。Approved, as the accounts repeat it.',
  adjusted: '调整预算数，取自决算；没有决算时取自预算调整。Adjusted, from the accounts, else from adjustments.',
  executed: '执行数。Executed.',
  final: '决算数，取自决算。Final, from the accounts.',
  overBudget:
    '超预算数，负数为未达预算：决算数减同一份决算所列的预算数，其中没有列预算数的科目不计；决算表全未列预算数的（如部门的支出决算表），减同一机构同一年度预算同一张表的预算数。两者都没有公开的为 null，不计入合计。What came out over the budget, negative where it was under: the accounts less the budget they state, lines without one left out; where the table of the accounts states none (as a department’s expenditure), less the same table of the budget of the same body and year. Null, and left out of sums, where neither is public.',
};

const BudgetTotal = builder.objectRef<Ranked>('BudgetTotal').implement({
  description:
    '一组的合计；没有这一口径时为 null，不等于零。The sums of one group; null where there is no such number, which is not zero.',
  fields: (t) => ({
    rank: t.exposeInt('rank', {
      nullable: true,
      description:
        '在本次结果中的名次，从 1 起；按 orderBy 的数排列而没有这个数的排在最后，为 null。Its place in this answer, from 1; null, and last, for what lacks the number of orderBy.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description: '年度；未按年度分组时为 null。Fiscal year; null unless grouped by it.',
    }),
    code: t.field({
      type: Code,
      nullable: true,
      description: '科目及其当年名称；未按科目分组时为 null。Code; null unless grouped by it.',
      resolve: ({ code, table, year, name }) =>
        code === null ? null : subjectOf(schemeOfCode(table, code), code, year ?? 9999, name ?? code),
    }),
    organization: organizationField(
      t,
      'organizationId',
      '机构；未按机构分组时为 null。Organization; null unless grouped by it.',
    ),
    reports: t.exposeInt('reports', { description: '由几份报告相加。How many reports were added up.' }),
    ...Object.fromEntries(
      totalMeasures.map((measure) => [
        measure,
        t.field({
          type: BudgetSum,
          nullable: true,
          description: descriptions[measure],
          resolve: (row): Sum | null => {
            const money = moneyOf(row[measure]);
            return money && { ...money, population: row.population, whole: row.whole?.[measure] ?? null };
          },
        }),
      ]),
    ),
  }),
});

const Group = builder.enumType('BudgetGroup', {
  description: '分组。What to group by.',
  values: {
    YEAR: { description: '年度。Fiscal year.' },
    CODE: { description: '科目（类、款或项）。Code.' },
    ORGANIZATION: { description: '机构。Organization.' },
  },
});

const TotalMeasureEnum = builder.enumType('BudgetTotalMeasure', {
  description: '按哪种数从大到小。Largest first by this number.',
  values: Object.fromEntries(
    totalMeasures.map((measure) => [measure, { value: measure, description: descriptions[measure] }]),
  ) as Record<TotalMeasure, { value: TotalMeasure; description: string }>,
});

/** A level that never has the table, or a table whose lines are no classification, would answer with nothing at all. */
function checkLines(level: string, table: string, isSaid: boolean, side: Side | null): void {
  const { of, layout, label, side: own } = formOf(table);
  const sides: readonly Side[] = layout === 'BALANCE' ? ['REVENUE', 'EXPENDITURE'] : [own];
  if (side !== null && !sides.includes(side)) {
    throw badInput(
      `《${label.zh}》没有 side: ${side} 这一方；它有：${sides.join('、')}。`,
      `"${label.en}" has no side ${side}; it has: ${sides.join(', ')}.`,
    );
  }
  const owner = ownerOf(level);
  if (of !== 'ANY' && of !== owner) {
    const known = forms.filter((form) => form.of === owner).map(({ code }) => code);
    throw badInput(
      `${level} 没有《${label.zh}》；这一层级的表有：${known.join('、')}。`,
      `"${label.en}" is no table of ${level}; it has: ${known.join(', ')}.`,
    );
  }
  const isOwn = table.endsWith('_OWN');
  if (level === 'COUNTY_TOTAL' && isOwn) {
    throw badInput(
      `《${label.zh}》是本级的表，请用 level: COUNTY_OWN。`,
      `"${label.en}" is of the own level: ask with level: COUNTY_OWN.`,
    );
  }
  if (layout === 'DEBT' && !isSaid) {
    throw badInput(
      '债务表须用 codes 指明项目：LIMIT 限额、BALANCE_START 年初余额、ISSUED 发行、REPAID 还本、BALANCE_END 年末余额。',
      'for tables of debt name the item in codes: LIMIT, BALANCE_START, ISSUED, REPAID or BALANCE_END.',
    );
  }
}

/** 项, below which no classification goes. */
const deepest = 3;
const mostGroups = 1_000;

builder.queryField('budgetTotals', (t) =>
  t.field({
    type: [BudgetTotal],
    description:
      '各机构、各年度预决算的合计，如历年教育支出、各部门“三公”经费排名、一个部门十年的预算与决算。一次只在一个层级、一张表的一方、一级科目上相加，不会重复计算；收支都列的表（如 SUMMARY、APPROPRIATION_SUMMARY）默认取支出方。Sums over budgets and final accounts. One level, one side of one table and one depth of the classification at a time, so that nothing is counted twice; of a table with both sides (SUMMARY, APPROPRIATION_SUMMARY and the like) the expenditure, unless side says otherwise.',
    args: {
      level: t.arg({ type: BudgetLevel, required: true, description: '层级。Whose money.' }),
      table: t.arg({ type: BudgetForm, required: true, description: '哪一张表。Which table.' }),
      component: t.arg({ type: BudgetComponent, description: '分项，默认合计（TOTAL）。Component; TOTAL by default.' }),
      side: t.arg({
        type: BudgetSide,
        description:
          '收支都列的表取哪一方，默认支出（EXPENDITURE）；表没有的一方报错。Which side of a table that has both; EXPENDITURE by default, and an error where the table has no such side.',
      }),
      codes: t.arg.stringList({
        description:
          '只取这些科目：代码或类、款的名称，如 ["205"]、["教育支出"]。Only these, by code or by the name of a class or group.',
      }),
      under: t.arg.string({ description: '只取此科目的下一级，如 205 之下的款。The codes one level below this one.' }),
      depth: t.arg.int({
        description:
          '科目级次：0 合计，1 类（默认），2 款，3 项。Depth: 0 totals, 1 classes (default), 2 groups, 3 items.',
      }),
      fromYear: t.arg.int({ description: '自哪一年。From this fiscal year.' }),
      toYear: t.arg.int({ description: '至哪一年。To this fiscal year.' }),
      organizations: t.arg.stringList({
        description:
          '只取这些机构：统一社会信用代码或名称，如“县财政局”。Only these organizations, by credit code or any written name.',
      }),
      groupBy: t.arg({
        type: [Group],
        required: true,
        defaultValue: ['YEAR'],
        description: '分组，默认按年度。Groups, by year unless said otherwise.',
      }),
      orderBy: t.arg({
        type: TotalMeasureEnum,
        description:
          '按这种数从大到小；默认按分组次序。Largest first by this number; in the order of the groups by default.',
      }),
      first: t.arg.int({
        description: `只取前几组，1–${mostGroups}；不给则全部，多于 ${mostGroups} 组时报错，不会少给。Only the first so many groups; all of them without it, and an error where there are more than ${mostGroups}: an answer is never cut short unasked.`,
      }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
    },
    complexity: ({ first }) => ({ field: 20, multiplier: Math.min(first ?? 100, 100) }),
    resolve: async (_, args, context, info) => {
      const { first, depth, fromYear, toYear } = args;
      if (first != null && (first < 1 || first > mostGroups))
        throw badInput(
          `first 为 ${first}，须在 1 到 ${mostGroups} 之间。`,
          `first is ${first}; it must be 1 to ${mostGroups}.`,
        );
      if (depth != null && (depth < 0 || depth > deepest))
        throw badInput(
          `depth 为 ${depth}，须在 0 到 ${deepest} 之间：0 合计，1 类，2 款，3 项。`,
          `depth is ${depth}; it must be 0 to ${deepest}: 0 totals, 1 classes, 2 groups, 3 items.`,
        );
      if (fromYear != null && toYear != null && toYear < fromYear)
        throw badInput(
          `年度须由小到大：fromYear 为 ${fromYear}，toYear 为 ${toYear}。`,
          `Years must ascend: fromYear is ${fromYear}, toYear is ${toYear}.`,
        );
      if (args.codes && args.codes.length > 100) throw badInput('codes 至多 100 个。', 'codes takes at most 100.');
      if (args.organizations && args.organizations.length > 100)
        throw badInput('organizations 至多 100 个。', 'organizations takes at most 100.');
      const codes = args.codes == null ? null : codesAsked(args.table, args.codes);
      if (
        codes &&
        new Set(codes.map(({ length }) => length)).size > 1 &&
        !args.groupBy.includes('CODE') &&
        formOf(args.table).layout !== 'THREE_PUBLIC'
      ) {
        throw badInput(
          'codes 的级次不同，相加会重复计算；请只给同一级的科目，或加 groupBy: CODE。',
          'codes of different depths would be counted twice; give codes of one depth, or group by CODE.',
        );
      }
      checkLines(args.level, args.table, codes !== null || args.under != null || depth != null, args.side ?? null);
      const rows = await readTotals(context, momentOf(args, context), {
        level: args.level,
        table: args.table,
        component: args.component ?? 'TOTAL',
        side: args.side ?? null,
        codes,
        under: args.under == null ? null : underAsked(args.table, args.under),
        depth: depth ?? null,
        fromYear: args.fromYear ?? null,
        toYear: args.toYear ?? null,
        organizations: args.organizations ?? null,
        groupBy: [...new Set(args.groupBy)],
        orderBy: args.orderBy ?? null,
        first: first ?? mostGroups + 1,
        asked: namesAsked(info),
      });
      if (first == null && rows.length > mostGroups)
        throw badInput(
          `结果多于 ${mostGroups} 组；请用 fromYear、toYear、organizations 或 under 缩小范围，或用 first 只取前几组。`,
          `There are more than ${mostGroups} groups; ask for fewer years, organizations or codes, or for only the first with first.`,
        );
      const { orderBy } = args;
      return rows.map((row, index) => ({
        ...row,
        rank: orderBy != null && row[orderBy] === null ? null : index + 1,
        table: args.table,
      }));
    },
  }),
);
