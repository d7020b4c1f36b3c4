import type { PanelDocument } from '../core/document.ts';
import { type Guard, list, nullable, record, text } from '../core/shape.ts';

// A saved copy comes from the host page's storage, and an answer may come from a captive portal: neither is believed before
// it has been looked at. What the drawing reads is checked, not everything there may be.

const maybe =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);
const numeric: Guard<number> = (value): value is number => Number.isFinite(value);

export const kind = record({ type: text });
const badge = maybe(record({ text, tone: text }));
const table = record({
  id: text,
  caption: text,
  columns: list(record({ label: text, type: text })),
  rows: list(
    record({ cells: list(nullable(text)), mark: maybe(numeric), before: maybe(numeric), href: maybe(text), badge }),
  ),
});

/** Tables are looked at here; what other blocks must have is known where they are drawn. */
const block: Guard<unknown> = (value): value is unknown => kind(value) && (value.type !== 'table' || table(value));

const shape = record({
  panel: text,
  title: text,
  sentence: text,
  state: text,
  address: text,
  touches: list(text),
  blocks: list(block),
  badge,
  source: record({
    publisher: text,
    permalink: text,
    publishedAt: maybe(text),
    modifiedAt: maybe(text),
    code: maybe(record({ side: numeric, path: text })),
  }),
});

export const isPanelDocument: Guard<PanelDocument> = shape as Guard<unknown> as Guard<PanelDocument>;
