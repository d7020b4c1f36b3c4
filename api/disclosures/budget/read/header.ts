import type { GridRow, Merge } from '../../../core/grid.ts';
import { covers, filled, isNumber, labelKey, pathsOf } from '../../../core/table/labels.ts';
import type { Mapping as ColumnMapping } from '../../../core/table/said-columns.ts';
import type { Side } from '../model.ts';
import { type Reading, type Role, roleOf } from './roles.ts';

/** A column of the source and what it means; null where that must be asked for. */
export interface Column {
  readonly index: number;
  /** Its labels, outermost first. */
  readonly path: readonly string[];
  readonly role: Role | null;
}

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

export type Mapping = ColumnMapping<Role>;

/** A row of labels: two cells or more, none a number, one of a meaning we know. */
function isLabels(row: GridRow, reading: Reading, mapping: Mapping): boolean {
  const columns = filled(row);
  if (columns.length < 2) return false;
  const labels = columns.map((column) => row.cells[column] ?? '');
  if (labels.some((label) => isNumber(label) || /[:：]/.test(label))) return false;
  return labels.some((label) => (mapping([label]) ?? roleOf([label], reading)) !== null);
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
  const columns = pathsOf(header, merges)
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
    role: mapping(column.path, column.index) ?? roleOf(column.path, reading),
  }));
  return { ...header, columns, blocks: blocksOf(columns) };
}
