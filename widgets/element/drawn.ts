import { html, type TemplateResult } from 'lit/html.js';
import type { Block } from '../core/document.ts';
import { table } from './blocks/table.ts';
import { later } from './later.ts';
import type { Pen } from './pen.ts';

/** Whether a block waits for what is fetched later: all but tables, bare or with bars. */
export const needsMore = (block: Block): boolean =>
  block.type !== 'table' || /tree|col/.test(block.chart ?? '') || block.rows.some(({ badge }) => badge);

/** Blocks one below the other. */
export const drawn = (blocks: readonly Block[], pen: Pen): readonly TemplateResult[] =>
  blocks.map(
    (block) =>
      html`<div class="block">${block.type === 'table' ? table(block, pen) : later.more?.draw(block, pen)}</div>`,
  );
