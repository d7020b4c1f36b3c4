import { describe, expect, test } from 'vitest';
import type { Merge } from '../../api/core/grid.ts';
import { readBudget } from '../../api/disclosures/budget/read/read.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const given = { 公开属性: '主动公开', 机构: '桓台县财政局', 层级: '部门', 年度: '2023', 阶段: '决算', 单位: '万元' };

const read = (name: string, rows: Rows, said: Readonly<Record<string, string>> = given, mapping = {}) =>
  readBudget(sourceOf({ [name]: rows }, said, mapping));
const linesOf = async (name: string, rows: Rows, said: Readonly<Record<string, string>> = given, mapping = {}) =>
  [...(await read(name, rows, said, mapping)).content.lines].map(({ code, component, final }) => [
    code,
    component,
    final === null ? null : Number(final / 1_000_000n),
  ]);

describe('tables as departments really publish them', () => {
  test('类, 款 and 项 in columns of their own, headers over several rows, numbers of the columns', async () => {
    const rows: Rows = [
      ['科目编码', null, null, '科目名称', '本年支出', null, null],
      ['类', '款', '项', null, '合计', '基本支出', '项目支出'],
      ['栏次', null, null, null, 1, 2, 3],
      [null, null, null, '合计', 30, 20, 10],
      ['205', null, null, '教育支出', 30, 20, 10],
      ['205', '02', null, '普通\n教育', 30, 20, 10],
      [null, null, '01', '学前教育', 10, 10, null],
      [null, null, '02', '小学教育', 20, 10, 10],
    ];
    expect(await linesOf('支出决算表', rows)).toEqual([
      ['YEAR_TOTAL', 'TOTAL', 30],
      ['YEAR_TOTAL', 'BASIC', 20],
      ['YEAR_TOTAL', 'PROJECT', 10],
      ['205', 'TOTAL', 30],
      ['205', 'BASIC', 20],
      ['205', 'PROJECT', 10],
      ['20502', 'TOTAL', 30],
      ['20502', 'BASIC', 20],
      ['20502', 'PROJECT', 10],
      ['2050201', 'TOTAL', 10],
      ['2050201', 'BASIC', 10],
      ['2050202', 'TOTAL', 20],
      ['2050202', 'BASIC', 10],
      ['2050202', 'PROJECT', 10],
    ]);
    const { content, findings } = await read('支出决算表', rows);
    expect(findings.filter(({ severity }) => severity !== 'NOTICE')).toEqual([]);
    expect([...content.lines].map(({ name }) => name)).toContain('普通教育');
  });

  test('merged headers: a label stands for all columns it covers', async () => {
    const source = sourceOf(
      {
        三公经费决算表: [
          ['单位', '预算数', null, null, null, null, null, '决算数', null, null, null, null, null],
          [
            null,
            '合计',
            '因公出国（境）费',
            '公务用车购置及运行维护费',
            null,
            null,
            '公务接待费',
            '合计',
            '因公出国（境）费',
            '公务用车购置及运行维护费',
            null,
            null,
            '公务接待费',
          ],
          [null, null, null, '小计', '购置费', '运行维护费', null, null, null, '小计', '购置费', '运行维护费', null],
          ['合计', 10, 1, 6, 2, 4, 3, 9, 0, 6, 2, 4, 3],
        ],
      },
      given,
    );
    const merges: Merge[] = [
      { top: 1, left: 1, bottom: 1, right: 6 },
      { top: 1, left: 7, bottom: 1, right: 12 },
      { top: 2, left: 3, bottom: 2, right: 5 },
      { top: 2, left: 9, bottom: 2, right: 11 },
    ];
    const merged = {
      ...source,
      workbook: {
        findings: [],
        grids: (async function* () {
          for await (const grid of source.workbook.grids) yield { ...grid, merges };
        })(),
      },
    };
    const { content, findings } = await readBudget(merged);
    expect(findings.filter(({ severity }) => severity !== 'NOTICE')).toEqual([]);
    expect(
      [...content.lines].map(({ code, approved, final }) => [code, Number(approved) / 1e6, Number(final) / 1e6]),
    ).toEqual([
      ['TOTAL', 10, 9],
      ['ABROAD', 1, 0],
      ['VEHICLES', 6, 6],
      ['VEHICLE_PURCHASE', 2, 2],
      ['VEHICLE_RUNNING', 4, 4],
      ['RECEPTION', 3, 3],
    ]);
  });

  test('full-width digits, separators, dashes, brackets, repeated headers and notes', async () => {
    const rows: Rows = [
      ['科目编码', '科目名称', '本年支出合计'],
      ['２０５', '教育支出', '１，２３４．５０'],
      ['科目编码', '科目名称', '本年支出合计'],
      ['206', '科学技术支出', '(3.00)'],
      ['207', '文化旅游体育与传媒支出', '——'],
      ['注：本表反映部门本年度支出情况。'],
    ];
    expect(await linesOf('支出决算表', rows)).toEqual([
      ['205', 'TOTAL', 1234],
      ['206', 'TOTAL', -3],
      ['207', 'TOTAL', null],
    ]);
    expect((await read('支出决算表', rows)).content.tables[0]?.statement).toBe('注：本表反映部门本年度支出情况。');
  });

  test('a table that prints names alone is read by the names of its year', async () => {
    const rows: Rows = [
      ['项目', '决算数'],
      ['一、一般公共服务支出', 5],
      ['二、教育支出', 7],
      ['十、卫生健康支出', 3],
      ['本年支出合计', 15],
    ];
    expect(
      (
        await linesOf('2023年某县一般公共预算支出决算表', rows, {
          公开属性: '主动公开',
          单位: '万元',
          机构: '某县人民政府',
        })
      ).map(([code]) => code),
    ).toEqual(['201', '205', '210', 'YEAR_TOTAL']);
  });

  test('a budget of another jurisdiction, in traditional characters, keeps its own tree', async () => {
    const rows: Rows = [
      ['款', '項', '目', '節', '科目名稱', '本年度預算數'],
      ['1', null, null, null, '教育支出', 30],
      ['1', '1', null, null, '國民\n教育', 30],
      ['1', '1', '1', null, '小學', 10],
      ['1', '1', '2', null, '中學', 20],
    ];
    const said = {
      公开属性: '主动公开',
      機構: '某市政府',
      机构: '某市人民政府',
      年度: '2023',
      单位: '千元',
      层级: '全县',
      表: 'GENERAL_EXPENDITURE',
      阶段: '预算',
    };
    const { content, findings } = await read('歲出預算表', rows, said);
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect([...content.lines].map(({ scheme, code, depth, approved }) => [scheme, code, depth, approved])).toEqual([
      ['OTHER', '1', 1, 3_000_000n],
      ['OTHER', '1.1', 2, 3_000_000n],
      ['OTHER', '1.1.1', 3, 1_000_000n],
      ['OTHER', '1.1.2', 3, 2_000_000n],
    ]);
  });

  test('levels are never mixed: a table that says 本级 is of the own level', async () => {
    const { content } = await readBudget(
      sourceOf(
        {
          全县: [['2023年某县全县一般公共预算支出决算表'], ['单位：万元'], ['项目', '决算数'], ['教育支出', 10]],
          本级: [['2023年某县一般公共预算本级支出决算表'], ['单位：万元'], ['项目', '决算数'], ['教育支出', 8]],
        },
        { 公开属性: '主动公开' },
      ),
    );
    expect(content.tables.map(({ form, level }) => [form, level])).toEqual([
      ['GENERAL_EXPENDITURE', 'COUNTY_TOTAL'],
      ['GENERAL_EXPENDITURE_OWN', 'COUNTY_OWN'],
    ]);
  });

  test('columns of any data set are read as explained, and remembered for that header alone', async () => {
    const rows: Rows = [
      ['Date', 'Supplier', 'Net Amount'],
      ['2023-04-01', 'A & B', '12.50'],
      ['2023-04-02', 'C', '-3'],
    ];
    const said = { ...given, 表: '收支明细', 单位: '元' };
    const mapping = { Date: 'day', Supplier: 'name', 'Net Amount': 'final' };
    const asked = await read('spend', rows, said);
    expect(asked.findings.some(({ severity }) => severity === 'ERROR')).toBe(true);
    const first = await read('spend', rows, said, mapping);
    expect([...first.content.lines].map(({ name, day, final }) => [name, day, final])).toEqual([
      ['A & B', '2023-04-01', 1250n],
      ['C', '2023-04-02', -300n],
    ]);
    const again = await readBudget({ ...sourceOf({ spend: rows }, said), remembered: first.memory ?? new Map() });
    expect([...again.content.lines]).toEqual([...first.content.lines]);
    const other: Rows = rows.map((row, index) => [...row, index === 0 ? 'Total' : 1]);
    const third = await readBudget({ ...sourceOf({ spend: other }, said), remembered: first.memory ?? new Map() });
    expect(third.findings.map(({ rule }) => rule)).toContain('unknown-column');
  });
});

test('a table whose only amount is none is not said to be empty', async () => {
  const { findings } = await read('支出表', [
    ['科目编码', '科目名称', '决算数'],
    ['205', '教育支出', 'abc'],
  ]);
  const rules = findings.map(({ rule }) => rule);
  expect(rules).toContain('not-a-number');
  expect(rules).not.toContain('empty-table-without-statement');
});

describe('what a cover says and cannot be read is told, never passed over', () => {
  const table: Rows = [
    ['2023年度部门决算收入支出决算总表'],
    ['部门：桓台县水利局', null, null, '单位：万元'],
    ['收入', '决算数', '支出', '决算数'],
    ['财政拨款收入', 10, '农林水支出', 10],
    ['本年收入合计', 10, '本年支出合计', 10],
  ];
  const cover = (facts: Record<string, string>): Rows =>
    Object.entries({
      机构: '桓台县水利局',
      年度: '2023',
      阶段: '决算',
      层级: '部门',
      公开属性: '主动公开',
      ...facts,
    }).map(([label, value]) => [`${label}：`, value]);
  const told = async (facts: Record<string, string>) =>
    (await readBudget(sourceOf({ 封面: cover(facts), 收入支出决算总表: table }))).findings
      .filter(({ rule }) => rule.startsWith('fact') || rule === 'missing-attribute')
      .map(({ rule, severity, column }) => [rule, severity, column]);

  test.each<[Record<string, string>, string, string]>([
    [{ 年度: '去年' }, 'fact-not-understood', '年度'],
    [{ 阶段: '结算' }, 'fact-not-understood', '阶段'],
    [{ 层级: '科室' }, 'fact-not-understood', '层级'],
    [{ 公开属性: '保密' }, 'fact-not-understood', '公开属性'],
    [{ 批准日期: '2024年13月1日' }, 'fact-not-understood', '批准日期'],
    [{ 公开日期: '去年' }, 'fact-not-understood', '公开日期'],
    [{ 标题: '桓台县水利局2022年度部门决算' }, 'facts-contradict', '年度'],
    [{ 标题: '桓台县水利局2023年度部门预算' }, 'facts-contradict', '阶段'],
  ])('%j', async (facts, rule, column) => {
    expect(await told(facts)).toEqual([[rule, 'ERROR', column]]);
  });
  test('what can be read is not told, a year in Chinese digits included', async () => {
    expect(await told({ 年度: '二〇二三年度', 批准日期: '2024年8月25日' })).toEqual([]);
  });
});
