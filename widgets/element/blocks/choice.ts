import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { TableBlock } from '../../core/document.ts';
import type { Pen } from '../pen.ts';
import { columns } from './columns.ts';
import { treemapOf } from './treemap.ts';

/** The key between a drawing and its table. */
export const choice = ({ id }: TableBlock, pen: Pen): TemplateResult => html`<button
  type="button"
  class="quiet"
  aria-pressed=${`${pen.opened.has(id)}`}
  @click=${() => pen.acts.toggle(id)}
>
  ${pen.say('table')}
</button>`;

/** A drawing that stands where its table would; on paper both stand. */
export const drawing = (block: TableBlock, pen: Pen): unknown => {
  if (pen.opened.has(block.id) && !pen.isPrinting) return nothing;
  return block.chart === 'treemap' ? treemapOf(block, pen) : columns(block, pen);
};
