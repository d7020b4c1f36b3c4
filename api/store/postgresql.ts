import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { asParameter, columnParsers } from './column-types.ts';
import { noteConnection } from './copy.ts';
import { type Driver, type OnStatement, observe, type Query, type Session, timed } from './driver.ts';
import { createListener } from './listening.ts';
import { streamRows } from './row-stream.ts';
import { statementName } from './statements.ts';

const types = {
  getTypeParser: (oid: number) => columnParsers[oid] ?? ((text: string) => text),
} as unknown as typeof pg.types;

interface Options {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly onStatement: OnStatement | undefined;
}

/** Another instance changed a table under a statement this connection had prepared. */
const isStalePlan = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.message.includes('cached plan');

const sessionOn = (client: pg.ClientBase): Session => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query({ text, values: values.map(asParameter), types })).rows as Row[],
  script: async (text) => {
    await client.query(text);
  },
  transaction: async (work) => {
    await client.query('begin');
    try {
      await work(sessionOn(client));
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  },
});

/** A PostgreSQL server behind a connection pool of our own. */
export const openPostgresql = async ({ url, poolSize, statementTimeoutMs, onStatement }: Options): Promise<Driver> => {
  const config: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'gongkai',
    keepAlive: true,
  };
  const pool = new pg.Pool({
    ...config,
    max: poolSize,
    // Planning a list anew costs more than reading it, and ours are written so that one plan suits all arguments.
    // Prisma writes instants without a zone: a session in Asia/Shanghai would store them eight hours early.
    onConnect: (client) =>
      client.query(
        `set time zone 'UTC'; set statement_timeout = ${Math.trunc(statementTimeoutMs)}; set plan_cache_mode = force_generic_plan`,
      ),
  });
  pool.on('connect', noteConnection);
  // An idle connection that breaks must not end the process; the pool has dropped it already.
  pool.on('error', () => undefined);
  await pool.query('select 1').catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const listener = createListener(config);

  const read = async <Row>(query: Query): Promise<Row[]> => {
    const { text } = query;
    const values = query.values.map(asParameter);
    const name = query.name ?? statementName(text);
    const run = (named: string | undefined) =>
      pool.query({ text, values, types, ...(named === undefined ? {} : { name: named }) });
    const result = await timed(onStatement, text, () =>
      run(name).catch((error: unknown) => (isStalePlan(error) ? run(undefined) : Promise.reject(error))),
    );
    return result.rows as Row[];
  };

  return {
    dialect: 'postgresql',
    adapter: observe(new PrismaPg(pool), onStatement),
    read,
    listen: listener.listen,
    stream: (query) => streamRows(config, query),
    session: async (work) => {
      const client = new pg.Client(config);
      client.on('error', () => undefined);
      await client.connect();
      try {
        await client.query(`set time zone 'UTC'`);
        return await work(sessionOn(client));
      } finally {
        await client.end();
      }
    },
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
};
