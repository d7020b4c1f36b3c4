import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty, stagePaper, withdrawPaper } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { addressOf, blocksOf, listOf, optionsOf, said, walked } from './said.ts';

const roots = {
  'regulatory-document': 'regulatoryDocuments',
  budget: 'budgets',
  'livelihood-project': 'livelihoodProjects',
  'enrollment-plan': 'enrollmentPlans',
  'emergency-plan': 'emergencyPlans',
  'emergency-event': 'emergencyEvents',
} as const;
type Kind = keyof typeof roots;
const names = Object.keys(roots) as Kind[];

interface Found {
  readonly score: number | null;
  readonly node: { readonly permalink: string; readonly title: string; readonly modifiedAt: string };
}

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 12));
});
afterAll(() => server.close());

/** All of one kind, asked of the API in words of its own. */
async function found(kind: Kind, search: string | null, more = ''): Promise<Found[]> {
  const rows: Found[] = [];
  let after: string | null = null;
  do {
    const order: string = search === null ? 'PUBLISHED_AT' : 'RELEVANCE';
    const query = `query ($search: String, $after: Cursor) { list: ${roots[kind]}(first: 50, after: $after, search: $search,
      orderBy: [{ field: ${order} }] ${more}) {
      pageInfo { hasNextPage endCursor } edges { score node { permalink title modifiedAt } } } }`;
    interface Page {
      readonly list: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        readonly edges: readonly Found[];
      };
    }
    const { list }: Page = await server.ask<Page>(query, { search, after });
    rows.push(...list.edges);
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

describe('search over all kinds', () => {
  test.each([
    ['nothing: what is newest', null, '7'],
    ['a word', '桓台县', '20'],
    ['a word of few', '道路', '3'],
  ])('pages through %s, loses nothing and repeats nothing, there and back', async (_, q, size) => {
    const lists = new Map<Kind, Found[]>();
    for (const kind of names) lists.set(kind, await found(kind, q));
    const whole = [...lists.values()].flat();
    const params = { 'page-size': size, ...(q === null ? {} : { q }) };
    expect(listOf(await said(server, 'search', params)).total).toBe(whole.length);
    const { forth, back } = await walked(server, 'search', params);
    const shown = forth.flat();
    expect(shown.length).toBe(new Set(shown).size);
    expect(new Set(shown)).toEqual(new Set(whole.map(({ node }) => node.permalink)));
    expect(back).toEqual(forth);
    for (const page of forth.slice(0, -1)) expect(page).toHaveLength(Number(size));
    // Each kind keeps its order, and the whole descends by score, or by time without a search.
    for (const list of lists.values()) {
      const own = list.map(({ node }) => node.permalink);
      expect(shown.filter((link) => own.includes(link))).toEqual(own);
    }
    const keys = new Map(whole.map(({ node, score }) => [node.permalink, score ?? Date.parse(node.modifiedAt)]));
    const inOrder = shown.map((link) => keys.get(link) ?? Number.NaN);
    expect(inOrder).toEqual([...inOrder].sort((left, right) => right - left));
  });

  test('counts every kind, and lists one or several alone', async () => {
    const options = optionsOf(await said(server, 'search', { q: '方案' }), 'kind');
    for (const kind of names) {
      const own = (await found(kind, '方案')).map(({ node }) => node.permalink);
      expect([kind, options.get(kind)]).toEqual([kind, expect.stringContaining(`（${own.length}）`)]);
      if (own.length === 0) continue;
      const { forth } = await walked(server, 'search', { q: '方案', kind, 'page-size': '5' });
      expect(forth.flat()).toEqual(own);
    }
    const two = await said(server, 'search', { kind: 'budget,emergency-plan', 'page-size': '20' });
    const badges = new Set(listOf(two).items.map(({ badge }) => badge?.text));
    for (const badge of badges) expect(['预算与决算', '应急预案']).toContain(badge);
  });

  test('points at the word, whatever the kind', async () => {
    for (const lang of ['zh-CN', 'zh-TW', 'en']) {
      for (const { title, meta, hits = [], text = '', textHits = [] } of listOf(
        await said(server, 'search', { q: '道路', lang, 'page-size': '20' }),
      ).items) {
        if (hits.length + textHits.length === 0) expect(meta[2]).toMatch(/正文|found in its text/);
        for (const [from, to] of hits) expect('道路').toContain(title.slice(from, to));
        for (const [from, to] of textHits) expect('道路').toContain(text.slice(from, to));
      }
    }
  });

  test('is kept to one organization by any of its names', async () => {
    const own: string[] = [];
    for (const kind of names)
      own.push(
        ...(await found(kind, null, ', where: { publisher: { eq: "县财政局" } }')).map(({ node }) => node.permalink),
      );
    const { forth } = await walked(server, 'search', { organization: '桓台县财政局', 'page-size': '20' });
    expect(new Set(forth.flat())).toEqual(new Set(own));
  });

  test.each([
    [{ kind: '预算' }, '可写：regulatory-document', 'write one of: regulatory-document'],
    [{ organization: '县财' }, '没有机构“县财”', 'There is no organization "县财"'],
    [{ 'page-size': '0' }, '1 至 20', 'from 1 to 20'],
    [{ after: 'nonsense' }, 'after 无法识别', 'after on the tag cannot be read'],
  ])('says in both languages what to do about %o', async (params, zh, en) => {
    const chinese = await said(server, 'search', params);
    expect([chinese.state, chinese.sentence]).toEqual(['misused', expect.stringContaining(zh)]);
    const english = await said(server, 'search', { ...params, lang: 'en' });
    expect([english.state, english.sentence]).toEqual(['misused', expect.stringContaining(en)]);
  });
});

interface Change {
  readonly timepoint: number;
  readonly indexNumber: string;
  readonly title: string;
  readonly permalink: string;
  readonly kind: string;
  readonly publisher: string;
  readonly edition: number;
  readonly at: string;
}

/** The whole log, from its beginning. */
async function log(): Promise<Change[]> {
  const rows: Change[] = [];
  for (;;) {
    const { changes } = await server.ask<{ changes: { nodes: Change[]; hasNextPage: boolean } }>(
      `query ($after: Timepoint!) { changes(after: $after, first: 100) { hasNextPage
        nodes { timepoint indexNumber title permalink kind publisher edition at } } }`,
      { after: rows.at(-1)?.timepoint ?? 0 },
    );
    rows.push(...changes.nodes);
    if (!changes.hasNextPage) return rows;
  }
}

describe('the latest', () => {
  test('is the end of the log, newest first, of all or of some', async () => {
    const whole = (await log()).reverse();
    const pick = (rows: readonly Change[], first: number) => rows.slice(0, first).map(({ permalink }) => permalink);
    const shown = async (params: Record<string, string>) =>
      listOf(await said(server, 'latest', params)).items.map(({ href }) => href);
    expect(await shown({ first: '20' })).toEqual(pick(whole, 20));
    expect(await shown({})).toEqual(pick(whole, 10));
    const plans = whole.filter(({ kind }) => kind === 'emergency-plan');
    expect(await shown({ first: '3', kind: 'emergency-plan' })).toEqual(pick(plans, 3));
    const own = whole.filter(({ publisher }) => publisher === '桓台县财政局');
    expect(own.length).toBeGreaterThan(2);
    expect(await shown({ first: '20', organization: '县财政局' })).toEqual(pick(own, 20));
    const kindAndOwn = own.filter(({ kind }) => kind === 'budget');
    expect(await shown({ first: '5', organization: '县财政局', kind: 'budget' })).toEqual(pick(kindAndOwn, 5));
  });

  test('says what happened: published, updated, corrected, withdrawn; drafts are nothing', async () => {
    const paper = { subject: '反复的工作', number: '桓政办字〔2023〕951号' };
    const { indexNumber } = await publishPaper(server.store, { ...paper, body: ['第一条 一稿。'] });
    await publishPaper(server.store, { ...paper, body: ['第一条 二稿。'] }, { changeNote: '改了一处' });
    const instant = new Date().toISOString();
    const before = await server.get(addressOf('latest'));
    await stagePaper(server.store, { subject: '草稿', number: '桓政办字〔2026〕952号' });
    const after = await server.get(addressOf('latest'));
    expect([after.body, after.headers['etag']]).toEqual([before.body, before.headers['etag']]);
    await withdrawPaper(server.store, indexNumber, '内容有误');
    const told = async (params: Record<string, string>) =>
      listOf(await said(server, 'latest', params)).items.map(({ badge, text }) => [badge?.text, badge?.tone, text]);
    expect(await told({ first: '3' })).toEqual([
      ['撤回', 'void', '内容有误'],
      ['更新，后已撤回', 'void', '改了一处'],
      ['发布，后已撤回', 'void', undefined],
    ]);
    expect(await told({ first: '2', 'as-of': instant })).toEqual([
      ['更新', 'plain', '改了一处'],
      ['发布', 'plain', undefined],
    ]);
    expect((await said(server, 'latest', { first: '1', lang: 'en' })).sentence).toContain('withdrawn by');
  });

  test('the API gives the newest changes in the order of the log, and refuses too many', async () => {
    const whole = await log();
    const { changes } = await server.ask<{ changes: { nodes: Change[]; hasNextPage: boolean } }>(
      '{ changes(last: 4) { hasNextPage nodes { timepoint } } }',
    );
    expect(changes.nodes.map(({ timepoint }) => timepoint)).toEqual(whole.slice(-4).map(({ timepoint }) => timepoint));
    const { at = '' } = whole[9] ?? {};
    const then = await server.ask<{ changes: { newestTimepoint: number; nodes: Change[] } }>(
      'query ($at: DateTime) { changes(first: 100, asOf: $at) { newestTimepoint nodes { timepoint at } } }',
      { at },
    );
    expect(then.changes.newestTimepoint).toBe(then.changes.nodes.at(-1)?.timepoint);
    expect(then.changes.nodes.length).toBe(whole.filter((change) => Date.parse(change.at) <= Date.parse(at)).length);
    const { errors } = await server.request('{ changes(last: 101) { hasNextPage } }');
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([
    [{ first: '21' }, '1 至 20', 'from 1 to 20'],
    [{ kind: 'law' }, '可写：', 'write one of'],
    [{ organization: '无此机构甲' }, '没有机构“无此机构甲”', 'There is no organization'],
  ])('says in both languages what to do about %o', async (params, zh, en) => {
    expect(await said(server, 'latest', params)).toMatchObject({
      state: 'misused',
      sentence: expect.stringContaining(zh),
    });
    const english = await said(server, 'latest', { ...params, lang: 'en' });
    expect(english).toMatchObject({ state: 'misused', sentence: expect.stringContaining(en) });
  });
});

interface Owed {
  readonly fiscalYear: number;
  readonly stage: string;
  readonly missing: readonly { readonly label: string }[];
}

describe('a department', () => {
  const organizations = ['县财政局', '桓台县人民政府办公室', '桓台县教育和体育局', '起凤镇人民政府', '县委编办'];

  test.each(organizations)('%s: how much it has published of every kind, and when last', async (organization) => {
    const document = await said(server, 'department', { organization });
    const [table] = blocksOf(document, 'table');
    let total = 0;
    for (const [index, kind] of names.entries()) {
      const rows = await found(kind, null, `, where: { publisher: { eq: "${organization}" } }`);
      const newest = rows[0]?.node;
      total += rows.length;
      expect(table?.rows[index]?.cells.slice(1, 3)).toEqual([String(rows.length), newest?.title ?? null]);
      expect(table?.rows[index]?.href).toBe(newest?.permalink);
    }
    expect(blocksOf(document, 'figures')[0]?.items[0]?.value).toBe(String(total));
  });

  test.each(organizations)('%s: what it owes is what the API says is missing or overdue', async (organization) => {
    const day = '2026-06-30';
    const document = await said(server, 'department', { organization, 'valid-on': day });
    const { owed, plans, progress } = await server.ask<{
      owed: Owed[];
      plans: { totalCount: number };
      progress: { overdue: number }[];
    }>(
      `query ($organization: String!, $day: Date!) {
        owed: budgetCompleteness(organization: $organization, fromYear: 2024, toYear: 2026, validOn: $day) {
          fiscalYear stage missing { label } }
        plans: emergencyPlans(where: { OR: [{ publisher: { eq: $organization } }, { leadUnit: { eq: $organization } }],
          assessment: { eq: "OVERDUE" } }, validOn: $day) { totalCount }
        progress: livelihoodProgress(leadUnit: $organization, groupBy: [], validOn: $day) { overdue } }`,
      { organization, day },
    );
    const [list] = blocksOf(document, 'list');
    const items = list?.items ?? [];
    const reports = owed.filter(({ missing }) => missing.length > 0);
    expect(items.filter(({ badge }) => badge?.text === '到期未公开').map(({ text }) => text)).toEqual(
      reports.map(({ missing }) => missing.map(({ label }) => label).join('、')),
    );
    expect(items.filter(({ badge }) => badge?.text === '预案评估超期')).toHaveLength(Math.min(20, plans.totalCount));
    expect(items.filter(({ badge }) => badge?.text === '项目逾期未完成').length).toBeLessThanOrEqual(
      progress[0]?.overdue ?? 0,
    );
    const count = Number(blocksOf(document, 'figures')[0]?.items[1]?.value);
    expect(count).toBeGreaterThanOrEqual(reports.length + plans.totalCount + (progress[0]?.overdue ?? 0));
    expect(document.sentence).toContain(count === 0 ? '没有发现到期未公开' : `${count} 项`);
  });

  test('a policy document without interpretation is named', async () => {
    const [year = ''] = new Date().toISOString().split('-');
    const number = `桓政办字〔${year}〕961号`;
    const of = { organization: '桓台县人民政府办公室' };
    await publishPaper(server.store, { subject: '印发《示例管理办法》', number, formedOn: `${year}-01-15` });
    const items = async () => blocksOf(await said(server, 'department', of), 'list').flatMap((list) => list.items);
    const mine = (await items()).filter(({ meta }) => meta.includes(number));
    const { coverage } = await server.ask<{ coverage: { missing: { number: { text: string } | null }[] } }>(
      `{ coverage: interpretationCoverage(year: ${year}) { missing { number { text } } } }`,
    );
    const isMissing = coverage.missing.some((one) => one.number?.text === number);
    expect(isMissing).toBe(true);
    expect(mine.map(({ badge }) => badge)).toEqual([{ text: '尚无解读', tone: 'late' }]);
  });

  test('a document whose basis is repealed is named, and in the document itself', async () => {
    const basis = '《桓台县人民政府办公室关于示例水价管理的通知》（桓政办字〔2020〕962号）';
    const papers = [
      { subject: '示例水价管理', number: '桓政办字〔2020〕962号', formedOn: '2020-03-01' },
      {
        subject: '示例水费收缴',
        number: '桓政办字〔2021〕963号',
        formedOn: '2021-03-01',
        body: [`根据${basis}，制定本通知。`],
      },
      {
        subject: '停止示例水价',
        number: '桓政办字〔2022〕964号',
        formedOn: '2022-03-01',
        body: [`原${basis}同时废止。`],
      },
    ];
    const links: string[] = [];
    for (const paper of papers) {
      const { indexNumber } = await publishPaper(server.store, paper);
      links.push((await said(server, 'document', { 'index-number': indexNumber })).source.permalink);
    }
    const [, resting, ending] = links;
    const document = await said(server, 'department', { organization: '桓台县人民政府办公室' });
    const baseless = blocksOf(document, 'list')
      .flatMap(({ items }) => items)
      .filter(({ badge }) => badge?.text === '所依据的文件已废止或失效');
    expect(baseless.map(({ href }) => href)).toEqual([resting]);
    const noticesOf = async (number: string) =>
      blocksOf(await said(server, 'document', { number }), 'notice').map(({ tone, href }) => [tone, href]);
    expect(await noticesOf('桓政办字〔2021〕963号')).toContainEqual(['late', links[0]]);
    expect(await noticesOf('桓政办字〔2020〕962号')).toContainEqual(['void', ending]);
  });

  test('says in both languages which organization must be written', async () => {
    expect(await said(server, 'department')).toMatchObject({
      state: 'misused',
      sentence: expect.stringContaining('organization="县财政局"'),
    });
    const unknown = await said(server, 'department', { organization: '县财', lang: 'en' });
    expect([unknown.state, unknown.sentence]).toEqual(['misused', expect.stringContaining('县财政局')]);
    expect(await said(server, 'department', { organization: '县财政局', years: '99', lang: 'en' })).toMatchObject({
      state: 'misused',
      sentence: expect.stringContaining('from 1 to 10'),
    });
  });

  test('as of an instant tells what it had published then', async () => {
    const of = { organization: '桓台县人民政府办公室' };
    const totalOf = async (more = {}) =>
      blocksOf(await said(server, 'department', { ...of, ...more }), 'figures')[0]?.items[0]?.value;
    const instant = new Date().toISOString();
    const before = await totalOf();
    await publishPaper(server.store, { subject: '后来的工作', number: '桓政办字〔2023〕971号' });
    expect(await totalOf()).toBe(String(Number(before) + 1));
    expect(await totalOf({ 'as-of': instant })).toBe(before);
  });
});
