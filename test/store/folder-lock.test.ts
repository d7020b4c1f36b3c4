import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../api/store/client.ts';
import { DataFolderLocked, lockFolder } from '../../api/store/folder-lock.ts';

let folder: string;
const children: ChildProcessWithoutNullStreams[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gk-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  await rm(folder, { recursive: true });
});

/** Another process that wants the folder, and the first line it says. */
const another = async (): Promise<{ child: ChildProcessWithoutNullStreams; said: string }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-process.ts'), folder]);
  children.push(child);
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, said };
};

const kill = async (child: ChildProcessWithoutNullStreams): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const otherHost = { token: 't', pid: 1, started: null, host: 'another-host', pids: null };

test('a second process is refused with a sentence that names the first and the way out', async () => {
  const { child, said } = await another();
  expect(said).toBe('held');
  const error = await lockFolder(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DataFolderLocked);
  expect(error).toMatchObject({
    pid: child.pid,
    sentence: { zh: expect.stringContaining(`${child.pid}`), en: expect.stringContaining('DATABASE_URL') },
  });
  expect((await another()).said).toContain('DataFolderLocked');
});

test('one process cannot take the folder twice', async () => {
  const release = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(DataFolderLocked);
  await release();
  await (await lockFolder(folder))();
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a killed process is taken over', async () => {
  const { child, said } = await another();
  expect(said).toBe('held');
  await kill(child);
  expect(await readdir(folder)).toEqual(['lock']);
  await (await lockFolder(folder))();
});

test('a process that ends in order leaves no lock', async () => {
  const { child } = await another();
  child.stdin.end();
  await once(child, 'exit');
  expect(await readdir(folder)).toEqual([]);
});

test('of several that want the folder of a dead process, one gets it', async () => {
  const { child } = await another();
  await kill(child);
  const said = (await Promise.all(Array.from({ length: 6 }, another))).map((each) => each.said);
  expect(said.filter((line) => line === 'held')).toHaveLength(1);
  expect(said.filter((line) => line.startsWith('DataFolderLocked'))).toHaveLength(5);
});

test.each(['', 'not json', '{}'])('a lock that says nothing (%j) holds nobody off', async (content) => {
  await writeFile(join(folder, 'lock'), content);
  await (await lockFolder(folder))();
});

test('a pid that was given out again is not the holder', async () => {
  const { child } = await another();
  await kill(child);
  const reused = {
    ...otherHost,
    host: hostname(),
    pid: process.pid,
    started: 'boot/1',
    pids: await readlink('/proc/self/ns/pid'),
  };
  await writeFile(join(folder, 'lock'), JSON.stringify(reused));
  await (await lockFolder(folder))();
});

test('a process on another host holds the folder as long as it gives a sign of life', async () => {
  const file = join(folder, 'lock');
  await writeFile(file, JSON.stringify(otherHost));
  const beating = setInterval(() => void utimes(file, new Date(), new Date()), 200);
  await expect(lockFolder(folder)).rejects.toThrow('another-host');
  clearInterval(beating);
  await (await lockFolder(folder))();
});

test('what the embedded database has is there when it is opened again, and only one may open it', async () => {
  const store = await openDatabase({ dataFolder: folder });
  await store.session((session) => session.script('create table kept (a int); insert into kept values (1)'));
  await expect(openDatabase({ dataFolder: folder })).rejects.toThrow(DataFolderLocked);
  await store.close();
  const again = await openDatabase({ dataFolder: folder });
  expect(await again.read({ text: 'select a from kept', values: [] })).toEqual([{ a: 1 }]);
  await again.close();
});
