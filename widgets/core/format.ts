import type { Language } from './language.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

const spell = (year: number, month: number, day: number, language: Language): string =>
  language === 'en' ? `${day} ${months[month - 1] ?? ''} ${year}` : `${year}年${month}月${day}日`;

/** A legal day (成文日期 and the like): `2021-07-15` → 2021年7月15日. Anything else is shown as it came. */
export const formatDate = (date: string, language: Language): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year && month && day ? spell(Number(year), Number(month), Number(day), language) : date;
};

/** The day of an instant in China, where the reader of the document counts days. */
export const formatInstantDay = (instant: string, language: Language): string => {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  // China has kept UTC+8 without summer time since 1992, before the first published instant.
  const there = new Date(time + 8 * 3_600_000);
  return spell(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate(), language);
};

/** An instant as a clock in China shows it: 2021年7月28日 08:00. */
export const formatInstant = (instant: string, language: Language): string => {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  const there = new Date(time + 8 * 3_600_000);
  return `${formatInstantDay(instant, language)} ${there.toISOString().slice(11, 16)}`;
};

/** A moment of the reader's own day: 14:05, with the date before it when it was not today. */
export const formatMoment = (at: number, language: Language): string => {
  const moment = new Date(at);
  const time = [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  if (moment.toDateString() === new Date().toDateString()) return time;
  return `${spell(moment.getFullYear(), moment.getMonth() + 1, moment.getDate(), language)} ${time}`;
};

export const formatNumber = (value: number, language: Language): string => value.toLocaleString(language);
