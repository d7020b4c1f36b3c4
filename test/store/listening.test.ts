import { describe, expect, test, vi } from 'vitest';
import { sql } from '../../api/store/statements.ts';
import { databases, openPostgres } from '../support/databases.ts';

const within = { timeout: 10_000, interval: 20 };

describe.each(databases)('$name', ({ open }) => {
  test('a notification reaches every listener of its channel, and none after it stopped', async () => {
    const store = await open();
    const heard: string[] = [];
    const stop = await store.listen('Published', (payload) => heard.push(`a ${payload}`));
    const stopSecond = await store.listen('Published', (payload) => heard.push(`b ${payload}`));
    await store.listen('other', (payload) => heard.push(`other ${payload}`));
    await store.read(sql`select pg_notify('Published', ${'甲'})`);
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['a 甲', 'b 甲']), within);
    await stop();
    await stopSecond();
    await store.read(sql`select pg_notify('Published', 'late')`);
    await store.read(sql`select pg_notify('other', 'last')`);
    await vi.waitFor(() => expect(heard.at(-1)).toBe('other last'), within);
    expect(heard).toHaveLength(3);
    await store.close();
  });

  test('a notification inside a transaction is heard when it commits, not before', async () => {
    const store = await open();
    const heard: string[] = [];
    await store.listen('published', (payload) => heard.push(payload));
    const rolledBack = store.db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_notify('published', 'never')`;
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await store.db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_notify('published', 'committed')`;
    });
    await vi.waitFor(() => expect(heard).toEqual(['committed']), within);
    await store.close();
  });
});

test('a listener on PostgreSQL comes back after its connection was cut, and says so', async () => {
  const store = await openPostgres();
  const heard: string[] = [];
  await store.listen('published', (payload) => heard.push(payload), {
    onLost: () => heard.push('lost'),
    onBack: () => heard.push('back'),
  });
  await store.read(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`,
  );
  await vi.waitFor(() => expect(heard).toEqual(['lost', 'back']), within);
  await store.read(sql`select pg_notify('published', 'again')`);
  await vi.waitFor(() => expect(heard).toEqual(['lost', 'back', 'again']), within);
  await store.close();
});
