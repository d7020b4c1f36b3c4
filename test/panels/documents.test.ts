import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { traditional } from '../../api/core/chinese.ts';
import { publishPaper, sampleCounty, stagePaper, withdrawPaper } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { addressOf, listOf, optionsOf, said, walked } from './said.ts';

interface Listed {
  readonly title: string;
  readonly permalink: string;
  readonly validity: { readonly code: string; readonly label: string };
}

const hostile = '</script><script>alert("x")</script>&<b>';
const hostileSubject = `做好"onerror'&amp试点&工作`;
const word = '养老服务';
const number = '桓政办字〔2021〕929号';
const search = { page: word, title: `做好${word}设施建设` };

let server: TestServer;

beforeAll(async () => {
  const database = { name: 'PGlite', open: openMemory };
  server = await openServer(await sampleCounty(database, 30));
  await publishPaper(server.store, {
    subject: search.title,
    number,
    formedOn: '2021-07-15',
    body: [`第一条 各镇要把${word}放在首位。`, `第二条 ${word}的资金由县财政保障。`, '第三条 本通知自发布之日起施行。'],
  });
  await publishPaper(server.store, {
    subject: hostileSubject,
    number: '桓政办字〔2021〕930号',
    body: [`请注意${hostile}。`],
  });
});
afterAll(() => server.close());

/** The same list asked of the API, whole, in words of its own. */
async function listed(where: object = {}, more: object = {}): Promise<Listed[]> {
  const query = `query ($where: RegulatoryDocumentWhere, $after: Cursor, $search: String, $validOn: Date, $asOf: DateTime,
      $orderBy: [RegulatoryDocumentOrder!]) {
    list: regulatoryDocuments(where: $where, first: 20, after: $after, search: $search, validOn: $validOn, asOf: $asOf,
      orderBy: $orderBy) {
      pageInfo { hasNextPage endCursor } nodes { title permalink validity { code label } } } }`;
  interface Page {
    readonly list: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly nodes: readonly Listed[];
    };
  }
  const rows: Listed[] = [];
  for (let after: string | null = null, more_ = true; more_; ) {
    const { list }: Page = await server.ask<Page>(query, { where, after, ...more });
    rows.push(...list.nodes);
    after = list.pageInfo.endCursor;
    more_ = list.pageInfo.hasNextPage;
  }
  return rows;
}

const newestFirst = { orderBy: [{ field: 'FORMED_ON' }] };
const links = (rows: readonly Listed[]): string[] => rows.map(({ permalink }) => permalink);

describe('the list of documents', () => {
  test.each([
    ['everything', {}, {}, newestFirst],
    ['one validity', { validity: 'LAPSED' }, { validity: { eq: 'LAPSED' } }, newestFirst],
    ['two validities', { validity: 'LAPSED，REPEALED' }, { validity: { in: ['LAPSED', 'REPEALED'] } }, newestFirst],
    ['years', { year: '2021,2022' }, { year: { in: [2021, 2022] } }, newestFirst],
    ['a publisher by name', { publisher: '县政府办公室' }, { publisher: { eq: '县政府办公室' } }, newestFirst],
    ['a search', { search: '通知' }, {}, { search: '通知', orderBy: [{ field: 'RELEVANCE' }] }],
    [
      'validity on a day',
      { validity: 'IN_FORCE', 'valid-on': '2019-05-01' },
      { validity: { eq: 'IN_FORCE' } },
      { ...newestFirst, validOn: '2019-05-01' },
    ],
  ])('pages through %s as the API lists it, loses nothing and repeats nothing', async (_, params, where, more) => {
    const whole = links(await listed(where, more));
    expect(whole.length).toBeGreaterThan(0);
    const first = await said(server, 'documents', { ...params, 'page-size': '4' });
    expect([listOf(first).total, first.sentence]).toEqual([
      whole.length,
      expect.stringContaining(String(whole.length)),
    ]);
    const { forth, back } = await walked(server, 'documents', { ...params, 'page-size': '4' });
    expect(forth.flat()).toEqual(whole);
    expect(back).toEqual(forth);
  });

  test('stays the list of its first page while others publish', async () => {
    const whole = links(await listed({}, newestFirst));
    let published = 0;
    const { forth } = await walked(server, 'documents', { 'page-size': '10' }, async () => {
      published += 1;
      await publishPaper(server.store, { subject: `翻页时第${published}次发布`, formedOn: `202${published}-03-01` });
    });
    expect(published).toBeGreaterThan(1);
    expect(forth.flat()).toEqual(whole);
  });

  test('says which of all are shown, and nothing of it where the address says what cannot be', async () => {
    const first = await said(server, 'documents', { 'page-size': '4' });
    const { total, next } = listOf(first);
    expect(first.sentence).toBe(`共 ${total} 件政策文件，这是第 1 至 4 件。`);
    const second = await said(server, 'documents', next ?? {});
    expect(second.sentence).toBe(`共 ${total} 件政策文件，这是第 5 至 8 件。`);
    const forged = await said(server, 'documents', { ...next, page: '900' });
    expect(forged.sentence).toBe(`共 ${total} 件政策文件。`);
  });

  test.each([
    [{ validity: 'REPEALED', 'valid-on': '2021-07-15' }, '2021年7月15日已废止', 'repealed on 15 July 2021'],
    [{ validity: 'LAPSED,REPEALED' }, '失效或已废止', 'lapsed or repealed'],
    [{ topic: '11', year: '2021' }, '主题为“.+”、文号为2021年', 'topic .+, numbered in 2021'],
    [{ genre: 'NOTICE', publisher: '县政府办公室' }, '文种为通知、由.+办公室公开', 'genre .+, published by .+'],
    [{ search: '养老服务' }, '含“养老服务”', 'with “养老服务”'],
  ])('narrowed by %j says so, in both languages', async (given, chinese, english) => {
    const params = given as Record<string, string>;
    const document = await said(server, 'documents', { ...params, 'page-size': '20' });
    const { total } = listOf(document);
    expect(document.sentence).toMatch(new RegExp(`^${chinese}的政策文件共 ${total} 件[，。]`));
    expect((await said(server, 'documents', { ...params, lang: 'en' })).sentence).toMatch(
      new RegExp(`^${total} policy documents? \\(${english}\\)`),
    );
  });

  test('counts every choice as the API would list it', async () => {
    const document = await said(server, 'documents');
    for (const [name, field] of [
      ['validity', 'validity'],
      ['topic', 'topic'],
      ['year', 'year'],
    ] as const) {
      const options = [...optionsOf(document, name)].filter(([value]) => value !== '');
      expect(options.length).toBeGreaterThan(1);
      for (const [value, text] of options.slice(0, 5)) {
        const rows = await listed({ [field]: { eq: name === 'year' ? Number(value) : value } });
        expect([name, value, text]).toEqual([name, value, expect.stringMatching(`（${rows.length}）$`)]);
      }
    }
  });

  test.each(['2016-06-01', '2020-12-31', '2024-01-01'])('judges every document on %s', async (day) => {
    const rows = new Map((await listed({}, { validOn: day })).map(({ permalink, validity }) => [permalink, validity]));
    for (let params = { 'valid-on': day, 'page-size': '20' }; ; ) {
      const list = listOf(await said(server, 'documents', params));
      for (const { href, badge } of list.items) expect(badge?.text).toBe(rows.get(href)?.label);
      if (!list.next) break;
      params = { ...params, ...list.next };
    }
  });

  test('marks every validity with its own tone', async () => {
    const tones = new Map<string, string>();
    for (const code of optionsOf(await said(server, 'documents'), 'validity').keys()) {
      if (code === '') continue;
      const [item] = listOf(await said(server, 'documents', { validity: code })).items;
      tones.set(code, `${item?.badge?.text} ${item?.badge?.tone}`);
    }
    expect(Object.fromEntries(tones)).toMatchObject({
      IN_FORCE: '现行有效 good',
      LAPSED: '失效 ended',
      REPEALED: '已废止 void',
    });
  });

  test.each([
    ['zh-CN', (text: string) => text],
    ['zh-TW', traditional],
  ])('points at the words searched for in title and passage, in %s', async (lang, spelling) => {
    const { items } = listOf(await said(server, 'documents', { search: word, lang }));
    const own = items.find(({ title }) => title.includes(spelling(search.title)));
    expect(own?.hits?.length).toBeGreaterThan(0);
    expect(own?.textHits?.length).toBeGreaterThan(0);
    for (const { title, text = '', hits = [], textHits = [] } of items) {
      expect(hits.length + textHits.length).toBeGreaterThan(0);
      for (const [from, to] of hits) expect(spelling(word)).toContain(title.slice(from, to));
      for (const [from, to] of textHits) expect(spelling(word)).toContain(text.slice(from, to));
    }
  });

  test('marks a number where only the number was found', async () => {
    const [item] = listOf(await said(server, 'documents', { search: '929号' })).items;
    const [hit] = item?.textHits ?? [];
    expect(item?.text?.slice(...(hit ?? [0, 0]))).toMatch(/929/);
  });

  test('leaves the numbers of documents as issued in traditional characters', async () => {
    const { items } = listOf(await said(server, 'documents', { search: word, lang: 'zh-TW' }));
    expect(items.map(({ meta }) => meta[0])).toContain(number);
    expect(items.map(({ meta }) => meta[1])).toContain('桓臺縣人民政府辦公室');
  });

  test.each([
    [{ 'page-size': '50' }, 'page-size="50" 应是 1 至 20 的整数', 'whole number from 1 to 20'],
    [{ year: '21' }, 'year="21" 应是', 'year="21" on the tag'],
    [{ 'valid-on': '2021-02-30' }, '应是一个日期，例如 valid-on="2021-07-15"', 'such as valid-on="2021-07-15"'],
    [{ validity: '有效' }, '可写：IN_FORCE', 'write one of: IN_FORCE'],
    [{ publisher: '县财' }, '没有机构“县财”', 'There is no organization "县财"'],
    [{ topic: '99' }, 'topic', 'topic'],
    [{ after: 'x', before: 'y' }, '只能写一个', 'Only one of after and before'],
  ])('says in both languages what to do about %o', async (params, zh, en) => {
    const chinese = await said(server, 'documents', params);
    expect([chinese.state, chinese.sentence]).toEqual(['misused', expect.stringContaining(zh)]);
    expect(chinese.sentence).toMatch(/\p{Script=Han}/u);
    const english = await said(server, 'documents', { ...params, lang: 'en' });
    expect([english.state, english.sentence]).toEqual(['misused', expect.stringContaining(en)]);
    // Names of the register are Chinese in either language; sentences are not.
    expect(english.sentence).not.toMatch(/[，。；：]/);
  });

  test('says that nothing matches, and keeps the choices', async () => {
    const document = await said(server, 'documents', { search: '无此词语甲乙丙丁' });
    expect([document.state, document.sentence]).toEqual(['empty', expect.stringContaining('没有符合条件')]);
    expect(document.blocks[0]?.type).toBe('form');
  });

  test('gives hostile titles and passages as the text they are', async () => {
    const { items } = listOf(await said(server, 'documents', { search: 'alert' }));
    expect(items.map(({ title, text }) => [title, text])).toEqual([
      [`桓台县人民政府办公室关于${hostileSubject}的通知`, `请注意${hostile}。`],
    ]);
    const { headers } = await server.get(addressOf('documents', { search: 'alert' }));
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('what is not public', () => {
  test('a draft leaves no trace in the answer', async () => {
    const asked = addressOf('documents', { 'page-size': '20' });
    const before = await server.get(asked);
    await stagePaper(server.store, { subject: '草稿', number: '桓政办字〔2026〕931号' });
    const after = await server.get(asked);
    expect([after.body, after.headers['etag']]).toEqual([before.body, before.headers['etag']]);
  });

  test('what is withdrawn is listed no more, and listed still as of before', async () => {
    const paper = { subject: '将要撤回的通知', number: '桓政办字〔2021〕932号' };
    const { indexNumber } = await publishPaper(server.store, paper);
    const instant = new Date().toISOString();
    const total = listOf(await said(server, 'documents')).total;
    await withdrawPaper(server.store, indexNumber, '内容有误');
    expect(listOf(await said(server, 'documents')).total).toBe(total - 1);
    expect(listOf(await said(server, 'documents', { 'as-of': instant })).total).toBe(total);
    const now = await said(server, 'document', { 'index-number': indexNumber });
    expect([now.state, now.sentence]).toEqual(['withdrawn', expect.stringContaining('内容有误')]);
    expect(JSON.stringify(now.blocks)).not.toContain('各镇人民政府');
    const then = await said(server, 'document', { 'index-number': indexNumber, 'as-of': instant });
    expect([then.state, then.title]).toEqual(['data', '桓台县人民政府办公室关于将要撤回的通知的通知']);
  });
});
