import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../api/store/client.ts';
import { migrate } from '../../api/store/migrate.ts';
import { sessionOf } from '../../api/store/pglite.ts';
import { type Postgres, startPostgres, templateDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the run's PostgreSQL server. */
    readonly postgresUrl: string;
    /** A file: the dumped data folder of a migrated PGlite. */
    readonly pgliteDump: string;
  }
}

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/.output');
let server: Postgres | undefined;

const migrateTemplate = async ({ url }: Postgres): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  const store = await openDatabase({ url: new URL(templateDatabase, url).href });
  await migrate(store);
  await store.close();
};

/** Names a dump after all that goes into it, so that it is made once and never stale. */
const dumpFile = async (): Promise<string> => {
  const hash = createHash('sha256');
  const files = (await readdir(join(root, 'prisma/migrations'), { recursive: true })).filter((name) =>
    name.endsWith('.sql'),
  );
  for (const name of files.sort()) hash.update(name).update(await readFile(join(root, 'prisma/migrations', name)));
  hash.update(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return join(folder, `pglite-${hash.digest('hex').slice(0, 16)}.tar`);
};

const makeDump = async (): Promise<string> => {
  const file = await dumpFile();
  if ((await readFile(file).catch(() => undefined)) !== undefined) return file;
  const pglite = await PGlite.create('memory://');
  await migrate({ session: (work) => work(sessionOf(pglite)) });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  for (const name of await readdir(folder))
    if (/^pglite-.*\.tar$/.test(name)) await rm(join(folder, name), { force: true });
  await rename(`${file}.${process.pid}`, file);
  return file;
};

export const setup = async (project: TestProject): Promise<void> => {
  const starting = startPostgres().then(async (started) => {
    server = started;
    await migrateTemplate(started);
    return started;
  });
  const [started, dump] = await Promise.all([starting, makeDump()]);
  project.provide('postgresUrl', started.url);
  project.provide('pgliteDump', dump);
};

export const teardown = async (): Promise<void> => {
  await server?.stop();
};
