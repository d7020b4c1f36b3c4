import type { Bilingual, Finding } from '../core/finding.ts';
import { sayEncoding } from '../core/said-at-import.ts';

/** A text file is at most this long; a document of the whole government fits a hundred times over. */
export const TEXT_LIMIT_BYTES = 5 * 1024 * 1024;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export type DecodedText =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: TextEncoding;
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const ENCODINGS: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5: 'big5',
};

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const BINARY: readonly (readonly [string, string, readonly number[]])[] = [
  ['Word/Excel（docx、xlsx、wps）或压缩包', 'a Word, Excel or ZIP file', [0x50, 0x4b, 0x03, 0x04]],
  ['PDF', 'a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['旧版 Word/Excel（doc、xls）', 'an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  bytes.length >= magic.length && magic.every((byte, at) => bytes[at] === byte);

const error = (rule: string, message: Bilingual, remedy: Bilingual): Finding => ({
  rule,
  severity: 'ERROR',
  message,
  remedy,
});

const refuse = (finding: Finding): DecodedText => ({ ok: false, findings: [finding] });

function strict(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The offset of the first byte that cannot be read; the file's length when it ends inside a character. */
export function firstUnreadable(bytes: Uint8Array, encoding: TextEncoding): number {
  const readable = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (readable(bytes.length)) return bytes.length;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (readable(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The characters that make up about a third of any official text. Bytes of another encoding rarely spell them. */
const COMMON = new Set(
  '的一是不在有人和中大为上国以要会工作地发行政府县市部门公开信息管理条第规定通知年月日关于各单位办及应当法本事实施务责任与全社请表名称科目编码项金额合计收支出预算决教育经费'.split(
    '',
  ),
);

/** Whether this reads like Chinese (or plain) text, and not like the bytes of another encoding. */
function plausible(text: string): boolean {
  let han = 0;
  let common = 0;
  let other = 0;
  let strange = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (code < 0x20 ? !'\t\r\n\f'.includes(character) : code === 0x7f) return false;
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      han += 1;
      if (COMMON.has(character)) common += 1;
    } else if (/[\u3000-\u303f\uff00-\uffef\u2010-\u2030·×①-⑩Ⅰ-Ⅻ—…]/u.test(character)) other += 1;
    else if (/\p{Cc}|\p{Co}|\p{Cn}|\ufffd/u.test(character)) return false;
    else strange += 1;
  }
  return han > 0 && common >= han * 0.08 && strange <= (han + other) * 0.02;
}

/** Said of a file in which nothing is written. */
export const emptyFile = (): Finding =>
  error(
    'empty-file',
    { zh: '文件没有文字。', en: 'The file holds no text.' },
    { zh: '请检查是否选错了文件。', en: 'Check that this is the right file.' },
  );

/** PostgreSQL cannot store NUL, and no other control character but tab and line ends belongs in a document. */
function controlCharacter(text: string): Finding | null {
  const match = /[^\P{Cc}\t\r\n\f]/u.exec(text);
  if (!match) return null;
  const before = text.slice(0, match.index);
  const row = before.split('\n').length;
  const column = String(match.index - before.lastIndexOf('\n'));
  const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    ...error(
      'control-character',
      {
        zh: `第${row}行第${column}个字符是不可显示的控制字符（${code}），文件可能不是文本。`,
        en: `Character ${column} of line ${row} is a control character (${code}); the file may not be text.`,
      },
      {
        zh: '请在文字处理软件中删除该字符，或将文件另存为 UTF-8 纯文本（.txt）。',
        en: 'Delete that character, or save the file again as UTF-8 plain text (.txt).',
      },
    ),
    row,
    column,
  };
}

/** Said where an earlier conversion put U+FFFD for what it could not read. */
export const lostCharacter = (row: number, column: string): Finding => ({
  rule: 'replacement-character',
  severity: 'WARNING',
  row,
  column,
  message: {
    zh: `第${row}行有替代字符“\ufffd”：此前转换编码时已丢失文字。`,
    en: `Line ${row} has the replacement character \ufffd: characters were lost in an earlier conversion.`,
  },
  remedy: { zh: '请核对原文并补上丢失的文字。', en: 'Compare with the original and restore them.' },
});

function checked(text: string, encoding: TextEncoding, findings: readonly Finding[]): DecodedText {
  if (text.trim() === '') return refuse(emptyFile());
  const control = controlCharacter(text);
  if (control) return refuse(control);
  if (!text.includes('\ufffd')) return { ok: true, text, encoding, findings };
  const at = text.indexOf('\ufffd');
  const row = text.slice(0, at).split('\n').length;
  const lost = lostCharacter(row, String(at - text.lastIndexOf('\n', at)));
  return { ok: true, text, encoding, findings: [...findings, lost] };
}

interface Unreadable {
  readonly bytes: Uint8Array;
  readonly encoding: TextEncoding;
  readonly rule: 'not-text' | 'not-in-encoding';
  /** Where in the file the bytes begin. */
  readonly startsAt?: number;
}

function unreadable({ bytes, encoding, rule, startsAt = 0 }: Unreadable): DecodedText {
  const found = firstUnreadable(bytes, encoding);
  const truncated = found === bytes.length;
  const offset = startsAt + found;
  const where: Bilingual = truncated
    ? {
        zh: `文件在一个字符中间结束（共${offset}字节）`,
        en: `the file ends inside a character (after ${offset} bytes)`,
      }
    : { zh: `第${offset}字节（从0起）无法识别`, en: `the byte at offset ${offset} cannot be read` };
  const name = encoding.toUpperCase();
  const message: Bilingual =
    rule === 'not-text'
      ? { zh: `无法按文本读取：${where.zh}。`, en: `This cannot be read as text: ${where.en}.` }
      : { zh: `文件不是 ${name} 编码：${where.zh}。`, en: `The file is not in ${name}: ${where.en}.` };
  return refuse(
    error(rule, message, {
      zh: '请将文件另存为 UTF-8 纯文本（.txt），或在发布台的“文本编码”中选定，命令行用 --encoding 说明（utf-8、gbk、utf-16le、utf-16be、big5）。',
      en: 'Save the file as UTF-8 plain text (.txt), or state its encoding, at the desk under "Encoding", in a shell with --encoding (utf-8, gb18030, utf-16le, utf-16be, big5).',
    }),
  );
}

function askForUtf16(encoding: TextEncoding): DecodedText {
  const name = encoding.toUpperCase();
  return refuse(
    error(
      'encoding-unknown',
      {
        zh: `文件像是 ${name} 编码，但没有字节顺序标记，不能确定。`,
        en: `The file looks like ${name}, but has no byte order mark to say so.`,
      },
      {
        zh: `如确是该编码，请${sayEncoding(encoding).zh}；否则另存为 UTF-8。`,
        en: `If it is, ${sayEncoding(encoding).en}; otherwise save it as UTF-8.`,
      },
    ),
  );
}

const looksLike = (bytes: Uint8Array, encoding: TextEncoding): boolean => {
  const text = strict(bytes, encoding);
  return text !== null && plausible(text);
};

const found = (text: string, encoding: TextEncoding, findings: readonly Finding[] = []): DecodedText => ({
  ok: true,
  text,
  encoding,
  findings,
});

function undeclared(bytes: Uint8Array, startsAt: number): DecodedText {
  const mark = startsAt === 0 ? MARKS.find(([, magic]) => startsWith(bytes, magic)) : undefined;
  if (mark) {
    const text = strict(bytes, mark[0]);
    return text === null ? unreadable({ bytes, encoding: mark[0], rule: 'not-in-encoding' }) : found(text, mark[0]);
  }
  const hasNul = bytes.includes(0);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null && !hasNul) return found(utf8, 'utf-8');
  const gb18030 = hasNul ? null : strict(bytes, 'gb18030');
  if (gb18030 !== null && plausible(gb18030)) {
    const assumed: Finding = {
      rule: 'encoding-assumed',
      severity: 'WARNING',
      message: {
        zh: '文件没有说明编码，已按 GB18030（GBK）读取。',
        en: 'The file does not state its encoding; it was read as GB18030 (GBK).',
      },
      remedy: {
        zh: `请核对文字是否正确；可${sayEncoding('gb18030').zh}，或另存为 UTF-8。`,
        en: `Check that the text is right; ${sayEncoding('gb18030').en}, or save the file as UTF-8.`,
      },
    };
    return found(gb18030, 'gb18030', [assumed]);
  }
  const utf16 = (['utf-16le', 'utf-16be'] as const).find((encoding) => looksLike(bytes, encoding));
  if (utf16) return askForUtf16(utf16);
  return utf8 === null ? unreadable({ bytes, encoding: 'utf-8', rule: 'not-text', startsAt }) : found(utf8, 'utf-8');
}

function declared(bytes: Uint8Array, label: string): DecodedText {
  const encoding = ENCODINGS[label.trim().toLowerCase()];
  if (encoding === undefined) {
    return refuse(
      error(
        'encoding-not-supported',
        { zh: `不支持编码“${label}”。`, en: `The encoding “${label}” is not supported.` },
        {
          zh: `可用编码：${Object.keys(ENCODINGS).join('、')}。`,
          en: `Supported: ${Object.keys(ENCODINGS).join(', ')}.`,
        },
      ),
    );
  }
  const mark = MARKS.find(([, magic]) => startsWith(bytes, magic));
  if (mark && mark[0] !== encoding) {
    return refuse(
      error(
        'encoding-conflict',
        {
          zh: `说明的编码是 ${encoding}，但文件开头的标记表明它是 ${mark[0]}。`,
          en: `The stated encoding is ${encoding}, but the mark at the start of the file says ${mark[0]}.`,
        },
        {
          zh: `请改为自动识别（命令行去掉 --encoding），或${sayEncoding(mark[0]).zh}。`,
          en: `Leave it as the file shows (in a shell without --encoding), or ${sayEncoding(mark[0]).en}.`,
        },
      ),
    );
  }
  const text = strict(bytes, encoding);
  return text === null ? unreadable({ bytes, encoding, rule: 'not-in-encoding' }) : found(text, encoding);
}

/**
 * In which encoding bytes are, and what they say: stated, marked, strict UTF-8, or GB18030 that reads as Chinese. They may
 * be a part of a file that begins at `startsAt`; a mark counts only where the file begins.
 */
export const recognized = (
  bytes: Uint8Array,
  { encoding, startsAt = 0 }: { readonly encoding?: string | undefined; readonly startsAt?: number } = {},
): DecodedText => (encoding === undefined ? undeclared(bytes, startsAt) : declared(bytes, encoding));

/** What is said of a file over the limit; its bytes need not be read for it. */
export const tooLarge = (bytes: number): Finding => {
  const size = (bytes / 1024 / 1024).toFixed(1);
  const limit = TEXT_LIMIT_BYTES / 1024 / 1024;
  return error(
    'file-too-large',
    { zh: `文件有 ${size} MB，超过上限 ${limit} MB。`, en: `The file is ${size} MB; the limit is ${limit} MB.` },
    {
      zh: '公文文本通常不足 1 MB，请检查是否选错了文件。',
      en: 'An official document is well under 1 MB as text: check that this is the right file.',
    },
  );
};

/**
 * Bytes of a text file (纯文本) to text, or the reason why not. An encoding is stated, marked by the file itself, or
 * strict UTF-8; GB18030 is accepted with a warning when the result reads as Chinese. Nothing else is guessed.
 */
export function decodeText(bytes: Uint8Array, options: { readonly encoding?: string } = {}): DecodedText {
  const binary = BINARY.find(([, , magic]) => startsWith(bytes, magic));
  if (binary) {
    return refuse(
      error(
        'binary-file',
        { zh: `这是${binary[0]}文件，不是文本。`, en: `This is ${binary[1]}, not text.` },
        {
          zh: '请先在原软件中另存为纯文本（.txt），再导入。',
          en: 'Save it as plain text (.txt) in its own program first, then import that.',
        },
      ),
    );
  }
  if (bytes.length > TEXT_LIMIT_BYTES) return refuse(tooLarge(bytes.length));
  const result = recognized(bytes, options);
  return result.ok ? checked(result.text, result.encoding, result.findings) : result;
}
