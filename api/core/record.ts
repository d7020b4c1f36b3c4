import type { CellValue } from './sheet.ts';

/** A record as GraphQL answers it. */
export type Fields = Record<string, unknown>;

/** What stands at a path of a record; null where the path ends. */
export const at = (record: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Fields)[key] : null),
    record,
  );

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The same as a cell of an exported table: texts and numbers, lists joined with 、, everything else empty. */
export const cell =
  (...path: readonly string[]) =>
  (record: Fields): CellValue => {
    const value = at(record, ...path);
    if (typeof value === 'string' || typeof value === 'number') return value;
    return textsOf(value).join('、') || null;
  };

/** Sentences in one cell, numbered where there are several. */
export const sentences =
  (...path: readonly string[]) =>
  (record: Fields): CellValue => {
    const texts = textsOf(at(record, ...path));
    return (texts.length > 1 ? texts.map((text, index) => `${index + 1}. ${text}`) : texts).join(' ') || null;
  };

export const listOf = (record: unknown, ...path: readonly string[]): Fields[] => {
  const value = at(record, ...path);
  return Array.isArray(value) ? (value as Fields[]) : [];
};
