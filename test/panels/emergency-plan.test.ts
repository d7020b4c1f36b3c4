import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { asked, blocksOf, factOf, misuseOf, paragraphsOf } from '../support/panel-documents.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [pglite] = databases;
const flood = '桓台县防汛抗旱应急预案';

let platform: TestServer;
beforeAll(async () => {
  if (!pglite) throw new Error('no database');
  platform = await openServer(await sampleCounty(pglite, 72));
}, 120_000);
afterAll(() => platform.close());

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

  test('they say how many hold, and can be those alone', async () => {
    const { all, held, flood } = await platform.ask<Record<string, { totalCount: number }>>(
      `{ all: emergencyPlans { totalCount } held: emergencyPlans(where: { standing: { eq: "IN_FORCE" } }) { totalCount }
        flood: emergencyPlans(where: { hazard: { eq: "FLOOD_DROUGHT" }, standing: { eq: "IN_FORCE" } }) { totalCount } }`,
    );
    expect(all?.totalCount).toBeGreaterThan(held?.totalCount ?? 0);
    expect((await panel()).sentence).toBe(`共 ${all?.totalCount} 份，其中现行有效 ${held?.totalCount} 份。`);
    expect((await panel({ lang: 'en' })).sentence).toBe(`${all?.totalCount} plans, ${held?.totalCount} in force.`);
    const standing = 'IN_FORCE';
    const document = await panel({ standing });
    expect(document.sentence).toBe(`现行有效的应急预案共 ${held?.totalCount} 份。`);
    expect(blocksOf(document, 'list')[0]?.total).toBe(held?.totalCount);
    expect((await panel({ standing, hazard: 'FLOOD_DROUGHT' })).sentence).toBe(
      `现行有效的防汛抗旱应急预案共 ${flood?.totalCount} 份。`,
    );
    expect((await panel({ standing, hazard: 'FLOOD_DROUGHT', lang: 'en' })).sentence).toMatch(
      /^\d+ plans? \(in force, Flood and drought\)\.$/,
    );
    expect((await panel({ search: '避难场所' })).sentence).toMatch(
      /^含“避难场所”的应急预案共 \d+ 份，其中现行有效 \d+ 份。$/,
    );
    expect(await misuseOf(platform, 'emergency-plans', { standing: 'CURRENT' })).toEqual([
      expect.stringContaining('standing="CURRENT" 无法识别；可写：IN_FORCE、NOT_YET_IN_FORCE、REPEALED'),
      expect.stringContaining('write one of: IN_FORCE'),
    ]);
  });
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
    const [wrongPlace] = await misuseOf(platform, 'emergency-plans', { after: 'nowhere' });
    expect(wrongPlace).toMatch(/\p{Script=Han}/u);
    expect(await misuseOf(platform, 'emergency-plans', { hazard: '海啸' })).toEqual([
      expect.stringContaining('不是灾种'),
      expect.stringContaining('no hazard'),
    ]);
  });
});
