import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Source files below a folder, relative to the root; nothing generated. */
export const sources = (pattern: string): string[] =>
  globSync(pattern, {
    cwd: root,
    exclude: (name) => ['node_modules', 'generated', 'dist', '.output'].includes(name.split('/').at(-1) ?? ''),
  }).sort();

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Which files of the project a file imports, by their paths from the root. */
export const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    relative(root, resolve(root, dirname(file), target ?? '')),
  );

const run = promisify(execFile);

/** Runs an installed tool in a folder; when it fails, what it printed is the error. */
export const toolIn =
  (folder: string) =>
  async (name: string, ...args: string[]): Promise<string> => {
    try {
      return (await run(join(root, 'node_modules/.bin', name), args, { cwd: folder, maxBuffer: 20_000_000 })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${name} ${args.join(' ')}\n${stdout}\n${stderr}`);
    }
  };
