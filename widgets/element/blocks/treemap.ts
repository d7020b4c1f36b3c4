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
 * The least width of a map, in units of its text, in whose cell a label of so many lines fits: nothing is cut off in the middle.
 * The map is about half as high as wide, and no higher than 25. Chinese may be set in two lines.
 */
const fits = (ems: number, cell: Cell, lines: number): string => {
  const needed = [1, 2].map((wraps) => {
    const across = (((ems / wraps) * 0.875 + 0.9) * width) / cell.width;
    const down = (((lines + wraps - 1) * 1.25 + 0.4) * height) / cell.height;
    const isTooMuch = down > 25 || (wraps > 1 && !/[^\0-\u2e7f]/.test(cell.label));
    return isTooMuch ? 99 : Math.max(across, down / 0.48);
  });
  return fromWidth(Math.min(...needed));
};

/** From which width of the panel on a cell has its name and its number in it: one without the other says nothing. */
const namedFrom = (cell: Cell): string => fits(Math.max(widthInEms(cell.figure), widthInEms(cell.label)), cell, 2);

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
