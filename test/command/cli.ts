import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../support/source.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<Ended>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts a program of the project as a shell would. */
export function start(program: string, args: readonly string[], environment: Environment = {}): Running {
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TZ: 'Asia/Shanghai',
      // The same programs are started a hundred times.
      NODE_COMPILE_CACHE: join(root, 'test/.output/compile-cache'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (text.stdout += chunk));
  child.stderr.on('data', (chunk) => (text.stderr += chunk));
  const ended = once(child, 'close').then(
    ([code, signal]): Ended => ({ code, signal, ...text, ms: performance.now() - began }),
  );
  return { child, output: () => text.stdout + text.stderr, ended };
}

/** `gongkai <args>`, to its end. */
export const gongkai = (args: readonly string[], environment?: Environment): Promise<Ended> =>
  start('api/cli.ts', args, environment).ended;

/** A sentence for a person in both languages, and no stack. */
export const sentence = /\p{Script=Han}[\s\S]*[a-z]{3}/u;
export const stack = /\n\s+at .*:\d+:\d+/;
