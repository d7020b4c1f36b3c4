// What a page pays for the panels, beside what it may: `npm run size` after a build; over budget ends with 1.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = new URL('dist/', import.meta.url);

export interface Size {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

export const sizes = (folder: URL): readonly Size[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => {
      const content = readFileSync(new URL(file, folder));
      return {
        file,
        bytes: content.length,
        gzip: gzipSync(content, { level: 9 }).length,
        brotli: brotliCompressSync(content).length,
      };
    });

/** A kilobyte has 1,024 bytes here as everywhere in these files. */
const kilobytes = (count: number): number => Math.round(count * 1024);

/**
 * What may be paid, in brotli bytes. T1: the loader. T2: the first panel with a bar chart and everything it needs to be drawn.
 * T3: all panels in one script. What is fetched beside the first data (`more`) is the same for any number of panels.
 */
const budgets: readonly (readonly [name: string, files: RegExp, most: number])[] = [
  ['T1 loader', /^loader\.js$/, kilobytes(0.6)],
  ['T2 first panel drawn', /^(?:loader|panels-[\w-]{8})\.js$/, kilobytes(10)],
  ['T3 all in one script', /^gongkai\.classic\.js$/, kilobytes(18)],
];

export interface Spent {
  readonly target: string;
  readonly brotli: number;
  readonly most: number;
  readonly isOver: boolean;
}

export const spent = (folder: URL): readonly Spent[] => {
  const measured = sizes(folder);
  return budgets.map(([target, files, most]) => {
    const brotli = measured.filter(({ file }) => files.test(file)).reduce((sum, each) => sum + each.brotli, 0);
    return { target, brotli, most, isOver: brotli > most || brotli === 0 };
  });
};

if (import.meta.main) {
  console.table(sizes(dist));
  const budget = spent(dist);
  console.table(budget);
  if (budget.some(({ isOver }) => isOver)) process.exitCode = 1;
}
