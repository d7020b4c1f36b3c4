import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bilingual } from '../core/finding.ts';

/** The data folder belongs to another live process (数据目录已被占用). */
export class DataFolderLocked extends Error {
  override readonly name = 'DataFolderLocked';
  readonly pid: number;
  readonly sentence: Bilingual;

  constructor(folder: string, { pid, host }: Pick<Holder, 'pid' | 'host'>) {
    const elsewhere = host !== hostname();
    const zh = elsewhere ? `主机 ${host} 上的进程 ${pid} ` : `进程 ${pid} `;
    const en = elsewhere ? `process ${pid} on host ${host}` : `process ${pid}`;
    const sentence: Bilingual = {
      zh: `数据目录 ${folder} 正被${zh}使用，内嵌数据库一次只容一个进程。请先停止${zh}，或设置 DATABASE_URL 改用可由多个进程共用的 PostgreSQL。`,
      en: `The data folder ${folder} is in use by ${en}; the embedded database takes one process at a time. Stop ${en}, or set DATABASE_URL to a PostgreSQL server, which several processes can share.`,
    };
    super(`${sentence.zh}\n${sentence.en}`);
    this.pid = pid;
    this.sentence = sentence;
  }
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  /** Which boot and tick it started at: a pid given out again is not the holder. Null where the system does not tell. */
  readonly started: string | null;
  readonly host: string;
  /** The set of pids it was counted in; a pid of another container says nothing here. */
  readonly pids: string | null;
}

const heartbeatEvery = 2_000;
const silentFor = 10_000;
// A lock stolen from under us shows within this time: taking over is two renames.
const settle = 100;

const readable = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

/** Field 22 of /proc/<pid>/stat, in ticks since boot; the name in field 2 may hold spaces and brackets. */
const startOf = async (pid: number): Promise<string | null> => {
  const stat = await readable(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = ((await readable('/proc/sys/kernel/random/boot_id')) ?? '').trim();
  // A zombie holds nothing any more.
  return state === 'Z' || state === 'X' ? null : `${boot}/${fields[18] ?? ''}`;
};

const ourselves = async (): Promise<Holder> => ({
  token: randomUUID(),
  pid: process.pid,
  started: await startOf(process.pid),
  host: hostname(),
  pids: await readlink('/proc/self/ns/pid').catch(() => null),
});

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const beat = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

/** Whether a holder of which only the file is visible still touches it. */
const beats = async (file: string): Promise<boolean> => {
  const before = await beat(file);
  for (let waited = 0; waited < silentFor; waited += heartbeatEvery / 2) {
    await sleep(heartbeatEvery / 2);
    if ((await beat(file)) !== before) return true;
  }
  return false;
};

const isAlive = async (holder: Holder, self: Holder, file: string): Promise<boolean> => {
  if (holder.host !== self.host || holder.pids !== self.pids) return beats(file);
  return holder.started === null ? exists(holder.pid) : (await startOf(holder.pid)) === holder.started;
};

const parse = (text: string | null): Holder | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && 'token' in value && 'pid' in value && 'host' in value
      ? (value as Holder)
      : undefined;
  } catch {
    return undefined;
  }
};

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Whether this one of several made the lock. A hard link appears with its content or not at all. */
const place = async (prepared: string, file: string): Promise<boolean> => {
  try {
    // A file system without hard links is given a plain new file.
    await link(prepared, file).catch(async (error: unknown) => {
      if (isTaken(error)) throw error;
      await writeFile(file, await readFile(prepared), { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
};

/** Moves a dead holder's lock aside; puts it back when meanwhile somebody alive had taken the place. */
const clear = async (file: string, dead: string | null, token: string): Promise<void> => {
  const aside = `${file}.${token}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readable(aside)) !== dead) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
};

/**
 * Takes the data folder for this process (数据目录锁): two processes on one embedded database lose each other's rows
 * without a word. A lock left by a dead process is taken over.
 *
 * @throws {DataFolderLocked} when a live process holds it.
 */
export const lockFolder = async (dataFolder: string): Promise<() => Promise<void>> => {
  const folder = resolve(dataFolder);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'lock');
  const self = await ourselves();
  const prepared = join(folder, `lock.new.${self.token}`);
  await writeFile(prepared, JSON.stringify(self));
  try {
    for (let takenOver = false; ; takenOver = true) {
      const taken = await place(prepared, file);
      if (taken && takenOver) await sleep(settle);
      const text = await readable(file);
      const holder = parse(text);
      if (holder?.token === self.token) break;
      if (holder !== undefined && (await isAlive(holder, self, file))) throw new DataFolderLocked(folder, holder);
      await clear(file, text, self.token);
    }
  } finally {
    await rm(prepared, { force: true });
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeatEvery);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    if (parse(await readable(file))?.token === self.token) await rm(file, { force: true });
  };
};
