import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { TableBlock } from '../../core/document.ts';
import { barsOf, sayingOf } from '../../core/drawing.ts';
import { type Pen, share } from '../pen.ts';
import { fromWidth, widthInEms } from './room.ts';

/** Upright marks, in the order of their rows: years, months. A name is read before its value, which stands above the mark. */
export const columns = (block: TableBlock, pen: Pen): TemplateResult => {
  const { zero, bars } = barsOf(block.rows);
  const sayings = bars.map(({ row }) => sayingOf(row, block, pen.language));
  const widest = Math.max(...sayings.map(({ figure }) => widthInEms(figure)));
  // Where they do not stand side by side, the first and the last value are shown, and all of them in the table.
  const room = fromWidth(bars.length * (widest * 0.8125 + 0.5));
  return html`
    <div class="columns ${room && 'crowded'}" role="list" aria-label=${block.caption}>
      ${bars.map(({ row, from, length, before }, index) => {
        const { label = '', figure } = sayings[index] ?? {};
        const isEnd = index === 0 || index === bars.length - 1;
        return html`<div role="listitem">
          <span>${label}</span>
          <svg part="mark" aria-hidden="true">
            <rect y=${share(1 - from - length)} width="100%" height=${share(length)}></rect>
            <rect class="zero" y=${share(1 - zero)} width="100%" height="1"></rect>
            ${
              before === undefined
                ? nothing
                : html`<svg y=${share(1 - before)} overflow="visible"><rect class="before" y="-1" width="100%" height="2"></rect></svg>`
            }
          </svg>
          <span class="figure ${isEnd ? '' : room} ${pen.fresh.has(`${block.id} ${row.cells[0]} 1`) ? 'fresh' : ''}">${figure}</span>
        </div>`;
      })}
    </div>
  `;
};
