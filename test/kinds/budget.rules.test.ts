import { describe, expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import { readBudget } from '../../api/disclosures/budget/read/read.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

type Sheets = Readonly<Record<string, Rows>>;
type Said = Readonly<Record<string, string>>;

const told = { 公开属性: '主动公开' };

/** What the rules say of a report, apart from the tables it lacks and the level it does not name. */
async function found(sheets: Sheets, given: Said = {}, mapping: Said = {}): Promise<Finding[]> {
  const { findings } = await readBudget(sourceOf(sheets, { ...told, ...given }, mapping));
  return findings.filter(({ rule }) => rule !== 'tables-missing' && rule !== 'level-assumed');
}

const rulesOf = async (sheets: Sheets, given: Said = {}): Promise<string[]> =>
  (await found(sheets, given)).map(({ rule, row }) => (row === undefined ? rule : `${rule} ${row}`));

/** One sheet, its title and unit above it. */
const sheet = (title: string, unit: string, rows: Rows): Sheets => ({ 表: [[title], [`单位：${unit}`], ...rows] });

const change = (rows: Rows, row: number, column: number, value: string | number | null): Rows =>
  rows.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells));

interface Promise_ {
  readonly rule: string;
  readonly title: string;
  readonly unit?: string;
  readonly good: Rows;
  /** Row, column and value that break it, and the row of the finding in the source. */
  readonly bad: readonly [row: number, column: number, value: string | number | null, at: number];
  readonly given?: Said;
}

const balance: Rows = [
  ['收入', '决算数', '支出', '决算数'],
  ['本级收入', 238965, '本级支出', 623396],
  ['上年结转', 4550, '上解支出', 33067],
  ['上级补助收入', 318586, '债务还本支出', 268007],
  ['债券转贷收入', 268000, '安排稳定调节基金', 365],
  ['调入资金', 98065, '年终结余', 4558],
  ['动用稳定调节基金', 1227, null, null],
  ['收入总计', 929393, '支出总计', 929393],
];

const revenue: Rows = [
  ['科目编码', '科目名称', '预算数', '调整预算数', '决算数'],
  ['101', '税收收入', 90, 95, '100'],
  ['10101', '增值税', 60, 65, 70],
  ['10104', '企业所得税', 30, 30, 30],
  ['103', '非税收入', 10, 10, 10],
  [null, '本年收入合计', 100, 105, 110],
];

const spending: Rows = [
  ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ['合计', null, '1,000.50', '600.50', '400.00'],
  ['201', '一般公共服务支出', '900.50', '500.50', '400'],
  ['20106', '财政事务', '900.50', '500.50', '400'],
  ['2010601', '行政运行', '500.50', '500.50', null],
  ['2010602', '一般行政管理事务', '400', null, '400'],
  ['208', '社会保障和就业支出', '100', '100', '—'],
  ['20805', '行政事业单位养老支出', '100', '100', null],
  ['2080505', '机关事业单位基本养老保险缴费支出', '100', '100', null],
];

const expenses: Rows = [
  ['项目', '预算数'],
  ['合计', 4432],
  ['1、因公出国（境）费用', 39],
  ['2、公务接待费', 323],
  ['3、公务用车购置及运行维护费', 4070],
  ['其中：公务用车购置费', 2648],
  ['公务用车运行维护费', 1422],
];

const debt: Rows = [
  ['项目', '合计', '一般债务', '专项债务'],
  ['2019年末债务余额', 65.96, 48.99, 16.97],
  ['2020年债务限额', 152.5, 89, 63.5],
  ['2020年债务发行额', 30.58, 14.39, 16.19],
  ['2020年债务还本额', 12.1, 11.41, 0.69],
  ['2020年末债务余额', 84.44, 51.97, 32.47],
];

const department = { 机构: '桓台县财政局', 层级: '部门', 年度: '2021' };
const finalAccounts = { ...department, 阶段: '决算' };

const promises: readonly Promise_[] = [
  {
    rule: 'total-differs-from-parts',
    title: '2021年丰都县一般公共预算收支决算表',
    good: balance,
    bad: [1, 1, 238975, 10],
  },
  {
    rule: 'revenue-differs-from-expenditure',
    title: '2021年丰都县一般公共预算收支决算表',
    good: balance.slice(0, 1).concat(balance.slice(7)),
    bad: [1, 3, 929390, 4],
  },
  {
    rule: 'sum-of-children',
    title: '2021年某县一般公共预算收入决算表',
    good: revenue,
    bad: [2, 4, 75, 4],
    given: { 机构: '某县人民政府' },
  },
  {
    rule: 'tax-and-non-tax',
    title: '2021年某县一般公共预算收入决算表',
    good: revenue,
    bad: [5, 4, 115, 8],
    given: { 机构: '某县人民政府' },
  },
  { rule: 'unknown-code', title: '支出决算表', good: spending, bad: [6, 0, '298', 9], given: finalAccounts },
  { rule: 'malformed-code', title: '支出决算表', good: spending, bad: [8, 0, '208050', 11], given: finalAccounts },
  {
    rule: 'components-of-expenditure',
    title: '支出决算表',
    good: spending,
    bad: [4, 3, '500.40', 7],
    given: finalAccounts,
  },
  { rule: 'three-public-total', title: '2021年江北区“三公”经费预算表', good: expenses, bad: [3, 1, 333, 4] },
  { rule: 'three-public-vehicles', title: '2021年江北区“三公”经费预算表', good: expenses, bad: [6, 1, 1432, 7] },
  {
    rule: 'three-public-negative',
    title: '2021年江北区“三公”经费预算表',
    good: expenses,
    bad: [3, 1, -323, 6],
  },
  {
    rule: 'duplicate-item',
    title: '2021年江北区“三公”经费预算表',
    good: [...expenses, ['国内接待费', 100]],
    bad: [7, 0, '公务接待费', 10],
  },
  {
    rule: 'duplicate-item',
    title: '2021年某县一般公共预算收入决算表',
    good: [...revenue, [null, '收入总计', 100, 105, 111]],
    bad: [6, 1, '收入合计', 9],
    given: { 机构: '某县人民政府' },
  },
  {
    rule: 'count-negative',
    title: '2021年江北区“三公”经费预算表',
    good: [...expenses, ['公务用车保有量（辆）', '1,345']],
    bad: [7, 1, '-345', 10],
  },
  {
    rule: 'count-not-whole',
    title: '2021年江北区“三公”经费预算表',
    good: [...expenses, ['公务用车购置数（辆）', '100.00']],
    bad: [7, 1, '100.5', 10],
  },
  {
    rule: 'debt-balance',
    title: '綦江区2020年地方政府债务限额和余额决算表',
    unit: '亿元',
    good: debt,
    bad: [3, 2, 14.93, 8],
  },
  {
    rule: 'debt-over-limit',
    title: '綦江区2020年地方政府债务限额和余额决算表',
    unit: '亿元',
    good: debt,
    bad: [2, 2, 51.96, 8],
  },
  {
    rule: 'debt-total',
    title: '綦江区2020年地方政府债务限额和余额决算表',
    unit: '亿元',
    good: debt,
    bad: [2, 1, 152.6, 5],
  },
];

describe.each(promises)('$rule', ({ rule, title, unit = '万元', good, bad: [row, column, value, at], given = {} }) => {
  test('a table that keeps it has nothing found', async () => {
    expect(await rulesOf(sheet(title, unit, good), given)).toEqual([]);
  });
  test('a table that breaks it is told where, in both languages, with what to do', async () => {
    const broken = await found(sheet(title, unit, change(good, row, column, value)), given);
    const told = broken.find((each) => each.rule === rule);
    expect(told, JSON.stringify(broken)).toMatchObject({ rule, severity: 'ERROR', row: at, sheet: '表' });
    expect(told?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(told?.message.en).toMatch(/[A-Za-z]/);
    expect(told?.remedy?.zh).toBeTruthy();
  });
});

describe('codes belong to their year', () => {
  const one = (code: string, name: string, year: string) =>
    rulesOf(
      sheet('支出决算表', '万元', [
        ['科目编码', '科目名称', '本年支出合计'],
        [code, name, 1],
      ]),
      { ...finalAccounts, 年度: year },
    );

  test('a class that has retired is refused, in its own years it is good', async () => {
    expect(await one('218', '地震灾后恢复重建支出', '2012')).toEqual([]);
    expect(await one('218', '地震灾后恢复重建支出', '2021')).toEqual(['code-not-in-year 4']);
    expect(await one('224', '灾害防治及应急管理支出', '2021')).toEqual([]);
    expect(await one('224', '灾害防治及应急管理支出', '2016')).toEqual(['code-not-in-year 4']);
  });
  test('a code keeps its number when its name changes', async () => {
    expect(await one('210', '卫生健康支出', '2021')).toEqual([]);
    expect(await one('210', '医疗卫生与计划生育支出', '2017')).toEqual([]);
    expect(await one('210', '医疗卫生与计划生育支出', '2021')).toEqual(['name-differs-from-code 4']);
  });
});

describe('rounded tables', () => {
  test('a sum may be off by half of the last decimal for each term, and not by more', async () => {
    const rows = (total: string): Rows => [
      ['科目编码', '科目名称', '本年支出合计'],
      ['205', '教育支出', total],
      ['20501', '教育管理事务', '10.3'],
      ['20502', '普通教育', '20.3'],
    ];
    expect(await rulesOf(sheet('支出决算表', '万元', rows('30.7')), finalAccounts)).toEqual([]);
    expect(await rulesOf(sheet('支出决算表', '万元', rows('30.9')), finalAccounts)).toEqual(['sum-of-children 4']);
  });
});

describe('numbers that are legal', () => {
  test('negative amounts are figures like others, and an empty cell is not zero', async () => {
    const { content } = await readBudget(
      sourceOf(
        sheet('支出决算表', '万元', [
          ['科目编码', '科目名称', '本年支出合计', '基本支出'],
          ['205', '教育支出', '-1.50', '—'],
          ['206', '科学技术支出', '0', ''],
        ]),
        { ...finalAccounts, ...told },
      ),
    );
    expect([...content.lines].map(({ code, component, final }) => [code, component, final])).toEqual([
      ['205', 'TOTAL', -1_500_000n],
      ['206', 'TOTAL', 0n],
    ]);
  });
});

describe('percentages in words and tables', () => {
  const said = (text: string) =>
    rulesOf({ ...sheet('支出决算表', '万元', spending), 情况说明: [[text]] }, finalAccounts);

  test.each([
    [
      '2021年度财政拨款支出年初预算为472.9万元，支出决算为500.12万元，完成年初预算的105.76%。',
      '2021年度财政拨款支出年初预算为472.9万元，支出决算为500.12万元，完成年初预算的27.22%。',
    ],
    [
      '与上年相比，支出决算500.12万元，增加31.01万元，增长6.61%。',
      '与上年相比，支出决算500.12万元，增加31.01万元，增长6.76%。',
    ],
    ['公务接待费由5.31万元减少至5.21万元，下降1.88%。', '公务接待费由5.31万元减少至5.21万元，下降0.006%。'],
  ])('%s', async (good, bad) => {
    expect(await said(good)).toEqual([]);
    expect(await said(bad)).toEqual(['percentage-differs 1']);
  });

  test('a column of percentages is computed again', async () => {
    const rows = (share: string): Rows => [
      ['科目编码', '科目名称', '预算数', '决算数', '决算数为预算数的%'],
      ['205', '教育支出', 200, 210, share],
    ];
    const given = { 机构: '某县人民政府' };
    const title = '2021年某县一般公共预算支出决算表';
    expect(await rulesOf(sheet(title, '万元', rows('105.00')), given)).toEqual([]);
    expect(await rulesOf(sheet(title, '万元', rows('105')), given)).toEqual([]);
    expect(await rulesOf(sheet(title, '万元', rows('95.2')), given)).toEqual(['percentage-differs 4']);
  });
});

describe('vehicles', () => {
  const vehicles = (bought: number, held: number | null) =>
    found(
      sheet('2021年江北区“三公”经费预算表', '万元', [
        ...expenses,
        ['公务用车购置数（辆）', bought],
        ['公务用车保有量（辆）', held],
      ]),
    );
  test('are not fewer than were bought in the year', async () => {
    expect(await vehicles(5, 5)).toEqual([]);
    expect(await vehicles(5, null)).toEqual([]);
    expect(await vehicles(100, 5)).toMatchObject([
      { rule: 'vehicles-bought-exceed-held', severity: 'WARNING', row: 11, sheet: '表', column: '预算数' },
    ]);
  });
});

describe('across the tables of one report', () => {
  const basic: Rows = [
    ['经济分类科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    [null, '合计', '600.50', '500.50', '100'],
    ['301', '工资福利支出', '500.50', '500.50', null],
    ['302', '商品和服务支出', '100', null, '100'],
    ['30217', '公务接待费', '10', null, '10'],
    ['30201', '办公费', '90', null, '90'],
  ];
  const public3 = (reception: number): Rows => [
    ['项目', '决算数'],
    ['合计', reception],
    ['因公出国（境）费', 0],
    ['公务用车购置及运行维护费', 0],
    ['公务接待费', reception],
  ];
  const report = (appropriation: Rows, reception: number): Sheets => ({
    一般公共预算财政拨款支出决算表: [['单位：万元'], ...appropriation],
    一般公共预算财政拨款基本支出决算表: [['单位：万元'], ...basic],
    一般公共预算财政拨款三公经费支出决算表: [['单位：万元'], ...public3(reception)],
  });

  test('basic expenditure is the same in both tables', async () => {
    expect(await rulesOf(report(spending, 10), finalAccounts)).toEqual([]);
    const other = basic.map((row, index) =>
      index === 1
        ? [null, '合计', '600.60', '500.60', '100']
        : index === 2
          ? ['301', '工资福利支出', '500.60', '500.60', null]
          : row,
    );
    expect(
      await rulesOf(
        { ...report(spending, 10), 一般公共预算财政拨款基本支出决算表: [['单位：万元'], ...other] },
        finalAccounts,
      ),
    ).toEqual(['table-totals-differ 3']);
  });
  test('receptions are those of the economic classification', async () => {
    expect(await rulesOf(report(spending, 9), finalAccounts)).toEqual(['three-public-economic 6']);
  });
});

describe('an empty table', () => {
  const empty = (note: string | null): Sheets => ({
    政府性基金预算财政拨款收入支出决算表: [
      ['单位：万元'],
      ['项目', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'],
      ['合计', null, null, null, null],
      ...(note ? [[note]] : []),
    ],
  });
  test('is published with its statement; without one it is refused', async () => {
    expect(await rulesOf(empty('注：本部门没有政府性基金预算财政拨款收支。'), finalAccounts)).toEqual([]);
    expect(await rulesOf(empty(null), finalAccounts)).toEqual(['empty-table-without-statement']);
  });
});

describe('the days of the law', () => {
  const on = (approved: string, disclosed: string) =>
    rulesOf(sheet('支出决算表', '万元', spending), { ...finalAccounts, 批准日期: approved, 公开日期: disclosed });
  test('disclosure follows approval within twenty days', async () => {
    expect(await on('2022年8月25日', '2022年9月14日')).toEqual([]);
    expect(await on('2022.8.25', '2022.9.15')).toEqual(['published-late']);
    expect(await on('44798', '44797')).toEqual(['disclosed-before-approval']);
  });
});
