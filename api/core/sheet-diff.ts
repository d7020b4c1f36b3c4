import type { Bilingual } from './finding.ts';
import type { CellValue, FilledSheet } from './sheet.ts';

/** One thing that differs between two editions, by table, row and column (逐项逐行). */
export interface RowChange {
  readonly sheet: Bilingual;
  readonly type: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** What the row is called: its first words; null in a table of one row. */
  readonly row: string | null;
  /** Of a changed row: the column, and what stood there before and stands now. */
  readonly column: Bilingual | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What belongs to an edition and not to what it says. */
const ofEdition: ReadonlySet<string> = new Set([
  'digest',
  'permalink',
  'versionUrl',
  'url',
  'edition',
  'modifiedAt',
  'publishedAt',
  'firstPublishedAt',
]);

type Row = readonly CellValue[];

const textOf = (value: CellValue | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

/** Columns that say which row is which: the fewest first ones by which no two rows of a table are alike. */
function keyWidth(tables: readonly (readonly Row[])[], columns: number): number {
  for (let width = 1; width <= Math.min(columns, 4); width += 1) {
    const isUnique = tables.every((rows) => {
      const keys = rows.map((row) => JSON.stringify(row.slice(0, width)));
      return new Set(keys).size === keys.length;
    });
    if (isUnique) return width;
  }
  return columns;
}

/** Rows by key; rows that are alike in every column are told apart by their order. */
function keyed(rows: readonly Row[], width: number): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(row.slice(0, width));
    let name = key;
    for (let turn = 2; found.has(name); turn += 1) name = `${key} ${turn}`;
    found.set(name, row);
  }
  return found;
}

const nameOf = (row: Row, width: number): string =>
  row
    .slice(0, Math.max(1, width))
    .flatMap((value) => textOf(value) ?? [])
    .join(' ')
    .slice(0, 80);

function* sheetChanges(before: FilledSheet, after: FilledSheet): Generator<RowChange> {
  const { name: sheet, columns } = after;
  const [old, now] = [[...before.rows], [...after.rows]];
  const isOne = old.length === 1 && now.length === 1;
  const width = isOne ? 0 : keyWidth([old, now], columns.length);
  const [was, is] = [keyed(old, width), keyed(now, width)];
  for (const [key, row] of is) {
    const name = isOne ? null : nameOf(row, width);
    const earlier = was.get(key);
    if (!earlier) yield { sheet, type: 'ADDED', row: name, column: null, before: null, after: null };
    else
      for (const [at, { key: field, label }] of columns.entries()) {
        const [left, right] = [textOf(earlier[at]), textOf(row[at])];
        if (left === right || ofEdition.has(field)) continue;
        yield { sheet, type: 'CHANGED', row: name, column: label, before: left, after: right };
      }
  }
  for (const [key, row] of was)
    if (!is.has(key))
      yield { sheet, type: 'REMOVED', row: nameOf(row, width), column: null, before: null, after: null };
}

const empty = ({ name, columns }: FilledSheet): FilledSheet => ({ name, columns, rows: [] });

/** What differs between two editions of one record, given as the tables it leaves as: in the order of the later one. */
export function sheetDiff(before: readonly FilledSheet[], after: readonly FilledSheet[]): RowChange[] {
  const named = (sheets: readonly FilledSheet[]) => new Map(sheets.map((sheet) => [sheet.name.zh, sheet]));
  const [was, is] = [named(before), named(after)];
  return [
    ...after.flatMap((sheet) => [...sheetChanges(was.get(sheet.name.zh) ?? empty(sheet), sheet)]),
    ...before.flatMap((sheet) => (is.has(sheet.name.zh) ? [] : [...sheetChanges(sheet, empty(sheet))])),
  ];
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A change in words a citizen understands. */
export function changeSentence({ sheet, type, row, column, before, after }: RowChange): Bilingual {
  const subject = { zh: row === null ? '' : `“${row}”`, en: row === null ? '' : `"${row}"` };
  if (type === 'ADDED') return { zh: `${sheet.zh}增加${subject.zh}。`, en: `${sheet.en}: ${subject.en} was added.` };
  if (type === 'REMOVED')
    return { zh: `${sheet.zh}删去${subject.zh}。`, en: `${sheet.en}: ${subject.en} was removed.` };
  const [zh, en] = [
    `${subject.zh}${column?.zh ?? ''}`,
    [subject.en, column?.en ?? ''].filter((part) => part !== '').join(', '),
  ];
  if (before === null)
    return { zh: `${zh}补充为“${short(after ?? '')}”。`, en: `${en}: "${short(after ?? '')}" was filled in.` };
  if (after === null) return { zh: `${zh}删去“${short(before)}”。`, en: `${en}: "${short(before)}" was deleted.` };
  return {
    zh: `${zh}由“${short(before)}”改为“${short(after)}”。`,
    en: `${en}: "${short(before)}" became "${short(after)}".`,
  };
}
