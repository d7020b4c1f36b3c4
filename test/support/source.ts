import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

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
