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

const department = { 机构: '桓台县财政局', 层级: '部门', 年度: '2021' };
const finalAccounts = { ...department, 阶段: '决算' };

describe('what is not certain is asked for', () => {
  test('year, stage, body, unit and the meaning of columns', async () => {
    expect(
      await rulesOf({
        支出表: [
          ['科目编码', '科目名称', '本年支出合计', '不明数'],
          ['205', '教育支出', 1, 2],
        ],
      }),
    ).toEqual([
      'fiscal-year-missing',
      'stage-missing',
      'body-missing',
      'level-missing',
      'unit-missing',
      'unknown-column 1',
    ]);
  });
  test('a column that was explained is read', async () => {
    const sheets = sheet('支出决算表', '万元', [
      ['科目编码', '科目名称', '本年支出合计', '不明数'],
      ['205', '教育支出', 1, 2],
    ]);
    expect((await found(sheets, finalAccounts, { 不明数: 'ignore' })).map(({ rule }) => rule)).toEqual([]);
    expect((await found(sheets, finalAccounts, { 不明数: 'nonsense' })).map(({ rule }) => rule)).toContain(
      'unknown-meaning',
    );
  });
  test('two columns of one label, until one is named by its letter', async () => {
    const sheets = sheet('2021年某县一般公共预算支出决算表', '万元', [
      ['科目编码', '科目名称', '决算数', '决算数'],
      ['205', '教育支出', 1, 2],
    ]);
    const given = { 机构: '某县人民政府' };
    const [told] = await found(sheets, given);
    expect(told).toMatchObject({ rule: 'duplicate-column', severity: 'ERROR', row: 3 });
    expect(told?.remedy?.zh).toContain('--map "表!D=ignore"');
    expect(await found(sheets, given, { '表!D': 'ignore' })).toMatchObject([
      { rule: 'column-ignored', severity: 'NOTICE', sheet: '表' },
    ]);
  });
  test('a fact that there is not is told with those there are', async () => {
    const [told, ...others] = await found(sheet('支出决算表', '万元', spending), { ...finalAccounts, a: 'b' });
    expect(told).toMatchObject({ rule: 'unknown-fact', severity: 'WARNING', column: 'a' });
    expect(told?.remedy?.zh).toContain('层级');
    expect(others).toEqual([]);
  });
  test('final figures above the adjusted budget are told, not refused', async () => {
    const rows: Rows = [
      ['科目编码', '科目名称', '预算数', '调整预算数', '决算数'],
      ['205', '教育支出', 1, 2, 3],
    ];
    const [told] = await found(sheet('2021年某县一般公共预算支出决算表', '万元', rows), { 机构: '某县人民政府' });
    expect(told).toMatchObject({ rule: 'final-exceeds-adjusted', severity: 'WARNING', row: 4 });
  });
});
