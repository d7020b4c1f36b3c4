import type { Element } from './elements.ts';

/** Where a page stands, as far as it is known: how addresses in it are understood. */
export interface Standing {
  /** What addresses are written in relation to; null where nobody knows. */
  readonly base: string | null;
  /** Scheme and host of the page; null where nobody knows. */
  readonly origin: string | null;
  readonly isHttps: boolean;
}

/** What browsers write above a page they save. */
const savedFrom = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)/i;

const contentOf = (
  elements: readonly Element[],
  isIt: (element: Element) => boolean,
  name: string,
): string | undefined =>
  elements
    .find((element) => isIt(element) && element.attributes.has(name))
    ?.attributes.get(name)
    ?.trim();

/** A page that was pasted says itself where it is from: above it when it was saved, else by the addresses of its head. */
export function standingOf(source: string, elements: readonly Element[], address: string | null): Standing {
  const written = contentOf(elements, ({ tagName }) => tagName === 'base', 'href');
  const [, saved] = savedFrom.exec(source) ?? [];
  const known = address ?? saved ?? null;
  const base =
    written !== undefined && URL.canParse(written, known ?? undefined)
      ? new URL(written, known ?? undefined).href
      : address;
  const named = [
    written,
    contentOf(
      elements,
      ({ tagName, attributes }) => tagName === 'link' && /\bcanonical\b/i.test(attributes.get('rel') ?? ''),
      'href',
    ),
    contentOf(
      elements,
      ({ tagName, attributes }) => tagName === 'meta' && attributes.get('property')?.toLowerCase() === 'og:url',
      'content',
    ),
  ];
  return {
    base,
    origin: known === null || !URL.canParse(known) ? null : new URL(known).origin,
    isHttps: known === null ? named.some((one) => /^https:/i.test(one ?? '')) : /^https:/i.test(known),
  };
}

/** An address in a page, whole; null when nobody can tell where it leads. `//host/…` takes the scheme of the page. */
export function resolved(written: string, { base, isHttps }: Standing, baseUrl: string): URL | null {
  const scheme = isHttps ? 'https:' : new URL(baseUrl).protocol;
  const around = base ?? (/^\s*\/\//.test(written) ? `${scheme}//unknown` : undefined);
  return URL.canParse(written, around) ? new URL(written, around) : null;
}

/** Our address as a page should write it: browsers keep what is not encrypted out of a page that is. */
export const inPage = (baseUrl: string, { isHttps }: Standing): string =>
  isHttps ? baseUrl.replace(/^http:/, 'https:') : baseUrl;
