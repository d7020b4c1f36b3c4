import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListBlock } from '../../widgets/core/document.ts';
import { questionWords } from '../../widgets/livelihood-project/projects.asked.ts';
import { sampleOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { withdraw } from '../support/gate.ts';
import { blockIn, columnOf, panelAt, tableIn, wordsOf } from '../support/panels.ts';
import { importProjects, planRows, quarterRows } from '../support/projects.ts';
import { openServer, type TestServer } from '../support/server.ts';

let platform: TestServer;
/** An instant between the second quarter's report and the change of a target. */
let before = '';

const published = async (rows: Parameters<typeof importProjects>[1], publishing = true) => {
  const imported = await importProjects(platform.store, rows, { publishing });
  expect(imported.outcome, JSON.stringify(imported)).toBe(publishing ? 'published' : 'staged');
};

beforeAll(async () => {
  const store = await openMemory({ beginning: sampleOf(40) });
  platform = await openServer(store);
  await published(planRows);
  await published(
    quarterRows(
      '第二季度',
      ['付庙村道路改造', '推进缓慢', '5公里', '40%', '路基施工5公里'],
      ['东马村幸福院', '正常推进', '1处', '50%', '主体封顶'],
      ['老旧小区改造', '已完成', '800户', '100%', '全部完工'],
    ),
  );
  before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await published(planRows.map((row) => row.map((cell) => cell.replace('12.5公里', '8公里'))));
  platform.clock.set('2027-01-01T00:00:00Z');
}, 120_000);
afterAll(() => platform.close());

const list = (params: Readonly<Record<string, string>>) => panelAt(platform, 'projects', params);
const one = (params: Readonly<Record<string, string>>) => panelAt(platform, 'project', params);

/** Nobody asks at a given day except the platform's clock. */
const at = async <Result>(instant: string, work: () => Promise<Result>): Promise<Result> => {
  platform.clock.set(instant);
  try {
    return await work();
  } finally {
    platform.clock.set('2027-01-01T00:00:00Z');
  }
};

describe('the projects of a year', () => {
  test('together are as many, as far and as costly as the API counts them', async () => {
    const { livelihoodProgress } = await platform.ask<{
      livelihoodProgress: {
        items: number;
        completed: number;
        behind: number;
        overdue: number;
        invested: { amount: string };
      }[];
    }>(
      '{ livelihoodProgress(year: 2024, type: LIVELIHOOD, groupBy: []) { items completed behind overdue invested { amount(unit: WAN_YUAN, scale: 2) } } }',
    );
    const [total] = livelihoodProgress;
    const document = await list({ year: '2024' });
    expect(blockIn(document, 'figures').items.map(({ value }) => value)).toEqual([
      String(total?.items),
      String(total?.completed),
      String((total?.behind ?? 0) - (total?.overdue ?? 0)),
      String(total?.overdue),
      total?.invested.amount,
    ]);
    // A project is counted as behind or as overdue, never as both.
    expect(blockIn(document, 'figures').items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['未到期而进度滞后', '逾期未完成']),
    );
    expect(total?.items).toBeGreaterThan(5);
    expect(blockIn(document, 'list').total).toBe(total?.items);
    expect(document.sentence).toContain(`共 ${total?.items} 项，已完成 ${total?.completed} 项`);
  });

  test('stand in pages, what lags first and then by number, each once', async () => {
    const titles: string[] = [];
    const late: boolean[] = [];
    let page: Readonly<Record<string, string>> | undefined = {};
    while (page) {
      const block: ListBlock = blockIn(await list({ year: '2024', 'page-size': '4', ...page }), 'list');
      titles.push(...block.items.map(({ title }) => title));
      late.push(...block.items.map(({ badge }) => badge?.tone === 'late'));
      page = block.next;
    }
    const { livelihoodProjects } = await platform.ask<{ livelihoodProjects: { nodes: { name: string }[] } }>(
      '{ livelihoodProjects(first: 50, where: { year: { eq: 2024 }, type: { eq: "LIVELIHOOD" } }, orderBy: [{ field: PROGRAMME }]) { nodes { name } } }',
    );
    const names = livelihoodProjects.nodes.map(({ name }) => name);
    expect([...titles].sort()).toEqual([...names].sort());
    expect(late.filter(Boolean).length).toBeGreaterThan(0);
    expect(late).toEqual([...late].sort((one, other) => Number(other) - Number(one)));
    const behind = late.filter(Boolean).length;
    for (const part of [titles.slice(0, behind), titles.slice(behind)]) {
      expect(part).toEqual([...part].sort((left, right) => names.indexOf(left) - names.indexOf(right)));
    }
    expect(blockIn(await list({ year: '2024', 'page-size': '4', page: '99' }), 'list').items.length).toBeGreaterThan(0);
  });

  test('are those of the latest year where none is said', async () => {
    expect((await list({})).title).toBe('2025年民生实事进展');
  });

  test('can be narrowed to a town, a category and a unit, which the form offers', async () => {
    const document = await list({ year: '2025' });
    const field = (name: string) => blockIn(document, 'form').fields.find((each) => each.name === name);
    expect(field('town')?.options?.map(({ value }) => value)).toEqual(expect.arrayContaining(['', '起凤镇', '果里镇']));
    expect(field('category')?.options).toContainEqual({ value: 'HOUSING', text: '住房' });
    const titles = async (params: Readonly<Record<string, string>>) =>
      blockIn(await list({ year: '2025', ...params }), 'list').items.map(({ title }) => title);
    expect(await titles({ town: '起凤镇' })).toEqual(['付庙村道路改造', '老旧小区改造']);
    expect(await titles({ town: '370321110', category: 'HOUSING' })).toEqual(['老旧小区改造']);
    expect(
      await titles({ unit: field('unit')?.options?.find(({ text }) => text.includes('民政'))?.value ?? '' }),
    ).toEqual(['东马村幸福院']);
    const chosen = blockIn(await list({ year: '2025', town: '370321101' }), 'form').fields.find(
      ({ name }) => name === 'town',
    );
    expect(chosen?.value).toBe('起凤镇');
  });

  test('have the theme of every panel: it says how they look, and chooses none of them', async () => {
    const [light, dark] = [await list({ year: '2025' }), await list({ year: '2025', theme: 'dark' })];
    expect(dark.blocks).toEqual(light.blocks);
    const picture = await platform.get('/w/projects.svg?year=2025&theme=dark');
    expect(picture.body).toContain(light.sentence.slice(0, 8));
    expect(picture.body).not.toContain('没有类别');
  });
});

describe('when will our road be done', () => {
  test.each([
    [{ q: '付庙村的路什么时候修好？' }],
    [{ place: '付庙村', q: '道路' }],
    [{ town: '起凤镇', q: '修路' }],
    [{ search: '付庙村 道路' }],
  ])('%j is answered with the day, how far it is, and that it lags', async (params) => {
    const document = await at('2025-08-01T00:00:00Z', () =>
      list({ year: '2025', ...params } as Record<string, string>),
    );
    expect(document.sentence).toBe('付庙村道路改造：计划2025年10月31日前完成，但进度滞后，进度 5/12.5 公里（40%）。');
    expect(blockIn(document, 'list').items[0]?.badge).toEqual({ text: '进度滞后', tone: 'late' });
  });

  test('after that day it says that it is overdue', async () => {
    const document = await list({ year: '2025', place: '付庙村', lang: 'en' });
    expect(document.sentence).toMatch(/due by 31 October 2025, overdue; no completion is published/);
    expect(blockIn(document, 'list').items[0]?.badge).toEqual({ text: 'Overdue, not completed', tone: 'late' });
  });

  test('words that find nothing say so, and what to try', async () => {
    const document = await list({ q: '地铁' });
    expect([document.state, document.sentence]).toEqual([
      'empty',
      '没有找到与“地铁”有关的项目。可以换个说法，只写村名或事项，或看全部项目。',
    ]);
  });

  test('what only makes it a question is not looked for', () => {
    expect(questionWords('我们村的路什么时候修好？')).toBe('村 道路');
    expect(questionWords('老旧小区改造 进度')).toBe('老旧小区改造 进度');
    expect(questionWords('什么时候？')).toBe('什么时候？');
  });

  test('matches of the words are ranges of the title', async () => {
    const [item] = blockIn(await list({ year: '2025', q: '道路' }), 'list').items;
    expect(item?.hits?.map(([start, end]) => item.title.slice(start, end))).toContain('道路');
  });
});

describe('progress', () => {
  test('is against the target first published, though it was lowered since', async () => {
    const { livelihoodProjects } = await platform.ask<{ livelihoodProjects: { nodes: { completionRate: string }[] } }>(
      '{ livelihoodProjects(search: "付庙村", where: { year: { eq: 2025 } }) { nodes { completionRate } } }',
    );
    expect(livelihoodProjects.nodes[0]?.completionRate).toBe('62.5');
    const [item] = blockIn(await list({ year: '2025', place: '付庙村' }), 'list').items;
    expect(item?.progress).toEqual({ share: 0.4, target: 1, text: '5/12.5 公里（40%）' });
    expect(item?.meta.join()).toContain('原为“改造道路12.5公里”，现为“改造道路8公里”');
    const past = blockIn(await list({ year: '2025', place: '付庙村', 'as-of': before }), 'list').items[0];
    expect(past?.meta.join()).not.toContain('原为');
  });

  test('may be more than the whole, as the API has it', async () => {
    const { livelihoodProjects } = await platform.ask<{
      livelihoodProjects: { nodes: { name: string; completionRate: string }[] };
    }>(
      '{ livelihoodProjects(first: 100, where: { status: { eq: "OVERFULFILLED" }, type: { eq: "LIVELIHOOD" } }) { nodes { name completionRate } } }',
    );
    const [beyond] = livelihoodProjects.nodes;
    const document = await one({ project: beyond?.name ?? '' });
    expect(Number(beyond?.completionRate)).toBeGreaterThan(100);
    expect(blockIn(document, 'figures').items[0]?.value).toBe(beyond?.completionRate);
  });
});

describe('one project', () => {
  test('says in a sentence when it will be done and how far it is', async () => {
    const asked = { project: '付庙村道路改造', year: '2025' };
    const document = await at('2025-08-01T00:00:00Z', () => one(asked));
    expect(document.title).toBe('付庙村道路改造');
    expect(document.sentence).toBe('付庙村道路改造：计划2025年10月31日前完成，但进度滞后，进度 5/12.5 公里（40%）。');
    expect(document.badge).toEqual({ text: '进度滞后', tone: 'late' });
    expect(wordsOf(blockIn(document, 'facts')).join()).toContain('起凤镇付庙村');
    expect(columnOf(tableIn(document, 'reports'), 'quantity')).toEqual({ '2025年第二季度': '5' });
  });

  test('by its index number: every part of it is what the API has', async () => {
    const { livelihoodProjects } = await platform.ask<{
      livelihoodProjects: {
        nodes: {
          indexNumber: string;
          digest: string;
          milestones: { name: string; doneOn: string | null }[];
          reports: { periodLabel: string; quantity: string }[];
          funds: { source: string; paid: { amount: string } | null }[];
        }[];
      };
    }>(
      `{ livelihoodProjects(first: 10, where: { type: { eq: "LIVELIHOOD" }, year: { lte: 2024 }, status: { in: ["IN_PROGRESS", "SUSPENDED", "CARRIED_OVER"] } }) { nodes { indexNumber digest
        milestones { name doneOn } reports { periodLabel quantity } funds { source paid { amount(unit: WAN_YUAN, scale: 2) } } } } }`,
    );
    const project = livelihoodProjects.nodes.find(({ milestones }) => milestones.some(({ doneOn }) => doneOn === null));
    const document = await one({ project: project?.indexNumber ?? '' });
    expect(document.source).toMatchObject({ indexNumber: project?.indexNumber, digest: project?.digest, edition: 1 });
    expect(columnOf(tableIn(document, 'reports'), 'quantity')).toEqual(
      Object.fromEntries((project?.reports ?? []).map((each) => [each.periodLabel, each.quantity])),
    );
    expect(columnOf(tableIn(document, 'funds'), 'paid')).toEqual(
      Object.fromEntries((project?.funds ?? []).map(({ source, paid }) => [source, paid?.amount ?? null])),
    );
    const steps = blockIn(document, 'steps').items;
    expect(steps.map(({ title, state }) => [title, state === 'done'])).toEqual(
      (project?.milestones ?? []).map(({ name, doneOn }) => [name, doneOn !== null]),
    );
    expect(steps.some(({ state }) => state === 'late')).toBe(true);
  });

  test('that does not exist, or is one of several, says which there are', async () => {
    const typo = await one({ project: '付庙村道路改建', year: '2025' });
    expect(typo.state).toBe('misused');
    expect(typo.sentence).toContain('付庙村道路改造（2025年）');
    const several = await one({ project: '道路改造提升工程', lang: 'en' });
    expect(several.sentence).toMatch(/^Several projects match .* give the whole name/);
    expect((await one({ project: '11370321999900062X/2024-9999999' })).sentence).toContain('没有索引号为');
    expect((await one({})).sentence).toContain('project="付庙村道路改造"');
  });

  test('that was withdrawn says so', async () => {
    const { source } = await one({ project: '东马村幸福院' });
    await platform.store.db.$transaction((tx) => withdraw(tx, source.indexNumber ?? '', '重复发布'));
    const document = await one({ project: source.indexNumber ?? '' });
    expect([document.state, document.sentence.includes('重复发布')]).toEqual(['withdrawn', true]);
  });
});

describe('a tag that is wrong says what to do, in both languages', () => {
  test.each([
    [{ year: '24' }, /请写成 year="2024"/, /write it like year="2024"/],
    [{ type: 'ROAD' }, /请用 LIVELIHOOD/, /use LIVELIHOOD, WORK_REPORT or ALL/],
    [{ 'page-size': '1000' }, /1 至 50 的整数/, /whole number from 1 to 50/],
    [{ town: '启凤镇' }, /没有镇（街道）“启凤镇”.*起凤镇/, /There is no town "启凤镇".*起凤镇/],
    [{ unit: '县民正局' }, /没有机构“县民正局”.*县民政局/, /There is no organization "县民正局".*县民政局/],
    [{ category: 'ROADS' }, /没有类别“ROADS”.*TRANSPORT/, /ROADS.*TRANSPORT/],
  ])('%j', async (params, chinese, english) => {
    const given = params as Record<string, string>;
    const [zh, en] = [await list(given), await list({ ...given, lang: 'en' })];
    expect([zh.state, en.state]).toEqual(['misused', 'misused']);
    expect(zh.sentence).toMatch(chinese);
    expect(en.sentence).toMatch(english);
  });
});

describe('a document is of the public, and of its language', () => {
  test('drafts change nothing', async () => {
    const asked = { year: '2025' };
    const [all, road] = [await list(asked), await one({ project: '付庙村道路改造' })];
    const secret = [
      ['2025年民生实事项目清单', '', ''],
      ['项目名称', '建设地点', '牵头单位'],
      ['秘密道路', '起凤镇', '县交通运输局'],
    ];
    await published(secret, false);
    await published(quarterRows('第三季度', ['付庙村道路改造', '已完成', '12.5公里', '100%', '完工']), false);
    expect(await list(asked)).toEqual(all);
    expect(await one({ project: '付庙村道路改造' })).toEqual(road);
    expect((await one({ project: '秘密道路' })).sentence).not.toContain('秘密道路（');
  });

  test('a hostile name stays text', async () => {
    const name = '<script>alert(1)</script>道路';
    await published([
      ['2026年民生实事项目清单', '', '', ''],
      ['序号', '项目名称', '建设地点', '牵头单位'],
      ['1', name, '起凤镇', '县交通运输局'],
    ]);
    expect(blockIn(await list({ year: '2026' }), 'list').items[0]?.title).toBe(name);
    expect((await one({ project: name, year: '2026' })).title).toBe(name);
  });

  test('traditional Chinese holds no simplified character', async () => {
    const simplified = /[项单数类进达划设计务业产历总预决财县万亿资费与组选择览较构额级办区]/u;
    for (const document of [
      await list({ year: '2024', lang: 'zh-TW' }),
      await one({ project: '付庙村道路改造', lang: 'zh-TW' }),
    ]) {
      const words = wordsOf({ ...document, panel: '' });
      expect(words.some((word) => word.includes('進'))).toBe(true);
      expect(words.filter((word) => simplified.test(word))).toEqual([]);
    }
  });
});
