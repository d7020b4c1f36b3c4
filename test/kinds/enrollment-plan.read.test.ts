import { describe, expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import type { Merge } from '../../api/core/grid.ts';
import { itemsOf } from '../../api/disclosures/enrollment-plan/places.ts';
import { readEnrollmentPlan } from '../../api/disclosures/enrollment-plan/read.ts';
import type { SourceTables } from '../../api/disclosures/kind.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const given = {
  招生年度: '2024',
  学段: '小学',
  发布机构: '桓台县教育和体育局',
  公开属性: '主动公开',
  成文日期: '2024-06-20',
};

const read = (sheets: Record<string, Rows>, said: Record<string, string> = {}) =>
  readEnrollmentPlan(sourceOf(sheets, { ...given, ...said }));

/** One worksheet with merged cells. */
const merged = (rows: Rows, merges: readonly Merge[]): SourceTables => {
  const source = sourceOf({ Sheet1: rows }, given);
  const grids = (async function* () {
    for await (const grid of source.workbook.grids) yield { ...grid, merges };
  })();
  return { ...source, workbook: { ...source.workbook, grids } };
};

const places = (areas: Awaited<ReturnType<typeof readEnrollmentPlan>>['content']['areas']) =>
  areas.flatMap(itemsOf).map(({ place, schools }) => `${place} ${schools.join('+')}`);

describe('one table for everything, as many counties publish it', () => {
  const table: Rows = [
    ['2024年桓台县小学招生计划及招生范围一览表', null, null, null, null, null],
    ['单位：个、人', null, null, null, null, null],
    ['序号', '学校名称', '招生计划', null, '招生范围', '咨询电话'],
    [null, null, '班数', '人数', null, null],
    [1, '果里镇中心小学', 4, 180, '东马、西边、东边、红莲湖社区', '0533-0000001'],
    [2, '果里镇第二小学', 2, 88, '果里镇：周坊村、渔洋里小区', '0533-0000002'],
    [null, '果里镇第二小学', null, null, '中心大街1-99号（单号）', '0533-0000002'],
    ['合计', null, 6, 268, null, null],
    ['注：新建小区由教育和体育局另行公布。', null, null, null, null, null],
  ];
  const merges: readonly Merge[] = [
    { top: 1, left: 0, bottom: 1, right: 5 },
    { top: 3, left: 0, bottom: 4, right: 0 },
    { top: 3, left: 1, bottom: 4, right: 1 },
    { top: 3, left: 2, bottom: 3, right: 3 },
    { top: 3, left: 4, bottom: 4, right: 4 },
    { top: 3, left: 5, bottom: 4, right: 5 },
    { top: 6, left: 2, bottom: 7, right: 2 },
    { top: 6, left: 3, bottom: 7, right: 3 },
  ];

  test('is read as schools, plans and areas; merged cells and totals are counted once', async () => {
    const { content, findings } = await readEnrollmentPlan(merged(table, merges));
    expect(findings.filter(({ severity }) => severity !== 'NOTICE')).toEqual([]);
    expect(content.schools.map(({ name, nature, type, phone }) => [name, nature, type, phone])).toEqual([
      ['果里镇中心小学', 'PUBLIC', 'PRIMARY', '0533-0000001'],
      ['果里镇第二小学', 'PUBLIC', 'PRIMARY', '0533-0000002'],
    ]);
    expect(content.plans.map(({ school, classes, places: quota }) => [school, classes, quota])).toEqual([
      ['果里镇中心小学', 4, 180],
      ['果里镇第二小学', 2, 88],
    ]);
    expect(places(content.areas)).toEqual([
      '东马 果里镇中心小学',
      '西边 果里镇中心小学',
      '东边 果里镇中心小学',
      '红莲湖社区 果里镇中心小学',
      '果里镇周坊村 果里镇第二小学',
      '果里镇渔洋里小区 果里镇第二小学',
      '中心大街1-99号（单号） 果里镇第二小学',
    ]);
  });

  test('two quotas of one school contradict each other', async () => {
    const rows: Rows = table.map((row) =>
      row[1] === '果里镇第二小学' && row[2] === null ? [3, '果里镇第二小学', 3, 90, '中心大街1-99号', null] : row,
    );
    const { findings } = await readEnrollmentPlan(merged(rows, merges.slice(0, 6)));
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toMatchObject([{ rule: 'duplicate-plan', row: 7 }]);
  });

  test('a row too full for a class is told in its row', async () => {
    const rows: Rows = table.map((row) => (row[0] === 1 ? [1, '果里镇中心小学', 3, 180, '东马', null] : row));
    const { findings } = await readEnrollmentPlan(merged(rows, merges));
    expect(findings.filter(({ rule }) => rule === 'large-class')).toMatchObject([{ row: 5, sheet: 'Sheet1' }]);
  });
});

describe('lists of areas alone', () => {
  test('a delimited file of two columns under a title', async () => {
    const { content, findings } = await read({
      '': [
        ['2024年桓台县小学学区划分', null],
        ['学校', '服务区范围'],
        ['果里镇中心小学（校本部、东校区）', '东马村、西边村'],
        ['果里镇第二小学', '周坊村（含东、西两片）'],
        ['果里镇中心小学（校本部、东校区）、果里镇第二小学', '红莲湖社区'],
      ],
    });
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(content.schools.map(({ name }) => name)).toEqual(['果里镇中心小学（校本部、东校区）', '果里镇第二小学']);
    expect(places(content.areas)).toEqual([
      '东马村 果里镇中心小学（校本部、东校区）',
      '西边村 果里镇中心小学（校本部、东校区）',
      '周坊村（含东、西两片） 果里镇第二小学',
      '红莲湖社区 果里镇中心小学（校本部、东校区）+果里镇第二小学',
    ]);
  });

  test('a register of schools that is given is the register: others are unknown', async () => {
    const { findings } = await read({
      学校名录: [
        ['学校名称', '办学类型'],
        ['果里镇中心小学', '公办'],
      ],
      学区划分: [
        ['学校名称', '招生区域'],
        ['果里镇中心小学', '东马村'],
        ['果里镇弟二小学', '周坊村'],
      ],
    });
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toMatchObject([
      { rule: 'unknown-school', sheet: '学区划分', row: 3 },
    ]);
  });
});

/** Of a file of one table, which is read here for what that table says. */
const errorsBesideMissingTables = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity, rule }) => severity === 'ERROR' && rule !== 'plan-incomplete');

test('labels and words as departments write them', async () => {
  const { content, findings } = await read(
    {
      学校基本情况: [
        ['序号', '校名', '学校性质', '学段', '校址', '联系电话'],
        [1, '果里中学', '公办', '九年一贯制', '果里镇', '0533-0000001'],
        [2, '启明学校', '民办学校', '十二年一贯制', '少海街道', '0533-0000002'],
      ],
      招生计划: [
        ['招生学校', '班级数', '招生人数', '录取方式'],
        ['果里中学', '6个', '300人', '对口直升'],
        ['启明学校', '2班', '1００', '电脑派位'],
      ],
      报名材料: [
        ['儿童类别', '入学条件', '需提供材料'],
        ['房户一致', '户籍与房产一致', '户口簿；房产证明'],
        ['外来务工人员随迁子女', '在本地居住', '居住证、劳动合同'],
        ['军人、消防救援人员子女', '', '证明'],
        ['残疾儿童少年', '', '评估意见'],
      ],
      日程安排: [
        ['事项', '开始时间', '结束时间'],
        ['公布方案', '2024年6月20日', null],
        ['网上登记', '2024.7.5', '2024.7.10'],
        ['电脑派位', '2024年7月25日', null],
        ['公布录取结果', '2024-08-10', null],
        ['调剂补录', '2024-08-15', null],
        ['新生报到', '2024-08-31', null],
      ],
    },
    { 学段: '七年级', 咨询电话: '0533-0000801' },
  );
  expect(errorsBesideMissingTables(findings)).toEqual([]);
  expect(content.facts).toMatchObject({ stage: 'JUNIOR', hotline: '0533-0000801' });
  expect(content.schools.map(({ nature, type }) => [nature, type])).toEqual([
    ['PUBLIC', 'NINE_YEAR'],
    ['PRIVATE', 'TWELVE_YEAR'],
  ]);
  expect(content.plans.map(({ classes, places: quota, method }) => [classes, quota, method])).toEqual([
    [6, 300, 'FEEDER'],
    [2, 100, 'LOTTERY'],
  ]);
  expect(content.categories.map(({ category }) => category)).toEqual([
    'HUKOU_HOUSE',
    'MIGRANT',
    'PREFERENTIAL',
    'DISABLED',
  ]);
  expect(content.timeline.map(({ step }) => step)).toEqual([
    'ANNOUNCEMENT',
    'REGISTRATION',
    'LOTTERY',
    'RESULT',
    'SUPPLEMENT',
    'ENROLMENT',
  ]);
});

test('what cannot be read is an error with its place, and nothing throws', async () => {
  const { findings } = await read({
    招生计划: [
      ['学校', '班数', '计划人数'],
      ['果里镇中心小学', '若干', '180'],
      ['果里镇第二小学', '2', null],
    ],
    时间安排: [
      ['环节', '开始时间', '结束时间'],
      ['网上报名', '7月5日', null],
      ['家访', '2024-07-05', null],
    ],
  });
  expect(errorsBesideMissingTables(findings)).toMatchObject([
    { rule: 'not-a-count', sheet: '招生计划', row: 2, column: '班数' },
    { rule: 'missing-cell', sheet: '招生计划', row: 3, column: '计划人数' },
    { rule: 'not-a-day', sheet: '时间安排', row: 2 },
    { rule: 'not-a-choice', sheet: '时间安排', row: 3 },
  ]);
});

test('a plan without schools or without areas is refused: it would tell every parent that no school is theirs', async () => {
  const { findings } = await read({
    时间安排: [
      ['环节', '开始时间', '结束时间'],
      ['网上报名', '2024-07-05', null],
    ],
  });
  expect(findings.filter(({ rule }) => rule === 'plan-incomplete')).toMatchObject([
    { severity: 'ERROR', sheet: '学校名录' },
    { severity: 'ERROR', sheet: '招生范围' },
  ]);
});
