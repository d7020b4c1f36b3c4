import { describe, expect, test } from 'vitest';
import type { Kind, Statement } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const { reading } = kindNamed('livelihood-project') as Kind;

const cover = { 发布机构: '县政府办公室', 公开属性: '主动公开', 年度: '2024', 类型: '民生实事' };

async function read(sheets: Record<string, Rows>, given: Record<string, string> = {}): Promise<Statement[]> {
  if (reading.of !== 'tables') throw new TypeError('it reads tables');
  const statement = await reading.read(sourceOf(sheets, { ...cover, ...given }));
  return [statement, ...statement.others];
}

/** Rules with their places, of a source of these sheets. */
const findings = async (sheets: Record<string, Rows>, given: Record<string, string> = {}) =>
  (await read(sheets, given)).flatMap((one) => one.findings.map(({ rule, row, column }) => [rule, row, column]));

const reports = (...rows: Rows): Rows => [
  ['项目名称', '期次', '进度状态', '累计完成量', '完成率', '累计完成投资（万元）', '调整说明'],
  ...rows,
];
const plan = (header: readonly string[], ...rows: Rows): Rows => [['项目名称', ...header], ...rows];

describe('percentages', () => {
  const done = (quantity: string, rate: string) => ({
    项目表: plan(['年度目标'], ['甲', '改造道路222公里']),
    进展情况: reports(['甲', '2024Q2', '正常推进', quantity, rate, null, null]),
  });
  test.each([
    ['162公里', '73%'],
    ['162公里', '72.97%'],
    ['162公里', '73.0%'],
    ['272公里', '122.5%'],
  ])('%s of 222 is %s', async (quantity, rate) => {
    expect(await findings(done(quantity, rate))).toEqual([]);
  });
  test.each([
    ['72.9%', '截尾'],
    ['71%', '应为 73%'],
  ])('%s is not, and it is said how', async (rate, said) => {
    const [statement] = await read(done('162公里', rate));
    expect(statement?.findings).toMatchObject([
      { rule: 'percentage-differs', severity: 'WARNING', sheet: '进展情况', row: 2, column: '完成率' },
    ]);
    expect(statement?.findings[0]?.message.zh).toContain(said);
  });
  test('a quantity in another unit, or of one of several targets, is not guessed about', async () => {
    expect(await findings(done('162处', '10%'))).toEqual([]);
    const several = {
      项目表: plan(['年度目标'], ['甲', '改造道路12公里，新建站点20个']),
      进展情况: reports(['甲', '2024Q2', null, '6', '1%', null, null]),
    };
    expect(await findings(several)).toEqual([]);
  });
});

describe('a rate beside amounts alone', () => {
  const table = (planned: string, invested: string, rate: string) => ({
    项目表: [
      ['项目名称', '计划投资（万元）', '完成投资（万元）', '完成比例'],
      ['甲', planned, invested, rate],
    ] satisfies Rows,
  });
  const said = (planned: string, invested: string, rate: string) =>
    findings(table(planned, invested, rate), { 期次: '2024Q2' });
  test('is that of the investment, in every row', async () => {
    expect(await said('100', '50', '50%')).toEqual([]);
    for (const [invested, rate] of [
      ['50', '90%'],
      ['50', '300%'],
      ['5000', '50%'],
    ] as const)
      expect(await said('100', invested, rate)).toEqual([['percentage-differs', 2, '完成率']]);
  });
  test('is not below zero, nor are the amounts', async () => {
    expect(await said('0', '0', '0%')).toEqual([]);
    expect(await said('-100', '-50', '-5%')).toEqual([
      ['negative-figure', 2, '年度计划投资'],
      ['negative-figure', 2, '完成率'],
      ['negative-figure', 2, '累计完成投资'],
    ]);
  });
});

describe('one report after the other', () => {
  const said = (...rows: Rows) => findings({ 进展情况: reports(...rows) });
  test('quarters in a row, growing', async () => {
    expect(
      await said(['甲', '2024Q1', null, '1公里', null, '10', null], ['甲', '2024Q2', null, '1公里', null, '12', null]),
    ).toEqual([]);
  });
  test('a missing quarter, and two of them', async () => {
    expect(
      await said(['甲', '2024Q1', null, '1', null, null, null], ['甲', '2024Q3', null, '1', null, null, null]),
    ).toEqual([['missing-period', 3, '期次']]);
    expect(
      await said(['甲', '2024Q1', null, '1', null, null, null], ['甲', '2024Q4', null, '1', null, null, null]),
    ).toEqual([['overdue-report', 3, '期次']]);
  });
  test('months are counted by months', async () => {
    expect(
      await said(['甲', '2024年5月', null, '1', null, null, null], ['甲', '2024年6月', null, '1', null, null, null]),
    ).toEqual([]);
    expect(
      await said(['甲', '2024年4月', null, '1', null, null, null], ['甲', '2024年6月', null, '1', null, null, null]),
    ).toEqual([['missing-period', 3, '期次']]);
  });
  test('a cumulative figure that falls needs a reason', async () => {
    const fall = (reason: string | null) =>
      said(['甲', '2024Q1', null, '5公里', null, '10', null], ['甲', '2024Q2', null, '4公里', null, '9', reason]);
    expect(await fall(null)).toEqual([
      ['progress-decreased', 3, '累计完成量'],
      ['progress-decreased', 3, '累计完成投资'],
    ]);
    expect(await fall('上期误报')).toEqual([]);
  });
  test('two reports of one quarter are an error', async () => {
    expect(
      await said(['甲', '2024Q1', null, '1', null, null, null], ['甲', '2024年一季度', null, '2', null, null, null]),
    ).toEqual([['duplicate-period', 3, '期次']]);
  });
});

describe('where a project stands', () => {
  const completed = (header: readonly string[], row: readonly string[], status = '已完成', quantity = '10处') =>
    findings({
      项目表: plan(['年度目标', ...header], ['甲', '建成10处', ...row]),
      进展情况: reports(['甲', '2024Q4', status, quantity, null, null, null]),
    });
  test('completed with a day and the whole target, or with a record of acceptance', async () => {
    expect(await completed(['完成日期'], ['2024-12-01'])).toEqual([]);
    expect(await completed(['验收情况'], ['竣工验收合格'], '已完成', '9处')).toEqual([]);
    expect(await completed(['完成日期'], ['2024-12-01'], '已完成', '12处')).toEqual([]);
  });
  test('completed without a day, or short of the target', async () => {
    expect(await completed([], [])).toEqual([['completed-without-evidence', 2, '进度状态']]);
    expect(await completed(['完成日期'], ['2024-12-01'], '已完成', '9处')).toEqual([
      ['completed-without-evidence', 2, '进度状态'],
    ]);
  });
  test('a word that is none of ours is kept, and told', async () => {
    expect(await completed([], [], '大干快上')).toEqual([['unknown-status', 2, '进度状态']]);
  });
  test('a policy is not built', async () => {
    const policy = (day: string | null) => findings({ 项目表: plan(['项目性质', '开工日期'], ['甲', '政策类', day]) });
    expect(await policy(null)).toEqual([]);
    expect(await policy('2024-03-01')).toEqual([['policy-construction', 2, '开工日期']]);
  });
  test('days in their order, and a time that can be told', async () => {
    expect(
      await findings({
        项目表: plan(['开工日期', '完成日期', '完成时限'], ['甲', '2024-03-01', '2024-09-01', '2024年四季度']),
      }),
    ).toEqual([]);
    expect(
      await findings({
        项目表: plan(['开工日期', '完成日期', '完成时限'], ['甲', '2024-03-01', '2024-02-01', '长期']),
      }),
    ).toEqual([
      ['completed-before-start', 2, '完成日期'],
      ['due-unclear', 2, '完成时限'],
    ]);
    expect(await findings({ 进展情况: reports(['甲', '2023Q4', null, '1', null, null, null]) })).toEqual([
      ['period-before-year', 2, '期次'],
    ]);
  });
});

describe('money and votes', () => {
  const funded = (paid: string, total: string) =>
    findings({
      项目表: plan(['总投资（万元）'], ['甲', total]),
      资金安排: [
        ['项目名称', '来源', '计划安排（万元）', '已支付（万元）'],
        ['甲', '县级财政', '60', paid],
        ['甲', '上级补助', '40', null],
      ],
    });
  test('sources add up, and none pays more than was planned', async () => {
    expect(await funded('60', '100')).toEqual([]);
    expect(await funded('60', '90')).toEqual([['funds-differ', 2, '资金来源']]);
    expect(await funded('61', '100')).toEqual([['paid-exceeds-plan', 2, '已支付']]);
  });
  test('no more votes than voters', async () => {
    const votes = (voters: string) =>
      findings({ 项目表: plan(['满意', '基本满意', '不满意'], ['甲', '175', '43', '4']) }, { 参评人数: voters });
    expect(await votes('222')).toEqual([]);
    expect(await votes('221')).toEqual([['votes-exceed-voters', 2, '满意']]);
  });
});

describe('totals and summaries', () => {
  const totals = (total: string, rate = '122.6%') =>
    findings(
      {
        项目表: plan(
          ['计划投资（亿元）', '完成投资（亿元）', '占年度计划'],
          ['甲', '19', '28.78', null],
          ['乙', '22.67', '26.40', null],
          ['丙', '21.6', '22.39', null],
          ['合计', '63.27', total, rate],
        ),
      },
      { 期次: '2024Q4' },
    );
  test('28.78 + 26.40 + 22.39 = 77.57 of 63.27 is 122.6 %', async () => {
    expect(await totals('77.57')).toEqual([]);
    expect(await totals('77.75', '122.9%')).toEqual([['total-differs', 5, '累计完成投资']]);
    expect(await totals('77.57', '122.5%')).toEqual([['percentage-differs', 5, '投资完成率']]);
  });
  const summary = (...rows: Rows) =>
    findings({
      进展情况: reports(
        ['甲', '2024Q2', '达进度', null, null, null, null],
        ['乙', '2024Q2', '欠进度', null, null, null, null],
      ),
      汇总: [['进度情况', '项数', '占比'], ...rows],
    });
  test('counts by status add up and are those of the projects listed', async () => {
    expect(await summary(['达进度', '1', '50%'], ['欠进度', '1', '50.0%'], ['合计', '2', null])).toEqual([]);
    expect(await summary(['达进度', '2', '66.7%'], ['欠进度', '1', '33.3%'], ['合计', '3', null])).toEqual([
      ['counts-differ', 4, '项数'],
      ['counts-differ', 2, '项数'],
    ]);
    expect(await summary(['达进度', '1', '33.3%'], ['欠进度', '1', '33.3%'], ['合计', '3', null])).toEqual([
      ['counts-differ', 4, '项数'],
    ]);
  });
});

test('a task of the work report reports progress, results and next steps each quarter', async () => {
  const task = (next: string | null) =>
    findings(
      {
        进展情况: [
          ['项目名称', '期次', '工作进展', '取得成效', '后续举措'],
          ['甲', '2024Q1', '部署', '初见成效', next],
        ],
      },
      { 类型: '政府工作报告任务' },
    );
  expect(await task('推进')).toEqual([]);
  expect(await task(null)).toEqual([['incomplete-report', 2, '下一步举措']]);
});

test('what the source does not say is asked for', async () => {
  const table = { 项目: plan(['牵头单位', '进展情况'], ['甲', '县民政局', '已动工']) };
  if (reading.of !== 'tables') throw new TypeError('it reads tables');
  const { findings: found } = await reading.read(sourceOf(table, { 发布机构: '县政府办公室', 公开属性: '主动公开' }));
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['type-missing', 'ERROR'],
    ['year-missing', 'ERROR'],
    ['period-missing', 'ERROR'],
  ]);
  expect(await findings({ 项目表: plan(['牵头单位'], ['甲', '县民政局'], ['甲', '县水利局']) })).toEqual([
    ['duplicate-project', 3, '项目名称'],
  ]);
});
