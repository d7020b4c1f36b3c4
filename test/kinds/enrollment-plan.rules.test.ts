import { describe, expect, test } from 'vitest';
import divisions from '../../api/core/data/divisions-370321.json' with { type: 'json' };
import type { AreaValues } from '../../api/disclosures/enrollment-plan/forms.ts';
import { itemsOf } from '../../api/disclosures/enrollment-plan/places.ts';
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

/** The codes of both schools. */
const withSchool = (first: string, second: string): Sheets => ({
  学校名录: [
    ['学校名称', '学校标识码', '办学类型'],
    ['果里镇中心小学(示例)', first, '公办'],
    ['说明', null, null],
    ['果里镇第二小学(示例)', second, '公办'],
  ],
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
    ['school-code-malformed', withSchool('3721000001', '372100000'), '学校名录', 4],
    ['school-of-other-stage', withRow('学校名录', [3, '果里中学', '公办', '完全中学', '', '']), '学校名录', 5],
    ['duplicate-plan', withRow('招生计划', [central, 2, 90]), '招生计划', 4],
    ['class-above-standard', withRow('招生计划', ['新小学', 2, 91]), '招生计划', 4],
    ['large-class', withRow('招生计划', ['新小学', 2, 112]), '招生计划', 4],
    ['very-large-class', withRow('招生计划', ['新小学', 2, 132]), '招生计划', 4],
    ['timeline-overlaps', withRow('时间安排', ['摇号', '2021-07-10', null]), '时间安排', 4],
    ['timeline-outside-year', withRow('时间安排', ['报到', '2022-08-31', null]), '时间安排', 4],
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
    ['policy-number-malformed', { 依据文号: '第十二号' }],
    ['link-malformed', { 实施方案链接: '见县政府网站' }],
    ['link-malformed', { 实施细则链接: 'javascript:alert(1)' }],
    ['selective-admission', { 招生办法: '不得考试。超过计划的学校可以面试。' }],
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

  test.each([
    '严禁以任何形式的考试、面试作为入学依据。',
    '免试就近入学，不举行任何笔试、面谈，不以竞赛证书为依据。',
    '提交不动产权证书。',
  ])('what forbids examinations is not taken for one: %s', async (rules) => {
    expect(await rulesOf({}, { 招生办法: rules })).toEqual([]);
  });

  test('what a plan rests on is accepted where it can be found', async () => {
    const said = {
      依据文号: '桓教体发〔2021〕12号',
      实施方案: 'https://www.huantai.gov.cn/plan',
      实施细则: 'http://x.cn',
    };
    expect(await rulesOf({}, said)).toEqual([]);
    expect((await read({}, said)).content.facts).toMatchObject({
      policyNumber: '桓教体发〔2021〕12号',
      implementation: 'https://www.huantai.gov.cn/plan',
    });
  });

  test('both rows of a place in two areas are named', async () => {
    const { findings } = await read(withRow('招生范围', area(central, '周坊')));
    const [found] = findings.filter(({ rule }) => rule === 'place-in-two-areas');
    expect(found).toMatchObject({ row: 6, severity: 'ERROR' });
    expect(found?.message.zh).toContain('第3行');
    expect(found?.message.zh).toContain('第6行');
    expect(found?.message.en).toContain('row 3');
  });

  test('a village and a community of one stem, or one name in two towns, are two places', async () => {
    expect(await rulesOf(withRow('招生范围', area(central, '周坊社区')))).toEqual([]);
    expect(await rulesOf(withRow('招生范围', [central, '周坊村', '索镇街道', null, null, null, '第六条']))).toEqual([]);
  });

  test('schools that share an area stand in one row; a second area of others is an error', async () => {
    const shared = `${central}、${second}`;
    expect(await rulesOf(withRow('招生范围', area(shared, '新民社区')))).toEqual([]);
    expect(await rulesOf(withRow('招生范围', area(shared, '新民社区'), area(central, '新民社区')))).toEqual([
      'place-in-two-areas',
    ]);
  });

  test('a polygon is kept whole, whatever separators it holds', async () => {
    const ring = '[[118.1,36.9],[118.2,36.9],[118.2,37],[118.1,36.9]]';
    const polygon = `{"type":"Polygon","coordinates":[${ring}]}`;
    const { content, findings } = await read(withRow('招生范围', area(central, polygon)));
    expect(findings).toEqual([]);
    expect(itemsOf(content.areas.at(-1) as AreaValues)).toMatchObject([{ kind: 'POLYGON', place: polygon }]);
    const open = polygon.replace(',[118.1,36.9]]]', ',[118.3,36.9]]]');
    expect(await rulesOf(withRow('招生范围', area(central, open)))).toEqual(['polygon-malformed']);
    expect(await rulesOf(withRow('招生范围', area(central, polygon.replace('36.9', '936.9'))))).toEqual([
      'polygon-malformed',
    ]);
  });

  test('a private school keeps within its capacity, and nobody admits more than registered', async () => {
    const plan = (places: number, admitted: number): Sheets => ({
      学校名录: [
        ['学校名称', '办学类型', '办学许可证', '办学规模'],
        [central, '公办', null, null],
        [second, '公办', null, null],
        ['民办小学', '民办', '教民1号', 80],
      ],
      招生计划: [
        ['学校', '班数', '计划人数'],
        ['民办小学', 2, places],
      ],
      招生结果: [
        ['学校', '报名人数', '录取人数'],
        ['民办小学', 70, admitted],
      ],
    });
    expect(await rulesOf(plan(80, 70))).toEqual([]);
    expect(await rulesOf(plan(81, 70))).toEqual(['plan-above-capacity']);
    expect(await rulesOf(plan(80, 71))).toEqual(['admitted-above-registered']);
  });

  test('review may go on while registration is open; nothing else may', async () => {
    expect(await rulesOf(withRow('时间安排', ['材料审核', '2021-07-06', '2021-07-12']))).toEqual([]);
    expect(await rulesOf(withRow('时间安排', ['摇号', '2021-07-11', null]))).toEqual([]);
  });
});

describe('totals and years', () => {
  const total = (places: number): Rows => [...sheets.招生计划, ['合计', 6, places]];
  test('a total is the sum of its rows, and a subtotal of those above it', async () => {
    expect(await rulesOf({ 招生计划: total(270) })).toEqual([]);
    const [wrong] = (await read({ 招生计划: total(271) })).findings;
    expect(wrong).toMatchObject({
      rule: 'total-differs',
      severity: 'ERROR',
      sheet: '招生计划',
      row: 4,
      column: '计划人数',
      message: { zh: expect.stringContaining('270'), en: expect.stringContaining('270') },
    });
    const parts: Rows = [
      ['学校', '班数', '计划人数'],
      [central, 4, 180],
      ['小计', 4, 180],
      [second, 2, 90],
      ['小计', 2, 90],
      ['合计', 6, 270],
    ];
    expect(await rulesOf({ 招生计划: parts })).toEqual([]);
    const results = (admitted: number): Sheets => ({
      招生结果: [
        ['学校', '报名人数', '录取人数'],
        [central, 180, 180],
        [second, 90, 88],
        ['合计', 270, admitted],
      ],
    });
    expect(await rulesOf(results(268))).toEqual([]);
    expect(await rulesOf(results(2))).toEqual(['total-differs']);
  });

  test('a window of birth that ends before it begins, or of quite another year, is an error', async () => {
    const born = async (from: string, to: string) =>
      (await read({}, { 出生日期起: from, 出生日期止: to })).findings.map(({ rule, severity }) => [rule, severity]);
    expect(await born('2014-09-01', '2015-08-31')).toEqual([]);
    expect(await born('2014-09-01', '2015-09-30')).toEqual([['birth-window', 'WARNING']]);
    expect(await born('2016-09-01', '2015-08-31')).toEqual([['birth-window-inverted', 'ERROR']]);
    expect(await born('1914-09-01', '1915-08-31')).toEqual([['birth-window', 'ERROR']]);
  });

  test('steps of the year before are told, those of another decade refused', async () => {
    const on = async (year: number) =>
      (
        await read({
          时间安排: [
            ['环节', '开始时间'],
            ['网上报名', `${year}-07-05`],
          ],
        })
      ).findings.flatMap(({ rule, severity }) => (rule === 'timeline-outside-year' ? [severity] : []));
    expect(await on(2021)).toEqual([]);
    expect(await on(2022)).toEqual(['WARNING']);
    expect(await on(2031)).toEqual(['ERROR']);
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
  test('a column of names under any header; headmasters are named for their office', async () => {
    const names = ['王小明', '李晓红', '张伟强', '刘思雨', '陈子涵', '杨梓轩', '赵雨桐', '黄诗琪', '周浩然', '吴欣怡'];
    const list = (header: string): Sheets => ({
      公示: [['公示内容', header], ...names.map((name, index) => [index + 1, name] as const)],
    });
    const draft = await read(list('内容'));
    expect(draft.findings).toMatchObject([{ rule: 'named-minors', sheet: '公示', row: 2 }]);
    for (const name of names) expect(JSON.stringify(draft)).not.toContain(name);
    expect(await rulesOf({ 公示: [['内容'], [names.join('、')]] })).toEqual(['named-minors']);
    expect(await rulesOf(list('校长'))).not.toContain('named-minors');
  });
  test('villages are not taken for people, however they begin', async () => {
    const villages = divisions.divisions
      .filter(({ level }) => level === 'VILLAGE')
      .map(({ name }) => name.slice(0, -3));
    for (let first = 0; first < villages.length; first += 10)
      expect(
        await rulesOf(withRow('招生范围', area(central, villages.slice(first, first + 10).join('、')))),
      ).not.toContain('named-minors');
  });
  test('what is said beside the file is looked at too', async () => {
    expect(await rulesOf({}, { 咨询电话: '13812345678' })).toEqual(['personal-data']);
  });
  test('an identity number or a mobile telephone in any cell; an office telephone is fine', async () => {
    const withPhone = (phone: string): Sheets =>
      withRow('学校名录', [3, second.replace('第二', '第三'), '公办', '小学', '', phone]);
    expect(await rulesOf(withPhone('13812345678'))).toEqual(['personal-data']);
    expect(await rulesOf(withPhone('11010519491231002X'))).toEqual(['personal-data']);
    expect(await rulesOf(withPhone('0533-8181234'))).toEqual(['school-without-area']);
  });
});
