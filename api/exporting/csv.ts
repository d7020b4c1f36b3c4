import { stringify } from 'csv-stringify/sync';
import type { CellValue } from '../core/sheet.ts';

/** What a spreadsheet would take for a formula (ASVS 5, 1.2.10), also where apostrophes stand before it already: reading takes one off. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** Text that a spreadsheet would run is shown instead: an apostrophe stands before it. */
export const neutral = (value: CellValue): CellValue =>
  typeof value === 'string' && formula.test(value) ? `'${value}` : value;

export const byteOrderMark = '\ufeff';

/** Lines of CSV (RFC 4180) of cells that are harmless as they are: CRLF, text always quoted so that codes stay text, an absent value empty. */
export const exactLines = (rows: readonly (readonly CellValue[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', quoted_string: true },
  );

/** The same of any cells: what a spreadsheet would run is shown. */
export const csvLines = (rows: readonly (readonly CellValue[])[]): string =>
  exactLines(rows.map((row) => row.map(neutral)));
