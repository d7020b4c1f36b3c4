import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { blockIn, panelAt } from '../support/panels.ts';
import { importProjects, planRows, quarterRows } from '../support/projects.ts';
import { openServer, type TestServer } from '../support/server.ts';

let platform: TestServer;

beforeAll(async () => {
  const store = await openMemory({ beginning: sampleOf(40) });
  platform = await openServer(store);
  const slow = quarterRows('第二季度', ['付庙村道路改造', '推进缓慢', '5公里', '40%', '路基施工5公里']);
  for (const rows of [planRows, slow]) {
    expect((await importProjects(platform.store, rows, { publishing: true })).outcome).toBe('published');
  }
  platform.clock.set('2027-01-01T00:00:00Z');
}, 120_000);
afterAll(() => platform.close());

const list = (params: Readonly<Record<string, string>>) => panelAt(platform, 'projects', params);

interface Counted {
  readonly items: number;
  readonly completed: number;
  readonly behind: number;
  readonly overdue: number;
  readonly cancelled: number;
}

describe('the projects that are in one state', () => {
  test.each([
    [2024, 'overdue', '逾期未完成', 'overdue, not completed', ({ overdue }: Counted) => overdue],
    [2024, 'completed', '已完成', 'completed', ({ completed }: Counted) => completed],
    [2024, 'unfinished', '未完成', 'unfinished', (all: Counted) => all.items - all.completed - all.cancelled],
  ])(
    'of %s, %s are those the API counts, and title and sentence say so',
    async (year, state, chinese, english, counted) => {
      const { livelihoodProgress } = await platform.ask<{ livelihoodProgress: Counted[] }>(
        `{ livelihoodProgress(year: ${year}, type: LIVELIHOOD, groupBy: []) { items completed behind overdue cancelled } }`,
      );
      const count = livelihoodProgress[0] ? counted(livelihoodProgress[0]) : 0;
      expect(count).toBeGreaterThan(0);
      const document = await list({ year: String(year), status: state, 'page-size': '50' });
      expect(document.title).toBe(`${year}年民生实事：${chinese}`);
      expect(document.sentence).toBe(`${year}年民生实事${chinese} ${count} 项。`);
      const block = blockIn(document, 'list');
      expect([block.total, block.items.length]).toEqual([count, count]);
      expect((await list({ year: String(year), status: state, lang: 'en' })).sentence).toBe(
        `Livelihood projects of ${year}: ${count} ${english}.`,
      );
    },
  );

  test('what is overdue is not listed as behind once more', async () => {
    const document = await list({ year: '2025', status: 'behind' });
    expect([document.state, document.sentence]).toEqual(['empty', '2025年民生实事没有未到期而进度滞后的项目。']);
  });

  test('are of the latest year where none is said, though an earlier one has more of them', async () => {
    const document = await list({ status: 'completed' });
    expect([document.state, document.title]).toEqual(['empty', '2025年民生实事：已完成']);
    expect(document.sentence).toBe('2025年民生实事没有已完成的项目。');
    expect((await list({ status: 'completed', lang: 'en' })).sentence).toBe(
      'Livelihood projects of 2025: none completed.',
    );
  });

  test('can be chosen in the form, beside town and words, which the sentence says too', async () => {
    const document = await list({ year: '2025', town: '370321101', q: '道路', status: 'overdue' });
    expect(document.sentence).toBe('2025年起凤镇民生实事中与“道路”有关的逾期未完成 1 项。');
    const field = blockIn(document, 'form').fields.find(({ name }) => name === 'status');
    expect([field?.value, field?.options?.map(({ value }) => value)]).toEqual([
      'overdue',
      ['', 'overdue', 'behind', 'unfinished', 'completed'],
    ]);
  });

  test('a state that is none says which there are, in both languages', async () => {
    const [chinese, english] = [await list({ status: 'late' }), await list({ status: 'late', lang: 'en' })];
    expect([chinese.state, english.state]).toEqual(['misused', 'misused']);
    expect(chinese.sentence).toBe('标签上的 status="late" 无法识别；可写：overdue、behind、unfinished、completed。');
    expect(english.sentence).toMatch(/status="late" on the tag is not known; write one of: overdue, behind/);
  });
});

test('a year of which nothing is published says which years there are', async () => {
  const said = async (params: Readonly<Record<string, string>>) => {
    const { state, sentence } = await list({ year: '1999', ...params });
    expect(state).toBe('empty');
    return sentence;
  };
  expect(await said({})).toBe('平台上没有1999年的这类项目；有这类项目的年度：2025、2024、2023、2022。');
  // Of what is asked for, not of everything.
  expect(await said({ status: 'overdue' })).toBe('平台上没有1999年的这类项目；有这类项目的年度：2025、2024、2023。');
  expect(await said({ lang: 'en' })).toBe(
    'The platform has no such projects of 1999; years that have some: 2025, 2024, 2023, 2022.',
  );
});

describe('a list that is narrowed says by what', () => {
  test.each([
    [{ town: '370321101' }, /^2025年起凤镇民生实事共 2 项，/, /^Livelihood projects of 2025 in 起凤镇: 2 in all/],
    [{ category: 'HOUSING' }, /^2025年住房类民生实事共 1 项，/, /^Livelihood projects of 2025, category .+: 1 in all/],
    [{ unit: '县民政局' }, /^2025年由县民政局牵头的民生实事共 1 项，/, /, led by 县民政局: 1 in all/],
    [{ q: '改造' }, /^2025年民生实事中与“改造”有关的共 2 项，/, /^Livelihood projects of 2025 about “改造”: 2 found/],
  ])('%j', async (params, chinese, english) => {
    const given = { year: '2025', ...params } as Record<string, string>;
    expect((await list(given)).sentence).toMatch(chinese);
    expect((await list({ ...given, lang: 'en' })).sentence).toMatch(english);
  });
});
