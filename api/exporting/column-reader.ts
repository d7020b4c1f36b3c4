import type { RowBatch } from '../core/row-batch.ts';
import { instantText, type RowColumn } from '../core/row-column.ts';

const tab = 9;
const newline = 10;
const minus = 45;
const zero = 48;
const backslash = 92;
const capitalN = 78;
const lowercaseT = 116;

/** Where each value of a batch begins; it ends before the byte in front of the next one. */
function startsOf({ bytes, length }: RowBatch, width: number): Int32Array {
  const starts = new Int32Array(length * width + 1);
  let count = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === tab || byte === newline) starts[count++] = at + 1;
  }
  return starts;
}

/** A whole number of up to 15 digits; NaN where there are more. */
function wholeNumber(bytes: Buffer, from: number, to: number): number {
  const first = bytes[from] === minus ? from + 1 : from;
  if (to - first > 15) return Number.NaN;
  let value = 0;
  for (let at = first; at < to; at += 1) value = value * 10 + (bytes[at] as number) - zero;
  return first === from ? value : -value;
}

/** Never wrapped round to another number. */
function int32(bytes: Buffer, from: number, to: number): number {
  const value = wholeNumber(bytes, from, to);
  if (value === (value | 0)) return value;
  throw new RangeError(`${bytes.toString('latin1', from, to)} does not fit the 32 bits of an integer column.`);
}

function int64(bytes: Buffer, from: number, to: number): bigint {
  const value = wholeNumber(bytes, from, to);
  return BigInt(Number.isNaN(value) ? bytes.toString('latin1', from, to) : value);
}

const isSame = (bytes: Buffer, from: number, to: number, other: Uint8Array): boolean => {
  if (to - from !== other.length) return false;
  for (let at = 0; at < other.length; at += 1) if (bytes[from + at] !== other[at]) return false;
  return true;
};

const unescapes = new Map(
  Object.entries({ b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 }).map(([c, to]) => [c.charCodeAt(0), to]),
);

function utf8(bytes: Buffer, from: number, to: number): Uint8Array {
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset + from, to - from);
  if (!view.includes(backslash)) return view;
  const plain: number[] = [];
  for (let at = 0; at < view.length; at += 1) {
    const byte = view[at] as number;
    if (byte !== backslash) plain.push(byte);
    else {
      at += 1;
      const escaped = view[at] as number;
      plain.push(unescapes.get(escaped) ?? escaped);
    }
  }
  return Uint8Array.from(plain);
}

type Read = (bytes: Buffer, from: number, to: number) => unknown;

const day = 86_400_000;

const readers: Readonly<Record<Exclude<RowColumn['type'], 'text' | 'code'>, Read>> = {
  money: int64,
  integer: int32,
  boolean: (bytes, from) => bytes[from] === lowercaseT,
  day: (bytes, from, to) => Date.parse(`${bytes.toString('latin1', from, to)}T00:00:00Z`) / day,
  instant: (bytes, from, to) => BigInt(Date.parse(instantText(bytes.toString('latin1', from, to)))),
};

/**
 * Rows turned into columns: text as its bytes in UTF-8, money as fen, days as days since 1970, instants as milliseconds.
 * The rows are kept as the bytes they came in, and a column is made when it is asked for, so that one is in memory at a time.
 */
export class ColumnReader {
  readonly #columns: readonly RowColumn[];
  #batches: { readonly bytes: Buffer; readonly starts: Int32Array; readonly length: number }[] = [];
  #length = 0;

  constructor(columns: readonly RowColumn[]) {
    this.#columns = columns;
  }

  get length(): number {
    return this.#length;
  }

  add(batch: RowBatch): void {
    const { bytes, length } = batch;
    this.#batches.push({ bytes, starts: startsOf(batch, this.#columns.length), length });
    this.#length += length;
  }

  clear(): void {
    this.#batches = [];
    this.#length = 0;
  }

  column(index: number): unknown[] {
    const type = this.#columns[index]?.type ?? 'text';
    const read = type === 'text' || type === 'code' ? null : readers[type];
    const width = this.#columns.length;
    const values: unknown[] = new Array(this.#length);
    let last: Uint8Array = new Uint8Array();
    let row = 0;
    for (const { bytes, starts, length } of this.#batches) {
      for (let at = index; at < length * width; at += width, row += 1) {
        const from = starts[at] as number;
        const to = (starts[at + 1] as number) - 1;
        if (to - from === 2 && bytes[from] === backslash && bytes[from + 1] === capitalN) values[row] = null;
        else if (read) values[row] = read(bytes, from, to);
        else {
          // Neighbours are often alike.
          if (!isSame(bytes, from, to, last)) last = utf8(bytes, from, to);
          values[row] = last;
        }
      }
    }
    return values;
  }
}
