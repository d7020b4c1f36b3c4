import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../api/graphql/errors.ts';
import { examplesFor } from '../../api/http/pages/examples.ts';
import { emptyCounty, publishPaper, sampleCounty, stagePaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, publicUrl, type TestServer } from '../support/server.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const workPlan = '桓政办字〔2024〕71号';
const hostile = '</script><script>alert("x")</script>&<b>';

let server: TestServer;
let plan: string;
let withdrawn: string;
let attacked: string;

const page = (url: string) => server.get(url, html);
const textOf = (markup: string): string =>
  markup
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
const linksIn = (markup: string): string[] =>
  [...markup.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) =>
    (href ?? '').replace(/&#38;|&amp;/g, '&').replace(/&#61;/g, '='),
  );
const idsIn = (markup: string): Set<string> =>
  new Set([...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ''));
const metaOf = (markup: string, name: string): string | undefined =>
  new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(markup)?.[1];

beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  const store = await sampleCounty(database, 45);
  const paper = {
    subject: '印发《2024年桓台县检验工作要点》',
    number: workPlan,
    body: [
      '《2024年桓台县检验工作要点》已经县政府同意，现印发给你们。',
      '2024年桓台县检验工作要点',
      '一、总体要求',
      '根据《中华人民共和国政府信息公开条例》，参照桓政办字〔2023〕5号文件，做好检验。',
      '二、重点任务',
      '（一）做好检验。认真做好检验工作。（责任单位：县教育和体育局）',
      '（二）加强检查。认真加强检查工作。（责任单位：县财政局）',
    ],
  };
  ({ indexNumber: plan } = await publishPaper(store, paper));
  await publishPaper(
    store,
    { ...paper, body: [...paper.body, '（三）抓好落实。按期完成。'] },
    { changeNote: '增加第三项' },
  );
  ({ indexNumber: withdrawn } = await publishPaper(store, { subject: '撤回检验', number: '桓政办字〔2024〕72号' }));
  await withdrawPaper(store, withdrawn, '含有不应公开的内容');
  ({ indexNumber: attacked } = await publishPaper(store, {
    subject: '整治异常文字',
    number: '桓政办字〔2024〕73号',
    body: [`请注意${hostile}。`],
  }));
  await stagePaper(store, { subject: '未公开的草稿', number: '桓政办字〔2024〕74号' });
  server = await openServer(store);
});
afterAll(() => server.close());

const document = (): string => `/regulatory-documents/${plan}`;
const pages: readonly (readonly [name: string, url: () => string])[] = [
  ['the first page', () => '/'],
  ['the demo', () => '/demo'],
  ['the list', () => '/regulatory-documents'],
  ['a search', () => `/regulatory-documents?search=${encodeURIComponent('检验')}`],
  ['a document', document],
  ['an edition', () => `${document()}/editions/1`],
  ['the error codes', () => '/docs/errors'],
  ['the plain explorer', () => '/graphql/plain'],
  ['a plain answer', () => '/graphql/plain?example=Counts'],
  ['the explorer', () => '/graphql'],
];

describe('every page', () => {
  test.each(pages)('%s is whole, in Chinese, and holds no script or style of its own', async (_, url) => {
    const { status, body, headers } = await page(url());
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    const inline = [...body.matchAll(/<script\b([^>]*)>/g)].filter(([, attributes]) => !attributes?.includes('src='));
    expect(inline.filter(([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes ?? ''))).toEqual([]);
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+="/);
    expect(body).not.toContain('undefined');
    expect(body).not.toContain('[object');
  });

  test.each(pages)('%s is strict about scripts, comes with an ETag and is told apart by it', async (_, url) => {
    const { headers } = await page(url());
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['set-cookie']).toBeUndefined();
    const again = await server.get(url(), { ...html, 'if-none-match': headers['etag'] ?? '' });
    expect(again.status).toBe(304);
  });

  test.each(pages.filter(([name]) => name !== 'the explorer'))(
    '%s weighs less than 200 kB with all it loads',
    async (_, url) => {
      const { body } = await page(url());
      const parts = [
        ...body.matchAll(/<(?:link rel="(?:stylesheet|icon)"|script)[^>]*?(?:href|src)="(\/assets[^"]+)"/g),
      ];
      const sizes = await Promise.all(parts.map(async ([, part = '']) => (await server.get(part)).body.length));
      expect(parts.length).toBeGreaterThan(1);
      expect(sizes.reduce((sum, size) => sum + size, Buffer.byteLength(body))).toBeLessThan(200_000);
    },
  );

  test('leads nowhere that is not there', async () => {
    const links = new Set<string>();
    for (const [, url] of pages) {
      for (const link of linksIn((await page(url())).body)) links.add(new URL(link, publicUrl + url()).href);
    }
    const inside = [...links].filter((link) => link.startsWith(publicUrl)).map((link) => link.slice(publicUrl.length));
    expect(inside.length).toBeGreaterThan(60);
    const outside = [...links].filter((link) => !link.startsWith(publicUrl));
    expect(outside.filter((link) => !link.startsWith('https://creativecommons.org/'))).toEqual([]);
    const bodies = new Map<string, Promise<{ status: number; body: string }>>();
    for (const link of inside) {
      const [url = '', fragment] = link.split('#');
      const target = bodies.get(url) ?? page(url);
      bodies.set(url, target);
      const { status, body } = await target;
      expect([link, status], link).toEqual([link, status === 303 ? 303 : 200]);
      if (fragment) expect(idsIn(body), link).toContain(decodeURIComponent(fragment));
    }
  });

  test('keeps its policy when it comes from memory', async () => {
    const address = await server.listen();
    const [first, second] = [
      await fetch(`${address}/demo`, { headers: html }),
      await fetch(`${address}/demo`, { headers: html }),
    ];
    expect(server.platform.answers.size).toBeGreaterThan(0);
    expect(second.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
    expect(second.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

describe('the first page', () => {
  test('opens three doors: a snippet with its panel, a command with its answer, questions with their files', async () => {
    const { body } = await page('/');
    const text = textOf(body);
    expect(text).toContain(`&lt;script src&#61;&#34;${publicUrl}/widgets/loader.js`.replace(/&lt;/, '&#60;'));
    expect(body).toMatch(
      /<gk-documents page-size="3"[\s\S]*?<a href="\/regulatory-documents\/[\s\S]*?<\/gk-documents>/,
    );
    const shown = /aria-label="回答"[^>]*><code>([\s\S]*?)<\/code>/.exec(body)?.[1] ?? '';
    const query = /query&#61;(\{.*?\})&#39;/.exec(body)?.[1]?.replaceAll('&#34;', '"') ?? '';
    const { body: asked } = await server.get(`/graphql?query=${encodeURIComponent(query)}`);
    expect(JSON.parse(shown.replaceAll('&#34;', '"'))).toEqual(JSON.parse(asked));
    expect(JSON.parse(asked).data.regulatoryDocuments.totalCount).toBeGreaterThan(0);
    const files = linksIn(body).filter((link) => link.startsWith('/api/v1/regulatory-documents.csv?'));
    expect(files).toHaveLength(3);
  });

  test('says the same number as the file behind it', async () => {
    const { body } = await page('/');
    const [, total, inForce] = /(\d+) 件中 <b>(\d+)<\/b> 件现行有效/.exec(body) ?? [];
    const all = await server.get('/api/v1/regulatory-documents.json');
    const holding = await server.get('/api/v1/regulatory-documents.json?validity=IN_FORCE');
    expect(JSON.parse(all.body)).toHaveLength(Number(total));
    expect(JSON.parse(holding.body)).toHaveLength(Number(inForce));
  });

  test('says that sample data are made up', async () => {
    expect(textOf((await page('/')).body)).toContain('标“示例”的内容均为虚构');
  });
});

describe('the list', () => {
  const titles = (body: string): string[] => [...body.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href ?? '');

  test('pages through every document once, by links alone', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/regulatory-documents';
    while (next) {
      const { body } = await page(next);
      seen.push(...titles(body));
      next = /rel="next"\s+href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&#61;', '=').replaceAll('&#38;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(Number(/共 (\d+) 件/.exec((await page('/regulatory-documents')).body)?.[1]));
    expect(seen.length).toBeGreaterThan(40);
  });

  test('finds by word, marks the word, and gives the same filter as files', async () => {
    const { body } = await page(
      `/regulatory-documents?search=${encodeURIComponent('检验工作')}&topic=&validity=IN_FORCE`,
    );
    expect(titles(body)).toContain(document());
    expect(body).toMatch(/<mark>检验(工作)?<\/mark>/);
    expect(body).toMatch(/<option value="IN_FORCE" selected>/);
    expect(linksIn(body)).toContain(
      `/api/v1/regulatory-documents.csv?search=${encodeURIComponent('检验工作')}&validity=IN_FORCE`,
    );
  });

  test.each([
    ['topik=02', 400, '没有参数 topik'],
    ['year=abc', 400, '不是整数'],
    ['after=nonsense', 400, 'CURSOR_MISMATCH'],
    ['search=%E9%BE%98%E9%BE%98%E9%BE%98', 200, '没有符合条件的文件'],
    ['number=29', 200, '没有文号为“29”的公开文件'],
  ])('says what is wrong with ?%s', async (query, status, sentence) => {
    const answer = await page(`/regulatory-documents?${query}`);
    expect(answer.status).toBe(status);
    expect(textOf(answer.body)).toContain(sentence);
  });

  test('tells a program the same as a problem', async () => {
    const { status, body } = await server.get('/regulatory-documents?topik=02', { accept: 'application/json' });
    expect([status, JSON.parse(body).code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test.each([workPlan, '桓政办字[2024]71号', '桓政办字 〔2024〕 71 号', '桓政办字（2024）71'])(
    'leads straight to the document numbered %s',
    async (number) => {
      const { status, headers } = await page(`/regulatory-documents?number=${encodeURIComponent(number)}`);
      expect([status, headers['location']]).toEqual([303, document()]);
    },
  );

  const numbered = (number: string) => page(`/regulatory-documents?number=${encodeURIComponent(number)}`);

  test('never shows a draft, and leads from the number of what was withdrawn to the reason', async () => {
    const { status, body } = await numbered('桓政办字〔2024〕74号');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('共 0 件');
    expect(body).not.toMatch(/未公开的草稿/);
    const gone = await numbered('桓政办字〔2024〕72号');
    expect([gone.status, (await page(String(gone.headers['location']))).status]).toEqual([303, 410]);
  });
});

describe('the page of a document', () => {
  test('says all of it, each article under its own address', async () => {
    const { body } = await page(document());
    const text = textOf(body);
    for (const said of ['检验工作要点', workPlan, '桓台县人民政府办公室', '主动公开', '（此件公开发布）', plan])
      expect(text).toContain(said);
    expect([...idsIn(body)]).toEqual(expect.arrayContaining(['part-1', 'part-2', '1', '2', '3']));
    expect(text.indexOf('现印发给你们')).toBeLessThan(text.indexOf('做好检验。认真做好'));
    expect(text).toContain('《中华人民共和国政府信息公开条例》');
    expect(linksIn(body)).toEqual(
      expect.arrayContaining(['json', 'jsonld', 'csv', 'xlsx'].map((format) => `${document()}.${format}`)),
    );
  });

  test('carries the tags that government sites must have', async () => {
    const { body } = await page(document());
    expect(metaOf(body, 'SiteName')).toBe('政府信息公开平台');
    expect(metaOf(body, 'SiteDomain')).toBe('gongkai.example');
    expect(metaOf(body, 'ArticleTitle')).toContain('检验工作要点');
    expect(metaOf(body, 'PubDate')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(metaOf(body, 'ContentSource')).toBe('桓台县人民政府办公室');
  });

  test('is linked data under its permanent identifier, the same as its .jsonld', async () => {
    const { body } = await page(document());
    const block = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1] ?? '');
    expect(block).toMatchObject({
      '@type': 'Legislation',
      '@id': `${publicUrl}/id/regulatory-document/${plan}`,
      legislationIdentifier: workPlan,
      legislationLegalForce: 'https://schema.org/InForce',
    });
    const { body: file, headers } = await server.get(`${document()}.jsonld`);
    expect(headers['content-type']).toContain('application/ld+json');
    expect(JSON.parse(file)).toEqual(block);
  });

  test('shows hostile text as text', async () => {
    const { body } = await page(`/regulatory-documents/${attacked}`);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('&<b>');
    expect(textOf(body)).toContain('&#60;/script&#62;&#60;script&#62;alert(&#34;x&#34;)');
  });

  test('of one edition says that it was replaced, keeps its own text and leads to the current one', async () => {
    const first = await page(`${document()}/editions/1`);
    expect(textOf(first.body)).toContain('这是第 1 版，已被替代');
    expect(textOf(first.body)).not.toContain('抓好落实');
    expect(linksIn(first.body)).toContain(document());
    const second = await page(`${document()}/editions/2`);
    expect(textOf(second.body)).toContain('目前是现行版');
    expect(textOf(second.body)).toContain('抓好落实');
    expect(textOf(second.body)).toContain('增加第三项');
    for (const missing of ['3', '0', 'x', '99999999999']) {
      expect((await page(`${document()}/editions/${missing}`)).status).toBe(404);
    }
  });

  test('of what was withdrawn states when and why, and none of the text', async () => {
    for (const url of [`/regulatory-documents/${withdrawn}`, `/regulatory-documents/${withdrawn}/editions/1`]) {
      const { status, body } = await page(url);
      expect(status).toBe(410);
      expect(textOf(body)).toContain('含有不应公开的内容');
      expect(body).not.toContain('贯彻执行');
    }
    const problem = await server.get(`/regulatory-documents/${withdrawn}`, { accept: 'application/json' });
    expect([problem.status, JSON.parse(problem.body).code]).toEqual([410, 'WITHDRAWN']);
  });
});

describe('addresses', () => {
  test('a permanent identifier leads to the page or to the file', async () => {
    const identifier = `/id/regulatory-document/${plan}`;
    expect((await page(identifier)).headers['location']).toBe(document());
    const { status, headers } = await server.get(identifier, { accept: 'text/csv' });
    expect([status, headers['location'], headers['vary']]).toEqual([303, `${document()}.csv`, 'Accept']);
    expect((await page(`/id/nothing/${plan}`)).status).toBe(404);
  });

  test('what is nowhere is said in the form the caller reads', async () => {
    const forPeople = await page('/nowhere/%E6%B2%A1%E6%9C%89?<b>');
    expect(forPeople.status).toBe(404);
    expect(textOf(forPeople.body)).toContain('没有这个页面');
    expect(forPeople.body).not.toContain('<b>"');
    const forPrograms = await server.get('/nowhere', { accept: '*/*' });
    expect([forPrograms.status, JSON.parse(forPrograms.body).code]).toEqual([404, 'NOT_FOUND']);
  });

  test('the SDL is printed, sorted, as text', async () => {
    const { body, headers } = await server.get('/schema.graphql');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain('type RegulatoryDocument implements Node & Published');
    expect(body).not.toContain('type Mutation');
  });

  test('a style sheet never changes under its name; one that does not exist is not found', async () => {
    const { body } = await page('/');
    const sheet = /href="(\/assets\/base-[0-9a-f]{12}\.css)"/.exec(body)?.[1] ?? '';
    expect((await server.get(sheet)).headers['cache-control']).toContain('immutable');
    expect((await server.get('/assets/base-000000000000.css')).status).toBe(404);
    expect((await server.get('/assets/..%2froutes.ts')).status).toBe(404);
  });
});

test('the page of error codes explains every code there is, and no other', async () => {
  const { body } = await page('/docs/errors');
  const explained = [...idsIn(body)].filter((id) => /^[A-Z_]+$/.test(id));
  expect(explained.sort()).toEqual(Object.keys(errorCodes).sort());
  for (const [code, status] of Object.entries(errorCodes)) {
    expect(body).toMatch(new RegExp(`<code>${code}</code></a>\\s*<span class="status">HTTP ${status}</span>`));
  }
});

describe('the questions of the explorer', () => {
  test.each(examplesFor(null, new Date()).map(({ name }) => name))('%s is answered without an error', async (name) => {
    const { body } = await page(`/graphql/plain?example=${name}`);
    const answer = /aria-label="回答"><code>([\s\S]*?)<\/code>/.exec(body)?.[1] ?? '';
    const { data, errors } = JSON.parse(
      answer
        .replaceAll('&#34;', '"')
        .replaceAll('&#61;', '=')
        .replace(/&#\d+;/g, '_'),
    );
    expect(errors).toBeUndefined();
    expect(Object.values(data as Record<string, unknown>)[0]).toBeTruthy();
  });

  test('can be asked anew without scripts, and an error comes back explained', async () => {
    const { body } = await page(`/graphql/plain?query=${encodeURIComponent('{ nothing }')}`);
    expect(textOf(body)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(textOf(body)).toContain('HTTP 400');
  });

  test('a plain answer is never a stale one', async () => {
    const query = encodeURIComponent('{ regulatoryDocuments(first: 1) { totalCount } }');
    const count = async () =>
      Number(/totalCount&#34;: (\d+)/.exec((await page(`/graphql/plain?query=${query}`)).body)?.[1]);
    const before = await count();
    await publishPaper(server.store, { subject: '再发一件', number: '桓政办字〔2024〕75号' });
    await expect.poll(count).toBe(before + 1);
  });
});

test('a platform with nothing published yet has all its pages', async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  const empty = await openServer(await emptyCounty(database));
  for (const url of ['/', '/demo', '/regulatory-documents', '/graphql', '/graphql/plain?example=ByNumber']) {
    const { status, body } = await empty.get(url, html);
    expect([url, status]).toEqual([url, 200]);
    expect(body).not.toMatch(/undefined|NaN|\[object/);
  }
  expect(textOf((await empty.get('/regulatory-documents', html)).body)).toContain('平台还没有发布这一类文件');
  await empty.close();
});
