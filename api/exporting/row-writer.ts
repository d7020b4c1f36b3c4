import type { RowBatch } from '../core/row-batch.ts';

/** How a format writes the values of one column. */
export interface Slot {
  /** Amounts are fen in and yuan out; of a boolean the words for true and false; anything else as it is, escaped. */
  readonly as: 'text' | 'yuan' | readonly [yes: string, no: string];
  /** What stands around a value, and what stands for none. */
  readonly before: string;
  readonly after: string;
  readonly absent: string;
  /** Puts an apostrophe before what a spreadsheet would run (see `neutral`). */
  readonly guarded?: boolean;
  /** Writes a value otherwise than by its text. */
  readonly convert?: (text: string) => string;
}

/** How a format writes rows. */
export interface RowFormat {
  readonly slots: readonly Slot[];
  readonly before: string;
  readonly after: string;
  /** What an ASCII character of a text becomes. */
  readonly escapes: Readonly<Record<string, string>>;
  /** Leaves out U+FFFE and U+FFFF, which XML cannot hold; control characters are for `escapes` to leave out. */
  readonly isXml?: boolean;
  /** A text is cut after so many UTF-16 units. */
  readonly longest?: number;
}

const tab = 9;
const newline = 10;
const apostrophe = 39;
const minus = 45;
const point = 46;
const zero = 48;
const backslash = 92;

const asciiOf = (characters: string): Uint8Array => {
  const found = new Uint8Array(256);
  for (const character of characters) found[character.charCodeAt(0)] = 1;
  return found;
};
const runs = asciiOf('=+-@');
/** The last bytes of ＝＋－＠, which begin with EF BC. */
const runsWide = new Uint8Array(256);
for (const byte of [0x9d, 0x8b, 0x8d, 0xa0]) runsWide[byte] = 1;
/** Of the characters that COPY escapes, those that begin a formula: tab, CR, LF. */
const runsEscaped = asciiOf('trn');
/** And those that XML cannot hold. */
const dropped = asciiOf('bfv');

/** What COPY writes after a backslash, as the byte it stands for. */
const meant = new Uint8Array(256).map((_, byte) => byte);
for (const [letter, byte] of Object.entries({ b: 8, t: tab, n: newline, v: 11, f: 12, r: 13 }))
  meant[letter.charCodeAt(0)] = byte;

/** How many bytes there stand for a character that XML cannot hold. */
function impossible(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (byte < 32) return 1;
  if (byte === backslash) return dropped[bytes[at + 1] as number] === 1 ? 2 : 0;
  return byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe ? 3 : 0;
}

/** Whether a spreadsheet would run what begins here; apostrophes before it change nothing, for reading takes one off. */
function isFormula(bytes: Uint8Array, from: number, isXml: boolean): boolean {
  let at = from;
  for (;;) {
    const skipped = bytes[at] === apostrophe ? 1 : isXml ? impossible(bytes, at) : 0;
    if (skipped === 0 || bytes[at] === tab || bytes[at] === newline) break;
    at += skipped;
  }
  const first = bytes[at] as number;
  if (runs[first] === 1) return true;
  if (first === backslash) return runsEscaped[bytes[at + 1] as number] === 1;
  return first === 0xef && bytes[at + 1] === 0xbc && runsWide[bytes[at + 2] as number] === 1;
}

/** Where a text of more than so many UTF-16 units is to be cut. */
function cutOf(bytes: Uint8Array, from: number, most: number): number {
  let units = 0;
  for (let at = from; ; at += 1) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) === 0x80) continue;
    units += byte >= 0xf0 ? 2 : 1;
    if (units > most) return at;
    if (byte === backslash) at += 1;
  }
}

const encoder = new TextEncoder();

interface Ready extends Slot {
  readonly open: Uint8Array;
  readonly close: Uint8Array;
  readonly none: Uint8Array;
  readonly words: readonly [Uint8Array, Uint8Array] | null;
}

const ready = (slot: Slot): Ready => ({
  ...slot,
  open: encoder.encode(slot.before),
  close: encoder.encode(slot.after),
  none: encoder.encode(slot.absent),
  words: typeof slot.as === 'string' ? null : [encoder.encode(slot.as[0]), encoder.encode(slot.as[1])],
});

/** The most bytes that one byte of a value becomes (`&quot;`, `\u0000`), and that stand around any value. */
const growth = 6;
const mostAround = ({ open, close, none, words }: Ready): number =>
  Math.max(open.length + close.length + 8 + Math.max(words?.[0].length ?? 0, words?.[1].length ?? 0), none.length);

/**
 * Turns rows as COPY writes them into rows of a format, byte by byte: no value ever becomes a string, for a million rows
 * are nineteen million of them. It gives a view of what is written over next time.
 */
export function rowWriter({
  slots,
  before,
  after,
  escapes,
  isXml = false,
  longest = Number.POSITIVE_INFINITY,
}: RowFormat): (batch: RowBatch) => Buffer {
  const columns = slots.map(ready);
  const opening = encoder.encode(before);
  const closing = encoder.encode(after);
  const replaced: (Uint8Array | undefined)[] = new Array(256).fill(undefined);
  for (const [character, text] of Object.entries(escapes)) replaced[character.charCodeAt(0)] = encoder.encode(text);
  const special = new Uint8Array(256).map((_, byte) => (replaced[byte] || byte === backslash ? 1 : 0));
  if (isXml) special[0xef] = 1;
  const around = columns.reduce((sum, column) => sum + mostAround(column), opening.length + closing.length);
  let out = Buffer.allocUnsafe(0);
  let end = 0;

  const put = (bytes: Uint8Array): void => {
    for (let index = 0; index < bytes.length; index += 1) out[end++] = bytes[index] as number;
  };
  const putText = (text: string): void => {
    end += out.write(text, end);
  };

  /** Copies a value up to its tab or newline, or to where it is cut, and tells where that is. */
  const putEscaped = (bytes: Uint8Array, from: number, cut: number): number => {
    let at = from;
    for (;;) {
      let byte = bytes[at] as number;
      if (byte === tab || byte === newline || at === cut) return at;
      at += 1;
      if (special[byte] === 0) {
        out[end++] = byte;
        continue;
      }
      if (byte === 0xef && impossible(bytes, at - 1) > 0) {
        at += 2;
        continue;
      }
      if (byte === backslash) byte = meant[bytes[at++] as number] as number;
      const other = replaced[byte];
      if (other === undefined) out[end++] = byte;
      else put(other);
    }
  };

  const putYuan = (bytes: Uint8Array, from: number, to: number): void => {
    let at = from;
    if (bytes[at] === minus) out[end++] = bytes[at++] as number;
    const digits = to - at;
    if (digits < 3) out[end++] = zero;
    for (; at < to - 2; at += 1) out[end++] = bytes[at] as number;
    out[end++] = point;
    if (digits < 2) out[end++] = zero;
    for (; at < to; at += 1) out[end++] = bytes[at] as number;
  };

  /** Writes one value, and tells where its tab or newline is. */
  const putValue = (bytes: Buffer, from: number, column: Ready): number => {
    if (bytes[from] === backslash && bytes[from + 1] === 78) {
      put(column.none);
      return from + 2;
    }
    let to = from;
    put(column.open);
    if (column.as === 'text' && column.convert === undefined) {
      const isShown = column.guarded === true && isFormula(bytes, from, isXml);
      if (isShown) out[end++] = apostrophe;
      const start = end;
      to = putEscaped(bytes, from, -1);
      if (to - from > longest) {
        end = start;
        putEscaped(bytes, from, cutOf(bytes, from, isShown ? longest - 1 : longest));
      }
    } else {
      while (bytes[to] !== tab && bytes[to] !== newline) to += 1;
      if (column.convert) putText(column.convert(bytes.toString('latin1', from, to)));
      else if (column.words) put(column.words[bytes[from] === 116 ? 0 : 1]);
      else putYuan(bytes, from, to);
    }
    put(column.close);
    return to;
  };

  return ({ bytes, length }) => {
    const most = bytes.length * growth + length * around;
    if (out.length < most) out = Buffer.allocUnsafeSlow(most);
    end = 0;
    for (let at = 0; at < bytes.length; ) {
      put(opening);
      for (let index = 0; index < columns.length; index += 1) at = putValue(bytes, at, columns[index] as Ready) + 1;
      put(closing);
    }
    return Buffer.from(out.subarray(0, end));
  };
}
