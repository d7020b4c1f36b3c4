// The one script a page embeds. Classic or module, async or not, more than once, of different versions: all of it must work.
import type { Shared } from './core/shared.ts';

/** Stems of all panel tags, written in by the build from registry.ts: "document documents". */
declare const __STEMS__: string;

const key = Symbol.for('gongkai');
const current = document.currentScript;
// A module has no currentScript, and an image named "currentScript" must not decide where code comes from.
const script = (
  current?.tagName === 'SCRIPT' ? current : document.querySelector('script[src*="/loader.js"]')
) as HTMLScriptElement;
const base = new URL(script.src);
const page = globalThis as typeof globalThis & { [key]?: Shared };
page[key] ??= { endpoint: script.getAttribute('data-endpoint') || base.origin, tags: {} };
const { tags } = page[key];
const names = __STEMS__.split(' ').map((stem) => `gk-${stem}`);

const look = (node: Node): void => {
  if (!(node instanceof Element)) return;
  for (const { localName } of [node, ...node.querySelectorAll(`${names}`)]) {
    if (!names.includes(localName) || tags[localName] || customElements.get(localName)) continue;
    tags[localName] = true;
    // What stands inside the tag stays as it is when its panel cannot come.
    import(new URL(`${localName}.js`, base).href).catch((cause) => console.warn('gongkai:', cause));
  }
};

look(document.documentElement);
new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(look);
}).observe(document, { childList: true, subtree: true });
