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
import { asked, blocksOf, factOf, misuseOf, paragraphsOf, texts } from '../support/panel-documents.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [pglite] = databases;
const event = kindNamed('emergency-event') as Kind;

let platform: TestServer;
beforeAll(async () => {
  if (!pglite) throw new Error('no database');
  platform = await openServer(await sampleCounty(pglite, 72));
}, 120_000);
afterAll(() => platform.close());

const groups = (document: PanelDocument): string[] => blocksOf(document, 'group').map(({ heading }) => heading);

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

  test('while the platform is away it says that this may have changed and whom to call; of the past it does not', async () => {
    const holds = async (key: string): Promise<string> => {
      const { body } = await platform.get(`/w?p=${encodeURIComponent(key)}`);
      return JSON.parse(body).panels[0].words.holds;
    };
    expect(await holds('emergency')).toContain('遇险请拨打 110、119、120');
    expect(await holds('emergency?lang=en')).toContain('call 110, 119 or 120');
    expect(await holds('emergency?as-of=2026-03-01T00:00:00.000Z')).toBeUndefined();
  });

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
        expect(document.badge?.text).toContain(part);
      }
      expect(document.badge?.tone).toBe('blue');
      // What the badge and the sentence have said is no heading too.
      expect(groups(document)[0]).toBe(lang === 'en' ? 'What to do' : '该怎么做');
      expect(paragraphsOf(document)).toEqual(only?.whatToDo);
      expect(blocksOf(document, 'notice')[0]).toMatchObject({
        tone: 'blue',
        text: `${only?.matter}。`,
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

  test('nothing in force says so with the time of the check', async () => {
    platform.clock.set('2026-03-01T04:00:10Z');
    const document = await panel({ hazard: 'GAS' });
    expect(document.state).toBe('empty');
    expect(document.sentence).toBe('目前没有生效的燃气事故预警和应急响应。查询时间：2026年3月1日 12:00。');
    expect((await panel({ hazard: 'GAS', lang: 'en' })).sentence).toBe(
      'No warning and no emergency response is in force (Gas). Checked at 1 March 2026 12:00.',
    );
    platform.clock.run();
  });

  test('an answer that is kept is kept for this minute, alone and among others', async () => {
    const address = await platform.listen();
    for (const path of ['/w/emergency.json?hazard=GAS', '/w?p=emergency%3Fhazard%3DGAS']) {
      const get = async (instant: string) => {
        platform.clock.set(instant);
        return (await fetch(address + path)).text();
      };
      const first = await get('2026-03-01T04:00:10Z');
      expect(first).toContain('12:00。');
      expect(await get('2026-03-01T04:00:50Z')).toBe(first);
      expect(await get('2026-03-01T04:01:05Z')).toContain('12:01。');
    }
    platform.clock.run();
  });

  test('as-of shows what the platform said then, at whatever time it is asked', async () => {
    const states: string[] = [];
    for (const instant of ['2025-10-01T00:00:00Z', '2025-12-01T00:00:00Z']) {
      const document = await panel({ 'as-of': instant });
      const then = await inForce(`(asOf: "${instant}")`);
      // What the sentence says is not said again.
      expect(blocksOf(document, 'notice').map(({ text }) => text)).toEqual(then.map(({ matter }) => `${matter}。`));
      if (then.length === 0)
        expect(document.sentence).toMatch(/^按平台到2025年10月1日 08:00为止公开的内容，当时没有生效的/);
      expect(document.asOf).toBe(new Date(instant).toISOString());
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
      expect(first?.fields.map(({ value }) => value)).toEqual(['起鳳鎮', 'METEOROLOGICAL']);
      expect(traditional.blocks.length).toBe(document.blocks.length);

      await platform.store.db.$transaction((tx) => withdraw(tx, indexNumber, '测试撤回'));
      await expect.poll(async () => (await at('2026-07-01T04:00:34Z')).state).toBe('empty');
    });
  });
});
