import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../api/store/client.ts';
import { empty, id, join, sql } from '../../api/store/statements.ts';
import { databases, openPostgres } from '../support/databases.ts';

const statements: string[] = [];

// Each column with what it must arrive as, on PGlite and PostgreSQL alike.
const columns: readonly (readonly [expression: string, value: unknown])[] = [
  [`null::int8`, null],
  [`true`, true],
  [`7::int2`, 7],
  [`7::int4`, 7],
  [`9007199254740991::int8`, 9_007_199_254_740_991],
  [`(select count(*) from generate_series(1, 3))`, 3],
  [`0.5::float8`, 0.5],
  [`123456789012345678.90::numeric(20,2)`, '123456789012345678.90'],
  [`sum(7::int8)`, '7'],
  [`'汉字'::text`, '汉字'],
  [`'汉字'::varchar(3)`, '汉字'],
  [`'2f1b5d0e-0000-4000-8000-000000000001'::uuid`, '2f1b5d0e-0000-4000-8000-000000000001'],
  [`'2026-01-31'::date`, '2026-01-31'],
  [`'2026-01-31 08:30:00.5+08'::timestamptz`, new Date('2026-01-31T00:30:00.500Z')],
  [`'2026-01-31 08:30:00'::timestamp`, new Date('2026-01-31T08:30:00.000Z')],
  [`'{"a":[1,null]}'::jsonb`, { a: [1, null] }],
  [`'[1]'::json`, [1]],
  [`'\\x00ff'::bytea`, Buffer.from([0, 255])],
  [`array['甲','乙,"丙"',null]::text[]`, ['甲', '乙,"丙"', null]],
  [`array[]::text[]`, []],
  [`array[1,2]::int4[]`, [1, 2]],
  [`array[1,2]::int8[]`, [1, 2]],
  [`array['2f1b5d0e-0000-4000-8000-000000000001']::uuid[]`, ['2f1b5d0e-0000-4000-8000-000000000001']],
  [`array['2026-01-31']::date[]`, ['2026-01-31']],
  [`array['2026-01-31 08:30:00+08']::timestamptz[]`, [new Date('2026-01-31T00:30:00Z')]],
  [`array[1.50]::numeric[]`, ['1.50']],
  [`'PUBLISHED'::edition_state`, 'PUBLISHED'],
  [`array['PUBLISHED']::edition_state[]::text[]`, ['PUBLISHED']],
  [`'a b'::tsvector`, "'a' 'b'"],
];

describe.each(databases)('$name', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open({ onStatement: (text) => statements.push(text) });
  });
  afterAll(() => store.close());

  test.each(columns)('%s arrives as %o', async (expression, value) => {
    const [row] = await store.read<{ value: unknown }>({ text: `select ${expression} as value`, values: [] });
    expect(row?.value).toStrictEqual(value);
  });

  test('an integer beyond the exact range of a number is refused, not rounded', async () => {
    await expect(store.read(sql`select 9007199254740993::int8`)).rejects.toThrow(RangeError);
  });

  test('fragments compose and values never enter the text', async () => {
    const condition = sql`kind = ${'a'} and number in (${join([1, 2])})`;
    const query = sql`select ${id('edition', 'state')} from edition where ${condition} ${empty} and title = ${`'; drop table x`}`;
    expect(query.text).toBe(
      `select "edition"."state" from edition where kind = $1 and number in ($2,$3)  and title = $4`,
    );
    expect(await store.read(query)).toEqual([]);
    expect(() => id('edition"; drop table x')).toThrow(TypeError);
  });

  test('arrays, instants and nulls pass as parameters', async () => {
    const [row] = await store.read(sql`select ${['甲', '乙']}::text[] as words, ${null}::int as nothing,
      ${new Date(0)}::timestamptz as start, ${'2026-01-31'}::date as day, ${JSON.stringify({ a: 1 })}::jsonb as json`);
    expect(row).toEqual({ words: ['甲', '乙'], nothing: null, start: new Date(0), day: '2026-01-31', json: { a: 1 } });
  });

  test('every statement is told, raw and Prisma, in and out of a transaction', async () => {
    statements.length = 0;
    await store.read(sql`select 1`);
    await store.db.setting.count();
    await store.db.$transaction(async (tx) => {
      await tx.setting.create({ data: { name: crypto.randomUUID(), value: '1' } });
    });
    expect(statements.map((text) => text.slice(0, 6).toLowerCase())).toEqual(['select', 'select', 'insert']);
  });

  test('a transaction that throws leaves nothing behind, and the database goes on', async () => {
    const write = store.db.$transaction(async (tx) => {
      await tx.setting.create({ data: { name: 'half', value: '1' } });
      throw new Error('changed my mind');
    });
    await expect(write).rejects.toThrow('changed my mind');
    expect(await store.db.setting.findUnique({ where: { name: 'half' } })).toBeNull();
  });

  test('a commit that the database refuses is an error, not a silence', async () => {
    await store.session((session) =>
      session.script(`create table late (a int primary key, b int references late deferrable initially deferred)`),
    );
    const write = store.db.$transaction(async (tx) => {
      await tx.$executeRaw`insert into late values (1, 2)`;
    });
    await expect(write).rejects.toThrow();
    expect(await store.read(sql`select * from late`)).toEqual([]);
  });

  test('twenty transactions at once all arrive', async () => {
    const names = Array.from({ length: 20 }, () => crypto.randomUUID());
    await Promise.all(
      names.map((name) =>
        store.db.$transaction(async (tx) => void (await tx.setting.create({ data: { name, value: '' } }))),
      ),
    );
    expect(await store.db.setting.count({ where: { name: { in: names } } })).toBe(20);
  });
});

test('PostgreSQL gives up a statement that takes too long, and the connection serves on', async () => {
  const store = await openPostgres({ statementTimeoutMs: 200, poolSize: 1 });
  await expect(store.read(sql`select pg_sleep(5)`)).rejects.toThrow('statement timeout');
  expect(await store.read(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await store.close();
});

test('a read survives that another instance changed the table under its prepared statement', async () => {
  const store = await openPostgres({ poolSize: 1 });
  const all = sql`select * from setting where name = ${'x'}`;
  await store.read(all);
  await store.session((session) =>
    session.script(`alter table setting add column extra int; insert into setting values ('x', 'y', 1)`),
  );
  expect(await store.read(all)).toEqual([{ name: 'x', value: 'y', extra: 1 }]);
  await store.close();
});
