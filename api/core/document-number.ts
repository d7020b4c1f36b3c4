/** 发文字号: a numbered paper 桓政办字〔2021〕29号, an order 国务院令第711号, or an announcement 财政部公告2015年第3号. */
export type DocumentNumberForm = 'NUMBER' | 'ORDER' | 'ANNOUNCEMENT';

/** How a written number departs from GB/T 9704-2012 §7.2.5. */
export type DocumentNumberDefect =
  | 'label'
  | 'space'
  | 'zero-width'
  | 'full-width'
  | 'bracket'
  | 'doubled-bracket'
  | 'ordinal-mark'
  | 'missing-mark'
  | 'misplaced-mark'
  | 'leading-zero';

/** A document number (发文字号) taken apart. The counter is unique for an issuer code and a year; gaps are normal. */
export interface DocumentNumber {
  /** The canonical form, e.g. 桓政办字〔2021〕29号: how the number is stored, compared and cited. */
  readonly text: string;
  readonly form: DocumentNumberForm;
  /** 机关代字, e.g. 桓政办字; of an order or announcement the issuer with the word: 国务院令. */
  readonly issuerCode: string;
  /** Null for an order numbered through the years (国务院令第711号). */
  readonly year: number | null;
  readonly sequence: number;
  /** What was put right to get the canonical form; empty when it was written so. */
  readonly defects: readonly DocumentNumberDefect[];
}

/** A number found in running text. */
export interface FoundDocumentNumber {
  readonly number: DocumentNumber;
  /** As it stands in the text. */
  readonly written: string;
  readonly index: number;
}

const LABEL = /^(?:发文字号|发文文号|文件编号|文件字号|文号|字号)\s*[：:]/u;
const OPENING = /[［[【﹝(（〔]/g;
const CLOSING = /[］\]】﹞)）〕]/g;
/** Longer than any number measured (an announcement by several ministries has some sixty characters). */
const LONGEST = 100;

const NUMBER = /^([\p{Script=Han}A-Za-z]{1,20})(〔{1,2})((?:19|20)\d{2})(〕{1,2})(第?)(号?)(\d{1,5})(号?)$/u;
const ORDER = /^([\p{Script=Han}、]{1,50}?(令|公告))(?:〔?((?:19|20)\d{2})(?:年|〕))?〔?第?(\d{1,5})号?〕?$/u;

interface Cleaned {
  readonly text: string;
  readonly defects: DocumentNumberDefect[];
}

function clean(written: string): Cleaned {
  const defects: DocumentNumberDefect[] = [];
  const step = (text: string, next: string, defect: DocumentNumberDefect): string => {
    if (next !== text) defects.push(defect);
    return next;
  };
  let text = written.replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
  if (text !== written) defects.push('zero-width');
  text = text.trim();
  text = step(text, text.replace(LABEL, ''), 'label').trim();
  text = step(text, text.replace(/\s+/g, ''), 'space');
  text = step(text, text.replace(OPENING, '〔').replace(CLOSING, '〕'), 'bracket');
  text = step(text, text.normalize('NFKC'), 'full-width');
  return { text, defects };
}

function numbered({ text, defects }: Cleaned): DocumentNumber | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, issuerCode = '', opening = '', year = '', closing = '', nth, before, digits = '', after] = match;
  const sequence = Number(digits);
  if (sequence === 0 || (before && after)) return null;
  if (opening.length > 1 || closing.length > 1) defects.push('doubled-bracket');
  if (nth) defects.push('ordinal-mark');
  if (before) defects.push('misplaced-mark');
  else if (!after) defects.push('missing-mark');
  if (digits.startsWith('0')) defects.push('leading-zero');
  const canonical = `${issuerCode}〔${year}〕${sequence}号`;
  return { text: canonical, form: 'NUMBER', issuerCode, year: Number(year), sequence, defects };
}

function ordered({ text, defects }: Cleaned): DocumentNumber | null {
  const match = ORDER.exec(text);
  if (!match) return null;
  const [, issuerCode = '', word, writtenYear, digits = ''] = match;
  const sequence = Number(digits);
  if (sequence === 0) return null;
  if (digits.startsWith('0')) defects.push('leading-zero');
  const year = writtenYear === undefined ? null : Number(writtenYear);
  const canonical = `${issuerCode}${year === null ? '' : `${year}年`}第${sequence}号`;
  if (!text.includes('第') || !text.includes('号')) defects.push('missing-mark');
  if (/[〔〕]/.test(text) && !defects.includes('bracket')) defects.push('bracket');
  const form = word === '令' ? 'ORDER' : 'ANNOUNCEMENT';
  return { text: canonical, form, issuerCode, year, sequence, defects };
}

/**
 * Reads a document number in any of the spellings found on government sites: with the label 发文字号：, with spaces
 * or zero-width characters inside, any kind of bracket, 第 after the year, 号 missing or in the wrong place.
 * Null when there is no number in it (无文号, 〔〕号).
 */
export function parseDocumentNumber(written: string): DocumentNumber | null {
  if (written.length > LONGEST) return null;
  const cleaned = clean(written);
  return numbered(cleaned) ?? ordered(cleaned);
}

/** Words that stand before a number in a sentence and do not belong to the issuer code. */
const LEADING_WORDS =
  /按照|依照|遵照|对照|根据|依据|贯彻|落实|执行|废止|转发|印发|发布|公布|下发|修改|参照|详见|结合|学习|文件|通知|关于|以及|[由以将对的与及或和见按原](?![政办府])/gu;
const ISSUER_END = /(?:政府|国务院|主席|办公厅|办公室|部|委员会|委|局|署|总局|院|会|厅|行|银行)$/u;
const CORE =
  /[〔［[【（(﹝]{1,2}\s{0,3}(?:19|20)\d{2}\s{0,3}[〕］\]】）)﹞]{1,2}\s{0,3}第?\s{0,3}(?:号\s{0,3}\d{1,5}(?!\d)|\d{1,5}\s{0,3}号)/gu;
const ORDER_CORE = /(?:令|公告)\s{0,3}(?:(?:19|20)\d{2}\s{0,3}年\s{0,3})?[（(〔]?第\s{0,3}\d{1,5}\s{0,3}号/gu;
/** 机关代字 are short (市政府办公厅发电 is among the longest); a longer run of letters is prose, not a code. */
const LONGEST_CODE = 12;
const LONGEST_ISSUER = 30;

/** Where the code that ends at `end` begins: a run of letters on one line, without the words that lead up to it. */
function codeBefore(text: string, end: number, limit: number): number | null {
  let start = end;
  let letters = 0;
  for (let at = end - 1; at >= 0 && letters <= limit; at -= 1) {
    const character = text.charAt(at);
    if (/[\p{Script=Han}A-Za-z]/u.test(character)) {
      start = at;
      letters += 1;
    } else if (!/[ \u3000\u200b-\u200d]/.test(character) || letters >= 2) break;
  }
  let cut = start;
  for (const word of text.slice(start, end).matchAll(LEADING_WORDS)) {
    const next = start + word.index + word[0].length;
    if (next < end) cut = next;
  }
  if (cut === start && letters > limit) return null;
  while (/\s/.test(text.charAt(cut))) cut += 1;
  return end - cut >= 2 ? cut : null;
}

/**
 * Every document number cited in a running text, in order. A number needs its year in brackets (or 令/公告 with 第…号)
 * and an issuer code in front; words like 按照 and 根据 are not taken for a part of the code.
 */
export function findDocumentNumbers(text: string): FoundDocumentNumber[] {
  const found: FoundDocumentNumber[] = [];
  const take = (index: number, end: number): void => {
    const written = text.slice(index, end);
    const number = parseDocumentNumber(written);
    if (number !== null) found.push({ number, written, index });
  };
  for (const match of text.matchAll(CORE)) {
    const index = codeBefore(text, match.index, LONGEST_CODE);
    if (index !== null) take(index, match.index + match[0].length);
  }
  for (const match of text.matchAll(ORDER_CORE)) {
    const index = codeBefore(text, match.index, LONGEST_ISSUER);
    if (index !== null && ISSUER_END.test(text.slice(index, match.index).trimEnd()))
      take(index, match.index + match[0].length);
  }
  return found.sort((a, b) => a.index - b.index);
}
