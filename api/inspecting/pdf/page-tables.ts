import { isNameLabel } from '../../core/personal-information/labels.ts';
import { type TableDatum, TableScan } from '../../core/personal-information/table.ts';

/** Words where they stand on a page, in points from its lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Cell {
  text: string;
  readonly from: number;
  to: number;
}

const centre = ({ from, to }: Cell): number => (from + to) / 2;

/** The lines of a page from the top down, each from left to right; what touches is one cell. */
function linesOf(items: readonly PlacedText[]): Cell[][] {
  const written = items.filter(({ text }) => text.trim() !== '').sort((left, right) => right.y - left.y);
  const lines: PlacedText[][] = [];
  for (const item of written) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && first.y - item.y < Math.max(2, first.height / 2)) line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => {
    const cells: Cell[] = [];
    for (const { text, x, width, height } of line.sort((left, right) => left.x - right.x)) {
      const last = cells.at(-1);
      if (last && x - last.to < Math.max(1, height / 3)) {
        last.text += text;
        last.to = x + width;
      } else cells.push({ text, from: x, to: x + width });
    }
    return cells;
  });
}

/** Which of the columns a cell stands under: the nearest. */
function columnOf(cell: Cell, centres: readonly number[]): number {
  let nearest = 0;
  for (const [index, each] of centres.entries())
    if (Math.abs(each - centre(cell)) < Math.abs((centres[nearest] ?? 0) - centre(cell))) nearest = index;
  return nearest;
}

/**
 * Tables as a PDF has them, words at places without rows or columns. A line with a label of names is a header, what stands
 * below is put under the nearest label, also on the pages that follow.
 */
export class PageTables {
  readonly #scan = new TableScan();
  #centres: readonly number[] = [];
  #row = 0;

  *see(items: readonly PlacedText[]): Generator<TableDatum> {
    for (const line of linesOf(items)) {
      this.#row += 1;
      if (line.length > 1 && line.some(({ text }) => isNameLabel(text))) this.#centres = line.map(centre);
      yield* this.#scan.seeColumns({ row: this.#row, cells: this.#cellsOf(line) });
    }
  }

  #cellsOf(line: readonly Cell[]): (string | null)[] {
    if (this.#centres.length === 0 || line.length === 1) return line.map(({ text }) => text);
    const cells: (string | null)[] = this.#centres.map(() => null);
    for (const cell of line) {
      const column = columnOf(cell, this.#centres);
      cells[column] = (cells[column] ?? '') + cell.text.trim();
    }
    return cells;
  }
}
