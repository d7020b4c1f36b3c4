import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Row, TableBlock } from '../../core/document.ts';
import { areasOf, type Box, type Saying, sayingOf, treemap } from '../../core/drawing.ts';
import type { Pen } from '../pen.ts';
import { fromWidth, widthInEms } from './room.ts';

interface Cell extends Box, Saying {
  readonly row: Row;
}

/** The map is laid out once, in these units, and stretched with the panel. */
const width = 160;
const height = 90;
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One stop for the Tab key; arrows lead from cell to cell, largest first. */
const rove = (event: KeyboardEvent): void => {
  const cells = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[tabindex]')];
  const at = cells.indexOf(event.target as HTMLElement);
  const { key } = event;
  const next = key === 'Home' ? 0 : key === 'End' ? cells.length - 1 : at + (steps[key] ?? 0);
  const cell = cells[next];
  if (next === at || !cell) return;
  event.preventDefault();
  for (const each of cells) each.tabIndex = each === cell ? 0 : -1;
  cell.focus();
};

/**
 * From which width of a map on a cell has its name and, below it, its number in it: one without the other says nothing, and
 * nothing is cut off in the middle. In units of its text, of which the map is about half as high as wide and no higher than 25.
 * A name may be set in two lines, between words where it has words.
 */
const namedFrom = ({ label, figure, width: across, height: down }: Cell): string => {
  const needed = [1, 2].map((lines) => {
    const uneven = lines > 1 && label.includes(' ') ? 2.5 : 0;
    const ems = Math.max(widthInEms(label) / lines + uneven, widthInEms(figure));
    const high = (((lines + 1) * 1.25 + 0.4) * height) / down;
    const isTooMuch = high > 25 || (lines > 1 && !/[^\0-\u2e7f]| /.test(label));
    return isTooMuch ? 99 : Math.max(((ems * 0.875 + 0.9) * width) / across, high / 0.48);
  });
  return fromWidth(Math.min(...needed));
};

const cellOf = (cell: Cell, index: number, pen: Pen, id: string): TemplateResult => {
  const { row, label, value, figure } = cell;
  const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)}%`;
  const place = `left:${percent(cell.x, width)};top:${percent(cell.y, height)};width:${percent(cell.width, width)};height:${percent(cell.height, height)}`;
  const side = `tip${cell.x > width / 2 ? ' end' : ''}${cell.y > height / 2 ? ' up' : ''}`;
  const { go } = row;
  const isFresh = row.cells.some((_, column) => pen.fresh.has(`${id} ${row.cells[0]} ${column}`));
  return html`<div
    class="cell${index === 0 ? ' first' : ''}${isFresh ? ' fresh' : ''}"
    part="mark"
    .style=${place}
    tabindex=${index === 0 ? 0 : -1}
    role=${go ? 'button' : 'img'}
    aria-label="${label} ${value}"
    @click=${go ? () => pen.acts.go(go, true) : nothing}
    @keydown=${(event: KeyboardEvent) => {
      if (!go || !/^( |Enter)$/.test(event.key)) return;
      event.preventDefault();
      pen.acts.go(go, true);
    }}
    ><span aria-hidden="true" class=${namedFrom(cell)}>${label} <span class="figure">${figure}</span></span> <span aria-hidden="true" class=${side}>${label} <b>${value}</b></span></div
  >`;
};

/** Names that have no room in the drawing stand below it; to who listens they are said in it. */
const unnamed = (cells: readonly Cell[], pen: Pen): unknown => {
  const below = (from: string) => from.replace('from', 'to').replace('never', '');
  const named = cells
    .map((cell) => [namedFrom(cell), `${cell.label} ${cell.figure}`] as const)
    .filter(([from]) => from);
  const last = named.map(([from]) => from).sort()[named.length - 1];
  return last === undefined
    ? nothing
    : html`<p class="small ${below(last)}" aria-hidden="true"><span class="meta"
        ><span>${pen.say('unlabelled')}</span>${named.map(([from, said]) => html`<span class=${below(from)}>${said}</span>`)}</span
      ></p>`;
};

/** What has no area is in the table. */
export const treemapOf = (block: TableBlock, pen: Pen): TemplateResult => {
  const rows = areasOf(block.rows);
  const boxes = treemap(
    rows.map(({ mark = 0 }) => mark),
    width,
    height,
  );
  const cells = rows.flatMap((row, index): Cell[] => {
    const box = boxes[index];
    return box ? [{ row, ...box, ...sayingOf(row, block, pen.language) }] : [];
  });
  return html`
    <div class="map" role="group" aria-label=${block.caption} @keydown=${rove}>
      ${cells.map((cell, index) => cellOf(cell, index, pen, block.id))}
    </div>
    ${unnamed(cells, pen)}
  `;
};
