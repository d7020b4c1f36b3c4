import { type Cell, columnLetters } from '../core/grid.ts';
import { longestCell, mostColumns } from './refusal.ts';
import { limits, Refused, tooLarge } from './xlsx-limits.ts';
import type { Reference } from './xlsx-reference.ts';

/** What was read so far in the whole workbook. */
export interface Counted {
  cells: number;
  rows: number;
}

/** The cells of a worksheet by their rows, no more than a limit says, wherever they claim to be. */
export class SheetGrid {
  readonly #sheet: string;
  readonly #counted: Counted;
  readonly #rows = new Map<number, Cell[]>();
  #width = 0;

  constructor(sheet: string, counted: Counted) {
    this.#sheet = sheet;
    this.#counted = counted;
  }

  /** The last row and column that hold something. */
  get last(): Reference {
    let row = 0;
    for (const each of this.#rows.keys()) if (each > row) row = each;
    return { row, column: this.#width - 1 };
  }

  rows(): { readonly row: number; readonly cells: Cell[] }[] {
    return [...this.#rows].sort(([left], [right]) => left - right).map(([row, cells]) => ({ row, cells }));
  }

  refuse(rule: string, { row, column }: Reference, zh: string, en: string): never {
    const name = `${columnLetters(column)}${row}`;
    throw new Refused(rule, `单元格 ${name} ${zh}`, `Cell ${name} ${en}`, { sheet: this.#sheet, row, column: name });
  }

  checkLength(at: Reference, length: number): void {
    if (length > longestCell)
      this.refuse('cell-too-long', at, `超过 ${longestCell} 个字符。`, `holds more than ${longestCell} characters.`);
  }

  put(at: Reference, value: Cell): void {
    if (value === null) return;
    const { row, column } = at;
    if (column >= mostColumns)
      this.refuse('cell-too-far', at, `在第 ${mostColumns} 列之外。`, `is beyond column ${mostColumns}.`);
    this.checkLength(at, value.length);
    const cells = this.#cellsOf(row);
    if ((cells[column] ?? null) !== null)
      this.refuse(
        'duplicate-cell',
        at,
        '出现两次，不同软件会读到不同内容。',
        'is there twice: programs disagree which one counts.',
      );
    // Empty places before a cell take memory as well.
    this.#counted.cells += Math.max(1, column + 1 - cells.length);
    if (this.#counted.cells > limits.cells) throw tooLarge('单元格数', `${limits.cells} cells`);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    this.#width = Math.max(this.#width, column + 1);
  }

  #cellsOf(row: number): Cell[] {
    const known = this.#rows.get(row);
    if (known) return known;
    this.#counted.rows += 1;
    if (this.#counted.rows > limits.rows) throw tooLarge('行数', `${limits.rows} rows`);
    const cells: Cell[] = [];
    this.#rows.set(row, cells);
    return cells;
  }
}
