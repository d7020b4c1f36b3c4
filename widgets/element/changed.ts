import type { Block, PanelDocument } from '../core/document.ts';

/** Every value that a reader may have looked at, by a name that stays: what to compare after a change. */
function valuesOf({ blocks, sentence }: PanelDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>([['', sentence]]);
  const walk = (inside: readonly Block[]): void => {
    for (const block of inside) {
      if (block.type === 'group') walk(block.blocks);
      if (block.type === 'notice') values.set(block.text, block.text);
      if (block.type === 'figures') for (const { label, value } of block.items) values.set(label, value);
      if (block.type === 'facts') for (const { label, text } of block.items) values.set(label, text);
      if (block.type === 'steps') for (const { title, stateText } of block.items) values.set(title, stateText);
      if (block.type === 'list')
        for (const { href, title, badge, progress } of block.items)
          values.set(href, `${title} ${badge?.text} ${progress?.text}`);
      if (block.type === 'table')
        for (const { cells } of block.rows)
          cells.forEach((cell, index) => void values.set(`${block.id} ${cells[0]} ${index}`, cell ?? ''));
    }
  };
  walk(blocks);
  return values;
}

/** Names of the values that are not as they were. */
export function changedBetween(before: PanelDocument, now: PanelDocument): readonly string[] {
  const old = valuesOf(before);
  return [...valuesOf(now)].filter(([name, value]) => old.get(name) !== value).map(([name]) => name);
}
