import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { importProjects, planRows, quarterRows } from '../support/projects.ts';
import { openServer, type TestServer } from '../support/server.ts';

interface Project {
  readonly name: string;
  readonly isOverdue: boolean;
  readonly pace: string | null;
  readonly statusLabel: { label: string; en: string } | null;
}

describe.each(databases)('livelihood projects past their day on $name', ({ open }) => {
  let platform: TestServer;

  beforeAll(async () => {
    const store = await open({ beginning: sampleOf(57) });
    await importProjects(store, planRows);
    await importProjects(store, quarterRows('第一季度', ['付庙村道路改造', '达进度', '2公里', '16%', '路基施工']));
    platform = await openServer(store);
  }, 120_000);
  afterAll(() => platform.close());

  const listed = async (day: string, where = ''): Promise<readonly Project[]> =>
    (
      await platform.ask<{ livelihoodProjects: { nodes: Project[] } }>(
        `{ livelihoodProjects(validOn: "${day}", first: 100${where}) { nodes { name isOverdue pace statusLabel { label en: label(lang: EN) } } } }`,
      )
    ).livelihoodProjects.nodes;

  test('are on plan up to that day, and behind and 逾期未完成 from the next', async () => {
    const road = async (day: string) => (await listed(day)).find(({ name }) => name === '付庙村道路改造');
    expect(await road('2025-10-31')).toEqual({
      name: '付庙村道路改造',
      isOverdue: false,
      pace: 'ON',
      statusLabel: { label: '进行中', en: 'In progress' },
    });
    expect(await road('2025-11-01')).toEqual({
      name: '付庙村道路改造',
      isOverdue: true,
      pace: 'BEHIND',
      statusLabel: { label: '进行中（逾期未完成）', en: 'In progress (overdue)' },
    });
  });

  test('are found by a filter that holds for exactly those whose field says so', async () => {
    const day = '2025-11-01';
    const all = await listed(day);
    const names = (projects: readonly Project[]) => projects.map(({ name }) => name).sort();
    for (const truth of [true, false]) {
      const found = await listed(day, `, where: { isOverdue: { eq: ${truth} } }`);
      expect(found.length).toBeGreaterThan(0);
      expect(names(found)).toEqual(names(all.filter(({ isOverdue }) => isOverdue === truth)));
    }
    expect((await listed(day, ', where: { isOverdue: { eq: true }, pace: { eq: "ON" } }')).length).toBe(0);
    const { livelihoodProgress } = await platform.ask<{ livelihoodProgress: { behind: number; overdue: number }[] }>(
      `{ livelihoodProgress(groupBy: [], validOn: "${day}") { behind overdue } }`,
    );
    expect(livelihoodProgress).toEqual([
      {
        overdue: all.filter(({ isOverdue }) => isOverdue).length,
        behind: all.filter(({ pace }) => pace === 'BEHIND').length,
      },
    ]);
  });

  test('say so in the catalogue, in a column and in their state, and on the page', async () => {
    const { body } = await platform.get('/api/v1/livelihood-projects.csv?validOn=2025-11-01&isOverdue=true');
    const [header = '', ...lines] = body.trim().split('\r\n');
    expect(header).toContain('是否逾期');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/（逾期未完成）.*,"是",/);
    expect(body).not.toContain('达进度');
    const other = await platform.get('/api/v1/livelihood-projects.csv?validOn=2025-11-01&isOverdue=false');
    expect(other.body).not.toContain('逾期未完成');
    const page = await platform.get('/livelihood-projects?validOn=2025-11-01&isOverdue=true');
    expect(page.status).toBe(200);
    expect(page.body).toContain('进行中（逾期未完成）');
    expect(page.body).not.toContain('达进度）');
  });
});
