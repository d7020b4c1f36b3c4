import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { inject } from 'vitest';
import { type OpenOptions, openDatabase, type Store } from '../../api/store/client.ts';
import type {} from './pglite-dump.ts';
import type {} from './postgres.setup.ts';
import { templateDatabase } from './postgres.ts';

/** What databases begin with: filled in once in a run, under its name, and copied from then on. */
export interface Beginning {
  readonly name: string;
  fill(store: Store): Promise<unknown>;
}

interface Options extends Pick<OpenOptions, 'onStatement' | 'statementTimeoutMs' | 'poolSize'> {
  /** Beside what the migrations bring. */
  readonly beginning?: Beginning;
}

/** A database of one of the two sorts, fresh and migrated; closing it throws it away. */
export interface TestDatabase {
  readonly name: string;
  open(options?: Options): Promise<Store>;
}

export const administer = async (statement: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
};

interface Created {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

const createFrom = async (template: string): Promise<Created> => {
  const name = `gk_${crypto.randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template}`);
  return {
    name,
    url: new URL(name, inject('postgresUrl')).href,
    drop: async () => void (await administer(`drop database ${name} with (force)`)),
  };
};

/** The template with a beginning. Where two processes make it at once, the one that is done first names it. */
const templateWith = async ({ name, fill }: Beginning): Promise<string> => {
  const template = `gk_with_${name}`;
  const isThere = async () =>
    (await administer(`select from pg_database where datname = '${template}'`)).rowCount === 1;
  if (await isThere()) return template;
  const made = await createFrom(templateDatabase);
  const store = await openDatabase({ url: made.url });
  await fill(store);
  await store.close();
  await administer(`alter database ${made.name} rename to ${template}`).catch(async (error) => {
    await made.drop();
    if (!(await isThere())) throw error;
  });
  return template;
};

interface Wanted {
  readonly empty?: boolean;
  readonly beginning?: Beginning | undefined;
}

/** A database on the run's PostgreSQL server: migrated, with a beginning, or with `empty` nothing in it. */
export const createPostgres = async ({ empty = false, beginning }: Wanted = {}): Promise<Created> =>
  createFrom(empty ? 'template0' : beginning ? await templateWith(beginning) : templateDatabase);

/** A dump as PGlite asks for it. */
class Dump extends Blob {
  readonly #read: () => Promise<ArrayBuffer>;

  constructor(read: () => Promise<ArrayBuffer>) {
    super();
    this.#read = read;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#read();
  }
}

const bytesOf = async (file: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(file)).buffer;

let migrated: Promise<ArrayBuffer> | undefined;

/** PGlite only reads a dump, so that all databases of a process begin with the same bytes. */
const fresh = (): Promise<PGlite> =>
  PGlite.create({
    loadDataDir: new Dump(() => {
      migrated ??= bytesOf(inject('pgliteDump'));
      return migrated;
    }),
  });

/** With a beginning: from its dump, which the first one that asks for it leaves for the others. */
const freshWith = async ({ name, fill }: Beginning): Promise<PGlite> => {
  const file = join(inject('beginnings'), `${name}.tar`);
  const known = await bytesOf(file).catch(() => undefined);
  if (known) return PGlite.create({ loadDataDir: new Dump(async () => known) });
  const embedded = await fresh();
  await fill(await openDatabase({ embedded }));
  await embedded.exec('checkpoint');
  const dump = await embedded.dumpDataDir('none');
  await embedded.close();
  const partial = `${file}.${crypto.randomUUID()}`;
  await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
  await rename(partial, file);
  return freshWith({ name, fill });
};

export const openMemory = async ({ beginning, ...options }: Options = {}): Promise<Store> =>
  openDatabase({ ...options, embedded: await (beginning ? freshWith(beginning) : fresh()) });

export const openPostgres = async ({ beginning, ...options }: Options = {}): Promise<Store> => {
  const { url, drop } = await createPostgres({ beginning });
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
