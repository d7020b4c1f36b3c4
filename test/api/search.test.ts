import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

interface Edge {
  readonly score: number | null;
  readonly node: {
    readonly title: string;
    readonly formedOn: string;
    readonly number: { readonly text: string } | null;
  };
  readonly highlights: readonly {
    readonly field: string;
    readonly text: string;
    readonly ranges: readonly [number, number][];
  }[];
}

interface Found {
  readonly list: { readonly totalCount: number; readonly edges: readonly Edge[] };
}

const query = `query Search($search: String, $orderBy: [RegulatoryDocumentOrder!], $where: RegulatoryDocumentWhere) {
  list: regulatoryDocuments(search: $search, orderBy: $orderBy, where: $where, first: 50) {
    totalCount edges { score node { title formedOn number { text } } highlights { field text ranges } } } }`;

const openness = '2021年政务公开工作要点';
const schooling = '做好义务教育招生入学工作';
const number = '桓政办字〔2021〕929号';

describe.each(databases)('search on $name', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 40));
    await publishPaper(server.store, {
      subject: openness,
      number,
      formedOn: '2021-07-15',
      body: [
        '公布全县义务教育学校的招生范围，各部門按職責落實。',
        '联系电话：0533-8210000，邮箱 OPEN-data@example.cn。',
      ],
    });
    await publishPaper(server.store, {
      subject: schooling,
      number: '桓教体字〔2022〕931号',
      body: ['乙𠮷丙村小学扩建。'],
    });
  });
  afterAll(() => server.close());

  const find = async (search: string, more: Record<string, unknown> = {}) =>
    (await server.ask<Found>(query, { search, ...more })).list;
  const titles = async (search: string) => (await find(search)).edges.map(({ node }) => node.title);
  const opennessTitle = `桓台县人民政府办公室关于${openness}的通知`;
  const schoolingTitle = `桓台县人民政府办公室关于${schooling}的通知`;

  test.each([
    ['a word of the title', '政务公开', opennessTitle],
    ['a word of the title before one of the body', '义务教育招生入学', schoolingTitle],
    ['a number with its unit', '929号', opennessTitle],
    ['the end of a document number', '〔2021〕929号', opennessTitle],
    ['a whole document number', number, opennessTitle],
    ['a document number with other brackets and spaces', '桓政办字 [2021] 929 号', opennessTitle],
    ['full-width digits', '９２９号', opennessTitle],
    ['traditional characters in the question', '政務公開', opennessTitle],
    ['traditional characters in the document', '按职责落实 929号', opennessTitle],
    ['several words, all of which must be there', '义务教育 政务公开 929号', opennessTitle],
    ['Chinese and digits run together', '2021年政务公开', opennessTitle],
    ['Latin letters in another case', 'open-DATA', opennessTitle],
    ['digits in the middle of a text', '8210000', opennessTitle],
    ['a character outside the basic plane', '乙𠮷丙', schoolingTitle],
  ])('finds by %s: %s', async (_, search, expected) => {
    expect((await titles(search))[0]).toBe(expected);
  });

  test('a title with the words in their order comes before one that has them scattered', async () => {
    for (const subject of ['教师招生培训，落实招生义务教育', '检验义务教育招生']) {
      await publishPaper(server.store, { subject, number: null });
    }
    const found = await titles('义务教育招生');
    const placeOf = (subject: string) => found.findIndex((title) => title.includes(subject));
    expect(placeOf('检验义务教育招生')).toBeLessThan(placeOf('落实招生义务教育'));
    expect(placeOf('检验义务教育招生')).toBeGreaterThanOrEqual(0);
  });

  test('addressees, copied-to organs and registration numbers are found', async () => {
    const { edges } = await find('县监委');
    expect(edges.length).toBeGreaterThan(0);
    expect((await find('HTDR')).edges.length).toBeGreaterThan(0);
  });

  test('a number that one document has finds this one only', async () => {
    for (const search of ['929号', '〔2021〕929号', number, '８２１００００'])
      expect(await titles(search)).toEqual([opennessTitle]);
  });

  test('the issuer part of a number finds every document of the issuer', async () => {
    const ofIssuer = (await find('桓政办字')).edges.filter(({ node }) => node.number?.text.startsWith('桓政办字'));
    const { list } = await server.ask<Found>(query, { where: { issuerCode: { eq: '桓政办字' } } });
    expect(ofIssuer.map(({ node }) => node.title).sort()).toEqual(list.edges.map(({ node }) => node.title).sort());
    expect(ofIssuer.length).toBeGreaterThan(1);
  });

  test('all words must be there: more words never find more', async () => {
    const counts = await Promise.all(
      ['公开', '公开 范围', '公开 范围 招生'].map(async (search) => (await find(search)).totalCount),
    );
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[2]).toBeGreaterThan(0);
  });

  test('a single character finds the words that begin with it', async () => {
    expect(await titles('义')).toContain(schoolingTitle);
  });

  test.each(['929号 没有的词', '四色韭菜大葱王', '930号', 'zzz', '929号 -929号x'])(
    '%s finds nothing',
    async (search) => {
      expect((await find(search)).totalCount).toBe(0);
    },
  );

  test.each(['', '   ', '\u3000', '\n\t'])('an empty question %j is no question', async (search) => {
    const everything = await server.ask<Found>(query, {});
    const list = await find(search);
    expect(list.totalCount).toBe(everything.list.totalCount);
    expect(list.edges.every(({ score, highlights }) => score === null && highlights.length === 0)).toBe(true);
  });

  test.each(['!!!', '。，；', '（）〔〕', "'", '\\', '&|!:*', '\u200b', '😀', '\ud800', "'':*", '\\\\'])(
    'a question without a word, %j, finds nothing and breaks nothing',
    async (search) => {
      expect(await find(search)).toEqual({ totalCount: 0, edges: [] });
    },
  );

  test.each([
    `政务公开'`,
    `政务公开\\`,
    `政务公开' | '义务教育`,
    '政务公开 & !义务教育',
    '政务公开:*',
    `'); drop table edition; --政务公开`,
    '政务公开 <-> 929号',
    '"政务公开"',
    '%政务公开%',
  ])('operators of the database mean nothing: %j', async (search) => {
    // Only the words count: every sign between them might as well be a space.
    const words = search.replace(/[^\p{L}\p{N}]+/gu, ' ');
    expect(await find(search)).toEqual(await find(words));
  });

  test('two hundred characters are taken, more are refused', async () => {
    expect((await find('政'.repeat(200))).totalCount).toBe(0);
    expect((await find('929号 '.repeat(40).trim())).totalCount).toBe(1);
    const { errors } = await server.request(query, { search: '政'.repeat(201) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('the best match comes first, unless another order is asked for', async () => {
    const { edges } = await find('义务教育');
    const scores = edges.map(({ score }) => score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0);
    const worstFirst = await find('义务教育', { orderBy: [{ field: 'RELEVANCE', direction: 'ASC' }] });
    expect(worstFirst.edges.map(({ score }) => score)).toEqual([...scores].reverse());
    const byDay = await find('义务教育', { orderBy: [{ field: 'FORMED_ON', direction: 'ASC' }] });
    const days = byDay.edges.map(({ node }) => node.formedOn);
    expect(days).toEqual([...days].sort());
    expect(byDay.totalCount).toBe(edges.length);
  });

  test('it narrows what a filter narrows', async () => {
    expect((await find('义务教育', { where: { year: { eq: 2021 } } })).edges.map(({ node }) => node.title)).toEqual([
      opennessTitle,
    ]);
  });

  test('highlights are plain text with the places of the words in it', async () => {
    for (const [search, word] of [
      ['要点', '要点'],
      ['义务教育', '义务教育'],
      ['929号', '929号'],
      ['８２１００００', '8210000'],
      ['OPEN', 'open'],
    ] as const) {
      const { edges } = await find(search);
      const passages = edges.flatMap(({ highlights }) => highlights);
      expect(passages.length).toBeGreaterThan(0);
      for (const { text, ranges } of passages) {
        expect(ranges.length).toBeGreaterThan(0);
        for (const [start, end] of ranges) expect(text.slice(start, end).toLowerCase()).toBe(word);
        expect(text).not.toMatch(/<|&lt;/);
      }
    }
  });

  test('a passage is short and never cuts a character in two', async () => {
    const body = `${'𠮷'.repeat(60)}稀有词语标记${'𠮷'.repeat(60)}。`;
    await publishPaper(server.store, {
      subject: '罕用字测试',
      number: '桓政办字〔2023〕933号',
      body: ['现将有关事项通知如下。'.repeat(20), body],
    });
    const { edges } = await find('稀有词语标记');
    const [passage] = edges[0]?.highlights ?? [];
    expect(passage?.text.length).toBeLessThan(120);
    expect(passage?.text.isWellFormed()).toBe(true);
    expect(passage?.text).toMatch(/^….*稀有词语标记.*…$/u);
    expect(passage?.ranges.map(([start, end]) => passage.text.slice(start, end)).join('')).toBe('稀有词语标记');
  });
});
