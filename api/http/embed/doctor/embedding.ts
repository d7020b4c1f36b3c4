import type { Params } from '../../../../widgets/core/document.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import type { Element } from './elements.ts';
import { usual } from './findings.ts';
import { queried } from './queried.ts';
import { resolved, type Standing } from './standing.ts';

/** A panel as it stands in a page, in one of its forms. */
export interface Embedding {
  readonly stem: string;
  readonly params: Params;
  /** Parameters that stand on the tag, where only those in `data-gk` are looked at. */
  readonly outside: Params;
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
  return { stem, params: queried(url.search) };
}

function outsideOf(stem: string, params: Params, attributes: Element['attributes']): Params {
  const known = panelNamed(stem)?.descriptor.attributes ?? {};
  return Object.fromEntries(
    // Languages and the like are of any tag.
    [...attributes].filter(
      ([name]) => name !== 'lang' && !usual.test(name) && Object.hasOwn(known, name) && !Object.hasOwn(params, name),
    ),
  );
}

/**
 * The panel that an element is, or leads to. What stands inside a panel is its fallback, no panel of its own; so is a link in one
 * that was not closed.
 */
export function embeddingIn(element: Element, baseUrl: string, standing: Standing): Embedding | null {
  const { tagName, attributes, line, hasContent: hasFallback, isSelfClosed, isInsidePanel } = element;
  if (isInsidePanel || (tagName === 'a' && element.around !== null)) return null;
  const at = { outside: {}, line, hasFallback, isSelfClosed, element };
  if (tagName.startsWith('gk-'))
    return { ...at, stem: tagName.slice(3), params: Object.fromEntries(attributes), form: 'element' };
  const said = attributes.get('data-gk');
  if (said !== undefined) {
    const [stem = '', query = ''] = said.split('?', 2);
    const params = queried(query);
    return { ...at, stem, params, outside: outsideOf(stem, params, attributes), form: 'div' };
  }
  const href = tagName === 'a' ? attributes.get('href') : tagName === 'iframe' ? attributes.get('src') : undefined;
  const named = href === undefined ? null : panelAddress(href, baseUrl, standing);
  return named && { ...at, ...named, form: tagName === 'a' ? 'link' : 'iframe' };
}
