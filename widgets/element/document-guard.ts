import type { Block, PanelDocument } from '../core/document.ts';
import { type Guard, list, nullable, record, text } from '../core/shape.ts';

// A saved copy comes from the host page's storage, and an answer may come from a captive portal: neither is believed before
// it has been looked at. What the drawing reads is checked, not everything there may be.

const anything: Guard<unknown> = (_value): _value is unknown => true;
const maybe =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);
const numeric: Guard<number> = (value): value is number => Number.isFinite(value);
const params: Guard<object> = (value): value is object => record({})(value) && Object.values(value).every(text);
const badge = maybe(record({ text, tone: text }));
const items = <S extends Readonly<Record<string, Guard<unknown>>>>(fields: S) => record({ items: list(record(fields)) });

const known: Readonly<Record<string, Guard<unknown>>> = {
  table: record({
    id: text,
    caption: text,
    columns: list(record({ label: text, type: text })),
    rows: list(
      record({
        cells: list(nullable(text)),
        go: maybe(params),
        mark: maybe(numeric),
        before: maybe(numeric),
        href: maybe(text),
        badge,
      }),
    ),
  }),
  notice: record({ text, tone: text, href: maybe(text) }),
  facts: items({ label: text, text, href: maybe(text) }),
  figures: items({ label: text, value: text }),
  list: items({
    title: text,
    href: text,
    meta: list(text),
    text: maybe(text),
    hits: maybe(list(list(numeric))),
    progress: maybe(record({ share: numeric, text })),
    badge,
  }),
  sections: items({ id: text, paragraphs: list(text) }),
  steps: items({ title: text, state: text, stateText: text }),
  photos: items({ src: text, alt: text, caption: text }),
  form: record({
    label: text,
    fields: list(
      record({ name: text, label: text, value: text, options: maybe(list(record({ value: text, text }))) }),
    ),
  }),
  group: record({ heading: text, blocks: (value): value is readonly Block[] => blocks(value) }),
};

/** A block of a kind that is not known here is of a newer platform: it is left out, not refused. */
const block = (value: unknown): value is Block =>
  record({ type: text })(value) && (Object.hasOwn(known, value.type) ? (known[value.type] ?? anything)(value) : true);
const blocks = list(block);

const shape = record({
  panel: text,
  title: text,
  sentence: text,
  lang: text,
  state: text,
  address: text,
  touches: list(text),
  blocks,
  badge,
  source: record({ publisher: text, permalink: text, publishedAt: maybe(text), modifiedAt: maybe(text) }),
});

export const isPanelDocument: Guard<PanelDocument> = (value): value is PanelDocument => shape(value);
