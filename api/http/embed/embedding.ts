import type { Params } from '../../../widgets/core/document.ts';
import type { Element } from './elements.ts';

/** A panel as it stands in a page, in one of its forms. */
export interface Embedding {
  readonly stem: string;
  readonly params: Params;
  readonly line: number;
  readonly form: 'element' | 'div' | 'link' | 'iframe';
  readonly hasFallback: boolean;
  /** `<gk-budget />`: HTML knows no such end. */
  readonly isSelfClosed: boolean;
}

/** What of an address is a panel of ours; null for any other. */
function panelAddress(
  href: string,
  baseUrl: string,
  pageAddress: string | null,
): { stem: string; params: Params } | null {
  if (!URL.canParse(href, pageAddress ?? undefined)) return null;
  const url = new URL(href, pageAddress ?? undefined);
  const [, stem] = /^\/w\/([a-z-]+)$/.exec(url.pathname) ?? [];
  if (url.host !== new URL(baseUrl).host || stem === undefined) return null;
  return { stem, params: Object.fromEntries(url.searchParams) };
}

/** The panel that an element is, or leads to. What stands inside a panel is its fallback, no panel of its own. */
export function embeddingIn(element: Element, baseUrl: string, address: string | null): Embedding | null {
  const { tagName, attributes, line, hasContent: hasFallback, isSelfClosed, isInsidePanel } = element;
  if (isInsidePanel) return null;
  const at = { line, hasFallback, isSelfClosed };
  if (tagName.startsWith('gk-'))
    return { ...at, stem: tagName.slice(3), params: Object.fromEntries(attributes), form: 'element' };
  const said = attributes.get('data-gk');
  if (said !== undefined) {
    const [stem = '', query = ''] = said.split('?', 2);
    return { ...at, stem, params: Object.fromEntries(new URLSearchParams(query)), form: 'div' };
  }
  const href = tagName === 'a' ? attributes.get('href') : tagName === 'iframe' ? attributes.get('src') : undefined;
  const named = href === undefined ? null : panelAddress(href, baseUrl, address);
  return named && { ...at, ...named, form: tagName === 'a' ? 'link' : 'iframe' };
}
