import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../api/store/client.ts';
import { insertTables } from '../../api/store/rows.ts';
import { sql } from '../../api/store/statements.ts';
import { databases, openPostgres } from '../support/databases.ts';
import { plantDraft, publish } from './records.ts';

type Row = Readonly<Record<string, unknown>>;
type Text = readonly (string | null)[];

const texts = ['', ' ', '\\N', '\\', 'a\tb', 'a\nb\r\nc', "';drop", '"', '{}', '引号“”', '𠮷', '\u000b\b\f', '$1'];

/** Rows with everything that has a meaning in COPY, in JSON or in an array. */
function* awkward(count: number): Generator<Row> {
  for (let index = 0; index < count; index += 1) {
    const text = texts[index % texts.length] ?? '';
    yield {
      first: text,
      id: index,
      code: index % 3 === 0 ? null : `00${index}`,
      amount: index % 2 === 0 ? -9_007_199_254_740_993n * BigInt(index % 5) : null,
      flag: index % 2 === 0,
      day: '2024-02-29',
      at: new Date(Date.UTC(2024, 0, 1, 16, 30, 0, index % 1000)),
      words: index % 4 === 0 ? [] : [text, 'NULL', 'b'],
      stated: { text, index },
    };
  }
}

const table = `create table awkward (first text, id int primary key, code text, amount bigint, flag boolean not null, day date,
  at timestamptz, words text[], stated jsonb)`;

async function collected(store: Store, query: Parameters<Store['stream']>[0]): Promise<Text[]> {
  const rows: Text[] = [];
  for await (const batch of store.stream(query)) for (const row of batch) rows.push(row);
  return rows;
}

const count = async (store: Store, of: string): Promise<number> =>
  (await store.read<{ count: number }>({ text: `select count(*) as count from ${of}`, values: [] }))[0]?.count ?? -1;

const many = 12_000;

describe.each(databases)('many rows on $name', ({ name, open }) => {
  let store: Store;
  const statements: string[] = [];

  beforeAll(async () => {
    // One connection: whatever holds it, or breaks it, is noticed by whoever comes next.
    store = await open({ poolSize: 1, onStatement: (text) => statements.push(text) });
    await store.db.$executeRawUnsafe(table);
  });
  afterAll(() => store.close());

  test('come out as they went in, whatever they hold', async () => {
    statements.length = 0;
    await store.db.$transaction((tx) => insertTables(tx, [{ table: 'awkward', rows: awkward(many) }]));
    const inserts = statements.filter((text) => text.startsWith('insert into'));
    expect(inserts).toHaveLength(name === 'PGlite' ? 3 : 1);
    const found = await collected(
      store,
      sql`select id, first, code, amount, flag, day, at, words[1], words[2],
      cardinality(words), stated->>'text', stated->>'index' from awkward order by id`,
    );
    expect(found).toHaveLength(many);
    for (const [index, row] of [...awkward(many)].entries()) {
      const text = row['first'] as string;
      const words = row['words'] as string[];
      expect(found[index]).toEqual([
        String(index),
        text,
        row['code'],
        row['amount'] === null ? null : String(row['amount']),
        row['flag'] ? 't' : 'f',
        '2024-02-29',
        (row['at'] as Date)
          .toISOString()
          .replace('T', ' ')
          .replace(/\.?0*Z$/, '+00'),
        words[0] ?? null,
        words[1] ?? null,
        String(words.length),
        text,
        String(index),
      ]);
    }
  });

  test('that a reader’s question would be cut short for are given their time, and nobody else is', async () => {
    await store.db.$transaction(async (tx) => {
      const timeout = async () =>
        (await tx.$queryRaw<{ timeout: string }[]>`select current_setting('statement_timeout') as timeout`)[0]?.timeout;
      const before = await timeout();
      await tx.$executeRaw`delete from awkward`;
      await insertTables(tx, [{ table: 'awkward', rows: awkward(many) }]);
      expect(await timeout()).toBe(before);
      if (name === 'PostgreSQL') expect(before).toBe('5s');
    });
  });

  test.each([
    [
      'a source that breaks off',
      /breaks off/,
      function* () {
        yield* awkward(many);
        throw new Error('it breaks off');
      },
    ],
    [
      'a row the table refuses',
      /awkward_pkey/,
      function* () {
        yield* awkward(many);
        yield* awkward(1);
      },
    ],
    [
      'a value that is none of its type',
      /day|date/,
      function* () {
        yield* awkward(many);
        yield { ...[...awkward(1)][0], id: -1, day: 'some day' };
      },
    ],
  ] as const)('leave nothing after %s, and the connection goes on', async (_, reason, rows) => {
    await store.db.$executeRawUnsafe('delete from awkward');
    const given = store.db.$transaction((tx) => insertTables(tx, [{ table: 'awkward', rows: rows() }]));
    await expect(given).rejects.toThrow(reason);
    expect(await count(store, 'awkward')).toBe(0);
  });

  test('of a published edition are refused by its guard, all of them', async () => {
    const planted = await plantDraft(store.db);
    await publish(store.db, planted);
    function* findings(): Generator<Row> {
      for (let position = 2; position < many; position += 1)
        yield {
          id: crypto.randomUUID(),
          edition_id: planted.editionId,
          position,
          rule: 'r',
          severity: 'NOTICE',
          message_zh: '甲',
          message_en: 'A',
        };
    }
    const given = store.db.$transaction((tx) => insertTables(tx, [{ table: 'finding', rows: findings() }]));
    await expect(given).rejects.toThrow(/公开|published/i);
    expect(await count(store, 'finding')).toBe(1);
  });

  test('are asked for with values that stay values', async () => {
    for (const text of texts) {
      const [row] = await collected(
        store,
        sql`select ${text}::text, ${[text, null, 'x']}::text[], 3 -${-4}, ${true}::boolean, ${null}::int`,
      );
      expect(row?.[0]).toBe(text);
      expect(row?.slice(2)).toEqual(['7', 't', null]);
      const [same] = await collected(
        store,
        sql`select (${[text, null, 'x']}::text[])[1], (${[text, null]}::text[])[2]`,
      );
      expect(same).toEqual([text, null]);
    }
    await expect(collected(store, sql`select ${'a\0b'}::text`)).rejects.toMatchObject({ code: '22021' });
  });

  test('that were asked for wrongly fail, and hold nothing up', async () => {
    for (let round = 0; round < 3; round += 1)
      await expect(collected(store, sql`select 1 / (n - 50000) from generate_series(1, 60000) n`)).rejects.toThrow(
        /division/,
      );
    expect(await collected(store, sql`select 1`)).toEqual([['1']]);
  });
});

describe('readers of many rows', () => {
  let store: Store;
  const long = sql`select n, repeat('x', 200) from generate_series(1, 500000) n`;
  const copying = async () =>
    (
      await store.read<{ pid: number }>(
        sql`select pid from pg_stat_activity where query like 'copy (%' and datname = current_database() and pid <> pg_backend_pid()`,
      )
    ).map(({ pid }) => pid);

  beforeAll(async () => {
    store = await openPostgres();
  });
  afterAll(() => store.close());

  test('are two at a time; a third begins when one of them leaves', async () => {
    const [first, second, third] = [1, 2, 3].map(() => store.stream(long)[Symbol.asyncIterator]());
    await first?.next();
    await second?.next();
    let began = false;
    const waited = third?.next().then(() => {
      began = true;
    });
    expect((await copying()).length).toBe(2);
    expect(began).toBe(false);
    await first?.return?.();
    await waited;
    await Promise.all([second?.return?.(), third?.return?.()]);
    await expect.poll(copying).toEqual([]);
  });

  test('take as long as they like, though a question may not', async () => {
    const quick = await openPostgres({ statementTimeoutMs: 200 });
    try {
      expect(await collected(quick, sql`select 1 from pg_sleep(0.5)`)).toEqual([['1']]);
      await expect(quick.read(sql`select 1 from pg_sleep(0.5)`)).rejects.toMatchObject({ code: '57014' });
    } finally {
      await quick.close();
    }
  });

  test('are told when the rest does not come', async () => {
    const rows = store.stream(long)[Symbol.asyncIterator]();
    await rows.next();
    const [pid] = await copying();
    await store.read(sql`select pg_terminate_backend(${pid ?? 0}::int)`);
    const rest = (async () => {
      for (let next = await rows.next(); !next.done; next = await rows.next());
    })();
    await expect(rest).rejects.toThrow();
  });
});
