import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCounty, pause } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { converse, post, send } from './raw.ts';

/** The first line's status; 0 when nothing was answered. */
const statusIn = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

const memory = { name: 'PGlite', open: openMemory };

let server: TestServer;
let base: string;

beforeAll(async () => {
  server = await openServer(await emptyCounty(memory), { url: null });
  base = await server.listen();
});
afterAll(() => server.close());

const question = JSON.stringify({ query: '{ __typename }' });
const lives = async (): Promise<number> => (await send(base, '/healthz')).status;

const routes = [
  '/',
  '/graphql?query=%7B__typename%7D',
  '/graphql',
  '/healthz',
  '/readyz',
  '/widgets/none.js',
  '/regulatory-documents',
  '/regulatory-documents/a/b',
  '/regulatory-documents/a/b.json',
  '/api/v1/regulatory-documents.csv',
  '/api/v1/regulatory-documents.json?colour=red',
  '/docs/errors',
  '/nothing/here',
  '/%',
];

describe('any site may read, and nobody is known', () => {
  test.each(routes)('%s answers every origin, without credentials', async (path) => {
    const { headers } = await send(base, path, { headers: { origin: 'https://other.example', cookie: 'a=b' } });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(routes.filter((path) => path !== '/%'))('%s answers a browser that asks first', async (path) => {
    const { status, headers } = await send(base, path, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://other.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toContain('POST');
    expect(headers['access-control-allow-headers']?.toLowerCase()).toContain('content-type');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});

describe('what is sent must be JSON', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    '%s is taken',
    async (type) => {
      const { status, body } = await post(base, question, { 'content-type': type });
      expect([status, JSON.parse(body.toString()).data]).toEqual([200, { __typename: 'Query' }]);
    },
  );

  test('bytes that are no UTF-8 are no query', async () => {
    const body = Buffer.concat([Buffer.from('{"query":"{ '), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from(' }"}')]);
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
    const answer = await send(base, '/graphql', { method: 'POST', headers, body });
    expect([answer.status, JSON.parse(answer.body.toString()).errors[0].extensions.code]).toEqual([
      400,
      'GRAPHQL_PARSE_FAILED',
    ]);
  });
});

describe('a broken request is refused, and the process lives', () => {
  const get = (target: string, ...headers: readonly string[]) =>
    `GET ${target} HTTP/1.1\r\n${[...headers, 'connection: close'].join('\r\n')}\r\n\r\n`;

  test.each([
    ['a host with markup', get('/', 'host: "><script>')],
    ['a port that is no number', get('/', 'host: a:b')],
    ['no host', get('/')],
    ['two hosts', get('/', 'host: a', 'host: b')],
    ['a target of two slashes and a bar', get('//foo|bar/', 'host: a')],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['a header without a name', get('/', 'host: a', ': x')],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  ])('%s is 400', async (_, bytes) => {
    expect(statusIn(await converse(base, bytes))).toBe(400);
    expect(await lives()).toBe(200);
  });

  test('a Host that is refused is told so in both languages, and not repeated', async () => {
    const said = await converse(base, get('/', 'host: evil|example'));
    expect(said).toMatch(/主机名（Host）或地址不可用.*The Host or the target of the request cannot be used/);
    expect(said).not.toContain('evil');
  });

  test.each([
    ['bytes beyond ASCII', Buffer.from(get('/regulatory-documents?search=通知', 'host: a'), 'utf8')],
    ['bytes that are no text', Buffer.from(get('/\xff\xfe\xc0', 'host: a'), 'latin1')],
    ['an escape that is no text', get('/regulatory-documents/%ff/%fe', 'host: a')],
    ['U+0000', get('/regulatory-documents/a/%00', 'host: a')],
    ['U+0000 in a search', get('/regulatory-documents?search=%00', 'host: a')],
    ['U+0000 in a list', get('/api/v1/regulatory-documents.json?number=%00', 'host: a')],
    ['a way up', get('/widgets/..%2f..%2fpackage.json', 'host: a')],
    ['a way up, plainly', get('/widgets/../../package.json', 'host: a')],
    ['a segment without end', get(`/${'a'.repeat(5_000)}`, 'host: a')],
    ['a thousand segments', get(`/${'a/'.repeat(1_000)}`, 'host: a')],
    ['a thousand parameters', get(`/regulatory-documents?${'a=1&'.repeat(1_000)}`, 'host: a')],
    ['a prototype', get('/api/v1/regulatory-documents.json?__proto__=1&constructor=2', 'host: a')],
  ])('%s in the target is answered below 500', async (_, bytes) => {
    const answer = await converse(base, bytes);
    const status = statusIn(answer);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    expect(answer).not.toMatch(/node_modules|\bat \S+ \(|"private": true/);
    expect(await lives()).toBe(200);
  });

  test('half a head and half a body are hung up on within twelve seconds', async () => {
    const started = Date.now();
    const half = [
      'GET / HTTP/1.1\r\nhost: a\r\nx:',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"query":',
    ];
    const answers = await Promise.all(half.map((bytes) => converse(base, bytes)));
    for (const answer of answers) expect([0, 400, 408]).toContain(statusIn(answer));
    expect(Date.now() - started).toBeLessThan(13_000);
    expect(await lives()).toBe(200);
  });

  test('who hangs up in the middle disturbs nobody', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { hostname, port } = new URL(base);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"que',
        );
        socket.destroy();
      });
      socket.on('error', () => undefined);
    }
    await pause(200);
    expect(await lives()).toBe(200);
    expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});

describe('coming and going', () => {
  test('the process says that it lives, and that it can answer', async () => {
    const health = await send(base, '/healthz');
    expect([health.status, health.headers['cache-control']]).toEqual([200, 'no-store']);
    const ready = await send(base, '/readyz');
    expect([ready.status, JSON.parse(ready.body.toString())]).toEqual([200, { status: 'ready', database: 'pglite' }]);
  });

  test('a database that is gone makes it not ready, but alive', async () => {
    const going = await openServer(await emptyCounty(memory), { url: null });
    const at = await going.listen();
    await going.store.close();
    expect((await send(at, '/readyz')).status).toBe(503);
    expect((await send(at, '/healthz')).status).toBe(200);
    const { status, body } = await send(at, '/graphql?query=%7Borganizations%7Bid%7D%7D', {
      headers: { accept: 'application/json' },
    });
    expect(status).toBeGreaterThanOrEqual(200);
    expect(JSON.parse(body.toString()).errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(body.toString()).not.toMatch(/PGlite|select|\.ts/i);
    await going.server.close();
  });

  test('while it goes it is not ready, takes nothing new, and finishes what it began', async () => {
    const store = await emptyCounty(memory);
    let release = (): void => undefined;
    let gate: Promise<void> | undefined;
    const slow = {
      ...store,
      read: async (statement: Parameters<typeof store.read>[0]) => {
        await gate;
        return store.read(statement);
      },
    } as typeof store;
    const going = await openServer(slow, { url: null });
    const at = await going.listen();
    gate = new Promise((resolve) => {
      release = resolve;
    });
    const running = send(at, '/graphql?query=%7Borganizations%7Bid%7D%7D', { headers: { accept: 'application/json' } });
    await pause(100);
    going.platform.draining = true;
    expect((await send(at, '/readyz')).status).toBe(503);
    const closing = going.server.close();
    await pause(100);
    expect(await send(at, '/healthz').catch((error: Error & { code?: string }) => error.code)).toBe('ECONNREFUSED');
    release();
    const { status, body } = await running;
    expect([status, JSON.parse(body.toString()).data.organizations.length > 0]).toEqual([200, true]);
    await closing;
    await store.close();
  });

  test('a connection kept open carries one question after the other', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    for (let round = 0; round < 3; round += 1) {
      await new Promise<void>((resolve, reject) => {
        request(new URL('/healthz', base), { agent }, (response) => {
          sockets.add(response.socket);
          response.resume().on('end', () => setImmediate(resolve));
        })
          .on('error', reject)
          .end();
      });
    }
    agent.destroy();
    expect(sockets.size).toBe(1);
  });
});
