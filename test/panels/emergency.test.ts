import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hazardLabels } from '../../api/core/emergency-hazards.ts';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { csvLines } from '../../api/exporting/csv.ts';
import { importFile } from '../../api/importing/import.ts';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { hazards } from '../../widgets/emergency-plan/hazards.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { onPaper, publish, tester, withdraw } from '../support/gate.ts';
import { asked, blocksOf, misuseOf, texts } from '../support/panel-documents.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [pglite] = databases;
const event = kindNamed('emergency-event') as Kind;
const flood = '桓台县防汛抗旱应急预案';

let platform: TestServer;
beforeAll(async () => {
  if (!pglite) throw new Error('no database');
  platform = await openServer(await sampleCounty(pglite, 72));
}, 120_000);
afterAll(() => platform.close());

const groups = (document: PanelDocument): string[] => blocksOf(document, 'group').map(({ heading }) => heading);
const factOf = (document: PanelDocument, label: string) =>
  blocksOf(document, 'facts')
    .flatMap(({ items }) => items)
    .find((item) => item.label === label);
const paragraphsOf = (document: PanelDocument): string[] =>
  blocksOf(document, 'sections').flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs));

interface InForce {
  readonly scale: string;
  readonly warningLevel: string | null;
  readonly levelLabel: { readonly label: string };
  readonly scaleLabel: { readonly label: string };
  readonly hazardLabel: { readonly label: string };
  readonly whatToDo: readonly string[];
  readonly places: readonly string[];
  readonly matter: string;
  readonly issuer: string;
  readonly hotline: string;
  readonly permalink: string;
  readonly plan: { readonly title: string; readonly permalink: string } | null;
}

const inForce = async (args = '', lang = 'ZH'): Promise<readonly InForce[]> =>
  (
    await platform.ask<{ inForceNow: InForce[] }>(
      `{ inForceNow${args} { scale warningLevel levelLabel { label(lang: ${lang}) } scaleLabel { label(lang: ${lang}) } hazardLabel { label(lang: ${lang}) } whatToDo places matter issuer hotline permalink plan { title permalink } } }`,
    )
  ).inForceNow;

describe('what is in force, as a panel', () => {
  const panel = (params: Record<string, string> = {}) => asked(platform, 'emergency', params);

  test('it says what the API says: level, what to do, where, since when, who, phone, plan', async () => {
    platform.clock.set('2026-03-01T04:00:00Z');
    for (const [lang, code] of [
      ['zh-CN', 'ZH'],
      ['en', 'EN'],
    ] as const) {
      const [only, ...others] = await inForce('', code);
      expect(others).toEqual([]);
      const document = await panel({ lang });
      expect(document).toMatchObject({
        panel: 'emergency',
        state: 'data',
        source: { permalink: only?.permalink, isSample: true },
      });
      for (const part of [only?.hazardLabel.label, only?.scaleLabel.label, only?.levelLabel.label]) {
        expect(document.sentence).toContain(part);
        expect(groups(document)[0]).toContain(part);
      }
      expect(document.badge?.tone).toBe('blue');
      expect(paragraphsOf(document)).toEqual(only?.whatToDo);
      expect(blocksOf(document, 'notice')[0]).toMatchObject({
        tone: 'blue',
        text: only?.matter,
        href: only?.permalink,
      });
      const of = (zh: string, en: string) => factOf(document, lang === 'en' ? en : zh);
      expect(of('咨询电话', 'Phone')).toMatchObject({
        text: only?.hotline,
        href: `tel:${only?.hotline.replace('-', '')}`,
      });
      expect(of('在哪里', 'Where')?.text).toBe(only?.places.join('、'));
      expect(of('这一级自何时', 'At this level since')?.text).toBe(
        lang === 'en' ? '15 October 2025 08:00' : '2025年10月15日 08:00',
      );
      expect(of('谁发布', 'Issued by')?.text).toBe(only?.issuer);
      expect(of('依据预案', 'Plan')).toMatchObject({ text: only?.plan?.title, href: only?.plan?.permalink });
      expect(of('查询时间', 'Checked at')?.text).toBe(lang === 'en' ? '1 March 2026 12:00' : '2026年3月1日 12:00');
    }
    platform.clock.run();
  });

  test('nothing in force says so with the time of the check, which is new every minute', async () => {
    platform.clock.set('2026-03-01T04:00:10Z');
    const { body, headers } = await platform.get('/w/emergency.json?hazard=GAS');
    const document = JSON.parse(body) as PanelDocument;
    expect(document.state).toBe('empty');
    expect(document.sentence).toBe('目前没有生效的燃气事故预警和应急响应。查询时间：2026年3月1日 12:00。');
    expect(headers['cache-control']).not.toContain('immutable');
    platform.clock.set('2026-03-01T04:01:05Z');
    expect((await panel({ hazard: 'GAS' })).sentence).toContain('12:01');
    expect((await panel({ hazard: 'GAS', lang: 'en' })).sentence).toBe(
      'No warning and no emergency response is in force (Gas). Checked at 1 March 2026 12:01.',
    );
    platform.clock.run();
  });

  test('as-of shows what the platform said then, at whatever time it is asked', async () => {
    const states: string[] = [];
    for (const instant of ['2025-10-01T00:00:00Z', '2025-12-01T00:00:00Z']) {
      const document = await panel({ 'as-of': instant });
      const then = await inForce(`(asOf: "${instant}")`);
      expect(blocksOf(document, 'notice').map(({ text }) => text)).toEqual(
        then.length === 0 ? ['目前没有生效的预警和应急响应'] : then.map(({ matter }) => matter),
      );
      expect(document.asOf).toBe(instant);
      states.push(document.state);
      platform.clock.set('2026-08-01T00:00:00Z');
      expect((await panel({ 'as-of': instant, 'heading-level': '3' })).blocks).toEqual(document.blocks);
      platform.clock.run();
    }
    expect(states).toEqual(['empty', 'data']);
    expect(factOf(await panel({ 'as-of': '2025-12-01T00:00:00Z' }), '查询时间')?.text).toBe('2025年12月1日 08:00');
  });

  test('a town is a filter, by name or code; the towns are offered', async () => {
    const everywhere = await panel();
    const [form] = blocksOf(everywhere, 'form');
    const place = form?.fields.find(({ name }) => name === 'place');
    expect(place?.options?.map(({ value }) => value)).toEqual([
      ...['索镇街道', '少海街道', '起凤镇', '田庄镇', '荆家镇', '马桥镇', '新城镇', '唐山镇', '果里镇'],
    ]);
    const here = await panel({ place: '起凤镇' });
    expect(here.title).toBe('起凤镇现在生效的预警和应急响应');
    expect((await panel({ place: '370321101' })).sentence).toBe(here.sentence);
    const hazard = form?.fields.find(({ name }) => name === 'hazard');
    expect(hazard?.options?.length).toBe(Object.keys(hazardLabels).length + 1);
  });

  test('a place nobody knows, or that several have, says what to write, in both languages', async () => {
    const [zh, en] = await misuseOf(platform, 'emergency', { place: '乌有镇' });
    expect(zh).toMatch(/^没有找到“乌有镇”；.*起凤镇付庙村”。$/);
    expect(en).toMatch(/^There is no place "乌有镇"; give/);
    const document = await panel({ place: '乌有镇' });
    expect(blocksOf(document, 'form')[0]?.fields[0]?.value).toBe('乌有镇');
    const [odd] = await misuseOf(platform, 'emergency', { place: '甲 / 乙' });
    expect(odd).toContain('甲 / 乙');
    expect(odd).not.toContain('There is');
  });

  test('a hazard is said by its code or its name; a wrong one is told those there are', async () => {
    for (const hazard of ['FOREST_FIRE', 'forest-fire', '森林火灾', 'Forest fire'])
      expect((await panel({ hazard })).sentence).toContain('森林火灾');
    const [zh, en] = await misuseOf(platform, 'emergency', { hazard: '海啸' });
    expect(zh).toMatch(/“海啸”.*FLOOD_DROUGHT（防汛抗旱）/);
    expect(en).toMatch(/"海啸".*FLOOD_DROUGHT \(Flood and drought\)/);
    expect(hazards).toEqual(
      Object.fromEntries(Object.entries(hazardLabels).map(([code, names]) => [code, [names.zh, names.en]])),
    );
  });

  describe('a warning as it is published', () => {
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
    const measure = '<script>alert(1)</script>减少外出';
    const rows = [
      [
        '发布预警',
        '黄色',
        '2026-07-01 08:00',
        '起凤镇',
        '雷雨<b>大风</b>',
        measure,
        '县气象局',
        '2026-07-01 07:50',
        '2026-07-01 18:00',
      ],
      [
        '启动响应',
        'Ⅳ级',
        '2026-07-01 09:00',
        '起凤镇',
        '应对雷雨大风',
        '加固广告牌',
        '县气象局',
        '2026-07-01 09:00',
        null,
      ],
      [
        '提升级别',
        '红色',
        '2026-07-01 14:00',
        '起凤镇',
        '雷雨大风加强',
        '不要外出',
        '县气象局',
        '2026-07-01 07:55',
        null,
      ],
    ];
    const file = (publishing: boolean) =>
      importFile(
        platform.store,
        event,
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
    const at = async (instant: string, params: Record<string, string> = {}) => {
      platform.clock.set(instant);
      const document = await panel({ place: '起凤镇', hazard: 'METEOROLOGICAL', ...params });
      platform.clock.run();
      return document;
    };

    test('a draft changes nothing; published, it is there at once, and goes when it is withdrawn', async () => {
      const before = await at('2026-07-01T04:00:30Z');
      expect(before.state).toBe('empty');
      const staged = await file(false);
      if (staged.outcome !== 'staged') throw new Error(JSON.stringify(staged));
      expect(await at('2026-07-01T04:00:31Z')).toEqual(before);
      const { indexNumber } = await platform.store.db.$transaction((tx) => publish(tx, staged.editionId));
      await expect.poll(async () => (await at('2026-07-01T04:00:32Z')).state).toBe('data');
      const document = await at('2026-07-01T04:00:33Z');
      expect(document.touches).toEqual(expect.arrayContaining(['emergency-event']));

      // Two scales, never one: only the warning has a colour.
      const tones = blocksOf(document, 'notice').map(({ tone }) => tone);
      expect([...tones].sort()).toEqual(['plain', 'yellow']);
      expect(document.sentence).toMatch(/^2 项生效中：/);
      // What to do stays text.
      expect(paragraphsOf(document)).toContain(measure);
      expect(texts(document)).toContain('雷雨<b>大风</b>');
      expect(factOf(document, '到何时')).toBeDefined();
      const [course] = blocksOf(document, 'steps');
      expect(course?.items.map(({ state }) => state)).toEqual(['done', 'now', 'todo']);

      // What was announced for 14:00 shows at 14:00, from an answer that was kept before.
      const later = await at('2026-07-01T06:00:00Z');
      expect(blocksOf(later, 'notice').map(({ tone }) => tone)).toContain('red');
      expect(later.badge?.tone).toBe('red');

      const traditional = await at('2026-07-01T04:00:33Z', { lang: 'zh-TW' });
      expect(traditional.title).toBe('起鳳鎮現在生效的預警和應急響應');
      const [first] = blocksOf(traditional, 'form');
      expect(first?.fields.map(({ value }) => value)).toEqual(['起凤镇', 'METEOROLOGICAL']);
      expect(traditional.blocks.length).toBe(document.blocks.length);

      await platform.store.db.$transaction((tx) => withdraw(tx, indexNumber, '测试撤回'));
      await expect.poll(async () => (await at('2026-07-01T04:00:34Z')).state).toBe('empty');
    });
  });
});

interface Plan {
  readonly title: string;
  readonly number: string;
  readonly indexNumber: string;
  readonly responses: readonly {
    readonly level: string;
    readonly levelLabel: { readonly label: string };
    readonly conditions: readonly string[];
    readonly approver: string;
    readonly actions: readonly string[];
  }[];
  readonly contacts: readonly { readonly unit: string; readonly phone: string }[];
  readonly shelters: readonly { readonly name: string; readonly capacity: number | null }[];
  readonly warnings: readonly { readonly level: string; readonly measures: readonly string[] }[];
  readonly chapters: readonly { readonly number: string; readonly heading: string; readonly text: string }[];
}

const planNamed = async (name: string, lang = 'ZH', clocks = ''): Promise<Plan> =>
  (
    await platform.ask<{ emergencyPlan: Plan }>(
      `query($name: String!) { emergencyPlan(by: { name: $name }${clocks}) { title number indexNumber responses { level levelLabel { label(lang: ${lang}) } conditions approver actions } contacts { unit phone } shelters { name capacity } warnings { level measures } chapters { number heading text } } }`,
      { name },
    )
  ).emergencyPlan;

describe('an emergency plan, as a panel', () => {
  const panel = (params: Record<string, string>) => asked(platform, 'emergency-plan', params);
  const tableOf = (document: PanelDocument, id: string) => blocksOf(document, 'table').find((table) => table.id === id);

  test('it says what the API says: levels, actions, phones, shelters, signals, chapters', async () => {
    for (const [lang, code] of [
      ['zh-CN', 'ZH'],
      ['en', 'EN'],
    ] as const) {
      const plan = await planNamed(flood, code);
      const document = await panel({ plan: flood, lang });
      expect(document).toMatchObject({ state: 'data', title: plan.title, source: { indexNumber: plan.indexNumber } });
      const separator = lang === 'en' ? '; ' : '；';
      expect(tableOf(document, 'responses')?.rows.map(({ cells }) => cells)).toEqual(
        plan.responses.map(({ levelLabel, conditions, approver }) => [
          levelLabel.label,
          conditions.join(separator),
          approver,
        ]),
      );
      const paragraphs = paragraphsOf(document);
      for (const { actions } of plan.responses) expect(paragraphs.join('\n')).toContain(actions.join('\n'));
      for (const { measures } of plan.warnings) expect(paragraphs.join('\n')).toContain(measures.join('\n'));
      for (const { heading, number, text } of plan.chapters) {
        const section = blocksOf(document, 'sections')
          .flatMap(({ items }) => items)
          .find((item) => item.heading === heading);
        expect([section?.marker, section?.paragraphs.join('\n')]).toEqual([number, text]);
      }
      for (const { unit, phone } of plan.contacts)
        expect(factOf(document, unit)).toMatchObject({ href: `tel:${phone.replaceAll('-', '')}` });
      expect(tableOf(document, 'shelters')?.rows.map(({ cells }) => [cells[0], cells[2]])).toEqual(
        plan.shelters.slice(0, 40).map(({ name, capacity }) => [name, capacity === null ? null : String(capacity)]),
      );
      expect(blocksOf(document, 'notice').map(({ tone }) => tone)).toEqual(['late', 'red', 'orange', 'yellow', 'blue']);
    }
  });

  test('a level may be said in any spelling, and shows what is done at it', async () => {
    const { responses } = await planNamed(flood);
    const third = responses.find(({ level }) => level === 'III');
    for (const level of ['III', 'iii', 'Ⅲ级', '三级', '3']) {
      const document = await panel({ plan: flood, level });
      expect(tableOf(document, 'responses')?.rows.map(({ cells }) => cells[0])).toEqual([third?.levelLabel.label]);
      expect(paragraphsOf(document).slice(0, 7)).toEqual(third?.actions);
      expect(document.sentence).toContain(third?.conditions[0]);
    }
    const [zh, en] = await misuseOf(platform, 'emergency-plan', { plan: flood, level: '五级' });
    expect(zh).toMatch(/“五级”.*I、II、III、IV/);
    expect(en).toMatch(/"五级".*I, II, III or IV/);
  });

  test('a hazard leads to the plan of the county that is in force, and to the others', async () => {
    const document = await panel({ hazard: '防汛抗旱' });
    const named = await panel({ plan: flood });
    expect(document.source.indexNumber).toBe(named.source.indexNumber);
    const { emergencyPlans } = await platform.ask<{ emergencyPlans: { nodes: { title: string }[] } }>(
      '{ emergencyPlans(where: { hazard: { eq: "FLOOD_DROUGHT" }, standing: { eq: "IN_FORCE" } }, first: 50) { nodes { title } } }',
    );
    const others = tableOf(document, 'plans')?.rows ?? [];
    expect([document.title, ...others.map(({ cells }) => cells[0])].sort()).toEqual(
      emergencyPlans.nodes.map(({ title }) => title).sort(),
    );
    const [town] = others;
    expect((await panel({ ...town?.go })).title).toBe(town?.cells[0]);
  });

  test('shelters of one place only; a place nobody knows says what to write', async () => {
    const { emergencyShelters } = await platform.ask<{ emergencyShelters: { shelter: { name: string } }[] }>(
      '{ emergencyShelters(at: "起凤镇") { shelter { name } } }',
    );
    const document = await panel({ plan: flood, place: '起凤镇' });
    expect(tableOf(document, 'shelters')?.rows.map(({ cells }) => cells[0])).toEqual(
      emergencyShelters.slice(0, 40).map(({ shelter }) => shelter.name),
    );
    const [zh, en] = await misuseOf(platform, 'emergency-plan', { plan: flood, place: '乌有村' });
    expect([zh, en]).toEqual([
      expect.stringContaining('没有找到“乌有村”'),
      expect.stringContaining('There is no place'),
    ]);
  });

  test('a tag that names nothing, or both, says what to write; an unknown name shows those like it', async () => {
    expect(await misuseOf(platform, 'emergency-plan', {})).toEqual([
      expect.stringContaining('请写 plan'),
      expect.stringContaining('give plan'),
    ]);
    expect(await misuseOf(platform, 'emergency-plan', { plan: flood, hazard: 'GAS' })).toEqual([
      expect.stringContaining('只写一个'),
      expect.stringContaining('not both'),
    ]);
    const document = await panel({ plan: '防汛抗旱' });
    expect(document.state).toBe('empty');
    const rows = tableOf(document, 'plans')?.rows ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect((await panel({ ...rows[0]?.go })).state).toBe('data');
    for (const plan of ['<img src=x onerror=alert(1)>', "'; drop table edition; --", '%', '甲'.repeat(300), '"""'])
      expect([plan, (await panel({ plan })).state]).toEqual([plan, 'empty']);
  });

  test('as-of shows the plan that held then', async () => {
    const instant = '2020-01-01T00:00:00Z';
    const then = await panel({ plan: flood, 'as-of': instant });
    const { indexNumber, title } = await planNamed(flood, 'ZH', `, asOf: "${instant}"`);
    expect([then.title, then.source.indexNumber]).toEqual([title, indexNumber]);
    expect(then.source.indexNumber).not.toBe((await panel({ plan: flood })).source.indexNumber);
    expect(then.badge).toEqual({ text: '现行有效', tone: 'good' });
  });

  test('traditional characters leave numbers, phones and addresses alone', async () => {
    const { number } = await planNamed(flood);
    const [plain, traditional] = [await panel({ plan: flood }), await panel({ plan: flood, lang: 'zh-TW' })];
    expect(factOf(traditional, '文號')?.text).toBe(number);
    const keep = (document: PanelDocument) =>
      JSON.stringify(document).match(/tel:\d+|0533-\d+|sha256:\w+|https:[^"?]+/g);
    expect(keep(traditional)).toEqual(keep(plain));
    expect(traditional.title).toBe('桓臺縣防汛抗旱應急預案（示例）');
  });
});

describe('the list of emergency plans, as a panel', () => {
  const panel = (params: Record<string, string> = {}) => asked(platform, 'emergency-plans', params);
  const titlesOf = (document: PanelDocument) =>
    blocksOf(document, 'list').flatMap(({ items }) => items.map(({ title }) => title));

  test('page by page it is the list of the API, forwards and back', async () => {
    const { emergencyPlans } = await platform.ask<{
      emergencyPlans: { totalCount: number; nodes: { title: string }[] };
    }>('{ emergencyPlans(orderBy: [{ field: FORMED_ON }], first: 100) { totalCount nodes { title } } }');
    const first = await panel();
    const [list] = blocksOf(first, 'list');
    expect(list?.total).toBe(emergencyPlans.totalCount);
    const second = await panel({ ...list?.next });
    expect([...titlesOf(first), ...titlesOf(second)]).toEqual(
      emergencyPlans.nodes.map(({ title }) => title).slice(0, 40),
    );
    const [back] = blocksOf(second, 'list');
    expect(titlesOf(await panel({ ...back?.previous }))).toEqual(titlesOf(first));
  });

  test('by hazard and by words; nothing found says so', async () => {
    const flooded = await panel({ hazard: 'FLOOD_DROUGHT' });
    expect(titlesOf(flooded).every((title) => title.includes('防汛抗旱'))).toBe(true);
    const [form] = blocksOf(flooded, 'form');
    expect(form?.fields.find(({ name }) => name === 'hazard')?.options?.length).toBeGreaterThan(10);
    const none = await panel({ search: '从未有过的词句' });
    expect([none.state, none.sentence]).toEqual(['empty', '没有符合条件的应急预案。']);
    expect(await misuseOf(platform, 'emergency-plans', { hazard: '海啸' })).toEqual([
      expect.stringContaining('不是灾种'),
      expect.stringContaining('no hazard'),
    ]);
  });
});
