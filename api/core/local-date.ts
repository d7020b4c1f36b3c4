/** A calendar day (法定日期) in Asia/Shanghai, written YYYY-MM-DD. It is a day, not an instant, so it sorts as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY_MS = 86_400_000;
/** China has kept one zone, UTC+8 without summer time, since 1991-09-15; every document here is later. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const CHINESE_DIGITS = '〇一二三四五六七八九';

function fromParts(year: number, month: number, day: number): LocalDate | null {
  if (year < 1 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as LocalDate) : null;
}

function partsOf(day: LocalDate): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** Reads YYYY-MM-DD and nothing else; null when the text is not such a day of the calendar. */
export function localDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? fromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** 二〇二一 → 2021, digit by digit, as years are written. */
function chineseYear(text: string): number {
  let year = 0;
  for (const character of text) year = year * 10 + CHINESE_DIGITS.indexOf(character);
  return year;
}

/** 十五 → 15, 二十 → 20, 三 → 3: months and days are written with 十 as a place value. */
function chineseNumber(text: string): number {
  const [tens, units] = text.includes('十') ? text.split('十') : ['〇', text];
  return (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens ?? '')) * 10 + (units ? CHINESE_DIGITS.indexOf(units) : 0);
}

/**
 * Reads a day as Chinese documents write it: 2021年7月15日, 2021 年 7 月 15 日, 2021.7.15, 2021-7-15, 2021/7/15,
 * 二〇二一年七月十五日 (also with ○, O or 零 typed for 〇). Null when it is not a day of the calendar.
 */
export function parseChineseDate(text: string): LocalDate | null {
  const parts = partsWritten(text);
  return parts && fromParts(...parts);
}

/** Whether a text is written like a day that no calendar has (2025年2月30日): a slip, not another text. */
export function isImpossibleDay(text: string): boolean {
  const parts = partsWritten(text);
  return parts !== null && fromParts(...parts) === null;
}

function partsWritten(text: string): [year: number, month: number, day: number] | null {
  // Full-width forms become plain ones; ² and ① must not: a footnote mark is not a digit of the day.
  const compact = text.replace(/\P{No}+/gu, (run) => run.normalize('NFKC')).replace(/\s+/g, '');
  const digits = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})[日号]|([-./])(\d{1,2})\4(\d{1,2}))$/.exec(compact);
  if (digits) return [Number(digits[1]), Number(digits[2] ?? digits[5]), Number(digits[3] ?? digits[6])];
  const words =
    /^([〇一二三四五六七八九]{4})年([一二三四五六七八九]|十[一二]?)月([一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)[日号]$/.exec(
      compact.replace(/[○〇零oO0◯]/g, '〇'),
    );
  if (!words) return null;
  return [chineseYear(words[1] ?? ''), chineseNumber(words[2] ?? ''), chineseNumber(words[3] ?? '')];
}

/** The day `days` after (before, when negative) the given one. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return fromUtcDate(new Date(toUtcDate(day).getTime() + days * DAY_MS));
}

/** The same day of another year; 29 February becomes 28 February in a common year, as periods of years end (期间). */
export function addYears(day: LocalDate, years: number): LocalDate {
  const [year, month, date] = partsOf(day);
  const same = fromParts(year + years, month, date) ?? fromParts(year + years, month, date - 1);
  if (same === null) throw new RangeError(`${day} + ${years} years is outside the years 1–9999`);
  return same;
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compare(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calendar days from one day to another; 1 from a day to the next. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (toUtcDate(to).getTime() - toUtcDate(from).getTime()) / DAY_MS;
}

/** The calendar day it is in Asia/Shanghai at that instant, whatever zone the process runs in. */
export function today(now: Date): LocalDate {
  return fromUtcDate(new Date(now.getTime() + SHANGHAI_OFFSET_MS));
}

/** The instant of 00:00 in Asia/Shanghai on that day. */
export function startOf(day: LocalDate): Date {
  return new Date(toUtcDate(day).getTime() - SHANGHAI_OFFSET_MS);
}

/** An instant as clocks in China show it, with its zone: 2025-09-01T09:00:00.000+08:00 (北京时间). */
export const chinaTime = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');

/** UTC midnight of that day: how a database DATE travels in a JavaScript Date. Not an instant of the day in China. */
export function toUtcDate(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day a database DATE holds; the inverse of `toUtcDate`. */
export function fromUtcDate(date: Date): LocalDate {
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('a day outside the years 1–9999');
  return date.toISOString().slice(0, 10) as LocalDate;
}

/** 2021-07-15 → 2021年7月15日. */
export function formatChinese(day: LocalDate): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}
