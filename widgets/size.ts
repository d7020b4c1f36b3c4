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

/**
 * What may be paid, in bytes. T1: the loader. T2: the first panel with a bar chart and everything it needs to be drawn.
 * T3: all panels in one script. What is fetched beside the first data (`more`) is the same for any number of panels.
 * The last column is the best of the others, in brotli bytes, bundled and packed alike in 2026.
 */
const budgets: readonly (readonly [name: string, files: RegExp, brotli: number, gzip: number, others: string])[] = [
  ['T1 loader', /^loader\.js$/, 600, 700, 'Shoelace 2.20 autoloader 3,001'],
  ['T2 first panel drawn', /^(?:loader|panels-[\w-]{8})\.js$/, 10_000, 11_500, 'DSFR Chart 2.0 bar chart 98,539'],
  ['T3 all in one script', /^gongkai\.classic\.js$/, 18_000, 20_500, 'DSFR Chart 2.0 all charts 146,184'],
];

export interface Spent {
  readonly target: string;
  readonly brotli: number;
  readonly mostBrotli: number;
  /** What a page over plain http pays: browsers take brotli over https alone. */
  readonly gzip: number;
  readonly mostGzip: number;
  readonly isOver: boolean;
  readonly others: string;
}

export const spent = (folder: URL): readonly Spent[] => {
  const measured = sizes(folder);
  return budgets.map(([target, files, mostBrotli, mostGzip, others]) => {
    const counted = measured.filter(({ file }) => files.test(file));
    const brotli = counted.reduce((sum, each) => sum + each.brotli, 0);
    const gzip = counted.reduce((sum, each) => sum + each.gzip, 0);
    const isOver = brotli > mostBrotli || gzip > mostGzip || brotli === 0;
    return { target, brotli, mostBrotli, gzip, mostGzip, isOver, others };
  });
};

if (import.meta.main) {
  console.table(sizes(dist));
  const budget = spent(dist);
  console.table(budget);
  if (budget.some(({ isOver }) => isOver)) process.exitCode = 1;
}
