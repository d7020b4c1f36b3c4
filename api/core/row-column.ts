import type { Bilingual } from './finding.ts';

/** A column of rows that leave by the million. `code` is text that looks like a number and stays text; `money` is whole fen. */
export interface RowColumn {
  readonly key: string;
  readonly label: Bilingual;
  readonly type: 'text' | 'code' | 'integer' | 'money' | 'day' | 'instant' | 'boolean';
  readonly width?: number;
}

/** An instant as the database writes it in UTC, `2026-01-31 08:00:00.5+00`, as the rest of the world does. */
export const instantText = (text: string): string => `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, '')}Z`;
