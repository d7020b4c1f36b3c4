// node prisma/draft-migration.ts <name>    drafts prisma/migrations/NNNN_<name>/migration.sql from what changed in the
//                                          schema files since the last draft
// node prisma/draft-migration.ts --check   fails when something changed that no migration has
//
// Offline and without a database: Prisma's own schema engine compares the two schemas. Read the draft before you keep it.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { type DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';

const folder = import.meta.dirname;
const migrations = join(folder, 'migrations');
// Not *.prisma: Prisma reads every such file under this folder as part of the schema.
const snapshot = join(migrations, 'schema.snapshot');

const schemaFiles = async (): Promise<string[]> => {
  const models = (await readdir(join(folder, 'models'))).filter((name) => name.endsWith('.prisma')).sort();
  return [join(folder, 'schema.prisma'), ...models.map((name) => join(folder, 'models', name))];
};

const readSchema = async (): Promise<string> =>
  (await Promise.all((await schemaFiles()).map((file) => readFile(file, 'utf8')))).join('\n');

const datamodel = (content: string): DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content }],
});

const refuse = (query: unknown): Promise<never> =>
  Promise.reject(new Error(`Drafting a migration needs no database, yet this was sent: ${JSON.stringify(query)}`));

// The engine asks which server it has before it compares. It is told of the oldest one the platform runs on.
const askedForVersion = (query: SqlQuery): Promise<SqlResultSet> =>
  query.sql.includes('server_version_num')
    ? Promise.resolve({
        columnNames: ['exists', 'version', 'numeric_version'],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, 'PostgreSQL 15.0', 150000]],
      })
    : refuse(query);

const connection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'none',
  queryRaw: askedForVersion,
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: () => Promise.resolve(),
};
const adapter = bindMigrationAwareSqlAdapterFactory({
  provider: 'postgres',
  adapterName: 'none',
  connect: () => Promise.resolve(connection),
  connectToShadowDb: () => Promise.resolve(connection),
});

// The schema `public` is there already, and a careful operator gives the platform no right to create schemas.
const createSchema = /-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/;

const draft = async (before: string | null, after: string): Promise<string> => {
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', after]] }, () => undefined, adapter);
  const { stdout } = await engine.diff({
    from: before === null ? { tag: 'empty' } : datamodel(before),
    to: datamodel(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return (stdout ?? '').replace(createSchema, '');
};

const nextNumber = async (): Promise<string> => {
  const numbers = (await readdir(migrations)).map((name) => Number.parseInt(name, 10)).filter(Number.isInteger);
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
};

const [name] = process.argv.slice(2);
if (name === undefined || !/^(--check|[a-z][a-z0-9_]*)$/.test(name)) {
  console.error('用法 usage: node prisma/draft-migration.ts <name> | --check  （名称 name: a-z 0-9 _）');
  process.exit(2);
}
await mkdir(migrations, { recursive: true });
const before = await readFile(snapshot, 'utf8').catch(() => null);
const after = await readSchema();
const script = await draft(before, after);
if (/^(\s|-- .*)*$/.test(script)) {
  console.log('模型没有变化。 The schema has not changed.');
} else if (name === '--check') {
  console.log(`模型已变而无迁移 the schema has changed without a migration:\n${script}`);
  process.exitCode = 1;
} else {
  const target = join(migrations, `${await nextNumber()}_${name}`);
  await mkdir(target);
  await writeFile(join(target, 'migration.sql'), script);
  await writeFile(snapshot, after);
  console.log(`已生成 drafted ${relative(process.cwd(), target)}/migration.sql`);
}
