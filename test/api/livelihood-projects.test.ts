import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../api/store/client.ts';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { withdraw } from '../support/gate.ts';
import { importProjects, livelihoodProject, planRows, quarterRows } from '../support/projects.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('livelihood projects on $name', ({ open }) => {
  let store: Store;
  let platform: TestServer;
  const ask = <Data>(query: string): Promise<Data> => platform.ask<Data>(query);
  const codeOf = async (query: string) => (await platform.request(query)).errors?.[0]?.extensions.code;

  beforeAll(async () => {
    store = await open({ beginning: sampleOf(57) });
    expect(await importProjects(store, planRows)).toMatchObject({ outcome: 'published' });
    const first = quarterRows(
      '第一季度',
      ['付庙村道路改造', '正常推进', '2公里', '16%', '路基施工'],
      ['东马村幸福院', '未开工', '0', '0%', '选址'],
      ['老旧小区改造', '正常推进', '200户', '25%', '管网更新'],
    );
    expect(await importProjects(store, first)).toMatchObject({ outcome: 'published' });
    const second = quarterRows(
      '第二季度',
      ['付庙村道路改造', '推进缓慢', '4公里', '32%', '路面铺设'],
      ['东马村幸福院', '已完成', '2处', '100%', '投入运营'],
      ['老旧小区改造', '超进度', '816户', '102%', '全部完工'],
    );
    expect(await importProjects(store, second)).toMatchObject({ outcome: 'published' });
    platform = await openServer(store);
  }, 120_000);
  afterAll(() => platform.close());

  test('a table of projects is as many records, each with its own number, editions and reports', async () => {
    const { livelihoodProject: project } = await ask<{
      livelihoodProject: { editions: unknown[]; reports: unknown[]; indexNumber: string; target: string };
    }>(
      '{ livelihoodProject(by: { project: { publisher: "县政府办公室", year: 2025, name: "付庙村道路改造" } }) { indexNumber target editions { number } reports { period periodEnd statusWord status pace quantity unit publishedRate progress } } }',
    );
    expect(project.target).toBe('改造道路12.5公里');
    expect(project.editions).toHaveLength(3);
    expect(project.reports).toEqual([
      {
        period: '2025Q1',
        periodEnd: '2025-03-31',
        statusWord: '正常推进',
        status: 'IN_PROGRESS',
        pace: 'ON',
        quantity: '2',
        unit: '公里',
        publishedRate: '16',
        progress: '路基施工',
      },
      {
        period: '2025Q2',
        periodEnd: '2025-06-30',
        statusWord: '推进缓慢',
        status: 'IN_PROGRESS',
        pace: 'BEHIND',
        quantity: '4',
        unit: '公里',
        publishedRate: '32',
        progress: '路面铺设',
      },
    ]);
    const again = quarterRows(
      '第二季度',
      ['付庙村道路改造', '推进缓慢', '4公里', '32%', '路面铺设'],
      ['东马村幸福院', '已完成', '2处', '100%', '投入运营'],
      ['老旧小区改造', '超进度', '816户', '102%', '全部完工'],
    );
    expect(await importProjects(store, again)).toMatchObject({
      outcome: 'unchanged',
      others: [{ outcome: 'unchanged' }, { outcome: 'unchanged' }],
    });
  });

  test.each([
    ['{ livelihoodProjects(where: { town: { eq: "起风镇" } }) { totalCount } }', /“起风镇”.*起凤镇/],
    ['{ livelihoodProjects(where: { leadUnit: { eq: "交通运输局" } }) { totalCount } }', /“交通运输局”.*县交通运输局/],
    ['{ livelihoodProjects(where: { publisher: { in: ["乌有局"] } }) { totalCount } }', /“乌有局”/],
    ['{ livelihoodProgress(town: "起风镇") { items } }', /“起风镇”.*起凤镇/],
    ['{ livelihoodProgress(leadUnit: "乌有局") { items } }', /“乌有局”/],
    ['{ livelihoodProgress(publisher: "乌有局") { items } }', /“乌有局”/],
  ])('a name nobody bears is refused, with those like it: %s', async (query, message) => {
    const { errors } = await platform.request(query);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(message);
  });

  test.each(['起凤镇', '起凤', '桓台县起凤镇', '370321101'])(
    'when will the road in our town be done: %s',
    async (town) => {
      const { livelihoodProjects } = await ask<{ livelihoodProjects: { nodes: { name: string }[] } }>(
        `{ livelihoodProjects(search: "修路", where: { town: { eq: "${town}" }, year: { eq: 2025 } }) { nodes { name dueOn dueWord status pace completionRate places { division { name parent { name } } } latestReport { progress } } } }`,
      );
      expect(livelihoodProjects.nodes).toEqual([
        {
          name: '付庙村道路改造',
          dueOn: '2025-10-31',
          dueWord: '2025年10月底',
          status: 'IN_PROGRESS',
          pace: 'BEHIND',
          completionRate: '32',
          places: [{ division: { name: '付庙村委会', parent: { name: '起凤镇' } } }],
          latestReport: { progress: '路面铺设' },
        },
      ]);
    },
  );

  test('which are behind, and 老旧小区改造 进度', async () => {
    const { behind, estates } = await ask<{
      behind: { nodes: { name: string }[] };
      estates: { edges: { node: { name: string; status: string }; highlights: { text: string }[] }[] };
    }>(
      '{ behind: livelihoodProjects(validOn: "2025-07-01", where: { pace: { eq: "BEHIND" }, year: { eq: 2025 } }) { nodes { name } } estates: livelihoodProjects(search: "老旧小区改造", where: { year: { eq: 2025 } }) { edges { node { name status completionRate } highlights { text } } } }',
    );
    expect(behind.nodes.map(({ name }) => name)).toEqual(['付庙村道路改造']);
    expect(estates.edges[0]?.node).toEqual({ name: '老旧小区改造', status: 'IN_PROGRESS', completionRate: '102' });
    expect(estates.edges[0]?.highlights.length).toBeGreaterThan(0);
  });

  test('how many are done by category, town and unit; a project in two towns counts in each', async () => {
    const totals = await ask<Record<string, object[]>>(
      `{ all: livelihoodProgress(year: 2025, groupBy: [], validOn: "2025-07-01") { year items completed started inProgress behind ahead completedShare }
        categories: livelihoodProgress(year: 2025, groupBy: [CATEGORY]) { category { code } items completed }
        towns: livelihoodProgress(year: 2025, groupBy: [TOWN]) { town { name } items }
        units: livelihoodProgress(year: 2025, groupBy: [LEAD_UNIT], leadUnit: "县住建局") { leadUnit { name } items }
        town: livelihoodProgress(year: 2025, groupBy: [], town: "果里") { items } }`,
    );
    expect(totals).toEqual({
      all: [
        { year: null, items: 3, completed: 1, started: 3, inProgress: 2, behind: 1, ahead: 1, completedShare: '33.33' },
      ],
      categories: [
        { category: { code: 'ELDERLY' }, items: 1, completed: 1 },
        { category: { code: 'HOUSING' }, items: 1, completed: 0 },
        { category: { code: 'TRANSPORT' }, items: 1, completed: 0 },
      ],
      towns: [
        { town: { name: '起凤镇' }, items: 2 },
        { town: { name: '果里镇' }, items: 2 },
      ],
      units: [{ leadUnit: { name: '桓台县住房和城乡建设局' }, items: 1 }],
      town: [{ items: 2 }],
    });
  });

  test('sums agree with the rows, and each project of the sample is in one group', async () => {
    const { livelihoodProgress, livelihoodProjects } = await ask<{
      livelihoodProgress: Record<string, number & { fen: string }>[];
      livelihoodProjects: {
        totalCount: number;
        facets: { field: string; buckets: { count: number }[]; missing: number }[];
      };
    }>(
      '{ livelihoodProgress(year: 2024, groupBy: []) { items notStarted inProgress completed suspended cancelled carriedOver unknown invested { fen } plannedInvestment { fen } investmentRate } livelihoodProjects(where: { year: { eq: 2024 } }) { totalCount facets(fields: [STATUS, CATEGORY, TYPE, LEAD_UNIT]) { field buckets { value label count } missing } } }',
    );
    const [total] = livelihoodProgress;
    const parts = ['notStarted', 'inProgress', 'completed', 'suspended', 'cancelled', 'carriedOver', 'unknown'];
    expect(parts.reduce((sum, key) => sum + (total?.[key] ?? 0), 0)).toBe(livelihoodProjects.totalCount);
    for (const { buckets, missing } of livelihoodProjects.facets)
      expect(buckets.reduce((sum, { count }) => sum + count, missing)).toBe(livelihoodProjects.totalCount);
    const [row] = await store.read<{ invested: string }>({
      text: 'select sum(invested)::text as invested from livelihood_project where year = 2024',
      values: [],
    });
    expect(total?.['invested']?.fen).toBe(row?.invested);
  });

  test('the facet by town counts a project in each of its towns', async () => {
    const { livelihoodProjects } = await ask<{
      livelihoodProjects: { facets: { buckets: { value: string; label: string; count: number }[]; missing: number }[] };
    }>(
      '{ livelihoodProjects(where: { year: { eq: 2025 } }) { facets(fields: [TOWN]) { buckets { value label count } missing } } }',
    );
    expect(livelihoodProjects.facets[0]).toEqual({
      buckets: [
        { value: '370321101', label: '起凤镇', count: 2 },
        { value: '370321110', label: '果里镇', count: 2 },
      ],
      missing: 0,
    });
  });

  test('what is past due, and what is silent, is judged on the day asked about', async () => {
    const at = async (day: string) =>
      (
        await ask<{ livelihoodProject: { isOverdue: boolean; isReportOverdue: boolean } }>(
          `{ livelihoodProject(by: { project: { publisher: "县政府办公室", year: 2025, name: "付庙村道路改造" } }, validOn: "${day}") { isOverdue isReportOverdue } }`,
        )
      ).livelihoodProject;
    expect(await at('2025-10-31')).toEqual({ isOverdue: false, isReportOverdue: false });
    expect(await at('2025-11-01')).toEqual({ isOverdue: true, isReportOverdue: false });
    expect(await at('2025-12-31')).toEqual({ isOverdue: true, isReportOverdue: false });
    expect(await at('2026-01-01')).toEqual({ isOverdue: true, isReportOverdue: true });
  });

  test('a target that is changed is told, and shown beside the one first published', async () => {
    const changed = planRows.map((row) => row.map((cell) => cell.replace('12.5公里', '8公里')));
    const imported = await importProjects(store, changed.slice(0, 3), { isCorrection: true, changeNote: '调整' });
    expect(imported.findings.map(({ rule }) => rule)).toEqual(['target-changed']);
    expect(imported.findings[0]?.message.zh).toContain('改造道路 12.5公里');
    const { livelihoodProject: project } = await ask<{
      livelihoodProject: { completionRate: string; targetChanges: unknown[] };
    }>(
      '{ livelihoodProject(by: { project: { publisher: "县政府办公室", year: 2025, name: "付庙村道路改造" } }) { completionRate targetChanges { edition before { quantity } after { quantity } targetBefore targetAfter } findings { rule } } }',
    );
    expect(project.completionRate).toBe('50');
    expect(project.targetChanges).toEqual([
      {
        edition: 4,
        before: [{ quantity: '12.5' }],
        after: [{ quantity: '8' }],
        targetBefore: '改造道路12.5公里',
        targetAfter: '改造道路8公里',
      },
    ]);
    const after = await importProjects(
      store,
      quarterRows('第三季度', ['付庙村道路改造', '正常推进', '6公里', '75%', '标线']),
    );
    expect(after.findings.map(({ rule }) => rule)).toEqual(['target-changed']);
  });

  test('what is wrong between a report and those before it is told', async () => {
    const report = (quarter: string, ...row: readonly string[]) =>
      importProjects(store, quarterRows(quarter, row), { publishing: false });
    expect(
      (await report('第四季度', '老旧小区改造', '已完成', '790户', '98.8%', '')).findings
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['completed-without-evidence', 'missing-period', 'progress-decreased']);
    expect(
      (await report('第二季度', '不在清单的项目', '正常推进', '', '', '新项目')).findings
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['lead-missing', 'not-in-programme', 'target-missing']);
    const late = [
      ['2026年第一季度民生实事项目进展情况', ''],
      ['项目名称', '进展情况'],
      ['老旧小区改造', '结转'],
    ];
    const given = new Map([
      ['发布机构', '县政府办公室'],
      ['年度', '2025'],
    ]);
    expect((await importProjects(store, late, { given, publishing: false })).findings.map(({ rule }) => rule)).toEqual([
      'overdue-report',
      // It takes the place of the report staged above.
      'draft-replaced',
    ]);
  });

  test('a task of the work report without its arrangements is told once', async () => {
    const rows = [
      ['2025年政府工作报告任务分解', ''],
      ['任务名称', '责任单位'],
      ['优化营商环境', '县行政审批服务局'],
    ];
    const { findings } = await importProjects(store, rows, { publishing: false });
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['incomplete-report', 'target-missing']);
    expect(findings.find(({ rule }) => rule === 'incomplete-report')?.message.zh).toContain(
      '“执行措施”、“实施步骤”、“责任分工”、“监督方式”',
    );
  });

  test('lead units are found by any written name, codes are checked, and a list can be sorted by what is due', async () => {
    const names = async (where: string) =>
      (
        await ask<{ livelihoodProjects: { totalCount: number } }>(
          `{ livelihoodProjects(where: { year: { eq: 2025 }, leadUnit: { eq: "${where}" } }) { totalCount } }`,
        )
      ).livelihoodProjects.totalCount;
    expect([await names('县交通运输局'), await names('桓台县交通运输局'), await names('县水利局')]).toEqual([1, 1, 0]);
    expect(await codeOf('{ livelihoodProjects(where: { category: { eq: "ROADS" } }) { totalCount } }')).toBe(
      'BAD_USER_INPUT',
    );
    expect(await codeOf('{ livelihoodProgress(category: "ROADS") { items } }')).toBe('BAD_USER_INPUT');
    expect(await codeOf('{ livelihoodProgress(first: 0) { items } }')).toBe('BAD_USER_INPUT');
    const { livelihoodProjects } = await ask<{ livelihoodProjects: { nodes: { dueOn: string }[] } }>(
      '{ livelihoodProjects(orderBy: [{ field: DUE_ON, direction: ASC }], first: 100) { nodes { dueOn } } }',
    );
    const days = livelihoodProjects.nodes.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
  });

  test('every question offered to readers is answered', async () => {
    for (const { name, selection } of livelihoodProject.questions) {
      const answer = await ask<Record<string, { nodes?: unknown[] } | unknown[]>>(`{ ${selection} }`);
      const [value] = Object.values(answer);
      const rows = Array.isArray(value) ? value : (value?.nodes ?? []);
      expect([name, rows.length > 0]).toEqual([name, true]);
    }
  });

  test('withdrawn, it says why; it is in no list, no total and no facet', async () => {
    const by = '{ project: { publisher: "县政府办公室", year: 2025, name: "东马村幸福院" } }';
    const { livelihoodProject: project } = await ask<{ livelihoodProject: { indexNumber: string } }>(
      `{ livelihoodProject(by: ${by}) { indexNumber } }`,
    );
    await store.db.$transaction((tx) => withdraw(tx, project.indexNumber, '数据有误'));
    expect(await codeOf(`{ livelihoodProject(by: ${by}) { title } }`)).toBe('WITHDRAWN');
    const { livelihoodProgress } = await ask<{ livelihoodProgress: { items: number }[] }>(
      '{ livelihoodProgress(year: 2025, groupBy: []) { items } }',
    );
    expect(livelihoodProgress).toEqual([{ items: 2 }]);
  });
});
