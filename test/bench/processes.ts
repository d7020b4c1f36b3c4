import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A process of the run, ended by its own handle. */
export interface Running {
  readonly pid: number;
  readonly origins: readonly string[];
  stop(): Promise<void>;
}

const stopper = (child: ChildProcess) => async (): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
};

const production = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' };

/** The next message of a child, or why there will be none. */
export const reply = <Message>(child: ChildProcess): Promise<Message> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`${child.spawnargs.at(-1)} ended with ${code} before it answered`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });

/** Starts a file of this folder as a process of its own. */
export const start = (file: string, env: Readonly<Record<string, string>> = {}) => {
  const child = fork(join(import.meta.dirname, file), { env: { ...production, ...env }, execArgv: [] });
  return { child, stop: stopper(child) };
};

/** A peer, listening. `given` is sent to it first. */
export async function startPeer(file: string, env: Readonly<Record<string, string>>, given?: object): Promise<Running> {
  const { child, stop } = start(file, env);
  if (given) child.send(given);
  const { ports } = await reply<{ ports: readonly number[] }>(child);
  return { pid: child.pid ?? 0, origins: ports.map((port) => `http://127.0.0.1:${port}`), stop };
}

/** The platform as an operator starts it. */
export async function startPlatform(
  databaseUrl: string,
  ask: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly firstAnswerMs: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'api/main.ts')], {
    env: { ...production, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = stopper(child);
  let said = '';
  let origin: string | undefined;
  for await (const chunk of child.stdout) {
    said += String(chunk);
    origin = /http:\/\/[^\s/]+/.exec(said)?.[0];
    if (origin !== undefined) break;
  }
  if (origin === undefined) throw new Error(`the platform did not start: ${said}`);
  const response = await fetch(origin + ask);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the platform's first answer was ${response.status}`);
  return { pid: child.pid ?? 0, origins: [origin], firstAnswerMs: performance.now() - started, stop };
}

/** Processor seconds a process has used; NaN where the system does not say (it is read from /proc). */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // utime and stime, in ticks of a hundredth of a second.
  return (Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN)) / 100;
}
