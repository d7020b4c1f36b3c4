import type { Bilingual } from './finding.ts';

/** A column of rows that leave by the million. `code` is text that looks like a number and stays text; `money` is whole fen. */
export interface RowColumn {
  readonly key: string;
  readonly label: Bilingual;
  readonly type: 'text' | 'code' | 'integer' | 'money' | 'day' | 'boolean';
  readonly width?: number;
}

/** Rows as the database writes them: the text of each value, null where there is none. In batches. */
export type RowBatches = AsyncIterable<readonly (readonly (string | null)[])[]>;

/** Whole fen as yuan with two decimals; the text never becomes a float. */
export function yuanText(fen: string): string {
  const sign = fen.startsWith('-') ? '-' : '';
  const digits = sign === '' ? fen : fen.slice(1);
  if (digits.length > 2) return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return `${sign}0.${digits.padStart(2, '0')}`;
}
