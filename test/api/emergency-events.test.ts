import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { csvLines } from '../../api/exporting/csv.ts';
import { importFile } from '../../api/importing/import.ts';
import type { Store } from '../../api/store/client.ts';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { onPaper, publish, tester, withdraw } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

const kind = kindNamed('emergency-event') as Kind;

interface InForce {
  readonly scale: string;
  readonly warningLevel: string | null;
  readonly responseLevel: string | null;
  readonly levelLabel: { label: string };
  readonly since: string;
  readonly begunAt: string;
  readonly endsAt: string | null;
  readonly places: string[];
  readonly whatToDo: string[];
  readonly issuer: string;
  readonly hotline: string;
  readonly plan: { title: string } | null;
  readonly event: { title: string };
}

const selection =
  '{ scale warningLevel responseLevel levelLabel { label } since begunAt endsAt places whatToDo issuer hotline plan { title } event { title } }';

describe.each(databases)('warnings and responses on $name', ({ open }) => {
  let store: Store;
  let platform: TestServer;
  let statements = 0;
  const inForce = async (args: string): Promise<InForce[]> =>
    (await platform.ask<{ inForceNow: InForce[] }>(`{ inForceNow${args} ${selection} }`)).inForceNow;
  const codeOf = async (query: string) => (await platform.request(query)).errors?.[0]?.extensions.code;
  const then = (place: string, instant: string) => inForce(`(at: "${place}", instant: "${instant}")`);

  beforeAll(async () => {
    store = await open({
      beginning: sampleOf(72),
      onStatement: () => {
        statements += 1;
      },
    });
    platform = await openServer(store);
  }, 120_000);
  afterAll(() => platform.close());

  test('what is in force in my town now and what should I do is one question', async () => {
    platform.clock.set('2026-03-01T04:00:00Z');
    const [warning, ...others] = await inForce('(at: "起凤镇")');
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      scale: 'WARNING',
      warningLevel: 'BLUE',
      responseLevel: null,
      levelLabel: { label: '四级（蓝色）' },
      since: '2025-10-15T00:00:00.000Z',
      places: ['全县'],
      hotline: '0533-12345',
      plan: { title: '桓台县森林火灾应急预案（示例）' },
    });
    expect(warning?.whatToDo.length).toBeGreaterThan(2);
    platform.clock.run();
  });

  test('the example of 28 July 2021: warned, activated at Ⅳ, raised to Ⅲ, ended', async () => {
    const levels = async (instant: string) =>
      (await then('桓台县', instant)).map(({ warningLevel, responseLevel }) => responseLevel ?? warningLevel);
    expect(await levels('2021-07-27T19:59:00+08:00')).toEqual([]);
    expect(await levels('2021-07-27T20:00:00+08:00')).toEqual(['BLUE']);
    expect(await levels('2021-07-28T07:59:59+08:00')).toEqual(['BLUE']);
    expect(await levels('2021-07-28T08:00:00+08:00')).toEqual(['IV', 'BLUE']);
    expect(await levels('2021-07-28T15:00:00+08:00')).toEqual(['III', 'BLUE']);
    expect(await levels('2021-07-30T08:59:59+08:00')).toEqual(['III', 'BLUE']);
    expect(await levels('2021-07-30T09:00:00+08:00')).toEqual([]);
    const [response] = await then('起凤镇付庙村', '2021-07-28T15:00:00+08:00');
    expect(response).toMatchObject({
      since: '2021-07-28T06:00:00.000Z',
      begunAt: '2021-07-28T00:00:00.000Z',
      endsAt: '2021-07-30T01:00:00.000Z',
      issuer: '县防汛抗旱指挥部',
      plan: { title: '桓台县防汛抗旱应急预案（示例）' },
    });
  });

  test('a town’s warning covers its villages and shows for the county, not for other towns', async () => {
    const instant = '2020-08-07T06:00:00+08:00';
    for (const place of ['起凤镇', '起凤', '370321101', '起凤镇华沟村', '桓台县', '370321'])
      expect([place, (await then(place, instant)).length]).toEqual([place, 2]);
    expect(await then('果里镇', instant)).toEqual([]);
    expect(await inForce(`(hazard: GAS, instant: "${instant}")`)).toEqual([]);
    expect(await inForce(`(hazard: FLOOD_DROUGHT, instant: "${instant}")`)).toHaveLength(2);
  });

  test('a place nobody knows is told, and one that several have is asked about', async () => {
    expect(await codeOf('{ inForceNow(at: "乌有镇") { since } }')).toBe('BAD_USER_INPUT');
    const [twice] = await store.read<{ name: string }>({
      text: "select name from division where level = 'VILLAGE' group by name having count(*) > 1 limit 1",
      values: [],
    });
    const { errors } = await platform.request(`{ inForceNow(at: "${twice?.name}") { since } }`);
    expect(errors[0]?.message).toContain('请写明所在镇');
  });

  test('it is answered by one statement, and one more for the place', async () => {
    await inForce('(at: "起凤镇")');
    statements = 0;
    await platform.ask(
      '{ inForceNow(at: "起凤镇") { scale levelLabel { label } since places whatToDo hotline permalink } }',
    );
    expect(statements).toBe(2);
    statements = 0;
    await platform.ask('{ inForceNow { scale levelLabel { label } since places whatToDo hotline permalink } }');
    expect(statements).toBe(1);
  });

  describe('a warning that is published', () => {
    const header = [
      '步骤',
      '级别',
      '起始时间',
      '影响范围',
      '警示事项',
      '应采取的措施',
      '发布单位',
      '发布时间',
      '预计期限',
    ];
    const warned = [
      '发布预警',
      '黄色',
      '2026-07-01 08:00',
      '起凤镇',
      '雷雨大风',
      '减少外出',
      '县气象局',
      '2026-07-01 07:50',
      null,
    ];
    const ended = ['解除', null, '2026-07-01 20:00', null, null, null, '县气象局', null, null];
    const file = (rows: readonly (readonly (string | null)[])[], publishing: boolean) =>
      importFile(
        store,
        kind,
        {
          name: '预警.csv',
          bytes: new TextEncoder().encode(csvLines([header, ...rows])),
          given: new Map([
            ['事件名称', '2026年7月雷雨大风'],
            ['预警类别', '气象灾害'],
            ['发布机构', '桓台县应急管理局'],
          ]),
          attribute: 'PROACTIVE',
          actor: tester,
          now: new Date(),
        },
        publishing ? onPaper : null,
      );
    const shown = async () => {
      platform.clock.set('2026-07-01T04:00:00Z');
      const query = encodeURIComponent('{ inForceNow(at: "起凤镇", hazard: METEOROLOGICAL) { warningLevel } }');
      return platform.get(`/graphql?query=${query}`);
    };

    test('a draft is never visible, neither here nor in lists, counts and facets', async () => {
      const staged = await file([warned], false);
      expect(staged.outcome).toBe('staged');
      expect((await shown()).data).toEqual({ inForceNow: [] });
      const { emergencyEvents } = await platform.ask<{ emergencyEvents: object }>(
        '{ emergencyEvents(where: { year: { eq: 2026 } }) { totalCount facets(fields: [YEAR]) { buckets { value } } } }',
      );
      expect(emergencyEvents).toMatchObject({ totalCount: 0 });
      expect(JSON.stringify(emergencyEvents)).not.toContain('2026');
      expect(await platform.ask('{ emergencyEvent(by: { name: "2026年7月雷雨大风" }) { title } }')).toEqual({
        emergencyEvent: null,
      });
      if (staged.outcome !== 'staged') return;
      await store.db.$transaction((tx) => publish(tx, staged.editionId));
    });

    test('published, it is in force; its end makes a new edition; nobody may serve it unasked', async () => {
      await expect.poll(async () => (await shown()).data).toEqual({ inForceNow: [{ warningLevel: 'YELLOW' }] });
      expect((await shown()).headers['cache-control']).toBe('public, no-cache');
      const imported = await file([warned, ended], true);
      expect([imported.outcome, imported.findings.map(({ rule }) => rule)]).toEqual(['published', []]);
      // The end is announced for 20:00: until then it holds, and from then on not, though nothing else is published.
      await expect.poll(async () => (await shown()).data).toEqual({ inForceNow: [{ warningLevel: 'YELLOW' }] });
      platform.clock.set('2026-07-01T12:00:00Z');
      const query = encodeURIComponent('{ inForceNow(at: "起凤镇", hazard: METEOROLOGICAL) { warningLevel } }');
      expect((await platform.get(`/graphql?query=${query}`)).data).toEqual({ inForceNow: [] });
      const { emergencyEvent } = await platform.ask<{ emergencyEvent: { indexNumber: string } }>(
        '{ emergencyEvent(by: { name: "2026年7月雷雨大风" }) { indexNumber editions { number } steps { type } } }',
      );
      expect(emergencyEvent).toMatchObject({
        editions: [{ number: 2 }, { number: 1 }],
        steps: [{ type: 'WARNED' }, { type: 'ENDED' }],
      });
      expect(
        (await file([ended.map((cell, index) => (index === 0 ? '启动' : cell))], false)).findings.map(
          ({ rule }) => rule,
        ),
      ).toContain('incomplete-activation');
      expect((await file([warned], false)).findings.map(({ rule }) => rule)).toEqual(['step-dropped']);
      await store.db.$transaction((tx) => withdraw(tx, emergencyEvent.indexNumber, '内容有误'));
      expect(await codeOf('{ emergencyEvent(by: { name: "2026年7月雷雨大风" }) { title } }')).toBe('WITHDRAWN');
      platform.clock.run();
    });
  });

  test('lists are filtered by hazard, place and state, and counted', async () => {
    const { emergencyEvents } = await platform.ask<{
      emergencyEvents: { totalCount: number; nodes: { title: string }[]; facets: { buckets: { value: string }[] }[] };
    }>(
      '{ emergencyEvents(where: { hazard: { eq: "FLOOD_DROUGHT" }, place: { eq: "370321101" } }) { totalCount nodes { title } facets(fields: [HAZARD, STATE]) { buckets { value count } } } }',
    );
    expect(emergencyEvents.totalCount).toBe(2);
    const { open } = await platform.ask<{ open: { nodes: { title: string }[] } }>(
      '{ open: emergencyEvents(where: { state: { eq: "OPEN" } }) { nodes { title } } }',
    );
    expect(open.nodes.map(({ title }) => title)).toEqual(['2025—2026年度森林防火期预警与应急响应（示例）']);
    expect(
      await platform.ask(
        '{ emergencyEvents(search: "台风 马踏湖") { totalCount } other: emergencyEvents(search: "防火期") { totalCount } }',
      ),
    ).toMatchObject({ other: { totalCount: 1 } });
  });
});
