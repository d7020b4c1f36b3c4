import type { CellValue } from './sheet.ts';

/** A record as GraphQL answers it. */
export type Fields = Record<string, unknown>;

/** What stands at a path of a record; null where the path ends. */
export const at = (record: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Fields)[key] : null),
    record,
  );

/** The same as a cell of an exported table: texts and numbers, lists joined with 、, everything else empty. */
export const cell =
  (...path: readonly string[]) =>
  (record: Fields): CellValue => {
    const value = at(record, ...path);
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').join('、');
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };

export const listOf = (record: unknown, ...path: readonly string[]): Fields[] => {
  const value = at(record, ...path);
  return Array.isArray(value) ? (value as Fields[]) : [];
};
