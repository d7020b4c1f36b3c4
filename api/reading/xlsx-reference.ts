import type { Merge } from '../core/grid.ts';
import { Refused } from './xlsx-limits.ts';

/** Row 1-based, column 0-based. */
export interface Reference {
  readonly row: number;
  readonly column: number;
}

/** A worksheet has no row beyond this. */
const lastRow = 1_048_576;

export const rowOf = (text: string | undefined, expected: number): number => {
  if (text === undefined) return expected;
  const row = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (row >= 1 && row <= lastRow) return row;
  throw new Refused(
    'damaged-workbook',
    `工作表中有不存在的行号“${text.slice(0, 20)}”。`,
    `The worksheet has a row numbered "${text.slice(0, 20)}", which there is not.`,
  );
};

export function referenceOf(text: string): Reference | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]), column };
}

export const mergeOf = (text: string): Merge | null => {
  const [from, to] = text.split(':').map(referenceOf);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
};

/** Merged cells as far as there is something in a sheet: nothing is shown beyond. */
export const clipped = (merges: readonly Merge[], last: Reference): Merge[] =>
  merges
    .filter(({ top, left }) => top <= last.row && left <= last.column)
    .map((merge) => ({
      ...merge,
      bottom: Math.min(merge.bottom, last.row),
      right: Math.min(merge.right, last.column),
    }));
