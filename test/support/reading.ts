import type { Finding } from '../../api/core/finding.ts';
import type { Cell, GridRow, Merge, Source } from '../../api/core/grid.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';

export interface ReadGrid {
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly merges: readonly Merge[];
  readonly rows: readonly GridRow[];
}

/** A source of tables, read to its end. */
export interface ReadWhole {
  readonly grids: readonly ReadGrid[];
  readonly findings: readonly Finding[];
  /** The cells of all rows, and the codes of all findings. */
  readonly cells: readonly (readonly Cell[])[];
  readonly rules: readonly string[];
}

export async function readWhole(source: Source, encoding?: string): Promise<ReadWhole> {
  const { grids: found, findings } = await readWorkbook(source, { encoding });
  const grids: ReadGrid[] = [];
  for await (const { name, isHidden, merges, rows } of found) {
    const read: GridRow[] = [];
    for await (const batch of rows) for (const row of batch) read.push(row);
    grids.push({ name, isHidden, merges, rows: read });
  }
  const cells = grids.flatMap(({ rows }) => rows.map((row) => row.cells));
  return { grids, findings, cells, rules: findings.map(({ rule }) => rule) };
}

/** The same for what stands in a file of this name. */
export const readBytes = (name: string, content: string | Uint8Array, encoding?: string): Promise<ReadWhole> =>
  readWhole(bytesSource(name, typeof content === 'string' ? Buffer.from(content) : content), encoding);

/** A source that hands out its bytes in pieces of this length. */
export const inPieces = (name: string, bytes: Uint8Array, length: number): Source => ({
  name,
  size: bytes.byteLength,
  async *open() {
    for (let at = 0; at < bytes.byteLength; at += length) yield bytes.subarray(at, at + length);
  },
});
