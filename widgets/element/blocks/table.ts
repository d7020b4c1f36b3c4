import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Row, TableBlock } from '../../core/document.ts';
import { barsOf, columnTexts, isWide } from '../../core/drawing.ts';
import { link } from '../../core/link.ts';
import { later } from '../later.ts';
import { barOf, type Pen } from '../pen.ts';

/** Rows that are shown before somebody asks for all. */
const mostRows = 40;

/** What a row is called: a way to what is below it, a link, or words. */
const nameOf = (row: Row, pen: Pen): unknown => {
  const name = pen.typeset(row.cells[0] ?? '—');
  const { go } = row;
  if (go && pen.acts)
    return html`<button type="button" class="deeper" @click=${() => pen.acts.go(go, true)}>${name}</button>`;
  return row.href ? link(row.href, name) : name;
};

const tableOf = (block: TableBlock, pen: Pen): TemplateResult => {
  const { id, rows } = block;
  const texts = block.columns.map((_, index) => columnTexts(block, index, pen.language));
  const bars = new Map(block.chart === 'bars' ? barsOf(rows).bars.map((bar) => [bar.row, bar]) : []);
  const isCut = rows.length > mostRows && !pen.opened.has(`${id}*`) && !pen.isPrinting;
  return html`
    <table part="table" aria-label=${block.caption} class=${isWide(block) ? 'wide' : block.columns.length > 2 || block.columns[1]?.type === 'text' ? 'many' : ''} role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${block.columns.map(({ label, type }) => html`<th scope="col" role="columnheader" class=${type}>${label}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.slice(0, isCut ? mostRows : undefined).map((row) => {
          const at = rows.indexOf(row);
          const bar = bars.get(row);
          return html`<tr role="row" class="level${row.level ?? 1}">
            ${block.columns.map(({ label, type }, index) => {
              const fresh = pen.fresh.has(`${id} ${row.cells[0]} ${index}`) ? ' fresh' : '';
              return index === 0
                ? html`<th scope="row" role="rowheader"
                    ><div class=${bar ? 'barred' : ''}><span>${nameOf(row, pen)} ${later.more?.badgeOf(row.badge)}</span>${
                      bar ? barOf(bar.from, bar.length, bar.before) : nothing
                    }</div></th>`
                : html`<td role="cell" class="${type}${fresh}" data-label=${label}>${pen.typeset(texts[index]?.[at] ?? '')}</td>`;
            })}
          </tr>`;
        })}
      </tbody>
    </table>
    ${
      isCut
        ? html`<button type="button" @click=${() => pen.acts.toggle(`${id}*`)}>${pen.say('all', rows.length)}</button>`
        : nothing
    }
  `;
};

/** Values in rows. Where a drawing takes their place, the table is one key away, and on paper both stand. */
export const table = (block: TableBlock, pen: Pen): TemplateResult => {
  const { caption, unit, chart, compared, note } = block;
  const isDrawn = /tree|col/.test(chart ?? '');
  return html`
    <div class="caption">
      <b>${caption}</b> ${unit ? html`<span class="small">${pen.say('unit', unit)}</span>` : nothing}
      ${isDrawn ? later.more?.choice(block, pen) : nothing}
    </div>
    ${isDrawn ? later.more?.draw(block, pen) : nothing}
    ${!isDrawn || pen.opened.has(block.id) || pen.isPrinting ? tableOf(block, pen) : nothing}
    ${[compared && chart !== 'treemap' && pen.say('compared', compared), note].map((text) => (text ? html`<p class="small">${pen.typeset(text)}</p>` : nothing))}
  `;
};
