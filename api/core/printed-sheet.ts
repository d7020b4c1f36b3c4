/** A worksheet as people print it: titles, headers and rows in their cells. Amounts are decimal text, written as numbers. */
export interface PrintedSheet {
  readonly name: string;
  readonly rows: readonly (readonly PrintedCell[])[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Cells where one of a list is chosen: rows 1-based, columns 0-based. */
  readonly choices?: readonly { readonly row: number; readonly column: number; readonly list: readonly string[] }[];
}

export type PrintedCell = string | { readonly number: string } | { readonly bold: string } | null;

/** The text of a cell, as a reader of the sheet has it. */
export const cellText = (cell: PrintedCell): string | null => {
  if (cell === null || typeof cell === 'string') return cell;
  return 'number' in cell ? cell.number : cell.bold;
};
