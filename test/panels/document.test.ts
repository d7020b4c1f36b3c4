import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty, stagePaper } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { addressOf, blocksOf, said } from './said.ts';

interface Other {
  readonly permalink: string;
  readonly title: string;
}

interface Known {
  readonly title: string;
  readonly indexNumber: string;
  readonly number: { readonly text: string } | null;
  readonly formedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly validity: { readonly code: string; readonly label: string };
  readonly articles: readonly { readonly marker: string; readonly text: string }[];
  readonly interpretations: readonly Other[];
  readonly relations: readonly {
    readonly label: string;
    readonly targetTitle: string | null;
    readonly document: Other | null;
  }[];
}

const fields = `title indexNumber number { text } formedOn effectiveFrom effectiveTo validity { code label }
  articles { marker text } interpretations { permalink title }
  relations { label targetTitle document { permalink title } }`;

const spoken = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

let server: TestServer;
let all: readonly Known[];

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 30));
  const answer = await server.ask<{ list: { nodes: readonly Known[] } }>(
    `{ list: regulatoryDocuments(first: 30) { nodes { ${fields} } } }`,
  );
  all = answer.list.nodes;
});
afterAll(() => server.close());

const one = (indexNumber: string, params: Record<string, string> = {}) =>
  said(server, 'document', { 'index-number': indexNumber, ...params });

const asked = async (indexNumber: string, more: Record<string, unknown> = {}): Promise<Known> =>
  (
    await server.ask<{ document: Known }>(
      `query ($by: RegulatoryDocumentBy!, $validOn: Date, $asOf: DateTime) {
        document: regulatoryDocument(by: $by, validOn: $validOn, asOf: $asOf) { ${fields} } }`,
      { by: { indexNumber }, ...more },
    )
  ).document;

test('states its data as the API has them', async () => {
  for (const known of all.slice(0, 12)) {
    const document = await one(known.indexNumber);
    expect([document.title, document.state, document.badge?.text]).toEqual([known.title, 'data', known.validity.label]);
    const facts = new Map(
      blocksOf(document, 'facts').flatMap(({ items }) => items.map(({ label, text }) => [label, text])),
    );
    expect(facts.get('文号')).toBe(known.number?.text ?? '无文号');
    expect(facts.get('索引号')).toBe(known.indexNumber);
    if (known.formedOn) expect(facts.get('成文日期')).toBe(spoken(known.formedOn));
    if (known.effectiveTo) expect(facts.get('有效期至')).toBe(spoken(known.effectiveTo));
    expect(document.source.indexNumber).toBe(known.indexNumber);
    expect(document.source.digest).toMatch(/^sha256:/);
  }
});

test('gives every article with its marker and its words, in order', async () => {
  for (const known of all.filter(({ articles }) => articles.length > 3).slice(0, 6)) {
    const [sections] = blocksOf(await one(known.indexNumber), 'sections');
    const items = sections?.items.slice(0, known.articles.length) ?? [];
    expect(items.map(({ marker = '' }) => marker)).toEqual(known.articles.map(({ marker }) => marker));
    const plain = (text: string): string => text.replace(/\s/g, '');
    for (const [index, { heading = '', paragraphs }] of items.entries()) {
      const words = plain(known.articles[index]?.text ?? '');
      for (const piece of [heading, ...paragraphs].filter((text) => !text.startsWith('责任单位：')))
        expect(words).toContain(plain(piece));
    }
  }
});

test('names every relation, both ways, under the name it has from here', async () => {
  const bound = all.filter(({ relations }) => relations.length > 0);
  expect(bound.length).toBeGreaterThan(5);
  const labels = new Set<string>();
  for (const known of bound) {
    const document = await one(known.indexNumber);
    const group = document.blocks.find((block) => block.type === 'group' && block.heading === '相关文件');
    const groups = group?.type === 'group' ? group.blocks : [];
    const shown = groups.flatMap((block) => {
      if (block.type !== 'group') return [];
      const label = block.heading.replace(/（\d+）$/, '');
      const held = blocksOf({ blocks: block.blocks }, 'list').flatMap(({ items }) =>
        items.map(({ href }) => `${label} ${href}`),
      );
      const others = blocksOf({ blocks: block.blocks }, 'facts').flatMap(({ items }) =>
        items.map(({ text }) => `${label} ${text}`),
      );
      expect(block.heading).toBe(`${label}（${held.length + others.length}）`);
      return [...held, ...others];
    });
    const wanted = known.relations.map(({ label, document: other, targetTitle }) => {
      labels.add(label);
      return other ? `${label} ${other.permalink}` : `${label} ${targetTitle}（本平台没有公开）`;
    });
    expect(new Set(shown)).toEqual(new Set(wanted));
    expect(shown.length).toBe(new Set(shown).size);
  }
  for (const label of ['废止', '被废止于', '依据', '解读见']) expect(labels).toContain(label);
});

test('puts the interpretation beside the text', async () => {
  const known = all.find(({ interpretations }) => interpretations.length > 0);
  const document = await one(known?.indexNumber ?? '');
  const group = document.blocks.find((block) => block.type === 'group' && block.heading === '政策解读');
  expect(group?.type).toBe('group');
  const blocks = group?.type === 'group' ? group.blocks : [];
  expect(blocksOf({ blocks }, 'list').flatMap(({ items }) => items.map(({ href }) => href))).toEqual(
    known?.interpretations.map(({ permalink }) => permalink),
  );
  expect(blocksOf({ blocks }, 'sections').length).toBeGreaterThan(0);
});

describe('validity on a day', () => {
  test('is the API’s around the days on which it changes, with a notice when it does not hold', async () => {
    const days = new Set<string>();
    for (const known of all.filter(({ effectiveTo }) => effectiveTo !== null).slice(0, 6)) {
      const { effectiveFrom, effectiveTo, formedOn } = known;
      const first = effectiveFrom ?? formedOn ?? '2020-01-01';
      for (const day of [dayBefore(first), first, effectiveTo ?? first, dayAfter(effectiveTo ?? first)]) {
        const { validity } = await asked(known.indexNumber, { validOn: day });
        const document = await one(known.indexNumber, { 'valid-on': day });
        expect([day, document.badge?.text]).toEqual([day, validity.label]);
        expect(document.sentence).toContain(`；截至${spoken(day)}：${validity.label}。`);
        const tones = document.blocks.flatMap((block) => (block.type === 'notice' ? [block.tone] : []));
        if (validity.code === 'LAPSED') expect(tones).toContain('ended');
        if (validity.code === 'REPEALED') expect(tones).toContain('void');
        if (validity.code === 'IN_FORCE') expect(tones.some((tone) => tone === 'late' || tone === 'plain')).toBe(true);
        days.add(validity.code);
      }
    }
    for (const code of ['IN_FORCE', 'LAPSED', 'NOT_YET_IN_FORCE']) expect(days).toContain(code);
  });

  test('tells nothing of documents that had not been issued then', async () => {
    const known = all.find(({ relations }) => relations.some(({ label, document: by }) => label === '被废止于' && by));
    const links = async (params: Readonly<Record<string, string>>) =>
      JSON.stringify((await one(known?.indexNumber ?? '', params)).blocks.filter(({ type }) => type === 'group'));
    const by = known?.relations.find(({ label }) => label === '被废止于')?.document?.permalink ?? 'none';
    expect(await links({})).toContain(by);
    expect(await links({ 'valid-on': known?.formedOn ?? '' })).not.toContain(by);
  });

  test('counts the days left, and leads to what repealed it', async () => {
    const known = all.find(({ effectiveTo, validity }) => effectiveTo !== null && validity.code === 'LAPSED');
    const end = known?.effectiveTo ?? '';
    const day = new Date(Date.parse(end) - 10 * 86_400_000).toISOString().slice(0, 10);
    const document = await one(known?.indexNumber ?? '', { 'valid-on': day });
    expect(document.blocks).toContainEqual({
      type: 'notice',
      tone: 'late',
      text: `有效期至${spoken(end)}，还有 10 天。`,
    });
    const repealed = all.find(
      ({ validity, relations }) =>
        validity.code === 'REPEALED' && relations.some(({ label, document: by }) => label === '被废止于' && by),
    );
    const [notice] = (await one(repealed?.indexNumber ?? '')).blocks;
    const by = repealed?.relations
      .filter(({ label }) => label === '被废止于')
      .map(({ document: other }) => other?.permalink);
    expect(by).toContain(notice?.type === 'notice' ? notice.href : null);
  });
});

describe('words in the text', () => {
  test('are found wherever they stand, and nowhere else', async () => {
    for (const known of all.filter(({ articles }) => articles.length > 3).slice(0, 5)) {
      const word = '工作';
      const document = await one(known.indexNumber, { search: word });
      const count = known.articles.reduce((sum, { text }) => sum + text.split(word).length - 1, 0);
      const group = document.blocks.find((block) => block.type === 'group' && block.heading.includes(`“${word}”`));
      if (count === 0) {
        expect(document.blocks).toContainEqual({ type: 'notice', tone: 'plain', text: `正文里没有“${word}”。` });
        continue;
      }
      const [list] = blocksOf({ blocks: group ? [group] : [] }, 'list');
      expect([list?.total, list?.items.length]).toEqual([count, count]);
      for (const { text = '', textHits = [] } of list?.items ?? []) {
        expect(textHits.length).toBeGreaterThan(0);
        for (const [from, to] of textHits) expect(text.slice(from, to)).toBe(word);
      }
    }
  });

  test('are found by who reads and writes traditional characters', async () => {
    const { indexNumber } = await publishPaper(server.store, {
      subject: '养老服务设施建设',
      number: '桓政办字〔2021〕944号',
      body: ['第一条 各镇要把养老服务放在首位。'],
    });
    const document = await one(indexNumber, { search: '養老服務', lang: 'zh-TW' });
    const [item] = blocksOf(document, 'list')[0]?.items ?? [];
    expect(item?.textHits?.map(([from, to]) => item.text?.slice(from, to))).toEqual(['養老服務']);
    const [form] = blocksOf(document, 'form');
    expect(form?.fields.find(({ name }) => name === 'search')?.value).toBe('養老服務');
    const written = await said(server, 'document', { number: '桓政辦字〔2021〕944號', lang: 'zh-TW' });
    expect(written.source.indexNumber).toBe(indexNumber);
  });

  test('are marked whole where they overlap a character of two units or full-width letters', async () => {
    const { indexNumber } = await publishPaper(server.store, {
      subject: '乙𠮷丙村ＡＰＰ试点',
      number: '桓政办字〔2021〕941号',
      body: [`第一条 ${'𠮷'.repeat(45)}ＡＰＰ${'𠮷'.repeat(45)}。`, '第二条 推广手机ａｐｐ。'],
    });
    const document = await one(indexNumber, { search: 'app' });
    const hits = blocksOf(document, 'list')
      .flatMap(({ items }) => items)
      .flatMap(({ text = '', textHits = [] }) => {
        expect(text.isWellFormed()).toBe(true);
        return textHits.map(([from, to]) => text.slice(from, to));
      });
    expect(hits).toEqual(['ＡＰＰ', 'ａｐｐ']);
  });
});

describe('one document among others', () => {
  test('is named by number in any spelling, by index number or by id', async () => {
    const known = all.find(({ number }) => number !== null);
    const written = known?.number?.text.replace('〔', ' [').replace('〕', '] ') ?? '';
    expect((await said(server, 'document', { number: written })).title).toBe(known?.title);
    const { document } = await server.ask<{ document: { id: string } }>(
      `query ($by: RegulatoryDocumentBy!) { document: regulatoryDocument(by: $by) { id } }`,
      { by: { indexNumber: known?.indexNumber } },
    );
    expect((await said(server, 'document', { 'document-id': document.id })).title).toBe(known?.title);
  });

  test('says what to do where no document or none that exists is named', async () => {
    expect((await said(server, 'document')).sentence).toContain('请写文号');
    expect((await said(server, 'document', { lang: 'en' })).sentence).toContain('give its number');
    const absent = await said(server, 'document', { number: '桓政办字〔1999〕1号' });
    expect([absent.state, absent.sentence]).toEqual([
      'empty',
      expect.stringContaining('平台上没有“桓政办字〔1999〕1号”'),
    ]);
    const wrongDay = await said(server, 'document', { number: '桓政办字〔1999〕1号', 'valid-on': '明天', lang: 'en' });
    expect([wrongDay.state, wrongDay.sentence]).toEqual(['misused', expect.stringContaining('should be a day')]);
  });

  test('a draft is as if it were not there', async () => {
    const number = '桓政办字〔2026〕942号';
    const before = await server.get(addressOf('document', { number }));
    await stagePaper(server.store, { subject: '未公开的事项', number });
    const after = await server.get(addressOf('document', { number }));
    expect([after.body, after.headers['etag']]).toEqual([before.body, before.headers['etag']]);
  });

  test('says as of an instant what it said then', async () => {
    const number = '桓政办字〔2022〕943号';
    await publishPaper(server.store, { subject: '第一稿', number, body: ['第一条 旧的规定。'] });
    const instant = new Date().toISOString();
    await publishPaper(
      server.store,
      { subject: '第二稿', number, body: ['第一条 新的规定。'] },
      { changeNote: '改了规定' },
    );
    const now = await said(server, 'document', { number });
    const then = await said(server, 'document', { number, 'as-of': instant });
    expect([now.source.edition, then.source.edition]).toEqual([2, 1]);
    expect(JSON.stringify(blocksOf(now, 'sections'))).toContain('新的规定');
    expect(JSON.stringify(blocksOf(then, 'sections'))).toContain('旧的规定');
    expect(then.asOf).toBe(instant);
  });

  test('keeps its numbers as issued in traditional characters', async () => {
    const known = all.find(({ number, relations }) => number && relations.some(({ document }) => document));
    const document = await one(known?.indexNumber ?? '', { lang: 'zh-TW' });
    const facts = new Map(
      blocksOf(document, 'facts').flatMap(({ items }) => items.map(({ label, text }) => [label, text])),
    );
    expect(facts.get('文號')).toBe(known?.number?.text);
    expect(facts.get('索引號')).toBe(known?.indexNumber);
    expect(document.source.indexNumber).toBe(known?.indexNumber);
    expect(document.sentence).toContain(known?.number?.text);
    expect(document.title).not.toBe(known?.title);
  });
});
