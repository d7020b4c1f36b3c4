import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RowBatches } from '../../api/core/row-batch.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { lineFormats } from '../../api/exporting/lines.ts';
import { Turns } from '../../api/http/turns.ts';
import type { Store } from '../../api/store/client.ts';
import { type Sql, sql } from '../../api/store/statements.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const lines = kindNamed('budget')?.lines;
if (!lines) throw new Error('budgets have lines');
const width = lines.columns.length;
const address = '/api/v1/budget-lines';

interface File {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly trailers: NodeJS.Dict<string>;
  readonly body: Buffer;
}

/** An answer as it begins. */
async function begin(base: string, path: string, method = 'GET'): Promise<IncomingMessage> {
  const asked = request(new URL(path, base), { method, agent: false });
  asked.on('error', () => undefined);
  asked.end();
  const [incoming] = await once(asked, 'response', { signal: AbortSignal.timeout(20_000) });
  return incoming as IncomingMessage;
}

async function fetched(base: string, path: string, method = 'GET'): Promise<File> {
  const incoming = await begin(base, path, method);
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  const { statusCode: status = 0, headers, trailers } = incoming;
  return { status, headers, trailers, body: Buffer.concat(parts) };
}

describe.each(databases)('every line as a file, on $name', (database) => {
  let server: TestServer;
  let base: string;
  let rows: readonly Record<string, unknown>[];

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 8));
    base = await server.listen();
    const { body } = await fetched(base, `${address}.jsonl`);
    rows = body
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  });
  afterAll(() => server.close());

  test.each(Object.entries(lineFormats))(
    '.%s says what it is, and after the last byte how many rows and what digest there were',
    async (format, { mediaType }) => {
      const { status, headers, trailers, body } = await fetched(base, `${address}.${format}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe(mediaType);
      expect(headers['content-disposition']).toBe(
        `attachment; filename="budget-lines.${format}"; filename*=UTF-8''${encodeURIComponent(`预决算明细.${format}`)}`,
      );
      expect(headers['cache-control']).toBe('public, max-age=60');
      expect(headers['trailer']).toMatch(/x-row-count.*repr-digest/i);
      expect(Number(trailers['x-row-count'])).toBe(rows.length);
      expect(trailers['repr-digest']).toBe(`sha-256=:${createHash('sha256').update(body).digest('base64')}:`);
    },
  );

  test('holds the same rows in every format', async () => {
    expect(rows.length).toBeGreaterThan(1_000);
    const csv = (await fetched(base, `${address}.csv`)).body.toString();
    expect(csv.split('\r\n')).toHaveLength(rows.length + 2);
    expect(csv.startsWith('\ufeff"索引号","年度"')).toBe(true);
    const { body } = await fetched(base, `${address}.parquet`);
    const found = await parquetReadObjects({
      file: body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength) as ArrayBuffer,
    });
    expect(found).toHaveLength(rows.length);
    const money = ['prior', 'approved', 'adjusted', 'executed', 'final'];
    expect(found).toEqual(
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            money.includes(key) && value !== null ? Number(value) : value,
          ]),
        ),
      ),
    );
  });

  test('is narrowed by its parameters and by the clock, and shaped by header, bom and raw', async () => {
    const { body } = await fetched(base, `${address}.csv?fiscalYear=2020&header=code&bom=0&raw=1`);
    const [heading, ...found] = body.toString().trimEnd().split('\r\n');
    expect(heading).toMatch(/^"indexNumber","fiscalYear",/);
    expect(found).toHaveLength(rows.filter(({ fiscalYear }) => fiscalYear === 2020).length);
    const then = await fetched(base, `${address}.jsonl?asOf=2000-01-01T00:00:00Z`);
    expect([then.status, then.body.length, then.trailers['x-row-count']]).toEqual([200, 0, '0']);
  });

  test.each([
    ['colour=red', /fiscalYear, .*asOf.*raw/],
    ['fiscalYear=twenty', /2024/],
    ['header=both', /label、code/],
    ['asOf=yesterday', /2021-07-15T/],
    ['asOf=2999-01-01T00:00:00Z', /future/],
    ['validOn=2021-02-30', /2021-07-15/],
  ])('what cannot be asked (%s) is told in a sentence', async (query, sentence) => {
    const { status, headers, body } = await fetched(base, `${address}.csv?${query}`);
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(body.toString())).toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: expect.stringMatching(sentence),
    });
  });
});

describe('a file that takes long', () => {
  let server: TestServer;
  let base: string;
  let asked = 0;
  /** What is selected instead of the lines, to see what becomes of a long or a broken one. */
  let instead: Sql | null = null;

  const columns = (last: Sql) =>
    sql`select ${sql`repeat('x', 100), `} ${Array.from({ length: width - 2 }).reduce<Sql>(
      (before) => sql`${before} null,`,
      sql``,
    )} ${last} from generate_series(1, 150000) n`;
  const copying = async () =>
    (
      await server.store.read<{ pid: number }>(
        sql`select pid from pg_stat_activity where query like 'copy (%' and datname = current_database()`,
      )
    ).length;

  beforeAll(async () => {
    const [, postgres] = databases;
    if (!postgres) throw new Error('no PostgreSQL');
    const store = await sampleCounty(postgres, 3);
    const counted: Store = {
      ...store,
      stream: (query): RowBatches => {
        asked += 1;
        return store.stream(instead ?? query);
      },
    };
    server = await openServer(counted);
    base = await server.listen();
  });
  beforeEach(() => {
    asked = 0;
    instead = null;
  });
  afterAll(() => server.close());

  test('is not written for HEAD', async () => {
    for (const format of Object.keys(lineFormats)) {
      const { status, headers, body } = await fetched(base, `${address}.${format}`, 'HEAD');
      expect([status, body.length]).toEqual([200, 0]);
      expect(headers['content-disposition']).toContain(`budget-lines.${format}`);
    }
    expect((await fetched(base, `${address}.csv?colour=red`, 'HEAD')).status).toBe(400);
    expect(asked).toBe(0);
  });

  test.each(Object.keys(lineFormats))('lets go of the database when the reader of .%s leaves', async (format) => {
    instead = columns(sql`true`);
    for (let reader = 0; reader < 3; reader += 1) {
      const incoming = await begin(base, `${address}.${format}`);
      incoming.on('error', () => undefined);
      incoming.destroy();
    }
    await expect.poll(copying).toBe(0);
  });

  test('is not begun for readers who left before their turn came', async () => {
    instead = columns(sql`true`);
    const readers = await Promise.all([1, 2].map(() => begin(base, `${address}.csv`)));
    const before = Turns.asked;
    const waiting = [1, 2, 3].map(() => {
      const later = request(new URL(`${address}.csv`, base), { agent: false });
      later.on('error', () => undefined);
      later.end();
      return later;
    });
    await expect.poll(() => Turns.asked - before).toBe(3);
    for (const later of waiting) later.destroy();
    for (const reader of readers) reader.on('error', () => undefined).destroy();
    await expect.poll(copying).toBe(0);
    expect(asked).toBe(2);
    instead = null;
    expect((await fetched(base, `${address}.csv`)).status).toBe(200);
  });

  test.each(Object.keys(lineFormats))(
    'is cut off, not ended, where .%s cannot be written to its end',
    async (format) => {
      instead = columns(sql`(1 / (n - 120000)) = 1`);
      await expect(fetched(base, `${address}.${format}`)).rejects.toThrow(/aborted|terminated|hang up|reset/i);
      await expect.poll(copying).toBe(0);
    },
  );

  test('that cannot even begin is a refusal', async () => {
    instead = sql`select 1 / 0`;
    const { status, headers, body } = await fetched(base, `${address}.csv`);
    expect(status).toBe(500);
    expect(headers['content-disposition']).toBeUndefined();
    expect(JSON.parse(body.toString())).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
