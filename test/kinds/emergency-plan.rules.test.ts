import { describe, expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import type { LocalDate } from '../../api/core/local-date.ts';
import { fen } from '../../api/core/money.ts';
import { accidentGrade } from '../../api/disclosures/emergency-plan/accident-grade.ts';
import { assessmentDue, drillDue } from '../../api/disclosures/emergency-plan/dues.ts';
import { readPlan } from '../../api/disclosures/emergency-plan/read.ts';
import { repealsIn } from '../../api/disclosures/emergency-plan/repeals.ts';
import { thresholdsIn } from '../../api/disclosures/emergency-plan/rules/conditions.ts';
import { checkOverdue } from '../../api/disclosures/emergency-plan/rules/procedure.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const cover: Readonly<Record<string, string>> = {
  预案名称: '桓台县防汛抗旱应急预案',
  发布机构: '桓台县人民政府办公室',
  公开属性: '主动公开',
  成文日期: '2021-06-01',
  预案层级: '县级',
  预案类别: '专项应急预案',
};

const chapters: Rows = [
  ['章节标题', '章节内容'],
  ['组织指挥体系与职责', '设县防汛抗旱指挥部。'],
  ['预防与预警机制', '加强监测。'],
  ['应急响应', '按级别启动。'],
  ['应急保障', '落实物资。'],
  ['善后处置', '恢复重建。'],
];

const responses: Rows = [
  ['响应级别', '启动条件', '启动批准', '响应行动'],
  ['Ⅰ级', '24小时降雨量达到200毫米以上', '县委、县政府主要负责人', '统一指挥'],
  ['Ⅱ级', '24小时降雨量达到150毫米以上', '指挥', '部署处置'],
  ['III级', '24小时降雨量达到100毫米以上', '副指挥', '会商'],
  ['四级响应', '24小时降雨量达到50毫米以上', '带班负责人', '加强值班'],
];

const phones: Rows = [
  ['值守单位', '值守电话', '值守时间'],
  ['县防汛抗旱指挥部办公室', '0533-8000001', '24小时'],
];

const sound = { 应急响应分级: responses, 预案正文: chapters, 值班电话: phones };

async function found(
  sheets: Readonly<Record<string, Rows>>,
  more: Readonly<Record<string, string>> = {},
): Promise<Finding[]> {
  const { findings } = await readPlan(sourceOf({ ...sound, ...sheets }, { ...cover, ...more }));
  return [...findings];
}

const told = async (sheets: Readonly<Record<string, Rows>>, more: Readonly<Record<string, string>> = {}) =>
  (await found(sheets, more)).map(({ rule, severity, sheet, row, column }) => [rule, severity, sheet, row, column]);

const replaced = (rows: Rows, row: number, cells: Rows[number]): Rows =>
  rows.map((one, at) => (at === row ? cells : one));

test('a sound plan has nothing to say, whatever the spelling of its levels', async () => {
  expect(await told({})).toEqual([]);
});

describe('levels', () => {
  const sheet = '应急响应分级';
  test('must be contiguous from the highest; three of them are enough', async () => {
    expect(await told({ [sheet]: responses.slice(0, 4) })).toEqual([]);
    expect(await told({ [sheet]: responses.filter((_, row) => row !== 2) })).toEqual([
      ['levels-not-contiguous', 'WARNING', sheet, 2, '响应级别'],
    ]);
    expect(await told({ [sheet]: responses.filter((_, row) => row !== 1) })).toEqual([
      ['levels-not-contiguous', 'WARNING', sheet, 2, '响应级别'],
    ]);
  });
  test('stand once each', async () => {
    expect(await told({ [sheet]: [...responses, ['Ⅳ级', '水位上涨', null, null]] })).toEqual([
      ['duplicate-level', 'ERROR', sheet, 6, '响应级别'],
    ]);
  });
  test('are words of their own scale: a colour is no response level', async () => {
    for (const word of ['橙色', '特别重大', '五级', '红'])
      expect([word, await told({ [sheet]: [...responses, [word, '水位上涨', null, null]] })]).toEqual([
        word,
        [['unknown-level', 'ERROR', sheet, 6, '响应级别']],
      ]);
  });
  test('of the three scales are checked each by itself', async () => {
    const warnings: Rows = [
      ['预警级别', '预警标准'],
      ['红色预警', '暴雨'],
      ['蓝色预警', '有雨'],
    ];
    expect(await told({ 预警分级: warnings })).toEqual([
      ['levels-not-contiguous', 'WARNING', '预警分级', 2, '预警级别'],
    ]);
  });
  test('ask for more the higher they are, where they are written in the same measure', async () => {
    expect(await told({ [sheet]: replaced(responses, 1, ['Ⅰ级', '24小时降雨量达到120毫米以上', null, null]) })).toEqual(
      [['condition-weaker', 'WARNING', sheet, 2, '启动条件']],
    );
    expect(await told({ [sheet]: replaced(responses, 1, ['Ⅰ级', '12小时降雨量达到120毫米以上', null, null]) })).toEqual(
      [],
    );
    expect([...thresholdsIn(['24 h 降雨量 ≥ 50 mm，或死亡3人以上', '造成10人以上死亡'])]).toEqual([
      ['24小时降雨量', 50],
      ['死亡人数', 3],
    ]);
  });
  test('of social security incidents are not in the law', async () => {
    const grades: Rows = [
      ['事件级别', '分级标准'],
      ['特别重大', '全县中断'],
    ];
    expect(await told({ 事件分级: grades }, { 事件类别: '社会安全事件' })).toEqual([
      ['graded-social-security', 'WARNING', '事件分级', 2, '事件级别'],
    ]);
    expect(await told({ 事件分级: grades }, { 事件类别: '自然灾害' })).toEqual([]);
  });
});

describe('contents', () => {
  test('are those of article 28; an abridged plan only says what it lacks', async () => {
    const short = { 预案正文: chapters.slice(0, 5) };
    expect(await told(short)).toEqual([['missing-chapter', 'WARNING', '预案正文', undefined, '章节标题']]);
    expect((await found(short))[0]?.message.zh).toContain('事后恢复与重建措施');
    expect(await told(short, { 是否简本: '是' })).toEqual([
      ['missing-chapter', 'NOTICE', '预案正文', undefined, '章节标题'],
    ]);
  });
  test('of a town’s plan name the county’s', async () => {
    const town = { 预案层级: '乡镇', 预案名称: '起凤镇防汛抗旱应急预案', 发布机构: '起凤镇人民政府' };
    expect(await told({}, town)).toEqual([['town-plan-without-county', 'WARNING', undefined, undefined, '上级预案']]);
    expect(await told({}, { ...town, 上级预案: '桓台县防汛抗旱应急预案' })).toEqual([]);
    const cited = replaced(chapters, 1, ['组织指挥体系与职责', '依据《桓台县防汛抗旱应急预案》制定。']);
    expect(await told({ 预案正文: cited }, town)).toEqual([]);
  });
  test('hold no person: duty phones only', async () => {
    const withPhone = (cells: Rows[number]) => told({ 值班电话: replaced(phones, 1, cells) });
    const place = (column: string) => [['personal-contact', 'ERROR', '值班电话', 2, column]];
    expect(await withPhone(['县应急局值班室', '138 0000 0000', '24小时'])).toEqual(place('值守电话'));
    expect(await withPhone(['王小明', '0533-8000001', '24小时'])).toEqual(place('值守单位'));
    expect(await withPhone(['县应急局张主任', '0533-8000001', '24小时'])).toEqual(place('值守单位'));
    expect(await withPhone(['马桥镇值班室', '0533-8000001', '24小时'])).toEqual([]);
    const named: Rows = [
      ['单位', '姓名', '电话'],
      ['县应急局', '李四', '0533-8000001'],
    ];
    expect(await told({ 值班电话: named })).toEqual(place('联系人'));
    const text = replaced(chapters, 4, ['应急保障', '联系 13900001111。']);
    expect(await told({ 预案正文: text })).toEqual([['personal-contact', 'ERROR', '预案正文', 5, '章节内容']]);
  });
});

describe('procedure', () => {
  test('filing takes 20 working days at most', async () => {
    expect(await told({}, { 备案日期: '2021-06-30' })).toEqual([]);
    expect(await told({}, { 备案日期: '2021-07-02' })).toEqual([
      ['filed-late', 'WARNING', undefined, undefined, '备案日期'],
    ]);
  });
  test('drills are held every three years, every two where people work', async () => {
    const drills = (...days: readonly string[]): Rows => [
      ['演练日期', '演练内容'],
      ...days.map((day) => [day, '综合演练']),
    ];
    expect(await told({ 演练记录: drills('2021-08-01', '2024-08-01') })).toEqual([]);
    expect(await told({ 演练记录: drills('2021-08-01', '2024-08-02') })).toEqual([
      ['drill-overdue', 'WARNING', undefined, undefined, '演练日期'],
    ]);
    expect(await told({ 演练记录: drills('2021-08-01', '2024-08-01') }, { 灾种: '危险化学品事故' })).toEqual([
      ['drill-overdue', 'WARNING', undefined, undefined, '演练日期'],
    ]);
  });
  test('what is due is counted from the last assessment, else from the first day in force', async () => {
    const { content } = await readPlan(sourceOf(sound, { ...cover, 施行日期: '2021-06-01' }));
    expect([assessmentDue(content), drillDue(content)]).toEqual(['2024-06-01', '2024-06-01']);
    const on = (day: string) => checkOverdue(content, day as LocalDate).map(({ rule }) => rule);
    expect(on('2024-06-01')).toEqual([]);
    expect(on('2024-06-02')).toEqual(['assessment-overdue', 'drill-overdue']);
    const { content: assessed } = await readPlan(
      sourceOf(sound, { ...cover, 最近评估日期: '2024-05-20', 评估周期: '2' }),
    );
    expect(assessmentDue(assessed)).toBe('2026-05-20');
  });
});

describe('repeals', () => {
  test('are read from sentences by title and day', () => {
    expect(
      repealsIn('本预案自印发之日起施行。2017年6月23日县政府办公室印发的《遂川县防汛抗旱应急预案》同时废止。'),
    ).toEqual([{ title: '遂川县防汛抗旱应急预案', issuedOn: '2017-06-23', number: null }]);
    expect(repealsIn('《甲县地震应急预案》（甲政办字〔2015〕3号）、《甲县防震应急预案》同时废止')).toEqual([
      { title: '甲县地震应急预案', issuedOn: null, number: '甲政办字〔2015〕3号' },
      { title: '甲县防震应急预案', issuedOn: null, number: null },
    ]);
    expect(repealsIn('依据《山东省防汛抗旱应急预案》制定。')).toEqual([]);
  });
  test('are the same on the cover and in the text', async () => {
    const sentence = '2017年6月23日印发的《桓台县防汛抗旱应急预案》同时废止。';
    const { content } = await readPlan(
      sourceOf({ ...sound, 预案正文: [...chapters, ['附则', sentence]] }, { ...cover, 废止预案: sentence }),
    );
    expect(content.repeals).toEqual([{ title: '桓台县防汛抗旱应急预案', issuedOn: '2017-06-23', number: null }]);
  });
});

test.each([
  [{ deaths: 30, seriousInjuries: 0, wan: 0 }, 'EXTRAORDINARY'],
  [{ deaths: 29, seriousInjuries: 99, wan: 9_999 }, 'MAJOR'],
  [{ deaths: 0, seriousInjuries: 100, wan: 0 }, 'EXTRAORDINARY'],
  [{ deaths: 0, seriousInjuries: 0, wan: 10_000 }, 'EXTRAORDINARY'],
  [{ deaths: 10, seriousInjuries: 0, wan: 0 }, 'MAJOR'],
  [{ deaths: 9, seriousInjuries: 49, wan: 4_999 }, 'SERIOUS'],
  [{ deaths: 0, seriousInjuries: 0, wan: 5_000 }, 'MAJOR'],
  [{ deaths: 3, seriousInjuries: 0, wan: 0 }, 'SERIOUS'],
  [{ deaths: 2, seriousInjuries: 9, wan: 999 }, 'GENERAL'],
  [{ deaths: 0, seriousInjuries: 10, wan: 0 }, 'SERIOUS'],
])('an accident of %o is %s: a bound belongs to the higher grade', ({ deaths, seriousInjuries, wan }, grade) => {
  const directLoss = fen(BigInt(wan) * 1_000_000n);
  expect(accidentGrade({ deaths, seriousInjuries, directLoss })).toBe(grade);
});
