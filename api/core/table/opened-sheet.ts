import type { Grid, GridRow, Merge } from '../grid.ts';

/** Rows looked at before a sheet is read: titles, units and headers stand among them. */
const headRows = 60;

/** A sheet of so many rows is read as it comes; smaller ones are held, so that all are known before any is read. */
const mostHeldRows = 20_000;

/** A sheet whose first rows have been looked at. */
export interface OpenedSheet {
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly merges: readonly Merge[];
  readonly head: readonly GridRow[];
  readonly rest: AsyncIterable<readonly GridRow[]>;
}

async function* after(
  held: readonly GridRow[],
  rest: AsyncIterator<readonly GridRow[]> | null,
): AsyncGenerator<readonly GridRow[]> {
  if (held.length > 0) yield held;
  if (rest) for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function open({
  name,
  isHidden,
  merges,
  rows,
}: Grid): Promise<{ readonly sheet: OpenedSheet; readonly isWhole: boolean }> {
  const iterator = rows[Symbol.asyncIterator]();
  const held: GridRow[] = [];
  let isWhole = false;
  while (held.length < mostHeldRows) {
    const next = await iterator.next();
    if (next.done) {
      isWhole = true;
      break;
    }
    for (const row of next.value) held.push(row);
  }
  const rest = after(held.slice(headRows), isWhole ? null : iterator);
  return { sheet: { name, isHidden, merges, head: held.slice(0, headRows), rest }, isWhole };
}

/** Sheets in order, all of them where they are small; a long one ends the list, and `more` goes on after it. */
export async function openSheets(
  grids: AsyncIterable<Grid>,
): Promise<{ readonly sheets: OpenedSheet[]; readonly more: AsyncIterator<Grid> }> {
  const more = grids[Symbol.asyncIterator]();
  const sheets: OpenedSheet[] = [];
  for (let next = await more.next(); !next.done; next = await more.next()) {
    const { sheet, isWhole } = await open(next.value);
    sheets.push(sheet);
    if (!isWhole) break;
  }
  return { sheets, more };
}

export async function openNext(more: AsyncIterator<Grid>): Promise<OpenedSheet | null> {
  const next = await more.next();
  return next.done ? null : (await open(next.value)).sheet;
}
