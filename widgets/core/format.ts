import type { Language } from './language.ts';

/** An instant whose UTC fields are those of a clock in China, where a document counts its days; undefined where it is no time. */
const inChina = (time: string | number): Date | undefined => {
  const at = new Date(new Date(time).getTime() + 8 * 3_600_000);
  return Number.isNaN(at.getTime()) ? undefined : at;
};

const months = 'January February March April May June July August September October November December'.split(' ');

/** 2021年7月15日, 15 July 2021; without Intl, whose first use takes a slow phone a while. */
const spell = (at: Date, language: Language): string =>
  language === 'en'
    ? `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
    : `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;

const clock = (at: Date): string => at.toISOString().slice(11, 16);

/** The day of an instant in China; what is no time is shown as it came. */
export const formatInstantDay = (instant: string, language: Language): string => {
  const at = inChina(instant);
  return at ? spell(at, language) : instant;
};

/** A legal day (成文日期 and the like): `2021-07-15` → 2021年7月15日. Anything else is shown as it came. */
export const formatDate = (date: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? formatInstantDay(date, language) : date;

/** An instant as a clock in China shows it: 2021年7月28日 08:00. */
export const formatInstant = (instant: string | number, language: Language): string => {
  const at = inChina(instant);
  return at ? `${spell(at, language)} ${clock(at)}` : `${instant}`;
};
