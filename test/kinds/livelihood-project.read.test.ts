import { describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const { reading } = kindNamed('livelihood-project') as Kind;

async function read(sheets: Record<string, Rows>, given: Record<string, string> = {}) {
  if (reading.of !== 'tables') throw new TypeError('it reads tables');
  const statement = await reading.read(sourceOf(sheets, { 发布机构: '县政府办公室', 公开属性: '主动公开', ...given }));
  const all = [statement, ...statement.others];
  return {
    findings: all.flatMap((one) => one.findings),
    titles: all.map(({ metadata }) => metadata.title),
    projects: all.map(({ stated }) => stated as Record<string, unknown>),
  };
}

test('a published table of projects with headings, line breaks and merged words is read row by row', async () => {
  const { findings, projects, titles } = await read({
    Sheet1: [
      ['2024年桓台县民生实事项目清单'],
      ['序号', '项目\n名称', '建设内容', '年度目标任务', '总投资（亿元）', '建设\n地点', '责任单位', '完成时限'],
      ['一、交通类'],
      [
        1,
        '起凤镇道路改造',
        '拓宽\n路面',
        '改造道路不少于１２．５公里',
        '1.2',
        '起凤镇付庙村、华沟村',
        '县交通运输局、起凤镇',
        '2024年10月底',
      ],
      ['（二）养老'],
      [2, '农村幸福院', '—', '建成幸福院2处，惠及老人300人', '0.02', '全县', '县民政局', '12月底前'],
      ['注：完成时限为计划时限。'],
    ],
  });
  expect(findings).toEqual([]);
  expect(titles).toEqual(['起凤镇道路改造——2024年民生实事项目', '农村幸福院——2024年民生实事项目']);
  expect(projects[0]).toMatchObject({
    type: 'LIVELIHOOD',
    year: 2024,
    number: 1,
    category: 'TRANSPORT',
    categoryWord: '一、交通类',
    content: '拓宽\n路面',
    targets: [{ name: '改造道路', direction: 'AT_LEAST', quantity: '12.5', unit: '公里' }],
    totalInvestment: '12000000000',
    places: [
      { town: '起凤镇', village: '付庙村' },
      { town: '起凤镇', village: '华沟村' },
    ],
    units: [
      { role: 'LEAD', name: '县交通运输局' },
      { role: 'LEAD', name: '起凤镇' },
    ],
    dueOn: '2024-10-31',
    progress: [],
  });
  expect(projects[1]).toMatchObject({
    category: 'ELDERLY',
    content: null,
    places: [],
    dueOn: '2024-12-31',
    targets: [
      { name: '建成幸福院', quantity: '2', unit: '处' },
      { name: '惠及老人', quantity: '300', unit: '人' },
    ],
  });
});

test('progress beside the plan is of the period the title says', async () => {
  const { findings, projects } = await read({
    表1: [
      ['桓台县2024年民生实事项目进展情况表（截至2024年6月底）', null, null, null, '单位：万元'],
      ['项目', '完成投资', '投资完成率', '进度', '是否开工'],
      ['甲', '241', '97.6%', '收尾', '已开工'],
    ],
  });
  expect(findings).toEqual([]);
  expect(projects[0]).toMatchObject({
    progress: [
      {
        period: '2024M06',
        invested: '241000000',
        investedRate: '97.6',
        text: '收尾',
        status: 'IN_PROGRESS',
        statusWord: '已开工',
      },
    ],
  });
});

describe('the words of three places', () => {
  test.each([
    ['未开工', 'NOT_STARTED', null],
    ['已开工', 'IN_PROGRESS', null],
    ['已完成', 'COMPLETED', null],
    ['提前或超额完成', 'IN_PROGRESS', 'AHEAD'],
    ['正常推进', 'IN_PROGRESS', 'ON'],
    ['推进缓慢', 'IN_PROGRESS', 'BEHIND'],
    ['已完成和提前完成', 'COMPLETED', null],
    ['超进度', 'IN_PROGRESS', 'AHEAD'],
    ['达进度', 'IN_PROGRESS', 'ON'],
    ['欠进度', 'IN_PROGRESS', 'BEHIND'],
    ['其它', null, null],
    ['停工', 'SUSPENDED', null],
    ['取消', 'CANCELLED', null],
    ['结转下年', 'CARRIED_OVER', null],
  ])('%s is %s %s', async (word, status, pace) => {
    const { projects } = await read(
      {
        进展情况: [
          ['项目名称', '期次', '进度状态'],
          ['甲', '2024Q2', word],
        ],
      },
      { 年度: '2024', 类型: '民生实事' },
    );
    expect(projects[0]).toMatchObject({ progress: [{ statusWord: word, status, pace }] });
  });
  test.each([
    ['已完成', '122.6%', 'OVERFULFILLED'],
    ['已完成', '100.0%', 'COMPLETED'],
    ['超额完成', '100.4%', 'OVERFULFILLED'],
    ['提前或超额完成', '104%', 'OVERFULFILLED'],
    ['提前或超额完成', '100.00%', 'COMPLETED'],
    ['提前或超额完成', '60%', 'IN_PROGRESS'],
  ])('%s at %s is %s', async (word, rate, status) => {
    const { projects } = await read(
      {
        进展情况: [
          ['项目名称', '期次', '进度状态', '完成率'],
          ['甲', '2024Q2', word, rate],
        ],
      },
      { 年度: '2024', 类型: '民生实事' },
    );
    expect(projects[0]).toMatchObject({ progress: [{ status }] });
  });
});

test.each([
  ['2024年第二季度', '2024Q2'],
  ['2024年二季度', '2024Q2'],
  ['2024年上半年', '2024Q2'],
  ['2024年1-9月', '2024Q3'],
  ['2024年1—5月', '2024M05'],
  ['2024年6月', '2024M06'],
  ['2024Q4', '2024Q4'],
  ['2024年全年', '2024Q4'],
])('the period %s is %s', async (written, period) => {
  const { projects } = await read(
    {
      进展情况: [
        ['项目名称', '期次', '进展情况'],
        ['甲', written, '推进'],
      ],
    },
    { 年度: '2024', 类型: '民生实事' },
  );
  expect(projects[0]).toMatchObject({ progress: [{ period }] });
});

test.each([
  [
    '索镇街道西镇社区、新民社区',
    [
      ['索镇街道', '西镇社区'],
      ['索镇街道', '新民社区'],
    ],
  ],
  ['桓台县起凤镇', [['起凤镇', null]]],
  [
    '起凤镇、果里镇',
    [
      ['起凤镇', null],
      ['果里镇', null],
    ],
  ],
  ['全县各镇街道', []],
  ['各镇', []],
  ['县城建设街', []],
])('places of %s', async (location, places) => {
  const { projects } = await read(
    {
      项目表: [
        ['项目名称', '建设地点'],
        ['甲', location],
      ],
    },
    { 年度: '2024', 类型: '民生实事' },
  );
  expect(
    ((projects[0]?.['places'] ?? []) as { town: string; village: string | null }[]).map(({ town, village }) => [
      town,
      village,
    ]),
  ).toEqual(places);
});

test('a table of milestones, funds, targets and photos joins its project by name', async () => {
  const { findings, projects } = await read(
    {
      项目表: [
        ['项目名称', '牵头单位'],
        ['道路（一期）', '县交通运输局'],
      ],
      时间节点: [
        ['项目名称', '节点', '计划完成', '实际完成'],
        ['道路(一期)', '路基', '2024年6月', '2024-06-20'],
      ],
      现场照片: [
        ['项目名称', '照片', '说明', '拍摄日期'],
        ['道路一期', 'a.jpg', '路基', '2024.6.20'],
      ],
      量化目标: [
        ['项目名称', '指标', '方向', '目标值', '计量单位'],
        ['道路（一期）', '事故', '不超过', '3.0', '起'],
      ],
    },
    { 年度: '2024', 类型: '民生实事' },
  );
  expect(findings).toEqual([]);
  expect(projects).toHaveLength(1);
  expect(projects[0]).toMatchObject({
    milestones: [{ name: '路基', dueOn: '2024-06-30', doneOn: '2024-06-20' }],
    photos: [{ name: 'a.jpg', caption: '路基', takenOn: '2024-06-20' }],
    targets: [{ name: '事故', direction: 'AT_MOST', quantity: '3', unit: '起' }],
  });
});
