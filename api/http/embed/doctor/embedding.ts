import type { Params } from '../../../../widgets/core/document.ts';
import type { Element } from './elements.ts';
import { resolved, type Standing } from './standing.ts';

/** A panel as it stands in a page, in one of its forms. */
export interface Embedding {
  readonly stem: string;
  readonly params: Params;
  readonly line: number;
  readonly form: 'element' | 'div' | 'link' | 'iframe';
  readonly hasFallback: boolean;
  /** `<gk-budget />`: HTML knows no such end. */
  readonly isSelfClosed: boolean;
  /** The tag it is written as. */
  readonly element: Element;
}

/** What of an address is a panel of ours; null for any other. */
function panelAddress(href: string, baseUrl: string, standing: Standing): { stem: string; params: Params } | null {
  const url = resolved(href, standing, baseUrl);
  if (url === null) return null;
  const [, stem] = /^\/w\/([a-z-]+)$/.exec(url.pathname) ?? [];
  if (url.host !== new URL(baseUrl).host || stem === undefined) return null;
  return { stem, params: Object.fromEntries(url.searchParams) };
}

/** The panel that an element is, or leads to. What stands inside a panel is its fallback, no panel of its own. */
export function embeddingIn(element: Element, baseUrl: string, standing: Standing): Embedding | null {
  const { tagName, attributes, line, hasContent: hasFallback, isSelfClosed, isInsidePanel } = element;
  if (isInsidePanel) return null;
  const at = { line, hasFallback, isSelfClosed, element };
  if (tagName.startsWith('gk-'))
    return { ...at, stem: tagName.slice(3), params: Object.fromEntries(attributes), form: 'element' };
  const said = attributes.get('data-gk');
  if (said !== undefined) {
    const [stem = '', query = ''] = said.split('?', 2);
    return { ...at, stem, params: Object.fromEntries(new URLSearchParams(query)), form: 'div' };
  }
  const href = tagName === 'a' ? attributes.get('href') : tagName === 'iframe' ? attributes.get('src') : undefined;
  const named = href === undefined ? null : panelAddress(href, baseUrl, standing);
  return named && { ...at, ...named, form: tagName === 'a' ? 'link' : 'iframe' };
}
