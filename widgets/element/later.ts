import { wear } from './host.ts';
import type { More } from './more.ts';
import { learn } from './words.ts';

/** File and digest of `more`, written in by the build; in one script for all, and from source, there are none. */
declare const __MORE__: readonly [address: string, digest: string] | undefined;

/** What came after; undefined while it is not there. */
export const later: { more?: More } = {};

/** A file that is not what was built is refused by the browser before it runs. */
const checked = ([address, digest]: readonly [string, string]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    if (!link.relList.supports(link.rel)) return resolve(0);
    link.href = address;
    link.integrity = digest;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });

let coming: Promise<void> | undefined;

/** Fetches the rest, once; without it, what is drawn already stays. */
export const fetchMore = (): Promise<void> => {
  coming ??= (typeof __MORE__ === 'undefined' ? Promise.resolve() : checked(__MORE__))
    .then(() => import('./more.ts'))
    .then(
      ({ more }) => {
        later.more = more;
        wear(more.look);
        learn(more.words);
      },
      (cause) => {
        coming = undefined;
        console.warn('gongkai:', cause);
      },
    );
  return coming;
};
