import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '../core/finding.ts';
import type { Store } from './client.ts';
import type { Session } from './driver.ts';

/** The database cannot be brought to this version (数据库迁移被拒). */
export class MigrationRefused extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(`${sentence.zh}\n${sentence.en}`);
    this.sentence = sentence;
  }
}

/** The database was written by a newer version of the platform (数据库版本较新). */
export class DatabaseTooNew extends MigrationRefused {
  override readonly name = 'DatabaseTooNew';

  constructor(unknown: readonly string[]) {
    const names = unknown.join(', ');
    super({
      zh: `数据库已由较新的版本升级（${names}），本程序不认识。请改用较新的程序版本，或恢复升级前的备份。`,
      en: `The database was migrated by a newer version (${names}) which this program does not know. Run the newer version, or restore the backup from before the upgrade.`,
    });
  }
}

/** A migration file is not the one that was applied (迁移文件被改动). */
export class MigrationChanged extends MigrationRefused {
  override readonly name = 'MigrationChanged';

  constructor(migration: string) {
    super({
      zh: `迁移 ${migration} 应用之后文件又被改动。请恢复该文件原样；要改动数据库，请另加一个迁移。`,
      en: `Migration ${migration} was edited after it was applied. Restore the file as it was; to change the database, add another migration.`,
    });
  }
}

/** A migration began and did not end (迁移未完成). */
export class MigrationUnfinished extends MigrationRefused {
  override readonly name = 'MigrationUnfinished';

  constructor(migration: string) {
    super({
      zh: `迁移 ${migration} 开始后没有完成。请恢复迁移之前的备份；或查明后用 prisma migrate resolve 标记为已回滚或已完成。`,
      en: `Migration ${migration} began and did not finish. Restore the backup from before it; or, once understood, mark it rolled back or applied with prisma migrate resolve.`,
    });
  }
}

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

const folderOfMigrations = join(import.meta.dirname, '../../prisma/migrations');

// The key under which `prisma migrate deploy` locks, so that the two never run at once.
const lockKey = 72707369;

// Prisma's own bookkeeping table, column for column.
const bookkeeping = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
};

const readApplied = (session: Session): Promise<Applied[]> =>
  session.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );

const check = (known: readonly Migration[], applied: readonly Applied[]): void => {
  const unfinished = applied.find(({ finished }) => !finished);
  if (unfinished !== undefined) throw new MigrationUnfinished(unfinished.name);
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const unknown = applied.filter(({ name }) => !byName.has(name));
  if (unknown.length > 0) throw new DatabaseTooNew(unknown.map(({ name }) => name));
  const changed = applied.find(({ name, checksum }) => byName.get(name)?.checksum !== checksum);
  if (changed !== undefined) throw new MigrationChanged(changed.name);
};

const apply = (session: Session, { name, script, checksum }: Migration): Promise<void> =>
  session.transaction(async (tx) => {
    await tx.script(script);
    await tx.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  });

/**
 * Brings the database to this version (数据库迁移): each file in `prisma/migrations` once, in order, whole or not at all.
 * Several instances may start at once; one migrates, the others wait.
 *
 * @throws {DatabaseTooNew | MigrationChanged | MigrationUnfinished} and touches nothing.
 */
export const migrate = async (
  store: Pick<Store, 'session'>,
  { folder = folderOfMigrations }: { readonly folder?: string } = {},
): Promise<{ readonly applied: readonly string[] }> => {
  const known = await readMigrations(folder);
  return store.session(async (session) => {
    await session.query(`select pg_advisory_lock(${lockKey})`);
    try {
      await session.query(bookkeeping);
      const applied = await readApplied(session);
      check(known, applied);
      const done = new Set(applied.map(({ name }) => name));
      const pending = known.filter(({ name }) => !done.has(name));
      for (const migration of pending) await apply(session, migration);
      return { applied: pending.map(({ name }) => name) };
    } finally {
      await session.query(`select pg_advisory_unlock(${lockKey})`).catch(() => undefined);
    }
  });
};
