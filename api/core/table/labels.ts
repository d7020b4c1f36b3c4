import { createHash } from 'node:crypto';
import { normalise } from '../chinese.ts';
import type { Cell, GridRow, Merge } from '../grid.ts';

/** A label compares without spaces, line breaks and width, in simplified characters. */
export const labelKey = (label: string): string => normalise(label).replace(/\s/g, '');

const han = /[\p{Script=Han}，。、：；（）“”《》〔〕]/u;

/** A cell broken over lines reads as one: spaces go between Chinese characters, elsewhere one is left. */
export const inOneLine = (written: string): string =>
  written.trim().replace(/\s+/g, (space, offset: number, whole: string) => {
    const [before, after] = [whole.charAt(offset - 1), whole.charAt(offset + space.length)];
    return han.test(before) || han.test(after) ? '' : ' ';
  });

/** A column's labels in one line, outermost first: what a finding and `--map` call it. */
export const labelOf = ({ path }: { readonly path: readonly string[] }): string => path.map(inOneLine).join('/');

/** Identifies a header, so that what a publisher said of its columns is remembered for this very one. */
export const signatureOf = (paths: readonly (readonly string[])[]): string =>
  createHash('sha256')
    .update(paths.map((path) => path.map(labelKey).join('/')).join('|'))
    .digest('base64url')
    .slice(0, 16);

/** An amount, a share or a count, as tables print them. */
export const isNumber = (text: string): boolean => /^[-+−(]?[\d０-９][\d０-９,，.]*\)?%?$/.test(text.trim());

/** Positions of the cells of a row that hold something. */
export const filled = ({ cells }: GridRow): number[] =>
  cells.flatMap((cell, index) => (cell === null || cell.trim() === '' ? [] : [index]));

/** What a row's cells hold, blanks left out. */
export const wordsIn = ({ cells }: GridRow): string[] =>
  cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell.trim()]));

export const covers = ({ top, left, bottom, right }: Merge, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The cells of a header row with what merged cells show; without merges, an upper label reaches right to the next. */
function spread(rows: readonly GridRow[], merges: readonly Merge[], width: number): Cell[][] {
  const at = (row: number, column: number): Cell => rows.find((one) => one.row === row)?.cells[column] ?? null;
  return rows.map((one, index) =>
    Array.from({ length: width }, (_, column): Cell => {
      const own = one.cells[column] ?? null;
      if (own !== null) return own;
      const merge = merges.find((each) => covers(each, one.row, column));
      if (merge) return at(merge.top, merge.left);
      const below = rows[index + 1];
      if (merges.length > 0 || !below || (below.cells[column] ?? null) === null) return null;
      for (let left = column - 1; left >= 0; left -= 1) {
        const label = one.cells[left] ?? null;
        // A label that has nothing below it stands for its own column alone.
        if (label !== null) return (below.cells[left] ?? null) === null ? null : label;
      }
      return null;
    }),
  );
}

/** Labels of every column from the top down, each once: a merged label is the same in every row it covers. */
export function pathsOf(rows: readonly GridRow[], merges: readonly Merge[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const cells = spread(rows, merges, width);
  return Array.from({ length: width }, (_, column) =>
    cells
      .map((row) => row[column]?.trim() ?? '')
      .filter((label, index, all) => label !== '' && labelKey(label) !== labelKey(all[index - 1] ?? '')),
  );
}

/** 栏次 1 2 3 … (甲 乙 1 2 …): the numbers of the columns, no amounts. */
export function isNumbering(row: GridRow): boolean {
  const labels = wordsIn(row);
  if (/^(栏次|行次)$/.test(labels[0] ?? '')) return true;
  const numbers = labels.filter((label) => /^\d{1,2}$/.test(label)).map(Number);
  const others = labels.filter((label) => !/^\d{1,2}$/.test(label));
  return (
    numbers.length >= 3 &&
    others.every((label) => /^[甲乙丙丁*—-]$/.test(label)) &&
    numbers.every((number, index) => number === index + 1)
  );
}
