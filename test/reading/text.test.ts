import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText, TEXT_LIMIT_BYTES } from '../../api/reading/text.ts';

const example = (name: string): Buffer => readFileSync(new URL(`../../examples/documents/${name}`, import.meta.url));
const utf8 = example('library-work-points-2024.txt');
const text = utf8.toString('utf8');
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const bytes = (...values: number[]): Buffer => Buffer.from(values);

/** The file's text, or the codes of the findings that refuse it. */
const outcome = (data: Uint8Array, encoding?: string): string | string[] => {
  const result = decodeText(data, encoding === undefined ? {} : { encoding });
  return result.ok ? result.text : result.findings.map(({ rule }) => rule);
};

describe('a text file is read in the encoding it is in', () => {
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', Buffer.concat([bytes(0xef, 0xbb, 0xbf), utf8]), 'utf-8'],
    ['UTF-16 little endian with a mark', Buffer.concat([bytes(0xff, 0xfe), utf16le]), 'utf-16le'],
    ['UTF-16 big endian with a mark', Buffer.concat([bytes(0xfe, 0xff), utf16be]), 'utf-16be'],
  ])('%s, without a word', (_name, data, encoding) => {
    expect(decodeText(data)).toEqual({ ok: true, text, encoding, findings: [] });
  });

  test('GB18030 is taken when the result reads as Chinese, and that is said', () => {
    const result = decodeText(example('library-work-points-2024.gb18030.txt'));
    expect(result).toMatchObject({ ok: true, text, encoding: 'gb18030' });
    expect(result.findings).toMatchObject([{ rule: 'encoding-assumed', severity: 'WARNING' }]);
  });

  test.each([
    ['gb18030', example('library-work-points-2024.gb18030.txt')],
    ['GBK', example('library-work-points-2024.gb18030.txt')],
    ['utf-16le', utf16le],
    ['UTF-16BE', utf16be],
    ['utf-8', utf8],
  ])('a stated encoding %s is followed without a warning', (encoding, data) => {
    expect(decodeText(data, { encoding })).toMatchObject({ ok: true, text, findings: [] });
  });
});

describe('a file that cannot be read for certain is refused with a reason', () => {
  const latin1 = Buffer.from('Les données publiées à Besançon, été comme hiver', 'latin1');
  const big5 = bytes(0xa4, 0xbd, 0xa4, 0xe5, 0xb8, 0xea, 0xb0, 0x54, 0xb6, 0x7d, 0xa9, 0xf1, 0x0a);
  const rows: readonly (readonly [string, Uint8Array, string | undefined, string])[] = [
    ['nothing', bytes(), undefined, 'empty-file'],
    ['only a mark', bytes(0xef, 0xbb, 0xbf), undefined, 'empty-file'],
    ['only white space', Buffer.from(' \r\n\u3000\t\n'), undefined, 'empty-file'],
    ['UTF-16 without a mark', utf16le, undefined, 'encoding-unknown'],
    ['UTF-16 big endian without a mark', utf16be, undefined, 'encoding-unknown'],
    ['UTF-8 cut inside a character', utf8.subarray(0, 100), undefined, 'not-text'],
    ['Latin-1', latin1, undefined, 'not-text'],
    ['Big5', big5, undefined, 'not-text'],
    ['NUL in a text', Buffer.from('通知\u0000正文'), undefined, 'control-character'],
    ['an escape in a text', Buffer.from('通知\n正\u001b文'), undefined, 'control-character'],
    ['a Word file', bytes(0x50, 0x4b, 3, 4, 20, 0), undefined, 'binary-file'],
    ['a PDF file', Buffer.from('%PDF-1.7\n'), undefined, 'binary-file'],
    ['an old Excel file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), undefined, 'binary-file'],
    ['GB18030 stated to be UTF-8', example('library-work-points-2024.gb18030.txt'), 'utf-8', 'not-in-encoding'],
    ['a mark that contradicts', Buffer.concat([bytes(0xff, 0xfe), utf16le]), 'utf-8', 'encoding-conflict'],
    ['an encoding nobody knows', utf8, 'klingon', 'encoding-not-supported'],
    ['a byte too many', new Uint8Array(TEXT_LIMIT_BYTES + 1).fill(65), undefined, 'file-too-large'],
  ];
  test.each(rows)('%s', (_name, data, encoding, rule) => {
    const result = decodeText(data, encoding === undefined ? {} : { encoding });
    expect(result.ok).toBe(false);
    expect(result.findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(result.findings[0]?.severity).toBe('ERROR');
    expect(result.findings[0]?.remedy?.zh).toBeTruthy();
    expect(result.findings[0]?.remedy?.en).toBeTruthy();
  });

  test('exactly the limit is read', () => {
    expect(decodeText(new Uint8Array(TEXT_LIMIT_BYTES).fill(65)).ok).toBe(true);
  });

  test('the limit and the size are both named', () => {
    const [finding] = decodeText(new Uint8Array(TEXT_LIMIT_BYTES * 2).fill(65)).findings;
    expect(finding?.message.en).toContain('10.0 MB');
    expect(finding?.message.en).toContain('5 MB');
  });

  test('the offset of the first unreadable byte is named', () => {
    const [finding] = decodeText(Buffer.concat([Buffer.from('abc'), bytes(0xff, 0x80)])).findings;
    expect(finding?.message.en).toContain('offset 3');
  });

  test('a control character is named by line and position', () => {
    const [finding] = decodeText(Buffer.from('标题\n正\u0007文')).findings;
    expect(finding).toMatchObject({ row: 2, column: '2' });
  });

  test('UTF-16 without a mark is asked for by its name', () => {
    expect(decodeText(utf16be).findings[0]?.remedy?.zh).toContain('--encoding utf-16be');
  });

  test('characters lost in an earlier conversion are pointed at', () => {
    const result = decodeText(Buffer.from('标题\n正\ufffd文'));
    expect(result.ok).toBe(true);
    expect(result.findings).toMatchObject([{ rule: 'replacement-character', row: 2, column: '2' }]);
  });

  test('random bytes are refused at once, twenty megabytes of them and five', () => {
    const noise = new Uint8Array(20_000_000);
    let state = 20210715;
    for (let at = 0; at < noise.length; at += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      noise[at] = state >>> 24;
    }
    const start = performance.now();
    expect(outcome(noise)).toEqual(['file-too-large']);
    expect(outcome(noise.subarray(0, TEXT_LIMIT_BYTES))).toEqual(['not-text']);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
