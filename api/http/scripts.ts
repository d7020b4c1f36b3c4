import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Where the panels' scripts are built. */
export const built = fileURLToPath(new URL('../../widgets/dist/', import.meta.url));

const digestOf = (body: Buffer): string => createHash('sha384').update(body).digest('base64');

/** The mark in a pinned name: how the digest begins, in letters an address may hold. */
export const markOf = (digest: string): string => digest.slice(0, 8).replaceAll('+', '-').replaceAll('/', '_');

/** `loader-3fA9c_Q2.js`: what a page may pin, with its digest, to exactly these bytes. */
export const pinnedName = (name: string, body: Buffer): string =>
  name.replace(/\.js$/, `-${markOf(digestOf(body))}.js`);

/** The loader of this release, for a page that runs nothing else; null before it is built. */
export const pinnedLoader = async (): Promise<{ readonly file: string; readonly integrity: string } | null> => {
  const body = await readFile(`${built}loader.js`).catch(() => null);
  return body && { file: pinnedName('loader.js', body), integrity: `sha384-${digestOf(body)}` };
};
