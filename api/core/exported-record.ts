import type { CellValue } from './sheet.ts';

/** A record as its export's document selects it. */
export type Exported = Record<string, unknown>;

export const at = (record: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Exported)[key] : null),
    record,
  );

/** What stands at a path, as a cell; several texts stand in one cell, 、 between them. */
export const cellAt =
  (...path: readonly string[]) =>
  (record: Exported): CellValue => {
    const value = at(record, ...path);
    if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('、') || null;
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };

export const listAt = (record: unknown, key: string): Exported[] => {
  const value = at(record, key);
  return Array.isArray(value) ? (value as Exported[]) : [];
};

/** Sentences in one cell, numbered where there are several. */
export const sentencesAt =
  (...path: readonly string[]) =>
  (record: Exported): CellValue => {
    const value = at(record, ...path);
    const texts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    return (texts.length > 1 ? texts.map((text, index) => `${index + 1}. ${text}`) : texts).join(' ') || null;
  };
