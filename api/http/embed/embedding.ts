import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Params } from '../../../widgets/core/document.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

/** A panel as it stands in a page, in one of its forms. */
export interface Embedding {
  readonly stem: string;
  readonly params: Params;
  readonly line: number;
  readonly form: 'element' | 'div' | 'link' | 'iframe';
  readonly hasFallback: boolean;
}

export const attributesOf = ({ attrs }: Element): Map<string, string> =>
  new Map(attrs.map(({ name, value }) => [name, value]));

/** Every element below a node, that of templates too. */
export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elementsOf(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text'
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

export const lineOf = (element: Element): number => element.sourceCodeLocation?.startLine ?? 0;

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

/** The panel that an element is, or leads to. */
export function embeddingIn(element: Element, baseUrl: string, address: string | null): Embedding | null {
  const attributes = attributesOf(element);
  const at = {
    line: lineOf(element),
    hasFallback: textOf(element).trim() !== '' || [...elementsOf(element)].length > 1,
  };
  if (element.tagName.startsWith('gk-'))
    return { ...at, stem: element.tagName.slice(3), params: Object.fromEntries(attributes), form: 'element' };
  const said = attributes.get('data-gk');
  if (said !== undefined) {
    const [stem = '', query = ''] = said.split('?', 2);
    return { ...at, stem, params: Object.fromEntries(new URLSearchParams(query)), form: 'div' };
  }
  const href =
    element.tagName === 'a' ? attributes.get('href') : element.tagName === 'iframe' ? attributes.get('src') : undefined;
  const named = href === undefined ? null : panelAddress(href, baseUrl, address);
  return named && { ...at, ...named, form: element.tagName === 'a' ? 'link' : 'iframe' };
}
