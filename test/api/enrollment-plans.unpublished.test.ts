import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorKeyOf } from '../../api/instance.ts';
import { county, twins } from '../support/county.ts';
import { putPlan } from '../support/enrollment.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [central, second] = ['果里镇中心小学（示例）', '果里镇第二小学（示例）'];
const publicPlan = (year: number) => ({
  year,
  schools: [central, second],
  areas: [
    [central, '东马村、西边村', '果里镇', null, null, null, '第三条'],
    [second, '周坊村', '果里镇', null, null, null, '第四条'],
  ],
});
/** Everything in it is otherwise: other schools, other places, all villages moved. */
const secretPlan = (year: number) => ({
  year,
  schools: [central, second, '雪莲小学'],
  areas: [
    ['雪莲小学', '东马村、周坊村、东边村、雪莲小区', '果里镇', null, null, null, '第九条'],
    [central, '西边村', '果里镇', null, null, null, '第九条'],
    [second, '雪莲大街', '果里镇', 1, 99, '单号', '第九条'],
  ],
});

/** Two worlds alike in everything public; in the second there are drafts of plans too. */
describe('which school, coverage, changes and lists do not tell whether a plan is being prepared', () => {
  let plain: TestServer;
  let full: TestServer;
  let drafted: readonly { readonly rule: string }[];

  beforeAll(async () => {
    const [one, other] = await twins(county, async (store) => {
      await putPlan(store, publicPlan(2022));
      await putPlan(store, publicPlan(2024));
      await cursorKeyOf(store);
    });
    await putPlan(other, secretPlan(2023), false);
    await putPlan(other, secretPlan(2024), false);
    ({ findings: drafted } = await putPlan(other, secretPlan(2025), false));
    await putPlan(other, { ...secretPlan(2026), attribute: '依申请公开' }, false);
    await putPlan(other, { ...secretPlan(2024), stage: '初中' }, false);
    plain = await openServer(one);
    full = await openServer(other);
    for (const { clock } of [plain, full]) clock.set(new Date(Date.now() + 60_000));
  }, 120_000);
  afterAll(async () => {
    await plain.close();
    await full.close();
  });

  const answer = 'status statement schools { name } suggestions towns matches { area { place } } plan { year title }';

  test.each([
    `{ schoolFor(place: "周坊村") { ${answer} } }`,
    `{ schoolFor(place: "周坊村", year: 2023) { ${answer} } }`,
    `{ schoolFor(place: "周坊村", year: 2026) { ${answer} } }`,
    `{ schoolFor(place: "周坊村", stage: JUNIOR) { ${answer} } }`,
    `{ schoolFor(place: "东边村") { ${answer} } }`,
    `{ schoolFor(place: "雪莲小区") { ${answer} } }`,
    `{ schoolFor(place: "雪莲") { ${answer} } }`,
    `{ schoolFor(place: "雪莲大街15号") { ${answer} } }`,
    '{ enrollmentPlans(first: 9) { totalCount nodes { title coverage { covered missing { code } } changes { place } } facets(fields: [YEAR, STAGE, PUBLISHER]) { buckets { value count } } } }',
    '{ enrollmentPlans(search: "雪莲") { totalCount nodes { title } } }',
    '{ enrollmentPlan(by: { plan: { year: 2024, stage: PRIMARY } }) { edition { number } editions { number } schools { name } changes { place } } }',
    '{ enrollmentPlan(by: { plan: { year: 2024, stage: PRIMARY } }) { changes(from: 2022) { place } earlier: changes(from: 2023) { place } } }',
    '{ enrollmentPlan(by: { plan: { year: 2023, stage: PRIMARY } }) { title } }',
    '{ enrollmentPlan(by: { plan: { year: 2024, stage: JUNIOR } }) { title } }',
  ])('%s', async (query) => {
    const [expected, actual] = [await plain.request(query), await full.request(query)];
    expect(expected.errors).toEqual([]);
    expect(actual.data).toEqual(expected.data);
    expect(actual.headers['etag']).toBe(expected.headers['etag']);
  });

  test('a new plan is compared with what is public, not with drafts', () => {
    // Last year's plan is public and differs; the draft of that year, which is the same, does not hide it.
    expect(drafted.map(({ rule }) => rule)).toContain('catchment-changed');
  });
});
