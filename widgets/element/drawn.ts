import { html, type TemplateResult } from 'lit/html.js';
import type { Block } from '../core/document.ts';
import { figures, notice } from './blocks/plain.ts';
import { table } from './blocks/table.ts';
import { later } from './later.ts';
import type { Pen } from './pen.ts';

/** Whether a block waits for what is fetched later. */
export const needsMore = (block: Block): boolean =>
  block.type === 'table' ? /treemap|columns/.test(block.chart ?? '') : block.type !== 'notice' && block.type !== 'figures';

const draw = (block: Block, pen: Pen): unknown => {
  if (block.type === 'table') return table(block, pen);
  if (block.type === 'notice') return notice(block, pen);
  return block.type === 'figures' ? figures(block, pen) : later.more?.draw(block, pen);
};

/** Blocks one below the other. */
export const drawn = (blocks: readonly Block[], pen: Pen): readonly TemplateResult[] =>
  blocks.map((block) => html`<div class="block">${draw(block, pen)}</div>`);
