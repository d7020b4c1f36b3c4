import type { Finding } from '../../../core/finding.ts';
import { finding, type Sentence } from '../../../core/finding-list.ts';
import { daysBetween } from '../../../core/local-date.ts';
import { type Fen, fen } from '../../../core/money.ts';
import { type Form, formOf, forms, owedForms } from '../forms.ts';
import { type BudgetLine, type BudgetReport, type BudgetTable, type Measure, measures } from '../model.ts';
import { differs, measureLabels, tolerance, unequal } from './sums.ts';

/** A table and those of its lines that were kept. */
export interface CheckedTable {
  readonly table: BudgetTable;
  readonly lines: readonly BudgetLine[];
}

type Find = (line: BudgetLine) => boolean;

const is =
  (code: string, component = 'TOTAL', side?: string): Find =>
  (line) =>
    line.code === code && line.component === component && (side === undefined || line.side === side);

/** The whole of a table: 本年合计, or 总计 where that is all it prints. */
const whole =
  (component = 'TOTAL', side?: string): Find =>
  (line) =>
    line.component === component &&
    (line.code === 'YEAR_TOTAL' || line.code === 'GRAND_TOTAL') &&
    (side === undefined || line.side === side);

interface Equality {
  readonly rule: string;
  readonly left: readonly [form: string, find: Find, name: Sentence];
  readonly right: readonly [form: string, find: Find, name: Sentence];
}

const say = (form: string, zh: string, en: string): Sentence => [
  `《${formOf(form).label.zh}》${zh}`,
  `${en} of "${formOf(form).label.en}"`,
];

/** Totals that two tables of one report print alike (部门决算表 01–09). */
const equalities: readonly Equality[] = [
  {
    rule: 'table-totals-differ',
    left: ['REVENUE', whole(), say('REVENUE', '合计', 'the total')],
    right: ['SUMMARY', is('YEAR_TOTAL', 'TOTAL', 'REVENUE'), say('SUMMARY', '本年收入合计', 'revenue of the year')],
  },
  {
    rule: 'table-totals-differ',
    left: ['EXPENDITURE', whole(), say('EXPENDITURE', '合计', 'the total')],
    right: [
      'SUMMARY',
      is('YEAR_TOTAL', 'TOTAL', 'EXPENDITURE'),
      say('SUMMARY', '本年支出合计', 'expenditure of the year'),
    ],
  },
  {
    rule: 'table-totals-differ',
    left: ['APPROPRIATION', whole(), say('APPROPRIATION', '合计', 'the total')],
    right: [
      'APPROPRIATION_SUMMARY',
      is('YEAR_TOTAL', 'GENERAL', 'EXPENDITURE'),
      say('APPROPRIATION_SUMMARY', '一般公共预算本年支出合计', 'expenditure from the general public budget'),
    ],
  },
  {
    rule: 'table-totals-differ',
    left: ['APPROPRIATION_BASIC', whole(), say('APPROPRIATION_BASIC', '合计', 'the total')],
    right: ['APPROPRIATION', whole('BASIC'), say('APPROPRIATION', '基本支出', 'basic expenditure')],
  },
];

/** 收入总计 = 支出总计 across the two tables of a fund. */
const balances: readonly Equality[] = (['GENERAL', 'FUND', 'CAPITAL', 'INSURANCE'] as const).map((fund) => ({
  rule: 'revenue-differs-from-expenditure',
  left: [`${fund}_REVENUE`, is('GRAND_TOTAL'), say(`${fund}_REVENUE`, '总计', 'the grand total')],
  right: [`${fund}_EXPENDITURE`, is('GRAND_TOTAL'), say(`${fund}_EXPENDITURE`, '总计', 'the grand total')],
}));

const amountsOf = (tables: readonly CheckedTable[], form: string, find: Find) => {
  const found = tables.find(({ table, lines }) => table.form === form && lines.some(find));
  const line = found?.lines.find(find);
  return found && line ? { table: found.table, line } : null;
};

function* checkEqualities(tables: readonly CheckedTable[]): Generator<Finding> {
  for (const { rule, left, right } of [...equalities, ...balances]) {
    const [one, other] = [amountsOf(tables, left[0], left[1]), amountsOf(tables, right[0], right[1])];
    if (!one || !other) continue;
    for (const measure of measures) {
      const [stated, computed] = [one.line[measure], other.line[measure]];
      if (stated === null || computed === null) continue;
      const coarser = tolerance(one.table, 1) > tolerance(other.table, 1) ? one.table : other.table;
      if (!differs(stated, computed, tolerance(coarser, 2))) continue;
      yield unequal({
        rule,
        table: one.table,
        row: one.line.row,
        column: measureLabels[measure][0],
        name: left[2],
        stated,
        computed,
        parts: right[2],
      });
    }
  }
}

const economicItems: readonly (readonly [item: string, codes: readonly string[], label: Sentence])[] = [
  ['ABROAD', ['30212'], ['因公出国（境）费', 'travel abroad']],
  ['RECEPTION', ['30217'], ['公务接待费', 'receptions']],
  ['VEHICLE_RUNNING', ['30231'], ['公务用车运行维护费', 'running of vehicles']],
  ['VEHICLE_PURCHASE', ['31013', '30913'], ['公务用车购置费', 'purchase of vehicles']],
];

/**
 * 三公 against the economic classification: 出国 30212, 接待 30217, 运行 30231, 购置 31013 and 30913. The table of basic
 * expenditure lacks what projects spend, so it may show less, never more.
 */
function* checkEconomic(tables: readonly CheckedTable[]): Generator<Finding> {
  const economic = tables.find(({ table }) => table.form === 'APPROPRIATION_BASIC');
  const expenses = tables.find(({ table }) => table.form === 'THREE_PUBLIC');
  if (!economic || !expenses) return;
  for (const [item, codes, label] of economicItems) {
    const expense = expenses.lines.find(({ code, body }) => code === item && body === null);
    const lines = economic.lines.filter(
      ({ code, component }) => component === 'TOTAL' && code !== null && codes.includes(code),
    );
    if (!expense || lines.length === 0) continue;
    for (const measure of measures) {
      const stated = expense[measure];
      if (stated === null || lines.every((line) => line[measure] === null)) continue;
      const spent = fen(lines.reduce<bigint>((sum, line) => sum + (line[measure] ?? 0n), 0n));
      const allowed = tolerance(expenses.table, 1) + tolerance(economic.table, lines.length);
      if (!differs(stated, spent, allowed)) continue;
      const found = unequal({
        rule: 'three-public-economic',
        table: expenses.table,
        row: expense.row,
        column: measureLabels[measure][0],
        name: label,
        stated,
        computed: spent,
        parts: [
          `《${formOf('APPROPRIATION_BASIC').label.zh}》${codes.join('、')}`,
          `${codes.join(', ')} in "${formOf('APPROPRIATION_BASIC').label.en}"`,
        ],
      });
      yield spent > stated ? found : { ...found, severity: 'WARNING' };
    }
  }
}

const debtItems = ['LIMIT', 'BALANCE_START', 'BALANCE_END', 'ISSUED', 'REPAID'] as const;

/** The table of all debt = that of general debt + that of special debt. */
function* checkDebtTables(tables: readonly CheckedTable[]): Generator<Finding> {
  for (const item of debtItems) {
    const all = amountsOf(tables, 'DEBT', is(item));
    const general = amountsOf(tables, 'DEBT_GENERAL', (line) => line.code === item);
    const special = amountsOf(tables, 'DEBT_SPECIAL', (line) => line.code === item);
    if (!all || !general || !special) continue;
    for (const measure of measures) {
      const [stated, left, right] = [all.line[measure], general.line[measure], special.line[measure]];
      if (
        stated === null ||
        left === null ||
        right === null ||
        !differs(stated, fen(left + right), tolerance(all.table, 3))
      )
        continue;
      yield unequal({
        rule: 'debt-total',
        table: all.table,
        row: all.line.row,
        column: measureLabels[measure][0],
        name: [`“${all.line.name}”`, `"${all.line.name}"`],
        stated,
        computed: fen(left + right),
        parts: ['一般债务表 + 专项债务表', 'the tables of general and of special debt'],
      });
    }
  }
}

/** The tables a body owes that a report lacks. */
export function missingForms(owner: Form['of'], report: Pick<BudgetReport, 'stage' | 'tables'>): readonly Form[] {
  const present = new Set(report.tables.map(({ form }) => form));
  return owedForms(owner, report.stage).filter(({ code }) => !present.has(code));
}

function* checkMissing(owner: Form['of'], report: BudgetReport): Generator<Finding> {
  const missing = missingForms(owner, report);
  // Detailed lines are nobody's statutory tables.
  if (missing.length === 0 || report.tables.every(({ form }) => form === 'DETAIL')) return;
  yield finding(
    'tables-missing',
    'NOTICE',
    {},
    [
      `还缺 ${missing.length} 张应公开的表：${missing.map(({ label }) => label.zh).join('、')}。`,
      `${missing.length} tables that must be published are not in this file: ${missing.map(({ label }) => label.en).join('; ')}.`,
    ],
    ['没有数据的表也须列出空表并说明。', 'A table without figures must be published too, empty and with a statement.'],
  );
}

const longestDays = 20;

/** 批准后 20 日内公开（预算法第十四条）: calendar days. */
function* checkDays({ approvedOn, disclosedOn }: BudgetReport): Generator<Finding> {
  if (!approvedOn || !disclosedOn) return;
  const days = daysBetween(approvedOn, disclosedOn);
  const late = days > longestDays;
  if (!late && days >= 0) return;
  yield finding(
    late ? 'published-late' : 'disclosed-before-approval',
    late ? 'WARNING' : 'ERROR',
    {},
    late
      ? [
          `批准后第 ${days} 日才公开，超过 ${longestDays} 日（预算法第十四条）。`,
          `Disclosed ${days} days after approval; the law allows ${longestDays} (Budget Law, article 14).`,
        ]
      : [
          `公开日期 ${disclosedOn} 早于批准日期 ${approvedOn}。`,
          `It was disclosed on ${disclosedOn}, before its approval on ${approvedOn}.`,
        ],
    late
      ? ['公开时请说明迟延的原因。', 'State the reason for the delay.']
      : ['请核对两个日期。', 'Check the two days.'],
  );
}

/** What is wrong across the tables of one report. */
export function* checkReport(
  owner: Form['of'],
  report: BudgetReport,
  tables: readonly CheckedTable[],
): Generator<Finding> {
  yield* checkEqualities(tables);
  yield* checkEconomic(tables);
  yield* checkDebtTables(tables);
  yield* checkMissing(owner, report);
  yield* checkDays(report);
}

/** An edition states the whole: a table of the one before that this one lacks is no longer shown. */
export function* checkDropped(report: BudgetReport, published: ReadonlySet<string>): Generator<Finding> {
  const kept = new Set(report.tables.map(({ form }) => form));
  const dropped = forms.filter(({ code }) => published.has(code) && !kept.has(code));
  if (dropped.length === 0) return;
  yield finding(
    'tables-dropped',
    'WARNING',
    {},
    [
      `现行版本有、本次文件没有的表 ${dropped.length} 张：${dropped.map(({ label }) => label.zh).join('、')}；发布后读者将看不到这些表。`,
      `${dropped.length} tables of the live edition are not in this file: ${dropped.map(({ label }) => label.en).join('; ')}; once it is published, readers no longer see them.`,
    ],
    [
      '新的一版须包含全部各表：请把这些表并入同一文件再导入；确需撤下的，请写明变更说明。',
      'An edition holds all tables: put them into the same file and import again, or say in the change note why they go.',
    ],
  );
}

/** An amount already published, by table, code and component. */
export interface PublishedAmount {
  readonly form: string;
  readonly code: string;
  readonly component: string;
  readonly approved: Fen;
}

/** 预算数 in the accounts = the budget that was published (same code, same year). */
export function* checkAgainstBudget(report: BudgetReport, budget: readonly PublishedAmount[]): Generator<Finding> {
  const known = new Map(budget.map((one) => [`${one.form} ${one.code} ${one.component}`, one.approved]));
  const measure: Measure = 'approved';
  for (const line of report.lines) {
    const table = report.tables[line.table];
    const stated = line[measure];
    if (!table || stated === null || line.code === null) continue;
    const published = known.get(`${table.form} ${line.code} ${line.component}`);
    if (published === undefined || !differs(stated, published, tolerance(table, 2))) continue;
    const found = unequal({
      rule: 'differs-from-approved-budget',
      table,
      row: line.row,
      column: measureLabels[measure][0],
      name: [`“${line.name}”预算数`, `The budget of "${line.name}"`],
      stated,
      computed: published,
      parts: ['此前公开的预算', 'the budget published before'],
    });
    yield { ...found, severity: 'WARNING' };
  }
}
