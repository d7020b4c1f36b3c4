import type { Kind } from '../../disclosures/kind.ts';
import type { KindPages } from './kind-pages.ts';
import { plainPages } from './plain-pages.ts';
import { regulatoryDocumentPages } from './regulatory-document/pages.ts';

/** Kinds with pages of their own, by name; every other kind has the plain ones. */
const ownPages: Readonly<Record<string, KindPages>> = {
  'regulatory-document': regulatoryDocumentPages,
};

/** A kind whose first page has a door for each reader. */
export const hasDoors = ({ name }: Kind): boolean => name in ownPages;

export const pagesOf = (kind: Kind): KindPages => ownPages[kind.name] ?? plainPages(kind);
