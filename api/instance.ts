import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { everything, ReadyAnswers } from './cache/ready-answers.ts';
import { type Config, ConfigError } from './config.ts';
import { appendToLog } from './publishing/log.ts';
import { publicationChannel } from './publishing/order.ts';
import { longTransaction, openDatabase, type Store } from './store/client.ts';
import { DataFolderLocked } from './store/folder-lock.ts';
import { MigrationRefused, migrate } from './store/migrate.ts';

/** PostgreSQL does not answer, or does not let us in. It names the server, never the password. */
export class DatabaseUnreachable extends Error {
  constructor(databaseUrl: string, cause: unknown) {
    const { host, pathname } = URL.canParse(databaseUrl) ? new URL(databaseUrl) : { host: '', pathname: '' };
    const { code = '', message = '' } = cause as { readonly code?: string; readonly message?: string };
    const reason = [code, message].filter((part) => part !== '').join(' ');
    super(
      `连不上数据库 ${host}${pathname}（${reason}）；请核对 DATABASE_URL，并确认 PostgreSQL 已启动。\n` +
        `The database ${host}${pathname} cannot be reached (${reason}); check DATABASE_URL and that PostgreSQL runs.`,
      { cause },
    );
    this.name = 'DatabaseUnreachable';
  }
}

/** What a person can mend is told in a sentence; everything else keeps its stack. */
export const isMendable = (error: unknown): error is Error =>
  [ConfigError, DataFolderLocked, MigrationRefused, DatabaseUnreachable].some((known) => error instanceof known);

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EEXIST: ['它是文件，不是目录', 'it is a file, not a folder'],
  ENOTDIR: ['路径中有一段是文件，不是目录', 'a part of the path is a file, not a folder'],
  EACCES: ['没有权限', 'permission is denied'],
  EPERM: ['没有权限', 'permission is denied'],
  EROFS: ['所在的磁盘只读', 'its disk is read-only'],
};

/** The sentence where the data folder cannot be one; null for anything else. */
function noFolder(error: unknown, dataFolder: string): ConfigError | null {
  const { code = '', syscall = '' } = error as { readonly code?: string; readonly syscall?: string };
  const reason = /^(mkdir|open|stat|access)$/.test(syscall) ? reasons[code] : undefined;
  return reason
    ? new ConfigError([
        `GONGKAI_DATA 须为可写的数据目录：“${dataFolder}”不能用，${reason[0]} / GONGKAI_DATA must be a data folder that can be written: "${dataFolder}" cannot, ${reason[1]}`,
      ])
    : null;
}

interface Opening extends Pick<Config, 'databaseUrl' | 'dataFolder'> {
  /** After how many milliseconds a single statement is given up; 0: never. That of readers unless given. */
  readonly statementTimeoutMs?: number;
}

const open = ({ databaseUrl, dataFolder, statementTimeoutMs }: Opening): Promise<Store> =>
  databaseUrl === undefined
    ? openDatabase({ dataFolder }).catch((error: unknown) => {
        throw noFolder(error, dataFolder) ?? error;
      })
    : openDatabase({ url: databaseUrl, statementTimeoutMs }).catch((error: unknown) => {
        throw new DatabaseUnreachable(databaseUrl, error);
      });

/**
 * Opens PostgreSQL, or the embedded database in its folder (held by this process alone), migrates it, and brings the log
 * up to what earlier versions published.
 */
export async function openStore(opening: Opening): Promise<Store> {
  const store = await open(opening);
  try {
    await migrate(store);
    await store.db.$transaction(appendToLog, longTransaction);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The key that signs cursors: made once, the same on every instance. */
export async function cursorKeyOf({ db }: Store): Promise<string> {
  const name = 'cursor-key';
  await db.setting.createMany({ data: [{ name, value: randomBytes(32).toString('base64url') }], skipDuplicates: true });
  return (await db.setting.findUniqueOrThrow({ where: { name } })).value;
}

const megabyte = 1_048_576;

/** Ready answers that hear of every publication, whichever instance made it; while the line is cut, none are kept. */
export async function listeningAnswers(store: Store, logger: Logger): Promise<ReadyAnswers> {
  const answers = new ReadyAnswers(64 * megabyte);
  await store.listen(publicationChannel, (kind) => answers.purge(kind || everything), {
    onLost: () => {
      logger.warn('the line to the other instances is cut: answers are not kept until it is back');
      answers.deafen();
    },
    onBack: () => answers.hear(),
  });
  return answers;
}
