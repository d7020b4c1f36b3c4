import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Platform } from '../../platform.ts';
import { built } from '../../scripts.ts';
import { algorithms, type Digests, type KnownScripts } from './integrity.ts';

/** Scripts of one page whose digests are made: a page names one or two. */
const mostNamed = 20;

const digestsOf = (body: Uint8Array): Digests => {
  const [sha256 = '', sha384 = '', sha512 = ''] = algorithms.map((name) =>
    createHash(name).update(body).digest('base64'),
  );
  return { sha256, sha384, sha512 };
};

/** Every script the platform serves, with the digests of those that the page names. */
export async function knownScripts({ store }: Platform, source: string): Promise<KnownScripts> {
  const { panelScript } = store.db;
  const known = new Map<string, Digests>();
  for (const { name } of await panelScript.findMany({ select: { name: true } })) known.set(name, null);
  const named = [...known.keys()].filter((name) => source.includes(name)).slice(0, mostNamed);
  for (const { name, body } of await panelScript.findMany({ where: { name: { in: named } } }))
    known.set(name, digestsOf(body));
  // Those whose name stays are what the last build made of them; the loader is what a wrong one is mended by.
  for (const name of ['loader.js', 'gongkai.classic.js']) {
    const isWanted = name === 'loader.js' || source.includes(name);
    const body = isWanted ? await readFile(built + name).catch(() => null) : null;
    if (body) known.set(name, digestsOf(body));
  }
  return known;
}
