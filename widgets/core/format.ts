import type { Language } from './language.ts';

/** Days and times are those of China, where the reader of a document counts them. */
const timeZone = 'Asia/Shanghai';
const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : 'zh-CN');

/** 2021年7月15日, 15 July 2021; what is no time is shown as it came. */
const spell = (time: string | number, language: Language, zone: string | undefined = timeZone): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? `${time}`
    : date.toLocaleDateString(localeOf(language), {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        ...(zone && { timeZone: zone }),
      });
};

const clock = (time: string | number, zone: string | undefined): string =>
  new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', ...(zone && { timeZone: zone }) });

/** A legal day (成文日期 and the like): `2021-07-15` → 2021年7月15日. Anything else is shown as it came. */
export const formatDate = (date: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? spell(date, language) : date;

/** The day of an instant in China. */
export const formatInstantDay = (instant: string, language: Language): string => spell(instant, language);

/** An instant as a clock in China shows it: 2021年7月28日 08:00. */
export const formatInstant = (instant: string, language: Language): string =>
  Number.isNaN(Date.parse(instant)) ? instant : `${spell(instant, language)} ${clock(instant, timeZone)}`;

/** A moment of the reader's own day: 14:05, with the date before it when it was not today. */
export const formatMoment = (at: number, language: Language): string => {
  const time = clock(at, undefined);
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return isToday ? time : `${spell(at, language, '')} ${time}`;
};
