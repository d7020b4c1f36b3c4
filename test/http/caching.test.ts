import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everything } from '../../api/cache/ready-answers.ts';
import { pause, publishPaper, sampleCounty, stagePaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { graphqlPath, post, type RawAnswer, send } from './raw.ts';

const titles = graphqlPath('{ regulatoryDocuments(first: 20) { totalCount nodes { title number { text } } } }');
const small = graphqlPath('{ __typename }');

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('base64url');
const decoded = ({ headers, body }: RawAnswer): Buffer => {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body);
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
};
describe.each(databases)('answers over HTTP on $name', (database) => {
  let server: TestServer;
  let base: string;
  let statements = 0;
  const onStatement = () => {
    statements += 1;
  };
  /** Whether an answer comes from memory: then nothing is asked of the database. */
  const isFromMemory = async (url: string): Promise<boolean> => {
    statements = 0;
    await send(base, url);
    return statements === 0;
  };

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 40, { onStatement }));
    base = await server.listen();
  });
  afterAll(() => server.close());
  beforeEach(() => server.platform.answers.purge(everything));

  /** Waits until this instance has heard of what was just published. */
  const heard = async (url: string, etag: string | undefined): Promise<RawAnswer> => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await send(base, url, { headers: etag ? { 'if-none-match': etag } : {} });
      if (answer.status === 200 || attempt === 50) return answer;
      await pause(20);
    }
  };

  test('the validator is strong, of the bytes before compression, and the same from memory', async () => {
    const cold = await send(base, titles);
    const hot = await send(base, titles);
    expect(cold.status).toBe(200);
    expect(cold.headers.etag).toBe(`"${digest(cold.body)}"`);
    expect(hot.body.equals(cold.body)).toBe(true);
    expect(await isFromMemory(titles)).toBe(true);
    for (const name of [
      'etag',
      'cache-control',
      'vary',
      'content-type',
      'content-length',
      'access-control-allow-origin',
      'x-content-type-options',
    ]) {
      expect(hot.headers[name]).toBe(cold.headers[name]);
      expect(hot.headers[name]).toBeDefined();
    }
    expect(hot.headers.vary).toBe('Accept, Accept-Encoding');
    expect(hot.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
  });

  test('a reader who has these bytes is told so, whether the answer is in memory or not', async () => {
    const { etag = '' } = (await send(base, titles)).headers;
    for (const tag of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
      for (const purged of [true, false]) {
        if (purged) server.platform.answers.purge(everything);
        const answer = await send(base, titles, { headers: { 'if-none-match': tag } });
        expect(answer.status).toBe(304);
        expect(answer.body).toHaveLength(0);
        expect(answer.headers).toMatchObject({
          etag,
          vary: 'Accept, Accept-Encoding',
          'access-control-allow-origin': '*',
        });
        expect(answer.headers['cache-control']).toMatch(/max-age=60/);
      }
    }
    for (const tag of ['"x"', etag.slice(1, -1), '""']) {
      expect((await send(base, titles, { headers: { 'if-none-match': tag } })).status).toBe(200);
    }
    // Nobody has a refusal already.
    for (const [wrong, status] of [
      ['/w/budget.json?year=abc', 400],
      ['/w/nothing.json', 404],
    ] as const)
      expect((await send(base, wrong, { headers: { 'if-none-match': '*' } })).status).toBe(status);
  });

  test('a draft changes nothing; a publication changes the answer and its validator at once', async () => {
    const before = await send(base, titles);
    const etag = before.headers.etag ?? '';
    const paper = { subject: `新近公开${crypto.randomUUID().slice(0, 6)}`, number: null, formedOn: '2026-11-01' };
    await stagePaper(server.store, paper);
    await pause(100);
    expect((await send(base, titles, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await publishPaper(server.store, paper);
    const after = await heard(titles, etag);
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(etag);
    expect(after.body.toString()).toContain(paper.subject);
  });

  test('what does not depend on documents stays in memory when one is published', async () => {
    const division = graphqlPath('{ division(code: "370321") { name } }');
    await send(base, division);
    await send(base, titles);
    await publishPaper(server.store, { subject: '又一件', number: null, formedOn: '2026-11-02' });
    await pause(200);
    expect(await isFromMemory(division)).toBe(true);
    expect(await isFromMemory(titles)).toBe(false);
  });

  test('whichever way an answer takes, it is the same: asked for the first time, again, and from memory', async () => {
    const list = `query L($first: Int, $search: String, $where: RegulatoryDocumentWhere, $on: Date, $with: Boolean = true) {
      regulatoryDocuments(first: $first, search: $search, where: $where, validOn: $on) {
        totalCount nodes { title validity { code } articles @include(if: $with) { path responsibilities { writtenName } } } } }`;
    const questions: readonly (readonly [query: string, variables: Record<string, unknown> | undefined])[] = [
      [list, { first: 2 }],
      [list, { first: 5, with: false }],
      [list, { first: 3, search: '管理' }],
      [list, { first: 3, where: { year: { gte: 2020 } }, on: '2020-01-01' }],
      [list, undefined],
      [list, { first: 0 }],
      [list, { first: 100 }],
      [list, { first: 100, with: false }],
      [list, { first: 'two' }],
      [list, { first: null, with: null }],
      [list, { where: { year: { eq: null } } }],
      [list, { on: '2020-02-30' }],
      [list, { first: 2, search: '\u0000', where: { number: { eq: '\u0000' } } }],
      [list, { first: 2, unknown: 1 }],
      ['query A { __typename } query B { platform { name } }', undefined],
      ['{ node(id: "x") { id } platform { name } }', undefined],
      ['{ regulatoryDocuments(asOf: "2024-01-01T00:00:00Z") { totalCount } }', undefined],
      ['{ nope }', undefined],
      ['{', undefined],
    ];
    const told = ({ status, body }: RawAnswer) => [
      status,
      body.toString().replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}(?=["\s])/g, 'N'),
    ];
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      for (const [query, variables] of questions) {
        const expected = await post(base, { query, variables }, { accept });
        const answers = [];
        for (const purged of [true, true, false]) {
          if (purged) server.platform.answers.purge(everything);
          answers.push(await send(base, graphqlPath(query, variables), { headers: { accept } }));
        }
        const [first] = answers;
        for (const answer of answers) {
          expect(told(answer)).toEqual(told(expected));
          for (const name of [
            'content-type',
            'cache-control',
            'etag',
            'vary',
            'access-control-allow-origin',
            'x-content-type-options',
          ]) {
            expect(`${name}: ${answer.headers[name]}`).toBe(`${name}: ${first?.headers[name]}`);
          }
        }
      }
    }
  });

  test('a question by POST is answered, never with 304', async () => {
    const query = '{ regulatoryDocuments(first: 20) { totalCount nodes { title } } }';
    const first = await post(base, { query });
    const again = await post(base, { query }, { 'if-none-match': `${first.headers.etag}, *` });
    expect(again.status).toBe(200);
    expect(again.body.equals(first.body)).toBe(true);
  });

  test('HEAD tells what GET would, without the bytes', async () => {
    const { headers } = await send(base, titles);
    const head = await send(base, titles, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control'])
      expect(head.headers[name]).toBe(headers[name]);
    expect(
      (await send(base, titles, { method: 'HEAD', headers: { 'if-none-match': headers.etag ?? '' } })).status,
    ).toBe(304);
  });

  test.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000, gzip;q=0', undefined],
    ['gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['deflate', undefined],
    ['*;q=0', undefined],
    ['', undefined],
  ])('Accept-Encoding %j is answered in %s', async (accepted, encoding) => {
    const plain = await send(base, titles);
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await send(base, titles, { headers: { 'accept-encoding': accepted } });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(decoded(answer).equals(plain.body)).toBe(true);
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(answer.headers.etag).toBe(
        encoding ? `${plain.headers.etag?.slice(0, -1)}-${encoding}"` : plain.headers.etag,
      );
      expect(answer.headers.vary).toContain('Accept-Encoding');
    }
    if (encoding) {
      // Bytes in one coding are not those in another, so neither is their validator.
      const headers = { 'accept-encoding': accepted, 'if-none-match': plain.headers.etag ?? '' };
      expect((await send(base, titles, { headers })).status).toBe(200);
    }
  });

  test('what is small is not compressed', async () => {
    expect(
      (await send(base, small, { headers: { 'accept-encoding': 'br' } })).headers['content-encoding'],
    ).toBeUndefined();
  });

  test('the two media types are never mixed up, however long the list of what is accepted', async () => {
    const filler = Array.from({ length: 40 }, (_, index) => `application/x-${index}`).join(', ');
    for (const type of ['application/json', 'application/graphql-response+json', 'application/json']) {
      for (const accept of [type, `${filler}, ${type}`]) {
        const { headers } = await send(base, small, { headers: { accept } });
        expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
      }
    }
  });

  const old = '2024-01-01T00:00:00Z';
  test.each([
    ['the list as it is', '{ regulatoryDocuments { totalCount } }', false],
    [
      'the list at a past instant',
      `{ regulatoryDocuments(asOf: "${old}") { totalCount nodes { title digest } } }`,
      true,
    ],
    [
      'one document at a past instant',
      `{ regulatoryDocument(by: { number: "桓政办字〔2016〕1号" }, asOf: "${old}") { title } }`,
      true,
    ],
    ['both', `{ a: regulatoryDocuments(asOf: "${old}") { totalCount } b: regulatoryDocuments { totalCount } }`, false],
    [
      'names of organizations, which change',
      `{ regulatoryDocuments(asOf: "${old}") { nodes { publisher { name } } } }`,
      false,
    ],
    ['a citation, which names one', `{ regulatoryDocuments(asOf: "${old}") { nodes { citation } } }`, false],
    [
      'divisions, which change',
      `{ regulatoryDocuments(asOf: "${old}") { totalCount } division(code: "370321") { name } }`,
      false,
    ],
    [
      'the platform, which changes',
      `{ regulatoryDocuments(asOf: "${old}") { totalCount } platform { version } }`,
      false,
    ],
    ['a node', `{ regulatoryDocuments(asOf: "${old}") { totalCount } node(id: "RGl2aXNpb246MzcwMzIx") { id } }`, false],
    [
      'an instant so near that a publication may still be on its way',
      `{ regulatoryDocuments(asOf: "NOW") { totalCount } }`,
      false,
    ],
  ])('%s: for ever is %#', async (_, query, isImmutable) => {
    const recent = new Date(Date.now() - 2_000).toISOString();
    const { headers, status } = await send(base, graphqlPath(query.replace('NOW', recent)));
    expect(status).toBe(200);
    expect(headers['cache-control']?.includes('immutable')).toBe(isImmutable);
  });

  test('an error is kept by nobody', async () => {
    for (const query of [
      '{',
      '{ nope }',
      '{ regulatoryDocuments(first: 0) { totalCount } }',
      '{ node(id: "x") { id } platform { name } }',
    ]) {
      const { headers } = await send(base, graphqlPath(query));
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('a field that is called errors by its asker is an answer like any other', async () => {
    const { headers } = await send(base, graphqlPath('{ errors: platform { name } }'));
    expect(headers.etag).toBeDefined();
  });

  test('a file of a document is kept like an answer, and gives way to the next edition', async () => {
    const paper = { subject: '有两版的工作', number: '桓政办字〔2025〕901号' };
    const { indexNumber } = await publishPaper(server.store, { ...paper, body: ['第一版内容。'] });
    const url = `/regulatory-documents/${indexNumber}.json`;
    const first = await send(base, url);
    await expect.poll(() => isFromMemory(url)).toBe(true);
    await publishPaper(server.store, { ...paper, body: ['第二版内容。'] });
    const second = await heard(url, first.headers.etag);
    expect(second.body.toString()).toContain('第二版内容');
    expect(server.log.filter((line) => line.includes('already sent'))).toEqual([]);
  });
});

describe('without an address of its own', () => {
  test('the platform answers each reader with the address he used, and never mixes them', async () => {
    const [database] = databases;
    if (!database) throw new Error('no database');
    const server = await openServer(await sampleCounty(database, 3), { url: null });
    const base = await server.listen();
    const url = graphqlPath('{ platform { url } regulatoryDocuments { nodes { permalink } } }');
    for (const host of ['a.example', 'b.example', 'a.example', 'b.example']) {
      const { body } = await send(base, url, { headers: { host } });
      expect(body.toString()).toContain(`"http://${host}/id/`);
      expect(
        body
          .toString()
          .match(/[ab]\.example/g)
          ?.every((name) => name === host),
      ).toBe(true);
    }
    await server.close();
  });
});
