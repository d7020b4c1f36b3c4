import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { expect, test } from 'vitest';
import { observe } from '../../api/store/driver.ts';
import { createPostgres } from '../support/databases.ts';

test('a transaction that Prisma ends twice does not hand back a connection that is somebody else’s by then', async () => {
  const { url, drop } = await createPostgres();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const adapter = await observe(new PrismaPg(pool), undefined).connect();
  const first = await adapter.startTransaction();
  await first.executeRaw({ sql: 'COMMIT', args: [], argTypes: [] });
  await first.commit();
  const second = await adapter.startTransaction();
  await first.rollback();
  expect(pool.idleCount).toBe(0);
  await second.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] });
  await second.rollback();
  expect(pool.idleCount).toBe(1);
  await pool.end();
  await drop();
});
