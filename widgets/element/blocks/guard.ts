import type { Block } from '../../core/document.ts';
import { type Guard, list, record, text } from '../../core/shape.ts';

const items = record({ items: list(record({})) });
const others: Readonly<Record<string, Guard<unknown>>> = {
  notice: record({ text }),
  form: record({ fields: list(record({ name: text, value: text })) }),
  group: record({ heading: text, blocks: (value): value is unknown => list(isBlock)(value) }),
};

/**
 * What is iterated must be a list. A text that is none is drawn as text, and what cannot be drawn at all is caught there. A
 * block of a kind that is not known here is of a newer platform: it is left out, not refused.
 */
export const isBlock: Guard<Block> = (value): value is Block => {
  const { type } = value as Block;
  if (/^(facts|figures|list|sections|steps|photos)$/.test(type)) return items(value);
  return !/^(notice|form|group)$/.test(type) || others[type]?.(value) === true;
};
