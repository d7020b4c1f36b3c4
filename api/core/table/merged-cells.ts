import type { GridRow, Merge } from '../grid.ts';

const key = (row: number, column: number): string => `${row},${column}`;

/** Merged cells of a sheet whose rows come in order: each row asks in constant time, however many merges there are. */
export class MergedCells {
  /** Merges of several rows, by each column they cover, topmost first. */
  readonly #tall = new Map<number, Merge[]>();
  readonly #next = new Map<number, number>();
  readonly #shown = new Map<Merge, string | null>();
  /** Last columns of merges of several columns, by their first cell. */
  readonly #wide = new Map<string, number>();

  constructor(merges: readonly Merge[]) {
    for (const merge of [...merges].sort((one, other) => one.top - other.top)) {
      if (merge.right > merge.left) this.#wide.set(key(merge.top, merge.left), merge.right);
      if (merge.bottom === merge.top) continue;
      for (let column = merge.left; column <= merge.right; column += 1) {
        const known = this.#tall.get(column);
        if (known) known.push(merge);
        else this.#tall.set(column, [merge]);
      }
    }
  }

  /** What a cell shows: its own text, or that of the tall merge it is part of. */
  textAt(row: GridRow, column: number): string {
    const own = row.cells[column] ?? null;
    const merges = this.#tall.get(column);
    if (!merges) return own?.trim() ?? '';
    let index = this.#next.get(column) ?? 0;
    while (index < merges.length && (merges[index]?.bottom ?? 0) < row.row) index += 1;
    this.#next.set(column, index);
    const merge = merges[index];
    if (!merge || merge.top > row.row) return own?.trim() ?? '';
    if (own !== null) this.#shown.set(merge, own);
    return (own ?? this.#shown.get(merge) ?? '').trim();
  }

  /** How many columns the cell covers. */
  widthAt(row: number, column: number): number {
    return (this.#wide.get(key(row, column)) ?? column) - column + 1;
  }
}
