import type { KindPages } from './kind-pages.ts';
import { regulatoryDocumentPages } from './regulatory-document/pages.ts';

/** The pages of every kind, by its name. */
export const kindPages: Readonly<Record<string, KindPages>> = {
  'regulatory-document': regulatoryDocumentPages,
};
