import type { Block, PanelDocument } from '../core/document.ts';
import { plainJson } from '../core/json.ts';

interface Item {
  readonly label?: string;
  readonly title?: string;
  readonly href?: string;
}

/** Every value that a reader may have looked at, by a name that stays: what to compare after a change. */
function valuesOf({ blocks, sentence }: PanelDocument): ReadonlyMap<string, string> {
  const values = new Map([['', sentence]]);
  const walk = (inside: readonly Block[]): void => {
    for (const block of inside) {
      if (block.type === 'group') walk(block.blocks);
      if (block.type === 'notice') values.set(block.text, '');
      if (block.type === 'table')
        for (const { cells } of block.rows)
          cells.forEach((cell, index) => void values.set(`${block.id} ${cells[0]} ${index}`, `${cell}`));
      if ('items' in block)
        for (const item of block.items as readonly Item[])
          values.set((block.type === 'list' ? item.href : (item.label ?? item.title)) ?? '', plainJson(item));
    }
  };
  walk(blocks);
  return values;
}

/** Names of the values that are not as they were. */
export function changedBetween(before: PanelDocument, now: PanelDocument): readonly string[] {
  try {
    const old = valuesOf(before);
    return [...valuesOf(now)].filter(([name, value]) => old.get(name) !== value).map(([name]) => name);
  } catch {
    // What is nested too deep to be compared is drawn, or not, without a mark.
    return [];
  }
}
