// Prints what a page pays for the panels: `node widgets/size.ts`, after a build.
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

if (import.meta.main) console.table(sizes(dist));
