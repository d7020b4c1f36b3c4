import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../api/store/client.ts';
import { county, emptyCounty, pause, publishPaper, sampleCounty, withdrawPaper } from '../support/county.ts';
import { createPostgres, openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { graphqlPath, send } from './raw.ts';

const memory = { name: 'PGlite', open: openMemory };
const titles = graphqlPath('{ regulatoryDocuments(first: 50) { totalCount nodes { title } } }');
const organizations = graphqlPath('{ organizations { id name code } }');
const small = graphqlPath('{ __typename }');
const json = { accept: 'application/json' };
const total = (body: Buffer): number =>
  (JSON.parse(body.toString()) as { data: { regulatoryDocuments: { totalCount: number } } }).data.regulatoryDocuments
    .totalCount;

let server: TestServer;
let base: string;
let indexNumber: string;

beforeAll(async () => {
  const store = await sampleCounty(memory, 40);
  ({ indexNumber } = await publishPaper(store, { subject: '检验表示', number: '桓政办字〔2024〕90号' }));
  server = await openServer(store, { url: null });
  base = await server.listen();
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  send(base, path, { headers: { ...json, ...headers } });

describe('the ready answer is the answer', () => {
  const paths = [
    ['a list', () => titles],
    ['a list of organizations', () => organizations],
    ['a short answer', () => small],
    ['a record as JSON', () => `/regulatory-documents/${indexNumber}.json`],
    ['a record as CSV', () => `/regulatory-documents/${indexNumber}.csv`],
    ['a page', () => `/regulatory-documents/${indexNumber}`],
    ['the first page', () => '/'],
    ['the explorer', () => '/graphql'],
  ] as const;

  test.each(paths)('%s: the same bytes and headers, hot and cold', async (_, path) => {
    for (const accept of ['application/json', 'text/html']) {
      // Who asks the explorer for JSON asked nothing.
      if (path() === '/graphql' && accept !== 'text/html') continue;
      for (const encoding of ['identity', 'br', 'gzip']) {
        server.platform.answers.purge('*');
        const headers = { accept, 'accept-encoding': encoding };
        const cold = await send(base, path(), { headers });
        const kept = server.platform.answers.size;
        const hot = await send(base, path(), { headers });
        expect(server.platform.answers.size).toBe(kept);
        expect(hot.status).toBe(cold.status);
        expect(hot.body.equals(cold.body)).toBe(true);
        // The number by which the log knows a request is that of one request.
        const own = ['date', 'x-request-id'];
        const said = (reply: typeof cold) =>
          Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !own.includes(name)));
        expect(said(hot)).toEqual(said(cold));
      }
    }
  });

  test('it is kept for one address, as the request names the host', async () => {
    const path = graphqlPath('{ regulatoryDocuments(first: 1) { nodes { permalink } } }');
    for (const host of ['a.example', 'b.example', 'a.example']) {
      expect((await get(path, { host })).body.toString()).toContain(`http://${host}/id/`);
    }
  });
});

describe('how long an answer is true', () => {
  test('validity changes at midnight in Shanghai, and no answer of the day before survives it', async () => {
    const paper = {
      subject: '检验午夜',
      number: '桓政办字〔2030〕1号',
      formedOn: '2030-01-01',
      body: ['本通知自2030年3月1日起施行，有效期至2030年6月30日。'],
    };
    const { indexNumber: dated } = await publishPaper(server.store, paper, { now: new Date('2030-01-02T00:00:00Z') });
    const path = graphqlPath(
      `{ regulatoryDocument(by: { indexNumber: "${dated}" }) { effectiveTo validity { code } } }`,
    );
    const seen: unknown[] = [];
    try {
      for (const instant of ['2030-06-30T15:59:59.999Z', '2030-06-30T15:59:59.999Z', '2030-06-30T16:00:00Z']) {
        server.clock.set(instant);
        seen.push(JSON.parse((await get(path)).body.toString()).data.regulatoryDocument.validity.code);
      }
    } finally {
      server.clock.run();
    }
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).not.toBe(seen[0]);
  });
});

describe('a publication', () => {
  test('on one instance reaches the other within a second', async () => {
    const { url, drop } = await createPostgres({ beginning: county });
    const first = await openServer(await openDatabase({ url }), { url: null });
    const second = await openServer(await openDatabase({ url }), { url: null });
    try {
      const addresses = [await first.listen(), await second.listen()];
      const seen = async () =>
        Promise.all(addresses.map(async (at) => total((await send(at, titles, { headers: json })).body)));
      expect(await seen()).toEqual([0, 0]);
      expect(second.platform.answers.size).toBe(1);
      await publishPaper(first.store, { subject: '检验一处' });
      await expect.poll(seen, { timeout: 1_000, interval: 20 }).toEqual([1, 1]);
      const { indexNumber: gone } = await publishPaper(second.store, { subject: '检验他处' });
      await expect.poll(seen, { timeout: 1_000, interval: 20 }).toEqual([2, 2]);
      await withdrawPaper(second.store, gone);
      await expect.poll(seen, { timeout: 1_000, interval: 20 }).toEqual([1, 1]);
    } finally {
      await first.close();
      await second.close();
      await drop();
    }
  });

  test('that overlaps a read never leaves the old answer behind', async () => {
    const store = await emptyCounty(memory);
    let release = (): void => undefined;
    let gate: Promise<void> | undefined;
    let hasRead = (): void => undefined;
    // A slow reader: what it read is old by the time it answers.
    const slow: typeof store = {
      ...store,
      read: async (statement) => {
        const rows = await store.read(statement);
        hasRead();
        await gate;
        return rows;
      },
    } as typeof store;
    const slowServer = await openServer(slow, { url: null });
    try {
      const at = await slowServer.listen();
      const only = graphqlPath('{ regulatoryDocuments { nodes { title } } }');
      const ask = async () => (await send(at, only, { headers: json })).body.toString().split('"title"').length - 1;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      const reading = new Promise<void>((resolve) => {
        hasRead = resolve;
      });
      const old = ask();
      await reading;
      await publishPaper(store, { subject: '检验重叠' });
      await pause(100);
      release();
      gate = undefined;
      expect(await old).toBe(0);
      expect(slowServer.platform.answers.size).toBe(0);
      expect(await ask()).toBe(1);
      expect(await ask()).toBe(1);
    } finally {
      await slowServer.close();
    }
  });
});
