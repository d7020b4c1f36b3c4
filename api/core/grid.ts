import type { Finding } from './finding.ts';

/**
 * A cell as a reader hands it on: its exact text, or null when it is empty. A number is plain decimal digits (`-1234.5`),
 * a day `YYYY-MM-DD`, a share `27.22%`; nothing was rounded or guessed on the way.
 */
export type Cell = string | null;

/** A row that holds at least one cell with something in it. */
export interface GridRow {
  /** 1-based, as the source counts its rows. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Cells shown as one (合并单元格): rows 1-based, columns 0-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One worksheet, or a whole CSV file. */
export interface Grid {
  /** The worksheet's name; null where the format has none. */
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly merges: readonly Merge[];
  /** In batches, and to be read once: a file of a million rows is never in memory whole. */
  readonly rows: AsyncIterable<readonly GridRow[]>;
}

/** A source of tables, read. */
export interface Workbook {
  readonly grids: AsyncIterable<Grid>;
  /** What the reader found; complete once every grid has been read to its end. An error ends the reading. */
  readonly findings: readonly Finding[];
}

/** Bytes that can be read more than once. */
export interface Source {
  readonly name: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** The letters of a column: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
