// The one script a page embeds. Classic or module, async or not, more than once, of different versions: all of it must work.
import type { Shared } from './core/shared.ts';

/** What a panel may stand in: "gk-budget:not(:defined),…,[data-gk]", written in by the build. */
declare const __PLACES__: string;
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
const places = __PLACES__ + (own.links ? `,a[href^="${own.endpoint}/w/"]` : '');

const load = (): void => {
  near.disconnect();
  if (own.tags['panels']) return;
  own.tags['panels'] = true;
  const { href } = new URL(__FILE__, base);
  const link = document.createElement('link');
  // What stands inside the tags stays as it is when the panels cannot come.
  const run = () => import(href).catch(warn);
  const warn = (cause: unknown) => console.warn('gongkai:', cause);
  // A file that is not what was built is fetched once, refused here, and never run.
  link.rel = 'modulepreload';
  link.href = href;
  link.integrity = __DIGEST__;
  link.crossOrigin = '';
  link.onload = run;
  link.onerror = warn;
  if (link.relList.supports(link.rel)) document.head.append(link);
  else run();
};

const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && load(), {
  rootMargin: '300px',
});
const look = () => own.tags['panels'] || document.querySelectorAll(places).forEach((place) => near.observe(place));
look();
new MutationObserver(look).observe(document, { childList: true, subtree: true });
