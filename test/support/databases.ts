import { openAsBlob } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { type OpenOptions, openDatabase, type Store } from '../../api/store/client.ts';
import type {} from './postgres.setup.ts';
import { templateDatabase } from './postgres.ts';

type Options = Pick<OpenOptions, 'onStatement' | 'statementTimeoutMs' | 'poolSize'>;

/** A database of one of the two sorts, fresh and migrated; closing it throws it away. */
export interface TestDatabase {
  readonly name: string;
  open(options?: Options): Promise<Store>;
}

export const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** A database on the run's PostgreSQL server, as the template has it: migrated, or with `empty` nothing in it. */
export const createPostgres = async ({ empty = false } = {}): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `gk_${crypto.randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${empty ? 'template0' : templateDatabase}`);
  return {
    url: new URL(name, inject('postgresUrl')).href,
    drop: () => administer(`drop database ${name} with (force)`),
  };
};

export const openMemory = async (options: Options = {}): Promise<Store> =>
  openDatabase({ ...options, memory: true, loadDataDir: await openAsBlob(inject('pgliteDump')) });

export const openPostgres = async (options: Options = {}): Promise<Store> => {
  const { url, drop } = await createPostgres();
  const store = await openDatabase({ ...options, url });
  return {
    ...store,
    close: async () => {
      await store.close();
      await drop();
    },
  };
};

/** Both databases: `describe.each(databases)('$name', ({ open }) => …)`. */
export const databases: readonly TestDatabase[] = [
  { name: 'PGlite', open: openMemory },
  { name: 'PostgreSQL', open: openPostgres },
];
