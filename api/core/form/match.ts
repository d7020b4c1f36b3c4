import type { GridRow, Merge } from '../grid.ts';
import { type MoneyUnit, moneyUnits } from '../money.ts';
import { filled, inOneLine, isNumber, labelKey, pathsOf } from '../table/labels.ts';
import type { Mapping } from '../table/said-columns.ts';
import type { Fields, Form, FormsOf } from './form.ts';

/** A column of a source and the field it fills; null where it fills none that we know. */
export interface MatchedColumn {
  readonly index: number;
  readonly path: readonly string[];
  readonly key: string | null;
  /** The unit its label says: 总投资（万元）. */
  readonly unit: MoneyUnit | null;
}

/** A sheet's header, read as that of one form. */
export interface MatchedHeader {
  readonly code: string;
  readonly columns: readonly MatchedColumn[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly width: number;
}

/** Columns nobody needs to be told about. */
const ignored = /^(序号|编号|行次|栏次|备注|№|no\.?)$/i;

export const isIgnored = (path: readonly string[]): boolean => ignored.test(labelKey(path.at(-1) ?? ''));

/** A label without what stands in brackets, marks at its ends, and its unit. */
const bare = (label: string): string =>
  labelKey(label)
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/^[*※]+|[*※:：]+$/g, '');

const unitOf = (path: readonly string[]): MoneyUnit | null => {
  const said = /[（(,，:：](?:单位[:：]?)?(?:人民币)?(元|千元|万元|百万元|亿元)[)）]?$/.exec(labelKey(path.join('')));
  return moneyUnits.find((unit) => unit === said?.[1]) ?? null;
};

/** The field a label names outright, by its Chinese or English name, its key, or another name it is known by. */
export function fieldNamed(fields: Fields, label: string): string | null {
  const key = bare(label);
  if (key === '') return null;
  const entries = Object.entries(fields);
  const exact = entries.find(
    ([code, { label: own }]) =>
      bare(own.zh) === key ||
      labelKey(own.en).toLowerCase() === labelKey(label).toLowerCase() ||
      code.toLowerCase() === key.toLowerCase(),
  );
  return (exact ?? entries.find(([, { aliases }]) => aliases?.test(key)))?.[0] ?? null;
}

/** The field a column's labels name: all of them together first, then the innermost. */
function fieldOf(fields: Fields, path: readonly string[]): string | null {
  return fieldNamed(fields, path.map(bare).join('')) ?? fieldNamed(fields, path.at(-1) ?? '');
}

function columnsOf(
  fields: Fields,
  rows: readonly GridRow[],
  merges: readonly Merge[],
  said: Mapping<string>,
): MatchedColumn[] {
  return pathsOf(rows, merges).flatMap((path, index): MatchedColumn[] => {
    if (path.length === 0) return [];
    const key = said(path) ?? fieldOf(fields, path);
    return [{ index, path: path.map(inOneLine), key: key !== null && key in fields ? key : null, unit: unitOf(path) }];
  });
}

const known = (columns: readonly MatchedColumn[]): number =>
  new Set(columns.flatMap(({ key }) => (key === null ? [] : [key]))).size;

const isLabels = (row: GridRow): boolean => {
  const columns = filled(row);
  return columns.length > 1 && columns.every((column) => !isNumber(row.cells[column] ?? ''));
};

/** The header of a form that begins in this row, in the number of rows that makes most of it known. */
function headerAt(
  [code, { fields }]: readonly [string, Form],
  head: readonly GridRow[],
  first: number,
  merges: readonly Merge[],
  said: Mapping<string>,
): MatchedHeader | null {
  let best: MatchedHeader | null = null;
  for (let height = 1; height <= 4 && first + height <= head.length; height += 1) {
    const rows = head.slice(first, first + height);
    if (height > 1 && filled(rows.at(-1) as GridRow).some((column) => isNumber(rows.at(-1)?.cells[column] ?? '')))
      break;
    const columns = columnsOf(fields, rows, merges, said);
    if (best === null || known(columns) > known(best.columns)) {
      best = {
        code,
        columns,
        firstRow: rows[0]?.row ?? 0,
        lastRow: rows.at(-1)?.row ?? 0,
        width: Math.max(...rows.map(({ cells }) => cells.length)),
      };
    }
  }
  return best && known(best.columns) > 0 ? best : null;
}

const lacks = (form: Form, { columns }: MatchedHeader): number =>
  Object.entries(form.fields).filter(
    ([key, { required = false }]) => required && !columns.some((column) => column.key === key),
  ).length;

interface Candidate {
  readonly header: MatchedHeader;
  readonly score: number;
}

export interface Matches {
  /** The header as that of the form it fits best, or of the one that was named. */
  readonly header: MatchedHeader | null;
  /** Codes of forms that fit as well: which one is meant must be asked. */
  readonly equal: readonly string[];
}

/**
 * Finds the table among the first rows of a sheet, and which form it is: what names it decides where columns fit
 * several, and columns where no name does.
 */
export function matchSheet(
  forms: FormsOf,
  head: readonly GridRow[],
  merges: readonly Merge[],
  said: Mapping<string>,
  named: readonly string[],
): Matches {
  const at = (first: number): readonly Candidate[] => {
    const row = head[first];
    if (!row || !isLabels(row)) return [];
    return Object.entries(forms).flatMap((entry) => {
      const header = headerAt(entry, head, first, merges, said);
      // A row of several words one of which happens to be a label is no header.
      if (!header || known(header.columns) < Math.min(2, Object.keys(entry[1].fields).length)) return [];
      const score = known(header.columns) - 4 * lacks(entry[1], header) + (named.includes(entry[0]) ? 3 : 0);
      return [{ header, score }];
    });
  };
  const first = head.findIndex((_, index) => at(index).length > 0);
  if (first < 0) return { header: null, equal: [] };
  // Words above a table seem to be its first row until the next ones are tried: the lowest of equals begins it.
  const rows = [0, 1, 2, 3].map((below) => at(first + below)).reverse();
  const best = Math.max(...rows.flat().map(({ score }) => score));
  const [chosen, ...others] =
    rows.find((found) => found.some(({ score }) => score === best))?.filter(({ score }) => score === best) ?? [];
  return { header: chosen?.header ?? null, equal: others.map(({ header }) => header.code) };
}
