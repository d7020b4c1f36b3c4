import { describe, expect, test } from 'vitest';
import { doorsMeet, hasDoor } from '../../api/disclosures/enrollment-plan/doors.ts';
import { addressKey, doorsIn, itemsOf, townIn } from '../../api/disclosures/enrollment-plan/places.ts';
import { readEnrollmentPlan } from '../../api/disclosures/enrollment-plan/read.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

/** 果里镇中心小学(示例): 4 classes of 45, real villages, as a county would publish it. */
const sheets = {
  学校名录: [
    ['2021年桓台县小学名录'],
    ['序号', '学校名称', '办学类型', '办学层次', '学校地址', '办公电话'],
    [1, '果里镇中心小学(示例)', '公办', '小学', '果里镇示例路1号', '0533-0000001'],
    [2, '果里镇第二小学(示例)', '公办', '小学', '果里镇示例路2号', '0533-0000002'],
  ],
  招生计划: [
    ['学校', '班数', '计划人数'],
    ['果里镇中心小学（示例）', '4', '180'],
    ['果里镇第二小学（示例）', 2, 90],
  ],
  招生范围: [
    ['学校', '招生范围', '所在镇街', '门牌起', '门牌止', '单双号', '依据条款'],
    ['果里镇中心小学(示例)', '东马村、西边村、东边村、红莲湖社区', '果里镇', null, null, null, '第三条'],
    ['果里镇第二小学(示例)', '周坊村', '果里镇', null, null, null, '第四条'],
    ['果里镇中心小学(示例)', '中心大街', '果里镇', 1, 99, '单号', '第五条'],
    ['果里镇第二小学(示例)', '中心大街', '果里镇', 2, 98, '双号', '第五条'],
  ],
  入学条件与材料: [
    ['招生对象', '所需材料'],
    ['户籍有房', '户口簿、房产证明、预防接种证'],
    ['进城务工人员随迁子女', '户口簿、居住证、劳动合同'],
  ],
  时间安排: [
    ['环节', '开始时间', '结束时间'],
    ['网上报名', '2021年7月5日', '2021年7月10日'],
    ['录取结果', '2021-08-10', null],
  ],
} satisfies Record<string, Rows>;

const given = {
  招生年度: '2021',
  学段: '小学',
  发布机构: '桓台县教育和体育局',
  公开属性: '主动公开',
  成文日期: '2021-06-20',
  出生日期起: '2014-09-01',
  出生日期止: '2015-08-31',
};

type Sheets = Record<string, Rows>;
const read = (changed: Sheets = {}, said: Record<string, string> = {}) =>
  readEnrollmentPlan(sourceOf({ ...sheets, ...changed }, { ...given, ...said }));
const rulesOf = async (changed: Sheets = {}, said: Record<string, string> = {}) =>
  (await read(changed, said)).findings.filter(({ severity }) => severity !== 'NOTICE').map(({ rule }) => rule);
const withRow = (sheet: keyof typeof sheets, ...rows: Rows): Sheets => ({
  [sheet]: [...(sheets[sheet] as Rows), ...rows],
});

describe('the plan as published', () => {
  test('is read whole and breaks no rule', async () => {
    const { content, findings, metadata } = await read();
    expect(findings).toEqual([]);
    expect(metadata).toMatchObject({ publisher: '桓台县教育和体育局', attribute: 'PROACTIVE', formedOn: '2021-06-20' });
    expect(content.facts).toMatchObject({ year: 2021, stage: 'PRIMARY' });
    expect(content.plans[0]).toMatchObject({ classes: 4, places: 180 });
    expect(content.categories.map(({ category }) => category)).toEqual(['HUKOU_HOUSE', 'MIGRANT']);
    expect(content.areas.flatMap(itemsOf).map(({ kind, place, schools }) => [kind, place, schools.length])).toEqual([
      ['VILLAGE', '东马村', 1],
      ['VILLAGE', '西边村', 1],
      ['VILLAGE', '东边村', 1],
      ['COMMUNITY', '红莲湖社区', 1],
      ['VILLAGE', '周坊村', 1],
      ['ROAD', '中心大街', 1],
      ['ROAD', '中心大街', 1],
    ]);
  });
});

const area = (
  school: string,
  place: string,
  from: number | null = null,
  to: number | null = null,
  side: string | null = null,
) => [school, place, '果里镇', from, to, side, '第六条'] as const;
const central = '果里镇中心小学(示例)';
const second = '果里镇第二小学(示例)';

describe('what is wrong is told where it stands', () => {
  test.each<[string, Sheets, string, number]>([
    ['place-in-two-areas', withRow('招生范围', area(central, '周坊村委会')), '招生范围', 6],
    ['place-listed-twice', withRow('招生范围', area(second, '果里镇周坊村')), '招生范围', 6],
    ['door-ranges-overlap', withRow('招生范围', area(second, '中心大街', 51, 151, '单号')), '招生范围', 6],
    ['door-range-inverted', withRow('招生范围', area(second, '镇北路', 99, 1, '单号')), '招生范围', 6],
    ['polygon-malformed', withRow('招生范围', area(second, '{"type":"Polygon"}')), '招生范围', 6],
    ['unknown-school', withRow('招生计划', ['没有这所小学', 2, 80]), '招生计划', 4],
    ['duplicate-school', withRow('学校名录', [3, '果里镇中心小学（示例）', '公办', '小学', '', '']), '学校名录', 5],
    ['school-without-area', withRow('学校名录', [3, '新小学', '公办', '小学', '', '']), '学校名录', 5],
    ['private-school-incomplete', withRow('学校名录', [3, '民办小学', '民办', '小学', '', '']), '学校名录', 5],
    ['class-above-standard', withRow('招生计划', [central, 2, 91]), '招生计划', 4],
    ['large-class', withRow('招生计划', [central, 2, 112]), '招生计划', 4],
    ['very-large-class', withRow('招生计划', [central, 2, 132]), '招生计划', 4],
    ['timeline-out-of-order', withRow('时间安排', ['报到', '2021-07-01', null]), '时间安排', 4],
    ['step-ends-before-start', withRow('时间安排', ['报到', '2021-08-31', '2021-08-30']), '时间安排', 4],
    ['selective-admission', withRow('入学条件与材料', ['政策照顾', '户口簿、奥数竞赛证书']), '入学条件与材料', 4],
  ])('%s', async (rule, changed, sheet, row) => {
    const fixed = rule === 'polygon-malformed' ? { 招生范围: withKind(changed['招生范围'] as Rows) } : changed;
    const { findings } = await read(fixed);
    expect(findings.filter((one) => one.rule === rule)).toMatchObject([{ sheet, row }]);
  });

  test.each<[string, Record<string, string>]>([
    ['birth-window', { 出生日期止: '2015-12-31' }],
    ['birth-window', { 出生日期起: '2014-08-31' }],
    ['published-after-opening', { 成文日期: '2021-07-05' }],
    ['selective-admission', { 招生办法: '通过面试择优录取。' }],
  ])('%s of a fact', async (rule, said) => {
    expect(await rulesOf({}, said)).toEqual([rule]);
  });

  test('public and private schools register in the same days', async () => {
    const timeline = (to: string): Sheets => ({
      时间安排: [
        ['环节', '适用学校', '开始时间', '结束时间'],
        ['网上报名', '公办', '2021-07-05', '2021-07-10'],
        ['网上报名', '民办', '2021-07-05', to],
      ],
    });
    expect(await rulesOf(timeline('2021-07-10'))).toEqual([]);
    expect(await rulesOf(timeline('2021-07-12'))).toEqual(['registration-windows-differ']);
  });

  test('more children than places at a private school mean a lottery', async () => {
    const plan = (method: string): Sheets => ({
      学校名录: [
        ['学校名称', '办学类型', '办学许可证', '办学规模'],
        [central, '公办', null, null],
        [second, '公办', null, null],
        ['民办小学', '民办', '教民1号', 600],
      ],
      招生计划: [
        ['学校', '班数', '计划人数', '录取方式'],
        ['民办小学', 2, 80, method],
      ],
      招生结果: [
        ['学校', '报名人数', '录取人数'],
        ['民办小学', 95, 80],
      ],
    });
    expect(await rulesOf(plan('电脑随机录取'))).toEqual([]);
    expect(await rulesOf(plan('登记入学'))).toEqual(['lottery-missing']);
  });

  test('what forbids examinations is not taken for one', async () => {
    expect(await rulesOf({}, { 招生办法: '严禁以任何形式的考试、面试作为入学依据。' })).toEqual([]);
  });
});

/** The same rows with a column that says what each item is. */
const withKind = (rows: Rows): Rows =>
  rows.map((row, index) => [...row, index === 0 ? '范围类型' : index === rows.length - 1 ? '坐标范围' : null]);

describe('children are never named', () => {
  const list: Rows = [['2021年录取名单'], ['序号', '姓名', '性别', '监护人'], [1, '王小明', '男', '王大明']];
  test('a list of names is refused whole, and repeated nowhere', async () => {
    const draft = await read({ 录取名单: list });
    expect(draft.findings).toMatchObject([{ rule: 'named-minors', severity: 'ERROR', sheet: '录取名单', row: 2 }]);
    expect(draft.content.schools).toEqual([]);
    expect(JSON.stringify(draft)).not.toContain('王');
  });
  test('also where it is the only table, or hides behind another header', async () => {
    const alone = await readEnrollmentPlan(
      sourceOf(
        {
          '': [
            ['学生姓名', '录取学校'],
            ['李某', central],
          ],
        },
        given,
      ),
    );
    expect(alone.findings.map(({ rule }) => rule)).toEqual(['named-minors']);
    expect(JSON.stringify(alone)).not.toContain('李某');
  });
  test('an identity number or a mobile telephone in any cell; an office telephone is fine', async () => {
    const withPhone = (phone: string): Sheets =>
      withRow('学校名录', [3, second.replace('第二', '第三'), '公办', '小学', '', phone]);
    expect(await rulesOf(withPhone('13812345678'))).toEqual(['personal-data']);
    expect(await rulesOf(withPhone('11010519491231002X'))).toEqual(['personal-data']);
    expect(await rulesOf(withPhone('0533-8181234'))).toEqual(['school-without-area']);
  });
});

describe('places as people write them', () => {
  test.each([
    ['周坊村', '周坊'],
    ['果里镇周坊村', '周坊'],
    ['桓台县果里镇周坊村委会', '周坊'],
    ['红莲湖社区居委会', '红莲湖'],
    ['少海花园小区', '少海花园'],
  ])('%s is looked up as %s', (written, key) => {
    expect(addressKey(written)).toBe(key);
  });
  test('the town before a village', () => {
    expect(townIn('果里镇周坊村')).toBe('果里镇');
    expect(townIn('索镇街道徐家村')).toBe('索镇街道');
    for (const place of ['周坊村', '西镇社区', '东镇村委会', '新镇路12号']) expect(townIn(place)).toBeNull();
  });
  test.each([
    ['中心大街12号', '中心大街', 12],
    ['中心大街 １２ 号', '中心大街', 12],
    ['中心大街12-3号', '中心大街', 12],
    ['镇北路7号院', '镇北路', 7],
  ])('%s is a door', (written, road, from) => {
    expect(doorsIn(written)).toMatchObject({ road, from });
  });
  test('a boundary cut by separators is one item', () => {
    const items = itemsOf({
      schools: [central],
      kind: null,
      places: ['东至柳泉路', '西至中心大街', '南至镇南路', '北至镇北路'],
      town: null,
      parity: null,
      doorFrom: null,
      doorTo: null,
      clause: null,
    });
    expect(items.map(({ kind, place }) => [kind, place])).toEqual([
      ['BOUNDARY', '东至柳泉路，西至中心大街，南至镇南路，北至镇北路'],
    ]);
  });
});

test('sides and ranges of doors', () => {
  const odd = { parity: 'ODD', doorFrom: 1, doorTo: 99 } as const;
  const even = { parity: 'EVEN', doorFrom: 2, doorTo: 98 } as const;
  expect(doorsMeet(odd, even)).toBe(false);
  expect(doorsMeet(odd, { ...odd, doorFrom: 99, doorTo: 199 })).toBe(true);
  expect(doorsMeet(odd, { ...odd, doorFrom: 100, doorTo: 199 })).toBe(false);
  expect(doorsMeet(odd, { parity: 'ALL', doorFrom: null, doorTo: null })).toBe(true);
  expect([hasDoor(odd, 12), hasDoor(even, 12), hasDoor(odd, 101)]).toEqual([false, true, false]);
});
