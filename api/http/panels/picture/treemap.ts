import type { Row, TableBlock } from '../../../../widgets/core/document.ts';
import { areasOf, type Box, drawnColumn, treemap } from '../../../../widgets/core/drawing.ts';
import { cellText } from '../../../../widgets/core/figures.ts';
import { wordsOf } from '../words.ts';
import { othersOf } from './bars.ts';
import { type Drawn, group, lineAt, type Paper, paragraph, rect, stacked } from './paper.ts';
import { rows } from './rows.ts';
import { linesOf, textWidth } from './text-width.ts';

interface Cell {
  readonly row: Row;
  readonly box: Box;
  /** The exact value, and what stands beside it in the table. */
  readonly values: readonly string[];
}

const gap = 2;

/** The words of a cell, when all of them fit: a name cut short is none. */
function wordsIn({ row, box, values }: Cell, paper: Paper, fill: string): string | null {
  const small = paper.size * 0.875;
  const room = box.width - gap - 16;
  const lines = linesOf(row.cells[0] ?? '', room / small);
  const isBroken = lines.some((line) => textWidth(line) * small > room);
  const step = small * 1.35;
  const isTooWide = isBroken || values.some((value) => textWidth(value) * small > room);
  if (isTooWide || (lines.length + values.length) * step + 12 > box.height) return null;
  const at = (line: number) => box.y + 6 + step * line + step / 2 + small * 0.36;
  const named = lines.map((line, index) => lineAt(box.x + 8, at(index), line, { size: small, fill, bold: true }));
  const said = values.map((value, index) => lineAt(box.x + 8, at(lines.length + index), value, { size: small, fill }));
  return named.join('') + said.join('');
}

/** Areas in proportion; what cannot be named in its area is listed below with its value. */
export function areas(table: TableBlock, paper: Paper): Drawn {
  const { width, size, isNarrow, accent, pale, paper: ground, ink, muted, lang } = paper;
  const shown = areasOf(table.rows);
  const at = drawnColumn(table);
  const type = table.columns[at]?.type ?? 'number';
  const tall = Math.round(isNarrow ? width * 1.1 : Math.min(width * 0.52, size * 26));
  const boxes = treemap(
    shown.map(({ mark = 0 }) => mark),
    width + gap,
    tall + gap,
  );
  const unnamed = new Set(table.rows);
  const cells = shown.map((row, index) => {
    const box = boxes[index] ?? { x: 0, y: 0, width: 0, height: 0 };
    const isSubject = index === 0;
    const values = [cellText(type, row.cells[at] ?? null, lang), othersOf(table, row, [at], paper)];
    const words = wordsIn(
      { row, box, values: values.filter((value) => value !== '') },
      paper,
      isSubject ? ground : ink,
    );
    if (words !== null) unnamed.delete(row);
    return rect(box.x, box.y, box.width - gap, box.height - gap, isSubject ? accent : pale) + (words ?? '');
  });
  const rest = table.rows.filter((row) => unnamed.has(row));
  const drawn = { markup: group(0, 0, cells.join('')), height: tall };
  if (rest.length === 0) return drawn;
  const said = paragraph(0, width, wordsOf(lang).unlabelled, { size: size * 0.8125, fill: muted, leading: 1.4 });
  return stacked([drawn, said, rows(table, rest, paper)], Math.round(size * 0.5));
}
