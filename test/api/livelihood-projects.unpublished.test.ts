import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorKeyOf } from '../../api/instance.ts';
import { sampleOf, twins } from '../support/county.ts';
import { importProjects, planRows, quarterRows } from '../support/projects.ts';
import { openServer, type TestServer } from '../support/server.ts';

/** Two worlds alike in everything public; in the second there are drafts of projects too. */
describe('lists, totals, facets, target changes and files of projects do not tell whether anything unpublished exists', () => {
  let plain: TestServer;
  let full: TestServer;

  beforeAll(async () => {
    const [one, other] = await twins(sampleOf(40), async (store) => {
      await importProjects(store, planRows);
      await cursorKeyOf(store);
    });
    const changed = planRows.map((row) => row.map((cell) => cell.replace('12.5公里', '99公里')));
    const secret = [
      ['2025年民生实事项目清单', '', ''],
      ['项目名称', '建设地点', '牵头单位'],
      ['秘密道路', '起凤镇', '县交通运输局'],
    ];
    const hidden = [
      await importProjects(other, changed, { publishing: false }),
      await importProjects(other, quarterRows('第一季度', ['老旧小区改造', '已完成', '800户', '100%', '']), {
        publishing: false,
      }),
      await importProjects(other, secret, { publishing: false, attribute: 'WITHHELD' }),
    ];
    expect(hidden.map(({ outcome }) => outcome)).toEqual(['staged', 'staged', 'staged']);
    plain = await openServer(one);
    full = await openServer(other);
    for (const { clock } of [plain, full]) clock.set(new Date(Date.now() + 60_000));
  }, 120_000);
  afterAll(async () => {
    await plain.close();
    await full.close();
  });

  const named = (name: string) => `by: { project: { publisher: "县政府办公室", year: 2025, name: "${name}" } }`;
  test.each([
    '{ livelihoodProjects(search: "道路", where: { town: { eq: "起凤镇" } }) { totalCount nodes { title digest } } }',
    '{ livelihoodProjects(where: { status: { eq: "COMPLETED" } }) { totalCount facets(fields: [STATUS, CATEGORY, TOWN, YEAR, LEAD_UNIT]) { buckets { value count } missing } pageInfo { endCursor } } }',
    '{ livelihoodProgress(groupBy: [YEAR, CATEGORY, TOWN, LEAD_UNIT, TYPE]) { year items completed invested { fen } } }',
    `{ livelihoodProject(${named('付庙村道路改造')}) { title target editions { number } targetChanges { edition } reports { period } findings { rule } } }`,
    `{ livelihoodProject(${named('秘密道路')}) { title } }`,
  ])('%s', async (query) => {
    const [expected, actual] = [await plain.request(query), await full.request(query)];
    expect(actual.data).toEqual(expected.data);
    expect(actual.errors?.map(({ message }) => message)).toEqual(expected.errors?.map(({ message }) => message));
    expect(actual.headers['etag']).toBe(expected.headers['etag']);
  });

  test.each(['/api/v1/livelihood-projects.csv', '/api/v1/livelihood-projects.json', '/livelihood-projects'])(
    '%s',
    async (address) => {
      const [expected, actual] = [await plain.get(address), await full.get(address)];
      expect([actual.status, actual.body]).toEqual([expected.status, expected.body]);
      expect(actual.body).not.toContain('秘密道路');
    },
  );
});
