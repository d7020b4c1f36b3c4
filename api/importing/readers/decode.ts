import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/grid.ts';
import { refusal } from './refusal.ts';
import { headOf } from './source.ts';
import { decodeText, type TextEncoding } from './text.ts';

/** So much is looked at to tell the encoding; the rest must agree with it. */
const headSize = 1 << 20;

const cutAtLine = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const end = bytes.lastIndexOf(10);
  return new Uint8Array(isUtf16 || end < 0 ? bytes.subarray(0, bytes.length & ~1) : bytes.subarray(0, end + 1));
};

export type Decoding =
  | { readonly ok: true; readonly encoding: TextEncoding; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The encoding of a text: stated, marked, strict UTF-8, or GB18030 that reads as Chinese; otherwise it is asked for. */
export async function encodingOf(source: Source, encoding: string | undefined): Promise<Decoding> {
  const head = await headOf(source, headSize);
  const bytes = head.length < headSize ? new Uint8Array(head) : cutAtLine(head);
  const decoded = decodeText(bytes, encoding === undefined ? {} : { encoding });
  return decoded.ok ? { ok: true, encoding: decoded.encoding, findings: decoded.findings } : decoded;
}

/** Says where decoding broke off. */
export class Undecodable extends Error {
  readonly finding: (row: number) => Finding;

  constructor(finding: (row: number) => Finding) {
    super('the text cannot be decoded');
    this.finding = finding;
  }
}

const notInEncoding = (encoding: string) =>
  new Undecodable((row) =>
    refusal(
      'not-in-encoding',
      [
        `第 ${row} 行附近有不属于 ${encoding.toUpperCase()} 的字节。`,
        `Near row ${row} there are bytes that are not ${encoding.toUpperCase()}.`,
      ],
      [
        '请用 --encoding 说明编码（如 gb18030），或将文件另存为 UTF-8。',
        'State the encoding with --encoding (gb18030, say), or save the file as UTF-8.',
      ],
      { row },
    ),
  );

const controlCharacter = (code: number) =>
  new Undecodable((row) =>
    refusal(
      'control-character',
      [
        `第 ${row} 行附近有不可显示的控制字符（U+${code.toString(16).toUpperCase().padStart(4, '0')}）。`,
        `Near row ${row} there is a control character (U+${code.toString(16).toUpperCase().padStart(4, '0')}).`,
      ],
      ['请删除该字符，或重新导出文件。', 'Delete that character, or export the file again.'],
      { row },
    ),
  );

const control = /[^\P{Cc}\t\r\n\f]/u;

/** Text piece by piece; a byte that does not belong ends it. */
export async function* decode(source: Source, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const piece = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw notInEncoding(encoding);
    }
  };
  const checked = (text: string): string => {
    const found = control.exec(text);
    if (found) throw controlCharacter(found[0].codePointAt(0) ?? 0);
    return text;
  };
  for await (const chunk of source.open()) yield checked(piece(chunk));
  yield checked(piece());
}
