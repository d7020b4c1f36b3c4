import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { stage } from '../../api/publishing/stage.ts';
import { seedCounty } from '../../api/seeding/county.ts';
import type { Store } from '../../api/store/client.ts';
import { databases } from '../support/databases.ts';
import { publish, tester, withdraw } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

const kind = kindNamed('enrollment-plan') as Kind;
const plans = [...kind.sample({ seed: 20_210_715, count: 20 })];
const planOf = (title: string) => {
  const found = plans.find(({ metadata }) => metadata.title.startsWith(title));
  if (!found) throw new RangeError(`no ${title}`);
  return found;
};

interface Answer {
  readonly status: string;
  readonly statement: string;
  readonly schools: readonly { readonly name: string }[];
  readonly matches: readonly { readonly area: { readonly place: string; readonly clause: string | null } }[];
  readonly towns: readonly string[];
  readonly suggestions: readonly string[];
  readonly requirements: readonly {
    readonly category: { readonly code: string };
    readonly materials: readonly string[];
  }[];
  readonly plan: {
    readonly year: number;
    readonly permalink: string;
    readonly edition: { readonly number: number };
  } | null;
}

const fields = `status statement schools { name } matches { area { place clause } } towns suggestions
  requirements { category { code } materials } plan { year permalink edition { number } }`;

describe.each(databases)('enrollment plans on $name', ({ open }) => {
  let store: Store;
  let platform: TestServer;
  const put = async (title: string, publishing: boolean) => {
    const staged = await store.db.$transaction((tx) =>
      stage(tx, { statement: planOf(title), files: [], actor: tester, now: new Date(), isSample: true }),
    );
    if (staged.outcome === 'refused') throw new Error(JSON.stringify(staged.findings));
    if (!publishing) return { staged, indexNumber: '' };
    const { indexNumber } = await store.db.$transaction((tx) => publish(tx, staged.editionId));
    return { staged, indexNumber };
  };
  const schoolFor = async (place: string, more = ''): Promise<Answer> =>
    (await platform.ask<{ schoolFor: Answer }>(`{ schoolFor(place: ${JSON.stringify(place)}${more}) { ${fields} } }`))
      .schoolFor;

  beforeAll(async () => {
    store = await open();
    await store.db.$transaction(seedCounty);
    platform = await openServer(store);
  }, 120_000);
  afterAll(() => platform.close());

  test('before any plan is public, the answer says so', async () => {
    expect(await schoolFor('周坊村')).toMatchObject({ status: 'NO_PLAN', schools: [], plan: null });
  });

  test('a draft answers nobody', async () => {
    await put('2020年桓台县小学', false);
    expect((await schoolFor('周坊村')).status).toBe('NO_PLAN');
    expect(
      await platform.ask(
        '{ enrollmentPlans(first: 5) { totalCount nodes { title } facets(fields: [YEAR]) { buckets { count } } } }',
      ),
    ).toEqual({
      enrollmentPlans: { totalCount: 0, nodes: [], facets: [{ buckets: [] }] },
    });
  });

  test('which school for 周坊村, and what must I bring, is one question', async () => {
    await put('2020年桓台县小学', true);
    const answer = await schoolFor('周坊村');
    expect(answer).toMatchObject({ status: 'SINGLE_SCHOOL', plan: { year: 2020, edition: { number: 1 } } });
    expect(answer.schools).toHaveLength(1);
    expect(answer.schools[0]?.name).toContain('果里镇');
    expect(answer.matches).toMatchObject([{ area: { place: '周坊村', clause: expect.stringContaining('附件 1') } }]);
    expect(answer.requirements.map(({ category }) => category.code)).toEqual([
      'HUKOU_HOUSE',
      'HUKOU_ONLY',
      'MIGRANT',
      'PREFERENTIAL',
      'DISABLED',
    ]);
    expect(answer.statement).toContain(answer.schools[0]?.name);
    for (const written of ['周坊', '果里镇周坊村', '周坊村委会', '桓台县果里镇周坊村', '370321110204', ' 周坊村 '])
      expect([written, (await schoolFor(written)).schools]).toEqual([written, answer.schools]);
  });

  test('odd and even doors of one road lead to different schools', async () => {
    const [odd, even] = [await schoolFor('示例大街15号'), await schoolFor('示例大街１６号')];
    expect([odd.status, even.status]).toEqual(['SINGLE_SCHOOL', 'SINGLE_SCHOOL']);
    expect(odd.schools).not.toEqual(even.schools);
    expect((await schoolFor('示例大街999号')).status).toBe('UNKNOWN_PLACE');
    expect((await schoolFor('少海花园')).schools).toHaveLength(1);
  });

  test('an area that several schools share is told as such', async () => {
    const { status, schools, statement } = await schoolFor('新民社区');
    expect([status, schools.length]).toEqual(['MULTI_SCHOOL', 2]);
    expect(statement).toContain('多校划片');
  });

  test('a name that several places have asks for the town', async () => {
    expect(await schoolFor('徐家村')).toMatchObject({ status: 'AMBIGUOUS' });
    const { enrollmentPlans } = await platform.ask<{
      enrollmentPlans: { nodes: { areas: { place: string; town: string }[] }[] };
    }>('{ enrollmentPlans(first: 1) { nodes { areas(first: 2000) { place town } } } }');
    const towns =
      enrollmentPlans.nodes[0]?.areas.filter(({ place }) => place === '徐家村').map(({ town }) => town) ?? [];
    expect(towns.length).toBeGreaterThan(1);
    for (const town of towns) {
      expect((await schoolFor('徐家村', `, town: "${town}"`)).status).toBe('SINGLE_SCHOOL');
      expect((await schoolFor(`${town}徐家村`)).status).toBe('SINGLE_SCHOOL');
    }
  });

  test('a place that is none is told with names like it', async () => {
    expect(await schoolFor('周坊花园')).toMatchObject({ status: 'UNKNOWN_PLACE', schools: [] });
    const { status, suggestions } = await schoolFor('马村');
    expect(status).toBe('UNKNOWN_PLACE');
    expect(suggestions.some((name) => name.includes('东马村'))).toBe(true);
  });

  test('every village is covered, and a forgotten one is an honest answer', async () => {
    const coverage =
      '{ enrollmentPlans(first: 1) { nodes { year coverage { villages covered share missing { name } } } } }';
    expect(await platform.ask(coverage)).toEqual({
      enrollmentPlans: {
        nodes: [{ year: 2020, coverage: { villages: 353, covered: 353, share: '100.0', missing: [] } }],
      },
    });
    const { staged } = await put('2021年桓台县小学', true);
    expect(staged.findings.map(({ rule }) => rule).sort()).toEqual(['catchment-changed', 'villages-not-covered']);
    expect(await platform.ask(coverage)).toEqual({
      enrollmentPlans: {
        nodes: [
          {
            year: 2021,
            coverage: { villages: 353, covered: 352, share: '99.7', missing: [{ name: '红莲湖社区居委会' }] },
          },
        ],
      },
    });
    const forgotten = await schoolFor('红莲湖社区');
    expect(forgotten).toMatchObject({ status: 'UNASSIGNED', schools: [], plan: { year: 2021 } });
    expect(forgotten.statement).toContain('咨询电话');
    // The year before it had a school.
    expect((await schoolFor('红莲湖社区', ', year: 2020')).status).toBe('SINGLE_SCHOOL');
  });

  test('what changed since last year, place by place', async () => {
    const { enrollmentPlans } = await platform.ask<{
      enrollmentPlans: {
        nodes: { year: number; changes: { place: string; before: string[]; after: string[] }[] | null }[];
      };
    }>('{ enrollmentPlans(first: 5) { nodes { year changes { place town before after } } } }');
    const [now, before] = enrollmentPlans.nodes;
    expect(before).toMatchObject({ year: 2020, changes: null });
    expect(now?.changes?.find(({ place }) => place === '红莲湖社区')).toMatchObject({
      after: [],
      before: [expect.any(String)],
    });
    expect(now?.changes?.length).toBeGreaterThan(1);
    for (const { before: old, after } of now?.changes ?? []) expect(old).not.toEqual(after);
  });

  test('primary and junior school are two plans, each found by year and stage', async () => {
    const { indexNumber } = await put('2021年桓台县初中', true);
    const ask = (by: string) =>
      platform.ask<{ enrollmentPlan: unknown }>(`{ enrollmentPlan(by: ${by}) { title stage } }`);
    expect(await ask('{ plan: { year: 2021, stage: JUNIOR, publisher: "县教体局" } }')).toMatchObject({
      enrollmentPlan: { stage: 'JUNIOR' },
    });
    expect(await ask(`{ indexNumber: "${indexNumber}" }`)).toMatchObject({ enrollmentPlan: { stage: 'JUNIOR' } });
    expect(await ask('{ plan: { year: 1999, stage: JUNIOR } }')).toEqual({ enrollmentPlan: null });
    const junior = await schoolFor('周坊村', ', stage: JUNIOR');
    expect(junior.schools[0]?.name).toContain('中学');

    await store.db.$transaction((tx) => withdraw(tx, indexNumber, '学校名称有误'));
    expect((await schoolFor('周坊村', ', stage: JUNIOR')).status).toBe('NO_PLAN');
    const { errors } = await platform.request(`{ enrollmentPlan(by: { indexNumber: "${indexNumber}" }) { title } }`);
    expect(errors?.[0]?.extensions.code).toBe('WITHDRAWN');
  });

  test('what the platform said before is still what it said', async () => {
    const answer = await platform.ask<{ schoolFor: Answer }>(
      `{ schoolFor(place: "红莲湖社区", asOf: "${new Date(Date.now() - 1).toISOString()}") { ${fields} } }`,
    );
    expect(answer.schoolFor.status).toBe('UNASSIGNED');
    const past = await platform.ask<{ schoolFor: Answer }>(
      '{ schoolFor(place: "红莲湖社区", asOf: "2020-01-01T00:00:00Z") { status } }',
    );
    expect(past.schoolFor.status).toBe('NO_PLAN');
  });

  test('an empty or endless place is refused', async () => {
    for (const place of ['', '   ', '村'.repeat(61)])
      expect((await platform.request(`{ schoolFor(place: "${place}") { status } }`)).errors?.[0]?.extensions.code).toBe(
        'BAD_USER_INPUT',
      );
  });
});
