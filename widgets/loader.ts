// The one script a page embeds. Classic or module, async or not, more than once, of different versions: all of it must work.
import type { Shared } from './core/shared.ts';

/** Name and digest of the one file with all panels, written in by the build when that file is there. */
declare const __FILE__: string;
declare const __DIGEST__: string;

const key = Symbol.for('gongkai');
const current = document.currentScript;
// A module has no currentScript, and an image named "currentScript" must not decide where code comes from.
const script = (
  current?.tagName === 'SCRIPT' ? current : document.querySelector('script[src*="/loader.js"]')
) as HTMLScriptElement;
const base = new URL(script.src);
const page = globalThis as typeof globalThis & { [key]?: Shared };
const own = page[key] ?? { endpoint: script.getAttribute('data-endpoint') || base.origin, tags: {} };
page[key] = own;
own.links ||= script.hasAttribute('data-gk-links');
// The loader knows no names, so that it stays as it is when there are more panels.
const places = `:not(:defined),[data-gk]${own.links ? `,a[href^="${own.endpoint}/w/"]` : ''}`;

const near = new IntersectionObserver(
  (seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    own.tags['panels'] = true;
    const { href } = new URL(__FILE__, base);
    // What stands inside the tags stays as it is when the panels cannot come.
    const onerror = (cause: unknown) => console.warn('gongkai:', cause);
    const onload = () => import(href).catch(onerror);
    // A file that is not what was built is fetched once, refused here, and never run.
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href, integrity: __DIGEST__, onload, onerror });
    if (link.relList.supports(link.rel)) document.head.append(link);
    else onload();
  },
  { rootMargin: '300px' },
);
const look = () => {
  if (own.tags['panels']) return;
  // Other undefined tags are somebody else's.
  for (const place of document.querySelectorAll(places)) if (!/^(?!gk-).*-/.test(place.localName)) near.observe(place);
};
look();
new MutationObserver(look).observe(document, { childList: true, subtree: true });
