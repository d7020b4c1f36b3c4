import type { Block } from '../../core/document.ts';
import { type Guard, list, record, text } from '../../core/shape.ts';
import { maybe, numeric } from '../document-guard.ts';

const items = <S extends Readonly<Record<string, Guard<unknown>>>>(fields: S) =>
  record({ items: list(record(fields)) });

const known: Readonly<Record<string, Guard<unknown>>> = {
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
  }),
  sections: items({ id: text, paragraphs: list(text) }),
  steps: items({ title: text, state: text, stateText: text }),
  photos: items({ src: text, alt: text, caption: text }),
  form: record({
    label: text,
    fields: list(record({ name: text, label: text, value: text, options: maybe(list(record({ value: text, text }))) })),
  }),
  group: record({ heading: text, blocks: (value): value is unknown => list(isBlock)(value) }),
};

/** A block of a kind that is not known here is of a newer platform: it is left out, not refused. */
export const isBlock: Guard<Block> = (value): value is Block => {
  const { type } = value as Block;
  return !Object.keys(known).includes(type) || known[type]?.(value) === true;
};
