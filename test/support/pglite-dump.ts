import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../api/store/migrate.ts';
import { sessionOf } from '../../api/store/pglite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file: the dumped data folder of a migrated PGlite. */
    readonly pgliteDump: string;
    /** A folder of the run: dumps of databases with a beginning. */
    readonly beginnings: string;
  }
}

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/.output');

/** Names a dump after all that goes into it, so that it is made once and never stale. */
const dumpFile = async (): Promise<string> => {
  const hash = createHash('sha256');
  const files = (await readdir(join(root, 'prisma/migrations'), { recursive: true })).filter((name) =>
    name.endsWith('.sql'),
  );
  for (const name of files.sort()) hash.update(name).update(await readFile(join(root, 'prisma/migrations', name)));
  hash.update(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  hash.update(await readFile(import.meta.filename));
  return `pglite-${hash.digest('hex').slice(0, 16)}.tar`;
};

/** Makes the dump where it is not there yet; several projects of a run may ask at once. */
const makeDump = async (): Promise<string> => {
  const name = await dumpFile();
  const file = join(folder, name);
  if ((await readFile(file).catch(() => undefined)) !== undefined) return file;
  const pglite = await PGlite.create('memory://');
  await migrate({ session: (work) => work(sessionOf(pglite)) });
  // Each database that begins with the dump clears its buffers first: an eighth is cleared in an eighth of the time.
  await pglite.exec(`alter system set shared_buffers = '16MB'`);
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(folder, { recursive: true });
  const partial = `${file}.${crypto.randomUUID()}`;
  await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
  for (const other of await readdir(folder))
    if (/^pglite-.*\.tar$/.test(other) && other !== name) await rm(join(folder, other), { force: true });
  await rename(partial, file);
  return file;
};

/** What tests need to open PGlite; handed back is what throws away what they have left. */
export const providePGlite = async (project: TestProject): Promise<() => Promise<void>> => {
  const beginnings = await mkdtemp(join(tmpdir(), 'gk-beginnings-'));
  project.provide('pgliteDump', await makeDump());
  project.provide('beginnings', beginnings);
  return () => rm(beginnings, { recursive: true, force: true });
};
