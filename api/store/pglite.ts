import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { asParameter, columnParsers } from './column-types.ts';
import { type Driver, type OnStatement, observe, type Query, type Session, timed } from './driver.ts';
import { lockFolder } from './folder-lock.ts';
import { inlined, rowsOfCopy } from './row-stream.ts';

const parsers = { ...columnParsers };

type Options = { readonly onStatement: OnStatement | undefined } & (
  | { readonly dataFolder: string }
  | { readonly embedded: PGlite }
);

type Queryable = Pick<PGliteTransaction, 'query' | 'exec'>;

const sessionOn = (connection: Queryable, begin: Session['transaction']): Session => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await connection.query<Row>(text, values.map(asParameter), { parsers })).rows,
  script: async (text) => {
    await connection.exec(text);
  },
  transaction: begin,
});

const nested = (): Promise<never> => Promise.reject(new Error('A migration is in a transaction already.'));

/** PGlite's one session, which everybody shares. */
export const sessionOf = (pglite: PGlite): Session =>
  sessionOn(pglite, (work) => pglite.transaction((tx) => work(sessionOn(tx, nested))));

/**
 * Begins a transaction whose COMMIT can fail aloud: the adapter's own swallows the error of a refused commit.
 */
const startTransaction = async (pglite: PGlite, level: string | undefined): Promise<Transaction> => {
  const started = Promise.withResolvers<PGliteTransaction>();
  const finish = Promise.withResolvers<void>();
  const done = pglite.transaction(async (tx) => {
    started.resolve(tx);
    await finish.promise;
  });
  done.catch(started.reject);
  const tx = await started.promise;
  if (level !== undefined) await tx.exec(`set transaction isolation level ${level}`);
  const queries = await new PrismaPGlite(tx as unknown as PGlite).connect();
  return {
    provider: 'postgres',
    adapterName: queries.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => queries.queryRaw(query),
    executeRaw: (query) => queries.executeRaw(query),
    commit: () => {
      finish.resolve();
      return done;
    },
    rollback: async () => {
      await tx.rollback();
      finish.resolve();
      await done;
    },
  };
};

const adapterOn = (pglite: PGlite): SqlDriverAdapterFactory => {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async (): Promise<SqlDriverAdapter> => {
      const adapter = await factory.connect();
      return {
        provider: adapter.provider,
        adapterName: adapter.adapterName,
        queryRaw: (query) => adapter.queryRaw(query),
        executeRaw: (query) => adapter.executeRaw(query),
        executeScript: async (script) => {
          await pglite.exec(script);
        },
        startTransaction: (level) => startTransaction(pglite, level),
        dispose: () => adapter.dispose(),
      };
    },
  };
};

const inFolder = async (dataFolder: string): Promise<PGlite> => {
  const dataDir = join(dataFolder, 'pglite');
  await mkdir(dataDir, { recursive: true });
  return PGlite.create({ dataDir });
};

/** PostgreSQL inside this process: in `<dataFolder>/pglite`, or one that runs already. */
export const openPGlite = async ({ onStatement, ...where }: Options): Promise<Driver> => {
  const release = 'embedded' in where ? async () => undefined : await lockFolder(where.dataFolder);
  try {
    const pglite = 'embedded' in where ? where.embedded : await inFolder(where.dataFolder);
    await pglite.exec(`set time zone 'UTC'`);
    const session = sessionOf(pglite);
    return {
      dialect: 'pglite',
      adapter: observe(adapterOn(pglite), onStatement),
      read: async <Row>({ text, values }: Query) =>
        (await timed(onStatement, text, () => pglite.query<Row>(text, values.map(asParameter), { parsers }))).rows,
      listen: async (channel, handler) => {
        let stopped = false;
        const stop = await pglite.listen(`"${channel.replaceAll('"', '""')}"`, (payload) => {
          if (!stopped) handler(payload);
        });
        return async () => {
          // PGlite forgets no handler of a quoted channel, so it is silenced here.
          stopped = true;
          if (!pglite.closed) await stop();
        };
      },
      async *stream(query) {
        // The whole file at once: the one session, which everybody shares, is not held while a reader reads. What a
        // failed COPY has written would come with the next answer; in a transaction that is the one to its ROLLBACK.
        const { blob } = await pglite.transaction((tx) => tx.query(`copy (${inlined(query)}) to '/dev/blob'`));
        if (blob) yield* rowsOfCopy(blob.stream());
      },
      session: (work) => work(session),
      close: async () => {
        if (!pglite.closed) await pglite.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
};
