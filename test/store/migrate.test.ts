import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase, type Store } from '../../api/store/client.ts';
import { DatabaseTooNew, MigrationChanged, MigrationUnfinished, migrate } from '../../api/store/migrate.ts';
import { sql } from '../../api/store/statements.ts';
import { createPostgres, openMemory, openPostgres } from '../support/databases.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const migrations = join(root, 'prisma/migrations');
const folders = (await readdir(migrations, { withFileTypes: true }))
  .filter((each) => each.isDirectory())
  .map(({ name }) => name)
  .sort();

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const openEmptyPostgres = async (): Promise<Store> => {
  const { url, drop } = await createPostgres({ empty: true });
  cleanups.push(drop);
  return openDatabase({ url });
};

const sorts = [
  { name: 'PGlite', open: openMemory, openEmpty: async () => openDatabase({ embedded: await PGlite.create() }) },
  { name: 'PostgreSQL', open: openPostgres, openEmpty: openEmptyPostgres },
];

const copyOfMigrations = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gk-migrations-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  await cp(migrations, folder, { recursive: true });
  return folder;
};

const addMigration = async (folder: string, name: string, script: string): Promise<void> => {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), script);
};

describe.each(sorts)('$name', ({ open, openEmpty }) => {
  const opened = async (how: () => Promise<Store> = open): Promise<Store> => {
    const store = await how();
    cleanups.push(() => store.close());
    return store;
  };
  const tablesOf = (store: Store) =>
    store.read(sql`select table_name from information_schema.tables where table_name in ('extra', 'half')`);

  test('an empty database takes every migration once, in order', async () => {
    const store = await opened(openEmpty);
    expect(await migrate(store)).toEqual({ applied: folders });
    expect(await migrate(store)).toEqual({ applied: [] });
    expect(await store.db.edition.count()).toBe(0);
  });

  test('a later migration is added to a database that has the earlier ones', async () => {
    const store = await opened();
    const folder = await copyOfMigrations();
    await addMigration(
      folder,
      '9000_extra',
      'create table extra (a int); -- a; b\ncreate function f() returns int language plpgsql as $$ begin return 1; end $$;',
    );
    expect(await migrate(store, { folder })).toEqual({ applied: ['9000_extra'] });
    expect(await tablesOf(store)).toEqual([{ table_name: 'extra' }]);
  });

  test('a migration that fails leaves nothing behind and can be tried again', async () => {
    const store = await opened();
    const folder = await copyOfMigrations();
    await addMigration(folder, '9000_half', 'create table half (a int); select 1/0;');
    await expect(migrate(store, { folder })).rejects.toThrow('division by zero');
    expect(await tablesOf(store)).toEqual([]);
    await writeFile(join(folder, '9000_half/migration.sql'), 'create table half (a int);');
    expect(await migrate(store, { folder })).toEqual({ applied: ['9000_half'] });
  });

  test('a database of a newer version is refused, and the sentence names what is unknown', async () => {
    const store = await opened();
    const folder = await copyOfMigrations();
    await addMigration(folder, '9000_extra', 'create table extra (a int);');
    await migrate(store, { folder });
    const error = await migrate(store).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseTooNew);
    expect(error).toMatchObject({
      sentence: { zh: expect.stringContaining('9000_extra'), en: expect.stringContaining('9000_extra') },
    });
  });

  test('a migration edited after it was applied is refused', async () => {
    const store = await opened();
    const folder = await copyOfMigrations();
    await appendFile(join(folder, folders[0] ?? '', 'migration.sql'), '\n-- edited');
    await expect(migrate(store, { folder })).rejects.toThrow(MigrationChanged);
  });

  test('a migration that began and did not finish is refused; one marked rolled back is applied again', async () => {
    const store = await opened();
    const folder = await copyOfMigrations();
    await addMigration(folder, '9000_extra', 'create table extra (a int);');
    await store.read(
      sql`insert into _prisma_migrations (id, checksum, migration_name) values ('1', 'x', '9000_extra')`,
    );
    await expect(migrate(store, { folder })).rejects.toThrow(MigrationUnfinished);
    await store.read(sql`update _prisma_migrations set rolled_back_at = now() where id = '1'`);
    expect(await migrate(store, { folder })).toEqual({ applied: ['9000_extra'] });
  });
});

test('of several processes that start at once on one PostgreSQL, one migrates and all go on', async () => {
  const { url, drop } = await createPostgres({ empty: true });
  cleanups.push(drop);
  const start = () => run(process.execPath, [join(import.meta.dirname, 'migrate-process.ts'), url]);
  const outputs = await Promise.all([start(), start(), start(), start()]);
  const applied = outputs.map(({ stdout }) => (JSON.parse(stdout) as { applied: string[] }).applied);
  expect(applied.filter((names) => names.length > 0)).toEqual([folders]);
});

test('the schema files have not changed without a migration', async () => {
  const { stdout } = await run(process.execPath, [join(root, 'prisma/draft-migration.ts'), '--check']);
  expect(stdout).toContain('The schema has not changed');
});

test("Prisma's own migration engine agrees that nothing is left to apply", async () => {
  const { url, drop } = await createPostgres();
  cleanups.push(drop);
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  const scripts = folders.map(async (name) => {
    const value = await readFile(join(migrations, name, 'migration.sql'), 'utf8');
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
  });
  const lock = await readFile(join(migrations, 'migration_lock.toml'), 'utf8');
  const migrationsList = {
    baseDir: migrations,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(scripts),
  };
  const filters = { externalTables: [], externalEnums: [] };
  const diagnosis = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
  expect(diagnosis).toMatchObject({
    hasMigrationsTable: true,
    editedMigrationNames: [],
    failedMigrationNames: [],
    history: null,
  });
  expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({ appliedMigrationNames: [] });
});
