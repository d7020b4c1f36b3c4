import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block, PanelDocument } from '../../widgets/core/document.ts';
import { panels } from '../../widgets/panels.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { putPlan } from '../support/enrollment.ts';
import { asked, blocksOf, misuseOf, texts } from '../support/panel-documents.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [pglite] = databases;

interface Answer {
  readonly status: string;
  readonly statement: string;
  readonly hotline: string | null;
  readonly complaints: string | null;
  readonly schools: readonly {
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
  }[];
  readonly requirements: readonly {
    readonly materials: readonly string[];
    readonly category: { readonly label: string };
  }[];
  readonly timeline: readonly {
    readonly step: { readonly label: string };
    readonly from: string;
    readonly to: string;
  }[];
}

describe('which school, as a panel', () => {
  let platform: TestServer;
  const panel = (params: Record<string, string> = {}, stem = 'enrollment') => asked(platform, stem, params);
  const answer = async (place: string, more = '', lang = 'ZH'): Promise<Answer> =>
    (
      await platform.ask<{ schoolFor: Answer }>(
        `query($place: String!) { schoolFor(place: $place${more}) { status statement(lang: ${lang}) hotline complaints schools { name address phone } requirements { category { label(lang: ${lang}) } materials } timeline { step { label(lang: ${lang}) } from to } } }`,
        { place },
      )
    ).schoolFor;
  const schoolsIn = (document: PanelDocument): string[] =>
    blocksOf(document, 'list').flatMap(({ items }) => items.map(({ title }) => title));
  const fieldOf = (document: PanelDocument, name: string) =>
    blocksOf(document, 'form')
      .flatMap(({ fields }) => fields)
      .find((field) => field.name === name);
  const offeredFor = async (typed: string, more: Record<string, string> = {}): Promise<string[]> =>
    (fieldOf(await panel({ place: typed, ...more }), 'place')?.options ?? []).map(({ value }) => value);

  /** Every village and community of the sample, as the newest primary plan names it. */
  let villages: { readonly place: string; readonly town: string }[];

  beforeAll(async () => {
    if (!pglite) throw new Error('no database');
    platform = await openServer(await sampleCounty(pglite, 72));
    const { enrollmentPlans } = await platform.ask<{
      enrollmentPlans: { nodes: { areas: { place: string; town: string; division: unknown }[] }[] };
    }>(
      '{ enrollmentPlans(where: { stage: { eq: "PRIMARY" } }, orderBy: [{ field: YEAR }], first: 1) { nodes { areas(first: 600) { place town division { code } } } } }',
    );
    villages = (enrollmentPlans.nodes[0]?.areas ?? []).filter(({ division }) => division !== null);
  }, 120_000);
  afterAll(() => platform.close());

  test('the answer is that of the API: school, address, phone, materials, days', async () => {
    for (const [lang, code] of [
      ['zh-CN', 'ZH'],
      ['en', 'EN'],
    ] as const) {
      const document = await panel({ place: '周坊村', lang });
      const { statement, schools, requirements, timeline, hotline, complaints } = await answer('周坊村', '', code);
      expect(document).toMatchObject({ panel: 'enrollment', state: 'data', sentence: statement });
      expect(schoolsIn(document)).toEqual(schools.map(({ name }) => name));
      const [list] = blocksOf(document, 'list');
      expect(list?.items[0]?.badge).toEqual({ text: lang === 'en' ? 'Your school' : '对口学校', tone: 'good' });
      expect(list?.items[0]?.meta).toEqual(expect.arrayContaining([schools[0]?.address, schools[0]?.phone]));
      const links = blocksOf(document, 'facts').flatMap(({ items }) => items.map(({ href }) => href));
      for (const phone of [schools[0]?.phone, hotline, complaints])
        expect(links).toContain(`tel:${phone?.replace('-', '')}`);
      const told = blocksOf(document, 'facts').flatMap(({ items }) => items.map(({ text }) => text));
      const joint = lang === 'en' ? '; ' : '；';
      for (const { materials } of requirements) expect(told).toContain(materials.join(joint));
      const [steps] = blocksOf(document, 'steps');
      expect(steps?.items).toHaveLength(timeline.length);
      for (const [index, { step }] of timeline.entries()) expect(steps?.items[index]?.title).toContain(step.label);
    }
  });

  test('says how many of many places are listed, and what narrows them', async () => {
    const { sentence, blocks } = await panel({ place: '起凤镇' });
    const [, all = '', listed = ''] = /有 (\d+) 处，先列出 (\d+) 处；/.exec(sentence) ?? [];
    const places = blocks.find((block) => block.type === 'table');
    expect(places?.rows).toHaveLength(Number(listed));
    expect(Number(all)).toBeGreaterThan(Number(listed));
    expect((await panel({ place: '起凤镇', lang: 'en' })).sentence).toMatch(/20 are listed/);
  });

  test.each([
    ['every village', 'PRIMARY', 1],
    // The same way leads to a middle school.
    ['every fourth village', 'JUNIOR', 4],
  ] as const)(
    '%s leads to the school schoolFor gives it: %s',
    async (_, stage, step) => {
      expect(villages.length).toBeGreaterThan(300);
      const differing: string[] = [];
      for (const { place, town } of villages.filter((_, at) => at % step === 0)) {
        const written = `${town}${place}`;
        const [document, { schools, status }] = [
          await panel({ place: written, stage }),
          await answer(written, `, stage: ${stage}`),
        ];
        if (schoolsIn(document).join() !== schools.map(({ name }) => name).join()) differing.push(written);
        if (status.endsWith('_SCHOOL') !== schoolsIn(document).length > 0) differing.push(written);
      }
      expect(differing).toEqual([]);
    },
    240_000,
  );

  test('two keystrokes lead to every village: it is offered, or it is the answer', async () => {
    const missed: string[] = [];
    for (const typed of new Set(villages.map(({ place }) => place.slice(0, 2)))) {
      const document = await panel({ place: typed });
      const reached = [
        ...(fieldOf(document, 'place')?.options ?? []).map(({ value }) => value),
        ...blocksOf(document, 'list').flatMap(({ items }) => items.flatMap(({ meta }) => meta)),
      ].join('\n');
      for (const { place, town } of villages)
        if (place.startsWith(typed) && !reached.includes(`${town}${place}`)) missed.push(`${typed}: ${town}${place}`);
    }
    expect(missed).toEqual([]);
  }, 120_000);

  test('places are offered from the first character on, and each offered leads on', async () => {
    const offered = await offeredFor('周');
    expect(offered).toContain('果里镇周坊村');
    expect(offered[0]).toMatch(/周/);
    const document = await panel({ place: '周' });
    const [table] = blocksOf(document, 'table');
    expect(table?.rows.map(({ go }) => go?.['place'])).toEqual(offered);
    expect(document.state).toBe('empty');
    for (const place of offered) expect((await panel({ place })).sentence).not.toContain('没有“');
    expect(await offeredFor('果里镇')).toHaveLength(20);
    expect(await offeredFor('果里镇周')).toContain('果里镇周坊村');
    expect(await offeredFor('')).toEqual([]);
    expect(await offeredFor('周坊村')).toEqual([]);
  });

  test('a name that several towns have is asked back, with the school of each', async () => {
    const twice = villages.find(({ place, town }) => villages.some((one) => one.place === place && one.town !== town));
    const document = await panel({ place: twice?.place ?? '' });
    expect(document.sentence).toBe((await answer(twice?.place ?? '')).statement);
    expect(document.sentence).toContain('请写明镇');
    expect(schoolsIn(document)).toEqual([]);
    const [table] = blocksOf(document, 'table');
    expect(table?.rows.length).toBeGreaterThan(1);
    for (const { go, cells } of table?.rows ?? []) {
      const { schools } = await answer(go?.['place'] ?? '');
      expect(cells[1]).toBe(schools.map(({ name }) => name).join('、'));
    }
  });

  test('an area that schools share names them all and says so', async () => {
    const { enrollmentPlans } = await platform.ask<{
      enrollmentPlans: { nodes: { areas: { place: string; town: string; isShared: boolean }[] }[] };
    }>(
      '{ enrollmentPlans(where: { stage: { eq: "PRIMARY" } }, orderBy: [{ field: YEAR }], first: 1) { nodes { areas(first: 600) { place town isShared } } } }',
    );
    const shared = enrollmentPlans.nodes[0]?.areas.find(({ isShared }) => isShared);
    const document = await panel({ place: `${shared?.town}${shared?.place}` });
    expect(schoolsIn(document).length).toBeGreaterThan(1);
    expect(blocksOf(document, 'list')[0]?.items[0]?.badge?.text).toBe('多校划片');
  });

  test('a place in no area says so and whom to call', async () => {
    const document = await panel({ place: '红莲湖社区', year: '2021' });
    const { statement, hotline, complaints, status } = await answer('红莲湖社区', ', year: 2021');
    expect(status).toBe('UNASSIGNED');
    expect(document.sentence).toBe(statement);
    expect(blocksOf(document, 'notice')).toEqual([]);
    const facts = blocksOf(document, 'facts').flatMap(({ items }) => items);
    expect(facts).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: hotline, href: 'tel:05330000801' })]),
    );
    expect(facts).toEqual(expect.arrayContaining([expect.objectContaining({ text: complaints })]));
  });

  test('a year without a plan names the publisher to call, and the years there are', async () => {
    for (const place of ['周坊村', '']) {
      const document = await panel({ ...(place === '' ? {} : { place }), year: '2040' });
      expect(document.state).toBe('empty');
      expect(document.sentence).toContain('还没有公开');
      expect(texts(document)).toContain('桓台县教育和体育局咨询电话');
      const years = fieldOf(document, 'year')?.options?.map(({ value }) => value);
      expect(years).toEqual(expect.arrayContaining(['', '2021', '2024']));
    }
  });

  test('the year is the newest published unless one is said', async () => {
    const { enrollmentPlans } = await platform.ask<{ enrollmentPlans: { nodes: { year: number }[] } }>(
      '{ enrollmentPlans(orderBy: [{ field: YEAR }], first: 1) { nodes { year } } }',
    );
    expect((await panel({ place: '周坊村' })).sentence).toContain(`${enrollmentPlans.nodes[0]?.year}年`);
    expect((await panel({ place: '周坊村', year: '2022' })).sentence).toContain('2022年');
  });

  test('before anybody asks there are the days, what to bring, the phones and every school', async () => {
    const document = await panel();
    expect(document.state).toBe('data');
    const { enrollmentPlans } = await platform.ask<{
      enrollmentPlans: { nodes: { title: string; schools: { name: string; places: number | null }[] }[] };
    }>(
      '{ enrollmentPlans(where: { stage: { eq: "PRIMARY" } }, orderBy: [{ field: YEAR }], first: 1) { nodes { title schools { name places } } } }',
    );
    const [plan] = enrollmentPlans.nodes;
    const [table] = blocksOf(document, 'table');
    const places = table?.columns.findIndex(({ key }) => key === 'places') ?? -1;
    expect(table?.rows.map(({ cells }) => [cells[0], cells[places]])).toEqual(
      plan?.schools.map((school) => [school.name, school.places === null ? null : String(school.places)]),
    );
    expect(blocksOf(document, 'steps')).toHaveLength(1);
    expect(document.source.permalink).toMatch(/\/id\/enrollment-plan\//);
  });

  test('steps stand as they do on the day asked', async () => {
    const states = async (instant: string) => {
      platform.clock.set(instant);
      const [steps] = blocksOf(await panel({ place: '周坊村', year: '2024' }), 'steps');
      platform.clock.run();
      return steps?.items.map(({ title, state }) => `${title} ${state}`);
    };
    expect(await states('2027-07-06T02:00:00Z')).toContain('录取结果 done');
    const { body } = await platform.get('/w/enrollment.json?place=周坊村&year=2024&as-of=2024-07-06T02:00:00Z');
    const then = blocksOf(JSON.parse(body) as PanelDocument, 'steps')[0]?.items.map(
      ({ title, state }) => `${title} ${state}`,
    );
    expect(then).toEqual(expect.arrayContaining(['公告 done', '网上报名（公办） now', '录取结果 todo']));
  });

  test('a place whose school changed says which it was the year before', async () => {
    const { enrollmentPlan } = await platform.ask<{
      enrollmentPlan: { changes: { place: string; town: string; before: string[]; after: string[] }[] };
    }>('{ enrollmentPlan(by: { plan: { year: 2024, stage: PRIMARY } }) { changes { place town before after } } }');
    expect(enrollmentPlan.changes.length).toBeGreaterThan(0);
    for (const { place, town, before, after } of enrollmentPlan.changes) {
      const document = await panel({ place: `${town}${place}`, year: '2024' });
      expect(schoolsIn(document)).toEqual(after);
      expect(texts(document)).toContain(`上一年是${before.join('、')}`);
    }
    expect(texts(await panel({ place: '周坊村', year: '2019' }))).not.toContain('上一年');
  });

  test('as-of shows the past', async () => {
    const now = await panel({ place: '周坊村' });
    const then = await panel({ place: '周坊村', 'as-of': '2023-01-01T00:00:00Z' });
    const { statement } = await answer('周坊村', ', asOf: "2023-01-01T00:00:00Z"');
    expect(then.sentence).toBe(statement);
    expect(then.sentence).toContain('2022年');
    expect(then.sentence).not.toBe(now.sentence);
    expect(then.asOf).toBe('2023-01-01T00:00:00.000Z');
  });

  test('both tags say the same', async () => {
    const [one, other] = [await panel({ place: '周坊村' }), await panel({ place: '周坊村' }, 'school-finder')];
    expect(other).toMatchObject({ panel: 'school-finder', blocks: one.blocks, sentence: one.sentence });
    expect(panels['school-finder']).toBe(panels['enrollment']);
  });

  test('a wrong tag says what to write, in both languages', async () => {
    expect(await misuseOf(platform, 'enrollment', { stage: 'HIGH' })).toEqual([
      expect.stringMatching(/“HIGH”.*PRIMARY（小学）/),
      expect.stringMatching(/"HIGH".*PRIMARY or JUNIOR/),
    ]);
    expect(await misuseOf(platform, 'enrollment', { year: '24' })).toEqual([
      expect.stringMatching(/“24”.*2025/),
      expect.stringMatching(/"24".*2025/),
    ]);
    expect((await panel({ stage: '初中', place: '周坊村' })).title).toContain('初中');
  });

  test('hostile and endless names stay text, and never break the panel', async () => {
    for (const place of [
      '<img src=x onerror=alert(1)>',
      "'; drop table edition; --",
      '%00周坊村',
      '甲'.repeat(500),
      '{{7*7}}',
      '%',
    ]) {
      const document = await panel({ place });
      expect([place, document.state]).toEqual([place, expect.stringMatching(/^(data|empty)$/)]);
      const value = fieldOf(document, 'place')?.value ?? '';
      expect(value.length).toBeLessThanOrEqual(60);
      expect(place).toContain(value);
    }
    const { body } = await platform.get('/w/enrollment.json?place=%00%E5%91%A8%E5%9D%8A%E6%9D%91');
    expect((JSON.parse(body) as PanelDocument).state).toBe('data');
  });

  test('traditional characters leave codes, phones, addresses and parameters alone', async () => {
    const [plain, traditional] = [await panel({ place: '东马村' }), await panel({ place: '东马村', lang: 'zh-TW' })];
    expect(traditional.title).toBe('查學區：小學');
    const keep = (document: PanelDocument) =>
      JSON.stringify(document).match(/tel:\d+|0533-\d+|sha256:\w+|https:[^"?]+|桓教体发〔\d+〕\d+号/g);
    expect(keep(traditional)).toEqual(keep(plain));
    expect(keep(plain)?.join()).toContain('桓教体发〔');
    expect(traditional.source.indexNumber).toBe(plain.source.indexNumber);
    // What was typed is a text like others; what is chosen is a key.
    expect(fieldOf(traditional, 'place')?.value).toBe('東馬村');
    const choices = await panel({ place: '东', lang: 'zh-TW' });
    const [option] = fieldOf(choices, 'place')?.options?.filter(({ value }) => value.includes('东')) ?? [];
    expect(option?.text).toContain('東');
    const written = await panel({ place: '東馬村', lang: 'zh-TW' });
    expect(schoolsIn(written)).toEqual(schoolsIn(traditional));
  });

  test('counts only: nothing of a child is asked for or shown', async () => {
    const keys = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, one] of Object.entries(value)) {
        keys.add(key);
        walk(one);
      }
    };
    const documents = [await panel(), await panel({ place: '周坊村' })];
    walk(documents);
    expect(JSON.stringify(documents)).not.toMatch(/姓名|身份证号|学生名单/);
    expect(panels['enrollment']?.query).not.toMatch(/admitted|registered|child/i);
  });

  test('drafts never appear', async () => {
    const before = await panel({ place: '周坊村' });
    const years = fieldOf(before, 'year')?.options;
    await putPlan(
      platform.store,
      {
        year: 2031,
        schools: ['草稿小学（示例）'],
        areas: [['草稿小学（示例）', '周坊村、草稿新村', '果里镇', null, null, null, '第一条']],
      },
      false,
    );
    const after = await panel({ place: '周坊村', 'heading-level': '3' });
    expect(after.blocks).toEqual(before.blocks);
    expect(fieldOf(after, 'year')?.options).toEqual(years);
    expect(await offeredFor('草稿')).not.toContain('果里镇草稿新村');
    await putPlan(platform.store, {
      year: 2032,
      schools: ['新办小学（示例）'],
      areas: [['新办小学（示例）', '周坊村', '果里镇', null, null, null, '第一条']],
    });
    const published = await panel({ place: '周坊村' });
    expect(schoolsIn(published)).toEqual(['新办小学（示例）']);
    expect(published.touches).toContain('enrollment-plan');
  });

  test('every block type is one that is drawn', async () => {
    const types = new Set<Block['type']>(['form', 'list', 'facts', 'group', 'sections', 'steps', 'notice', 'table']);
    for (const params of [{}, { place: '周坊村' }, { place: '周' }, { place: '不知道的地方' }])
      for (const { type } of (await panel(params)).blocks) expect(types).toContain(type);
  });
});
