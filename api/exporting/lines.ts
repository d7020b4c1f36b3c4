import { createHash } from 'node:crypto';
import type { RowBatch, RowBatches } from '../core/row-batch.ts';
import type { RowColumn } from '../core/row-column.ts';
import { writeCsv } from './lines-csv.ts';
import { writeJsonLines } from './lines-json.ts';
import { writeParquet } from './lines-parquet.ts';
import { writeXlsx } from './lines-xlsx.ts';

export interface LinesOptions {
  readonly header: 'label' | 'code';
  /** Marks UTF-8 for Excel. */
  readonly mark: boolean;
  /** Leaves text as it is, also where a spreadsheet would run it. */
  readonly raw: boolean;
  readonly name: string;
}

type Writer = (columns: readonly RowColumn[], rows: RowBatches, options: LinesOptions) => AsyncIterable<Buffer>;

export const lineFormats = {
  csv: { write: writeCsv, mediaType: 'text/csv; charset=utf-8; header=present' },
  jsonl: { write: writeJsonLines, mediaType: 'application/jsonl; charset=utf-8' },
  xlsx: { write: writeXlsx, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  parquet: { write: writeParquet, mediaType: 'application/vnd.apache.parquet' },
} as const satisfies Readonly<Record<string, { readonly write: Writer; readonly mediaType: string }>>;

export type LineFormat = keyof typeof lineFormats;

/**
 * Waits for the first rows, so that what the database refuses is still a refusal and not half a file. They hold a
 * connection from then on: who takes no more must `return`.
 */
export async function begun(
  rows: RowBatches,
): Promise<AsyncIterableIterator<RowBatch> & { return(): Promise<unknown> }> {
  const iterator = rows[Symbol.asyncIterator]();
  let first: IteratorResult<RowBatch> | null = await iterator.next();
  const end = async (): Promise<IteratorResult<RowBatch>> => {
    await iterator.return?.();
    return { done: true, value: undefined };
  };
  const rest = {
    next: async () => {
      const ready = first;
      first = null;
      return ready ?? iterator.next();
    },
    return: end,
    [Symbol.asyncIterator]: () => rest,
  };
  return rest;
}

/** What was written, known when it is: how many rows, and the digest of the bytes. */
export interface Tally {
  rows: number;
  sha256: Buffer | null;
}

/** Counts the rows that go into a writer and digests what comes out of it. */
export function tallied(columns: readonly RowColumn[], rows: RowBatches, format: LineFormat, options: LinesOptions) {
  const tally: Tally = { rows: 0, sha256: null };
  async function* counted(): RowBatches {
    for await (const batch of rows) {
      tally.rows += batch.length;
      yield batch;
    }
  }
  async function* bytes(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const piece of lineFormats[format].write(columns, counted(), options)) {
      hash.update(piece);
      yield piece;
    }
    tally.sha256 = hash.digest();
  }
  return { bytes: bytes(), tally };
}
