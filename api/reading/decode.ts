import { isAscii } from 'node:buffer';
import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/grid.ts';
import { sayEncoding } from '../core/said-at-import.ts';
import { cellTooLong, type Place, refusal } from './refusal.ts';
import { headOf } from './source.ts';
import { firstUnreadable, recognized, type TextEncoding } from './text.ts';
import { controlCharacter, firstControl } from './unfit.ts';

/** So much is looked at to tell the encoding; the rest must agree with it. */
const windowSize = 1 << 20;

export type Decoding =
  | { readonly ok: true; readonly encoding: TextEncoding; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

interface Window {
  readonly bytes: Uint8Array;
  readonly startsAt: number;
}

/** ASCII is passed over in steps of so many bytes. */
const stepSize = 1 << 16;

const tellsNothing = (bytes: Uint8Array): boolean => isAscii(bytes) && !bytes.includes(0);

/** The first bytes that tell anything: ASCII reads the same in every encoding asked about, so it is passed over. */
async function tellingWindow(source: Source): Promise<Window> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let startsAt = 0;
  for await (const chunk of source.open()) {
    let from = 0;
    while (size === 0 && from < chunk.length && tellsNothing(chunk.subarray(from, from + stepSize))) from += stepSize;
    const rest = chunk.subarray(from);
    startsAt += chunk.length - rest.length;
    parts.push(rest);
    size += rest.length;
    if (size >= windowSize) break;
  }
  return { bytes: Buffer.concat(parts).subarray(0, windowSize), startsAt };
}

const isSurrogate = (byte: number | undefined): boolean => ((byte ?? 0) & 0xfc) === 0xd8;

/**
 * How many of these bytes are whole characters for certain. No character of several bytes has one below 0x30 in it, in
 * none of the encodings but UTF-16, where a pair may be cut in two.
 */
function wholeLength(bytes: Uint8Array, isUtf16: boolean): number {
  if (isUtf16) {
    const even = bytes.length & ~1;
    return isSurrogate(bytes[even - 1]) || isSurrogate(bytes[even - 2]) ? even - 2 : even;
  }
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) >= 0x30) end -= 1;
  return end;
}

const seemsUtf16 = ({ bytes, startsAt }: Window): boolean =>
  bytes.includes(0) || (startsAt === 0 && [0xfffe, 0xfeff].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)));

/** The encoding of a text: stated, marked, strict UTF-8, or GB18030 that reads as Chinese; otherwise it is asked for. */
export async function encodingOf(source: Source, encoding: string | undefined): Promise<Decoding> {
  const seen =
    encoding === undefined ? await tellingWindow(source) : { bytes: await headOf(source, windowSize), startsAt: 0 };
  const { bytes, startsAt } = seen;
  const isCut = bytes.length >= windowSize;
  const isUtf16 = encoding === undefined ? seemsUtf16(seen) : /^\s*utf-?16/i.test(encoding);
  const whole = isCut ? bytes.subarray(0, wholeLength(bytes, isUtf16)) : bytes;
  const result = recognized(whole, { encoding, startsAt });
  return result.ok ? { ok: true, encoding: result.encoding, findings: result.findings } : result;
}

/** Says where decoding broke off. */
export class Undecodable extends Error {
  readonly finding: (place: Place) => Finding;

  constructor(finding: (place: Place) => Finding) {
    super('the text cannot be decoded');
    this.finding = finding;
  }
}

/** A cell that goes on and on. */
export class Endless extends Undecodable {
  constructor() {
    super(cellTooLong);
  }
}

const notInEncoding = (encoding: string) =>
  new Undecodable((place) =>
    refusal(
      'not-in-encoding',
      [
        `第 ${place.row} 行有不属于 ${encoding.toUpperCase()} 的字节。`,
        `Row ${place.row} holds bytes that are not ${encoding.toUpperCase()}.`,
      ],
      [
        `请${sayEncoding('gb18030').zh}（或其他编码），或将文件另存为 UTF-8。`,
        `State the encoding: ${sayEncoding('gb18030').en}, or another; or save the file as UTF-8.`,
      ],
      place,
    ),
  );

/** Text piece by piece. What comes before a byte or character that does not belong is still handed on, so that it can be placed. */
export async function* decode(source: Source, encoding: TextEncoding): AsyncGenerator<string> {
  const isUtf16 = encoding.startsWith('utf-16');
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let isFirst = true;

  function* textOf(bytes: Uint8Array): Generator<string> {
    let fault: Undecodable | null = null;
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      const good = bytes.subarray(0, firstUnreadable(bytes, encoding));
      text = new TextDecoder(encoding, { ignoreBOM: true }).decode(good, { stream: true });
      fault = notInEncoding(encoding);
    }
    if (isFirst && text.startsWith('\ufeff')) text = text.slice(1);
    if (text !== '') isFirst = false;
    const control = firstControl(text);
    if (control >= 0) {
      const character = text.charCodeAt(control);
      fault = new Undecodable((place) => controlCharacter(place, character));
      text = text.slice(0, control);
    }
    if (text !== '') yield text;
    if (fault) throw fault;
  }

  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of source.open()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeLength(bytes, isUtf16);
    rest = bytes.subarray(whole);
    if (whole > 0) yield* textOf(bytes.subarray(0, whole));
    // Nothing separates cells in so many bytes, so they are one cell.
    if (rest.length > windowSize) throw new Endless();
  }
  if (rest.length > 0) yield* textOf(rest);
}
