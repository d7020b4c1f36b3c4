import { html } from 'ghtml';
import { formatChinese, type LocalDate, today } from '../../core/local-date.ts';

/** Markup that is already escaped. ghtml inserts it with `!${…}`. */
export type Markup = string;

// 〔2021〕29号, 第三条 and dates lose their meaning when a line breaks inside them.
const unbroken =
  /[\p{Script=Han}]{0,8}〔\d{4}〕\s?第?\d+\s?号|第[〇零一二三四五六七八九十百千\d]{1,7}[条款项章节]|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/gu;

const keep = (text: string): Markup => html`<span class="keep">${text}</span>`;

const escaped = (text: string): Markup => html`${text}`;

/** Text whose document numbers, article numbers and dates stay on one line. */
export function typeset(text: string): Markup {
  let markup = '';
  let position = 0;
  for (const { 0: found, index } of text.matchAll(unbroken)) {
    // An issuer code in a sentence is not told apart from the words before it: only the number itself is kept whole.
    const start = found.includes('〔') && found !== text ? index + found.indexOf('〔') : index;
    markup += escaped(text.slice(position, start)) + keep(found.slice(start - index));
    position = index + found.length;
  }
  return markup + escaped(text.slice(position));
}

/** Text with the words searched for marked; ranges are half-open, in UTF-16 code units. */
export function marked(text: string, ranges: readonly (readonly number[])[]): Markup {
  let markup = '';
  let position = 0;
  for (const [start = 0, end = 0] of ranges) {
    if (start < position || end > text.length) continue;
    markup += typeset(text.slice(position, start)) + html`<mark>${text.slice(start, end)}</mark>`;
    position = end;
  }
  return markup + typeset(text.slice(position));
}

const before = 20;
const after = 80;

/** The surroundings of the first match. */
export function excerpt(text: string, ranges: readonly (readonly number[])[]): Markup {
  const from = Math.max(0, (ranges[0]?.[0] ?? 0) - before);
  const to = Math.min(text.length, from + before + after);
  const shown = ranges.filter(([start = 0, end = 0]) => start >= from && end <= to);
  const shifted = shown.map(([start = 0, end = 0]) => [start - from, end - from]);
  return `${from > 0 ? '…' : ''}${marked(text.slice(from, to).replace(/\n/g, ' '), shifted)}${to < text.length ? '…' : ''}`;
}

/** 2021-07-15 as a `<time>` that reads 2021年7月15日. */
export const day = (date: string): Markup =>
  html`<time class="keep" datetime="${date}">${formatChinese(date as LocalDate)}</time>`;

/** HH:mm of an instant in Asia/Shanghai. */
const clockOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

/** The day of an instant in Asia/Shanghai. */
export const dayOf = (instant: string): LocalDate => today(new Date(instant));

/** An instant as a `<time>` that reads 2021年7月20日 09:00. */
export const instant = (at: string): Markup =>
  html`<time class="keep" datetime="${at}">${formatChinese(dayOf(at))} ${clockOf(at)}</time>`;

/** `PubDate` of 国办发〔2017〕47号: YYYY-MM-DD HH:mm. */
export const publicationDate = (at: string): string => `${dayOf(at)} ${clockOf(at)}`;

/** 20940 → 20.4 KB. */
export const fileSize = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;

const ring = '<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';

/** A shape beside each word, so that the state is legible without colour. */
const shapes: Readonly<Record<string, Markup>> = {
  IN_FORCE: '<circle cx="6" cy="6" r="5" fill="currentColor"/>',
  AMENDED: `${ring}<path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor"/>`,
  NOT_YET_IN_FORCE:
    '<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.8"/>',
  LAPSED: ring,
  REPEALED: '<path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2"/>',
};

/** 有效性 as a word and a shape. */
export const validityBadge = ({ code, label }: { readonly code: string; readonly label: string }): Markup =>
  html`<span class="validity${code === 'IN_FORCE' ? ' holds' : ''}"
    ><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">!${shapes[code] ?? ring}</svg>${label}</span
  >`;
