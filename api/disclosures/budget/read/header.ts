import type { Cell, GridRow, Merge } from '../../../core/grid.ts';
import type { Side } from '../model.ts';
import { inOneLine } from './names.ts';
import { labelKey, type Reading, type Role, roleOf } from './roles.ts';

/** A column of the source and what it means; null where that must be asked for. */
export interface Column {
  readonly index: number;
  /** Its labels, outermost first. */
  readonly path: readonly string[];
  readonly role: Role | null;
}

/** A column's labels in one line, outermost first: what a finding and `--map` call it. */
export const labelOf = ({ path }: Pick<Column, 'path'>): string => path.map(inOneLine).join('/');

/** Columns that belong together: a table of revenue beside one of expenditure has two blocks. */
export interface Block {
  readonly side: Side | null;
  readonly columns: readonly Column[];
}

export interface Header {
  readonly blocks: readonly Block[];
  readonly columns: readonly Column[];
  /** Source rows of its first and last line. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly width: number;
}

/** What a column means by its labels, where a publisher has said so. */
export type Mapping = (path: readonly string[]) => Role | undefined;

const isNumber = (text: string): boolean => /^[-+−(]?[\d０-９][\d０-９,，.]*\)?%?$/.test(text.trim());

const filled = ({ cells }: GridRow): number[] =>
  cells.flatMap((cell, index) => (cell === null || cell.trim() === '' ? [] : [index]));

const covers = ({ top, left, bottom, right }: Merge, row: number, column: number): boolean =>
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

/** Labels from the top down, each once: a merged label is the same in every row it covers. */
const pathsOf = (cells: readonly (readonly Cell[])[], width: number): string[][] =>
  Array.from({ length: width }, (_, column) =>
    cells
      .map((row) => row[column]?.trim() ?? '')
      .filter((label, index, all) => label !== '' && labelKey(label) !== labelKey(all[index - 1] ?? '')),
  );

/** A row of labels: two cells or more, none a number, one of a meaning we know. */
function isLabels(row: GridRow, reading: Reading, mapping: Mapping): boolean {
  const columns = filled(row);
  if (columns.length < 2) return false;
  const labels = columns.map((column) => row.cells[column] ?? '');
  if (labels.some((label) => isNumber(label) || /[:：]/.test(label))) return false;
  return labels.some((label) => (mapping([label]) ?? roleOf([label], reading)) !== null);
}

/** 栏次 1 2 3 … (甲 乙 1 2 …): the numbers of the columns, no amounts. */
export function isNumbering(row: GridRow): boolean {
  const labels = filled(row).map((column) => (row.cells[column] ?? '').trim());
  if (/^(栏次|行次)$/.test(labels[0] ?? '')) return true;
  const numbers = labels.filter((label) => /^\d{1,2}$/.test(label)).map(Number);
  const others = labels.filter((label) => !/^\d{1,2}$/.test(label));
  return (
    numbers.length >= 3 &&
    others.every((label) => /^[甲乙丙丁*—-]$/.test(label)) &&
    numbers.every((number, index) => number === index + 1)
  );
}

/** Whether a row under the header's first still belongs to it. */
function continues(
  row: GridRow,
  above: readonly GridRow[],
  merges: readonly Merge[],
  reading: Reading,
  mapping: Mapping,
): boolean {
  const columns = filled(row);
  if (columns.length === 0) return true;
  if (columns.some((column) => isNumber(row.cells[column] ?? ''))) return false;
  return columns.every((column) => {
    const label = row.cells[column] ?? '';
    if (/^(类|款|项|目|节)$/.test(labelKey(label))) return true;
    const role = mapping([label]) ?? roleOf([label], reading);
    const over = above.at(-1)?.cells[column] ?? null;
    const overRole = over === null ? null : (mapping([over]) ?? roleOf([over], reading));
    // 合计 under 项目 is the first line of the table, under 预算数 it is a column.
    if (overRole && ['name', 'code', 'body', 'level'].includes(overRole.as))
      return role !== null && role.as !== 'amount';
    const merged = merges.some((merge) =>
      above.some(({ row: top }) => covers(merge, top, column) && merge.right > merge.left),
    );
    return role !== null || merged || over === null;
  });
}

const sideIn = (path: readonly string[]): Side | null => {
  const whole = path.map(labelKey).join('');
  if (/收入/.test(whole) && !/支出/.test(whole)) return 'REVENUE';
  return /支出/.test(whole) && !/收入/.test(whole) ? 'EXPENDITURE' : null;
};

const opensBlock = (role: Role | null): boolean => role !== null && ['code', 'name', 'level', 'body'].includes(role.as);

function blocksOf(columns: readonly Column[]): Block[] {
  const blocks: Column[][] = [];
  for (const column of columns) {
    const current = blocks.at(-1);
    const hasAmounts = current?.some(({ role }) => role?.as === 'amount') ?? false;
    if (!current || (hasAmounts && opensBlock(column.role))) blocks.push([column]);
    else current.push(column);
  }
  return blocks.map((block) => {
    const opener = block.find(({ role }) => role?.as === 'name') ?? block[0];
    return { columns: block, side: opener ? sideIn(opener.path) : null };
  });
}

/** Finds the header among the first rows of a sheet; null when there is none that we know. */
export function findHeader(
  rows: readonly GridRow[],
  merges: readonly Merge[],
  reading: Reading,
  mapping: Mapping,
): Header | null {
  const first = rows.findIndex((row) => isLabels(row, reading, mapping));
  if (first < 0) return null;
  let last = first;
  while (last + 1 < rows.length && last - first < 4) {
    const next = rows[last + 1];
    if (!next || !continues(next, rows.slice(first, last + 1), merges, reading, mapping)) break;
    last += 1;
  }
  const header = rows.slice(first, last + 1);
  const width = Math.max(...header.map(({ cells }) => cells.length));
  const columns = pathsOf(spread(header, merges, width), width)
    .map(
      (path, index): Column => ({
        index,
        path,
        role: path.length === 0 ? { as: 'ignore' } : (mapping(path) ?? roleOf(path, reading)),
      }),
    )
    .filter(({ path }) => path.length > 0);
  const usable = columns.some(({ role }) => role?.as === 'amount') || columns.some(({ role }) => role === null);
  return usable ? headerOf(columns, header, width) : null;
}

const headerOf = (columns: readonly Column[], rows: readonly GridRow[], width: number): Header => ({
  blocks: blocksOf(columns),
  columns,
  firstRow: rows[0]?.row ?? 0,
  lastRow: rows.at(-1)?.row ?? 0,
  width,
});

/** The first row of several words, as the header of a data set none of whose columns we know: each is to be explained. */
export function plainHeader(rows: readonly GridRow[]): Header | null {
  const row = rows.find(
    (one) =>
      filled(one).length > 1 &&
      filled(one).every((column) => !isNumber(one.cells[column] ?? '') && !/[:：]/.test(one.cells[column] ?? '')),
  );
  if (!row) return null;
  const columns = filled(row).map((index): Column => ({ index, path: [row.cells[index] ?? ''], role: null }));
  return headerOf(columns, [row], row.cells.length);
}

/** The same header with what its columns are known to mean. */
export function withRoles(header: Header, reading: Reading, mapping: Mapping): Header {
  const columns = header.columns.map((column) => ({
    ...column,
    role: mapping(column.path) ?? roleOf(column.path, reading),
  }));
  return { ...header, columns, blocks: blocksOf(columns) };
}
