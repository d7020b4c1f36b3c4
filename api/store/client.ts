import type { PGlite } from '@electric-sql/pglite';
import { type Prisma, PrismaClient } from '../../prisma/generated/client.ts';
import type { Driver, OnStatement, Query } from './driver.ts';

/** Prisma's typed door to the database. */
export type Database = PrismaClient;

/** The same door inside one transaction. */
export type Transaction = Prisma.TransactionClient;

/** An open database. */
export interface Store extends Pick<Driver, 'dialect' | 'listen' | 'session' | 'stream' | 'close'> {
  readonly db: Database;
  /**
   * The fast way to read: one statement, prepared once per connection on PostgreSQL. Column types: see `columnParsers`.
   * Not inside a transaction of `db`: PGlite has one session and would wait for itself; use `$queryRaw` there.
   */
  read<Row>(query: Query): Promise<Row[]>;
}

export interface OpenOptions {
  /** A PostgreSQL connection string; without it the embedded database is used. */
  readonly url?: string | undefined;
  /** Where the embedded database lives (数据目录). */
  readonly dataFolder?: string | undefined;
  /** The embedded database, running already: in memory, with what it began with. Closing closes it. */
  readonly embedded?: PGlite | undefined;
  /** Told every SQL statement (not BEGIN, COMMIT or ROLLBACK) and its milliseconds. */
  readonly onStatement?: OnStatement | undefined;
  /** After how many milliseconds PostgreSQL gives up a single statement. */
  readonly statementTimeoutMs?: number | undefined;
  /** The most connections to PostgreSQL, besides one for LISTEN. */
  readonly poolSize?: number | undefined;
}

/** How long one transaction may take that stores a file of millions of rows. */
export const longTransaction = { maxWait: 10_000, timeout: 3_600_000 } as const;

const openDriver = async (options: OpenOptions): Promise<Driver> => {
  const { url, dataFolder, embedded, onStatement, statementTimeoutMs = 5_000, poolSize = 10 } = options;
  if (url !== undefined && embedded === undefined) {
    const { openPostgresql } = await import('./postgresql.ts');
    return openPostgresql({ url, poolSize, statementTimeoutMs, onStatement });
  }
  const { openPGlite } = await import('./pglite.ts');
  if (embedded !== undefined) return openPGlite({ embedded, onStatement });
  if (dataFolder === undefined) throw new TypeError('Give openDatabase a url, a dataFolder or an embedded database.');
  return openPGlite({ dataFolder, onStatement });
};

/** Opens PostgreSQL (`url`) or the embedded database (`dataFolder`, `embedded`). It does not migrate. */
export const openDatabase = async (options: OpenOptions): Promise<Store> => {
  const driver = await openDriver(options);
  const db = new PrismaClient({
    adapter: driver.adapter,
    errorFormat: 'minimal',
    // Prisma's timer must never fire first: the server's statement_timeout ends what takes too long.
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  });
  return {
    db,
    dialect: driver.dialect,
    read: driver.read,
    listen: driver.listen,
    session: driver.session,
    stream: driver.stream,
    close: async () => {
      await db.$disconnect();
      await driver.close();
    },
  };
};
