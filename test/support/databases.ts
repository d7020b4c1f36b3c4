import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { type OpenOptions, openDatabase, type Store } from '../../api/store/client.ts';
import type {} from './pglite-dump.ts';
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

/** The dump as PGlite asks for it. It only reads it, so that all databases of a process begin with the same bytes. */
class Dump extends Blob {
  readonly #bytes: Promise<ArrayBuffer>;

  constructor(file: string) {
    super();
    this.#bytes = readFile(file).then((bytes) => new Uint8Array(bytes).buffer);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes;
  }
}

let dump: Dump | undefined;

export const openMemory = (options: Options = {}): Promise<Store> => {
  dump ??= new Dump(inject('pgliteDump'));
  return openDatabase({ ...options, memory: true, loadDataDir: dump });
};

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
