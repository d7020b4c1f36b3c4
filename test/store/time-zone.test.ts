import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Store } from '../../api/store/client.ts';
import { sql } from '../../api/store/statements.ts';
import { databases } from '../support/databases.ts';
import { type Planted, plantDraft } from './records.ts';

const instant = new Date('2026-01-31T16:30:00.123Z');

test('the test server runs in Asia/Shanghai, so that the tests below can fail', async () => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  const { rows } = await client.query('show time zone');
  await client.end();
  expect(rows).toEqual([{ TimeZone: 'Asia/Shanghai' }]);
});

describe.each(databases)('$name', ({ open }) => {
  let store: Store;
  let planted: Planted;
  beforeAll(async () => {
    store = await open();
    planted = await plantDraft(store.db);
  });
  afterAll(() => store.close());

  const where = () => ({ where: { id: planted.documentId } });

  test('an instant written by Prisma is the same instant in raw SQL', async () => {
    await store.db.document.update({ ...where(), data: { createdAt: instant } });
    const [row] = await store.read<{ utc: string; seconds: string; whole: Date }>(sql`
      select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') as utc,
        extract(epoch from created_at)::text as seconds, created_at as whole
      from document where id = ${planted.documentId}::uuid`);
    expect(row).toEqual({ utc: '2026-01-31 16:30:00.123', seconds: '1769877000.123000', whole: instant });
  });

  test('an instant written by raw SQL is the same instant in Prisma', async () => {
    await store.read(
      sql`update document set created_at = '2026-02-01T00:30:00.123+08:00' where id = ${planted.documentId}::uuid`,
    );
    expect((await store.db.document.findUniqueOrThrow(where())).createdAt).toEqual(instant);
  });

  test('an instant given to a raw read is the same instant', async () => {
    const rows = await store.read(sql`select 1 as found from document where created_at = ${instant}`);
    expect(rows).toEqual([{ found: 1 }]);
  });

  test('a legal date stays the same day', async () => {
    await store.db.edition.update({ where: { id: planted.editionId }, data: { formedOn: new Date('2026-02-01') } });
    const rows = await store.read(sql`select formed_on as day from edition where id = ${planted.editionId}::uuid`);
    expect(rows).toEqual([{ day: '2026-02-01' }]);
  });

  test('so does an instant inside an interactive transaction', async () => {
    await store.db.$transaction(async (tx) => {
      await tx.document.update({ ...where(), data: { createdAt: instant } });
      const rows = await tx.$queryRaw(
        sql`select created_at::text as at from document where id = ${planted.documentId}::uuid`,
      );
      expect(rows).toEqual([{ at: '2026-01-31 16:30:00.123+00' }]);
    });
  });
});
