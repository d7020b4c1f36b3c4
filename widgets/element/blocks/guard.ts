import type { Block } from '../../core/document.ts';
import { type Guard, list, record, text } from '../../core/shape.ts';
import { kind } from '../document-guard.ts';

const items = record({ items: list(record({})) });
const notice = record({ text });
const form = record({ fields: list(record({ name: text, value: text })) });
const group = record({ heading: text, blocks: list(kind) });

/** Groups in groups: no panel has more, and what would go on for ever ends here. */
const deepest = 9;

const isSound = (value: unknown, depth: number): boolean => {
  if (!kind(value)) return false;
  const { type } = value;
  if (/^(facts|figures|list|sections|steps|photos)$/.test(type)) return items(value);
  if (type === 'group')
    return depth < deepest && group(value) && value.blocks.every((inside) => isSound(inside, depth + 1));
  return type === 'notice' ? notice(value) : type !== 'form' || form(value);
};

/**
 * What is iterated must be a list. A text that is none is drawn as text, and what cannot be drawn at all is caught there. A
 * block of a kind that is not known here is of a newer platform: it is left out, not refused.
 */
export const isBlock: Guard<Block> = (value): value is Block => isSound(value, 0);
