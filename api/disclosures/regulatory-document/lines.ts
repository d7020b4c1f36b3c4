import { ordinal } from '../../core/chinese.ts';

/** A line of the source that has text, white space at its ends cut off. */
export interface Line {
  /** 1-based line of the source file. */
  readonly row: number;
  /** 1-based position of the first character in its line. */
  readonly column: number;
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean;
  /** Whether it opens like a paragraph: two full-width spaces or more. */
  readonly indented: boolean;
}

/** A paragraph put together from lines (断行修复). */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Where each line begins in `text`. */
  readonly starts: readonly number[];
}

/** A document has hundreds of lines; a file with more than this is something else, and is not read to its end. */
export const MOST_LINES = 100_000;

/** The lines of a text that are not blank. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = false;
  let row = 0;
  for (const match of text.matchAll(/([^\r\n\f\u2028\u2029]*)(\r\n|[\r\n\f\u2028\u2029]|$)/gu)) {
    row += 1;
    const raw = match[1] ?? '';
    const content = raw.trim();
    if (content === '') {
      afterBlank = true;
      continue;
    }
    const lead = raw.length - raw.trimStart().length;
    const indented = /^(?:[\u3000\u2003]{2}|[ \u00a0]{4}|\t)/u.test(raw);
    lines.push({ row, column: lead + 1, text: content, afterBlank, indented });
    if (lines.length >= MOST_LINES) break;
    afterBlank = false;
  }
  return lines;
}

/** Lines as one paragraph; nothing is put between Chinese characters, one space between Latin words. */
export function joinLines(lines: readonly Line[]): Paragraph {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let last = '';
  for (const line of lines) {
    const glue = /[A-Za-z,.;:]$/.test(last) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
    starts.push(length + glue.length);
    parts.push(glue, line.text);
    length += glue.length + line.text.length;
    last = line.text.slice(-1);
  }
  return { text: parts.join(''), lines, starts };
}

/** Where a character of a paragraph stands in the source. */
export function position(paragraph: Paragraph, index: number): { readonly row: number; readonly column: string } {
  let low = 0;
  let high = paragraph.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraph.starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const line = paragraph.lines[low];
  const offset = index - (paragraph.starts[low] ?? 0);
  return { row: line?.row ?? 1, column: String((line?.column ?? 1) + offset) };
}

const NUMERAL = '[〇零一二三四五六七八九十百]{1,6}';
const MARKERS = [
  [
    'PART',
    new RegExp(`^(?:${NUMERAL}、(?!${NUMERAL}、)|第${NUMERAL}[章编部]分?(?=[\\s\\u3000]|$|[^，。；]{1,30}$))`, 'u'),
  ],
  ['POINT', new RegExp(`^[（(]${NUMERAL}[）)]、?`, 'u')],
  ['ARTICLE', new RegExp(`^第(?:${NUMERAL}|\\d{1,3})条(?![、和至第规及款])`, 'u')],
] as const;

/** The marker a paragraph opens with: 一、 or （十四） or 第三条. */
export interface Marker {
  readonly level: 'PART' | 'POINT' | 'ARTICLE';
  readonly text: string;
  readonly number: number;
}

/** Reads the marker at the start of a line; null for running text. */
export function markerOf(text: string): Marker | null {
  for (const [level, pattern] of MARKERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = ordinal(match[0]);
    return number === null ? null : { level, text: match[0], number };
  }
  return null;
}

/** Openings that no sentence continues with: a list item, an attachment, a copy line, a responsibility clause. */
const FRESH_START =
  /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|附件|附：|抄送|主题词|[（(〔[](?:此件|责任|牵头|配合|承办))/u;
const SENTENCE_END = /[。！？；：!?;:…]$/u;
const INNER_PUNCTUATION = /[，。；：、！？,;:]/u;
/** Longer than any heading of an official document. */
const LONGEST_HEADING = 40;
const LONGEST_LOOSE_HEADING = 20;

/** Enough of a paragraph's end to hold any responsibility clause. */
const TAIL = 600;

/** Whether a paragraph may end so: with a full stop, also inside the quotation or the brackets that close it. */
function isComplete(tail: string): boolean {
  let end = tail.length;
  while (end > 0 && /[”’"』」】）)〕\]]/u.test(tail.charAt(end - 1))) end -= 1;
  const core = tail.slice(0, end);
  if (SENTENCE_END.test(core)) return true;
  if (end === tail.length) return false;
  // 。（责任单位：…） ends a paragraph; （指挥部） in the middle of a sentence does not.
  const bracket = Math.max(core.lastIndexOf('。（'), core.lastIndexOf('。('), core.lastIndexOf('。〔'));
  return bracket >= 0 && !core.slice(bracket + 2).includes('。');
}

/** The width at which a file was wrapped by force, or null when its lines are whole paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  if (lines.length < 8) return null;
  const widths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const close = widths.filter((width) => width >= wide - 3).length;
  return wide <= 60 && close >= lines.length * 0.4 ? wide : null;
}

/**
 * Puts sentences together that a page break or a fixed width cut apart. A line is joined to the one before when that
 * one ends without a full stop and is no heading, and the line itself opens no new item. Blank lines between whole
 * paragraphs stay paragraph ends.
 */
export function healParagraphs(lines: readonly Line[]): Paragraph[] {
  const width = wrapWidth(lines);
  const indentedFile = lines.filter(({ indented }) => indented).length >= lines.length * 0.2;
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  let tail = '';
  let expectedPart = 1;

  const isHeading = (next: Line): boolean => {
    const [only] = open;
    if (only === undefined || open.length > 1) return false;
    if (width !== null && only.text.length >= width - 3 && !next.afterBlank) return false;
    const marker = markerOf(only.text);
    const words = only.text.slice(marker?.text.length ?? 0);
    if (INNER_PUNCTUATION.test(words)) return false;
    return marker !== null ? words.length <= LONGEST_HEADING : next.afterBlank && words.length <= LONGEST_LOOSE_HEADING;
  };
  const isEnded = (next: Line): boolean => {
    if (isComplete(tail) || isHeading(next)) return true;
    // A paragraph that is one pair of brackets: 〔责任单位：…〕 or （此件公开发布）.
    return /^[（(〔[]/u.test(open[0]?.text ?? '') && markerOf(open[0]?.text ?? '') === null && /[）)〕\]]$/u.test(tail);
  };
  const continues = (next: Line): boolean => {
    if (open.length === 0 || FRESH_START.test(next.text)) return false;
    const marker = markerOf(next.text);
    // “推进第 / 一、二、三产业”: a numeral out of turn behind an unfinished line is a part of the sentence.
    if (marker !== null) return marker.level === 'PART' && marker.number !== expectedPart && !isEnded(next);
    const wrapped = width !== null && (open.at(-1)?.text.length ?? 0) >= width - 3;
    if (indentedFile && wrapped && !next.afterBlank && !next.indented) return true;
    return !isEnded(next);
  };

  for (const line of lines) {
    if (!continues(line)) {
      if (open.length > 0) paragraphs.push(joinLines(open));
      open = [];
      tail = '';
      const marker = markerOf(line.text);
      if (marker?.level === 'PART') expectedPart = marker.number + 1;
    }
    open.push(line);
    tail = (tail + line.text).slice(-TAIL);
  }
  if (open.length > 0) paragraphs.push(joinLines(open));
  return paragraphs;
}
