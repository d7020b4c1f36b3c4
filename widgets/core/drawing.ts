import type { PanelLanguage, Row, TableBlock } from './document.ts';
import { cellText } from './figures.ts';

// How the marks of a table are drawn, without a template: the browser and the picture made on the platform use the same.

export type { Box } from './geometry.ts';
export { treemap } from './geometry.ts';

/** A mark of one row, from the zero line: where it begins and how long it is, as shares of the whole scale. */
export interface Bar {
  readonly row: Row;
  readonly from: number;
  readonly length: number;
  /** Where the thin mark of what it is compared with stands, on the same scale. */
  readonly before?: number;
}

/**
 * Marks on one scale that begins at zero, with room below zero only where something is below zero. The longest mark is 1, so
 * that a table of short marks has short bars. Upright or lying is for whoever draws.
 */
export function barsOf(rows: readonly Row[]): { readonly zero: number; readonly bars: readonly Bar[] } {
  const marked = rows.filter(({ mark }) => mark !== undefined);
  const marks = marked.flatMap(({ mark = 0, before = 0 }) => [mark, before]);
  const bottom = Math.min(0, ...marks);
  const whole = Math.max(1, ...marks) - bottom;
  return {
    zero: -bottom / whole,
    bars: marked.map((row) => {
      const { mark = 0, before } = row;
      const bar = { row, from: (Math.min(0, mark) - bottom) / whole, length: Math.abs(mark) / whole };
      return before === undefined ? bar : { ...bar, before: (before - bottom) / whole };
    }),
  };
}

/** Rows that have an area, the largest first. A total would dwarf its parts, and what is not above zero has none. */
export const areasOf = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ mark = 0, level = 1 }) => mark > 0 && level > 0)
    .sort((left, right) => (right.mark ?? 0) - (left.mark ?? 0));

/** Whether cells stand below each other on a phone: more columns than it has room for, or columns of words. */
export const isWide = ({ columns }: Pick<TableBlock, 'columns'>): boolean =>
  columns.length > 3 || columns.filter(({ type }) => type === 'text').length > 2;

/** The column a drawing shows: the first that holds numbers. */
export const drawnColumn = ({ columns }: Pick<TableBlock, 'columns'>): number =>
  columns.findIndex(({ type }) => type === 'number' || type === 'share');

/** What a mark says: its name, its figure where the header names the unit, and its value read alone (617,000 万元). */
export interface Saying {
  readonly label: string;
  readonly figure: string;
  readonly value: string;
}

/** The words of a row's mark. What it measures is the first column of numbers. */
export function sayingOf({ cells }: Row, { columns, unit }: TableBlock, language: PanelLanguage): Saying {
  const index = columns.findIndex(({ type }) => type === 'number');
  const figure = index < 0 ? '' : cellText('number', cells[index] ?? null, language);
  return { label: cells[0] ?? '', figure, value: unit && figure ? `${figure} ${unit}` : figure };
}

/** The values of one column as they stand under each other: as many decimals for all as one of them needs. */
export function columnTexts(table: TableBlock, index: number, language: PanelLanguage): readonly string[] {
  const type = table.columns[index]?.type ?? 'text';
  const texts = table.rows.map(({ cells }) => cellText(type, cells[index] ?? null, language));
  if (type !== 'number') return texts;
  const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;
  const most = Math.max(0, ...texts.map(decimalsOf));
  return texts.map((text) => {
    const missing = most - decimalsOf(text);
    if (!missing || !/\d$/.test(text)) return text;
    return `${text}${missing < most ? '' : '.'}${'0'.repeat(missing)}`;
  });
}
