import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import type { RowBatches } from '../core/row-batch.ts';
import type { Listen } from './listening.ts';

/** SQL text with $1…$n and the values for them; a `Prisma.Sql` is one. */
export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The name of the prepared statement; by default made from the text. */
  readonly name?: string;
}

export type OnStatement = (sql: string, ms: number) => void;

/**
 * One connection kept for a piece of work, as migrations need it. On PGlite it is the one everybody shares: not inside
 * a transaction of Prisma, which it would wait for.
 */
export interface Session {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements as one simple query, PL/pgSQL bodies and all. */
  script(text: string): Promise<void>;
  transaction(work: (session: Session) => Promise<void>): Promise<void>;
}

/** What PGlite and PostgreSQL each bring; the store is built on it. */
export interface Driver {
  readonly dialect: 'pglite' | 'postgresql';
  readonly adapter: SqlDriverAdapterFactory;
  read<Row>(query: Query): Promise<Row[]>;
  /**
   * The rows of a select as the text PostgreSQL writes, in batches and in one snapshot, however many there are. Whoever
   * stops early lets go of the connection. Two run at once; the others wait.
   */
  stream(query: Query): RowBatches;
  listen: Listen;
  session<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Runs one statement and tells how long it took, also when it failed. */
export const timed = async <Result>(
  onStatement: OnStatement | undefined,
  text: string,
  run: () => Promise<Result>,
): Promise<Result> => {
  if (onStatement === undefined) return run();
  const start = performance.now();
  try {
    return await run();
  } finally {
    onStatement(text, performance.now() - start);
  }
};

const isStatement = (text: string): boolean => !/^(BEGIN|COMMIT|ROLLBACK)$/.test(text);

/**
 * A transaction that ends once. Prisma's own timer may fire while COMMIT is under way and then end it a second time;
 * the second end would hand back a connection that by then belongs to somebody else (prisma/prisma#29952).
 */
const observeTransaction = (tx: Transaction, onStatement: OnStatement | undefined): Transaction => {
  let ended: Promise<void> | undefined;
  const observer = (text: string) => (isStatement(text) ? onStatement : undefined);
  return {
    provider: tx.provider,
    adapterName: tx.adapterName,
    options: tx.options,
    queryRaw: (query) => timed(observer(query.sql), query.sql, () => tx.queryRaw(query)),
    executeRaw: (query) => timed(observer(query.sql), query.sql, () => tx.executeRaw(query)),
    commit: () => (ended ??= tx.commit()),
    rollback: () => (ended ??= tx.rollback()),
  };
};

const observeAdapter = (adapter: SqlDriverAdapter, onStatement: OnStatement | undefined): SqlDriverAdapter => ({
  provider: adapter.provider,
  adapterName: adapter.adapterName,
  queryRaw: (query) => timed(onStatement, query.sql, () => adapter.queryRaw(query)),
  executeRaw: (query) => timed(onStatement, query.sql, () => adapter.executeRaw(query)),
  executeScript: (script) => adapter.executeScript(script),
  startTransaction: async (level) => observeTransaction(await adapter.startTransaction(level), onStatement),
  getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
  dispose: () => adapter.dispose(),
});

/** The adapter as Prisma is given it: every statement told, every transaction ended once. */
export const observe = (factory: SqlDriverAdapterFactory, onStatement: OnStatement | undefined) =>
  ({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => observeAdapter(await factory.connect(), onStatement),
  }) satisfies SqlDriverAdapterFactory;
