import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCounty } from '../../api/seeding/county.ts';
import type { Store } from '../../api/store/client.ts';
import { databases } from '../support/databases.ts';
import { putPlan } from '../support/enrollment.ts';
import { openServer, type TestServer } from '../support/server.ts';

interface Answer {
  readonly status: string;
  readonly statement: string;
  readonly schools: readonly { readonly name: string }[];
  readonly towns: readonly string[];
  readonly suggestions: readonly string[];
  readonly plan: { readonly year: number; readonly publisher: { readonly name: string } } | null;
}

const [central, second, junior] = ['果里镇中心小学（示例）', '果里镇第二小学（示例）', '果里中学（示例）'];

describe.each(databases)('which school, on $name', ({ open }) => {
  const statements: string[] = [];
  let store: Store;
  let platform: TestServer;

  const ask = async (place: string, more = ''): Promise<Answer> =>
    (
      await platform.ask<{ schoolFor: Answer }>(
        `{ schoolFor(place: ${JSON.stringify(place)}${more}) { status statement schools { name } towns suggestions plan { year publisher { name } } } }`,
      )
    ).schoolFor;

  beforeAll(async () => {
    store = await open({ onStatement: (text) => statements.push(text) });
    await store.db.$transaction(seedCounty);
    platform = await openServer(store);
    await putPlan(store, {
      schools: [central, second],
      areas: [
        [central, '东马、西边、东边、红莲湖', '果里镇', null, null, null, '第三条'],
        [second, '果里镇周坊村、渔洋里小区', null, null, null, null, '第四条'],
        [central, '中心大街', '果里镇', 1, 99, '单号', '第五条'],
        [second, '中心大街2-98号（双号）', '果里镇', null, null, null, '第五条'],
        [second, '中心大街', '唐山镇', null, null, null, '第六条'],
        [second, '红庙村', '果里镇', null, null, null, '第六条'],
        [`${central}、${second}`, '鸿嘉社区', '果里镇', null, null, null, '第七条'],
      ],
    });
    await putPlan(store, {
      stage: '初中',
      schools: [junior],
      areas: [[junior, '果里镇第二小学（示例）', null, null, null, null, '第二条']],
    });
  }, 120_000);
  afterAll(() => platform.close());

  test('names without 村 or 社区 are linked by the register of divisions', async () => {
    for (const written of ['东马', '东马村', '果里镇东马村委会', '红莲湖社区', '红莲湖社区居委会', '370321110002'])
      expect([written, await ask(written)]).toMatchObject([
        written,
        { status: 'SINGLE_SCHOOL', schools: [{ name: central }] },
      ]);
    const { plan } = await platform.ask<{ plan: { areas: unknown[] } }>(
      '{ plan: enrollmentPlan(by: { plan: { year: 2024, stage: PRIMARY } }) { areas(first: 4) { kind { code } division { code } } } }',
    );
    expect(plan.areas.at(0)).toEqual({ kind: { code: 'VILLAGE' }, division: { code: '370321110201' } });
    expect(plan.areas.at(3)).toEqual({ kind: { code: 'COMMUNITY' }, division: { code: '370321110002' } });
  });

  test('an address below its village or compound, and a town without 镇', async () => {
    for (const written of [
      '周坊村12号',
      '果里周坊村',
      '果里镇周坊村3组',
      '渔洋里小区5号楼2单元',
      '淄博市桓台县果里镇周坊村',
    ])
      expect([written, await ask(written)]).toMatchObject([
        written,
        { status: 'SINGLE_SCHOOL', schools: [{ name: second }] },
      ]);
  });

  test('a door decides; without one the road has several answers', async () => {
    for (const [place, name] of [
      ['果里镇中心大街15号', central],
      ['中心大街15-3号', central],
      ['果里镇中心大街 ９８ 号', second],
    ] as const)
      expect([place, (await ask(place, ', town: "果里镇"')).schools]).toEqual([place, [{ name }]]);
    const whole = await ask('果里镇中心大街');
    expect(whole.status).toBe('AMBIGUOUS');
    expect(whole.statement).toContain('门牌');
    const both = await ask('中心大街15号');
    expect([both.status, both.towns]).toEqual(['AMBIGUOUS', ['果里镇', '唐山镇']]);
    expect(both.statement).toContain('果里镇中心大街15号');
    const beyond = await ask('果里镇中心大街1999号');
    expect(beyond.status).toBe('UNKNOWN_PLACE');
    expect(beyond.statement).toContain('中心大街1999号');
  });

  test('two villages of one name: the one in an area does not answer for the one in none', async () => {
    const { status, towns, statement } = await ask('红庙村');
    expect([status, towns]).toEqual(['AMBIGUOUS', ['马桥镇', '果里镇']]);
    expect(statement).toContain('请写明镇');
    expect((await ask('果里镇红庙村')).status).toBe('SINGLE_SCHOOL');
    const none = await ask('马桥镇红庙村');
    expect(none.status).toBe('UNASSIGNED');
    expect(none.statement).toContain('不合规定');
    expect(none.statement).toContain('咨询电话：0533-0000801，监督电话：0533-0000802');
  });

  test('a name that is mistyped is met with those like it', async () => {
    const { status, suggestions } = await ask('周纺村');
    expect(status).toBe('UNKNOWN_PLACE');
    expect(suggestions.slice(0, 3).join()).toContain('周坊村');
    expect((await ask('!!')).suggestions).toEqual([]);
  });

  test('several schools share an area', async () => {
    expect(await ask('鸿嘉社区')).toMatchObject({
      status: 'MULTI_SCHOOL',
      schools: [{ name: central }, { name: second }],
    });
  });

  test('a junior school that takes a whole primary school is found through it', async () => {
    expect(await ask('周坊村', ', stage: JUNIOR')).toMatchObject({
      status: 'SINGLE_SCHOOL',
      schools: [{ name: junior }],
    });
    expect((await ask('东马村', ', stage: JUNIOR')).status).toBe('UNASSIGNED');
    const { plan } = await platform.ask<{ plan: unknown }>(
      '{ plan: enrollmentPlan(by: { plan: { year: 2024, stage: JUNIOR } }) { coverage { villages } } }',
    );
    expect(plan).toEqual({ coverage: null });
  });

  test('what a child without local hukou must bring is one question', async () => {
    const { schoolFor } = await platform.ask<{ schoolFor: unknown }>(`{ schoolFor(place: "周坊村") {
      requirements(category: MIGRANT) { category { label(lang: EN) } materials } hotline
      matches { area { clause } schools { name } plan { edition { number } } requirements(category: MIGRANT) { materials } registration { from to } } } }`);
    expect(schoolFor).toEqual({
      requirements: [{ category: { label: 'Child of people who moved here' }, materials: ['户口簿', '居住证'] }],
      hotline: '0533-0000801',
      matches: [
        {
          area: { clause: '第四条' },
          schools: [{ name: second }],
          plan: { edition: { number: 1 } },
          requirements: [{ materials: ['户口簿', '居住证'] }],
          registration: [{ from: '2024-07-05', to: '2024-07-10' }],
        },
      ],
    });
  });

  test('everything about a place costs few statements', async () => {
    const everything = `{ schoolFor(place: "周坊村") { status statement schools { name phone } matches { area { place clause } schools { name } }
      requirements { category { label } materials } timeline { from to } hotline plan { title edition { number } permalink publisher { name } } } }`;
    await platform.ask(everything);
    statements.length = 0;
    await platform.ask(everything);
    expect(statements.length).toBeLessThanOrEqual(7);
  });

  test('two publishers may each have a plan; each answers for its own places', async () => {
    await putPlan(store, {
      publisher: '桓台县人民政府办公室',
      schools: ['开发区小学（示例）'],
      areas: [['开发区小学（示例）', '创业小区', null, null, null, null, '第一条']],
    });
    expect(await ask('创业小区')).toMatchObject({
      schools: [{ name: '开发区小学（示例）' }],
      plan: { publisher: { name: '桓台县人民政府办公室' } },
    });
    expect(await ask('果里镇周坊村')).toMatchObject({
      schools: [{ name: second }],
      plan: { publisher: { name: '桓台县教育和体育局' } },
    });
  });

  test('two names of one village in two areas are found where the register tells', async () => {
    const { findings } = await putPlan(
      store,
      {
        year: 2025,
        schools: [central, second],
        areas: [
          [central, '周坊', '果里镇', null, null, null, '第三条'],
          [second, '370321110204', '果里镇', null, null, null, '第四条'],
          [second, '红莲湖社区', '果里镇', null, null, null, '第四条'],
          [central, '红莲湖社区居民委员会', '果里镇', null, null, null, '第四条'],
        ],
      },
      false,
    );
    expect(findings.filter(({ rule }) => rule === 'place-in-two-areas')).toHaveLength(1);
    const [changed] = findings.filter(({ rule }) => rule === 'catchment-changed');
    expect(changed?.message.zh).toMatch(/与 2024 年相比（处）：对口学校改变 1，/);
  });
});
