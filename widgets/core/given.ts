import type { Params } from './document.ts';
import type { Language } from './language.ts';

/** What a parameter holds that should be a whole number: undefined when it is not given, null when it is none. */
export const wholeGiven = (written: string | undefined, least: number, most: number): number | null | undefined => {
  if (written === undefined) return undefined;
  const value = /^\d{1,6}$/.test(written.trim()) ? Number(written) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

/** The same of a day of the calendar: 2021-02-30 is none. */
export const dayGiven = (written: string | undefined): string | null | undefined => {
  if (written === undefined) return undefined;
  const day = written.trim();
  const instant = Date.parse(`${day}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(instant);
  return isDay && new Date(instant).toISOString().startsWith(day) ? day : null;
};

/** Codes or names with commas between them, Chinese or not; undefined for none. */
export const listGiven = (written: string | undefined): readonly string[] | undefined => {
  const parts = (written ?? '')
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 ? parts : undefined;
};

/** Parameters that lead from this view to another; an empty one is taken away. */
export const paramsWith = (params: Params, changed: Params): Params => ({ ...params, ...changed });

interface GivenMessages {
  readonly whole: (name: string, given: string, least: number, most: number) => string;
  readonly day: (name: string, given: string) => string;
  readonly choice: (name: string, given: string, choices: readonly string[]) => string;
}

const chinese: GivenMessages = {
  whole: (name, given, least, most) => `标签上的 ${name}="${given}" 应是 ${least} 至 ${most} 的整数。`,
  day: (name, given) => `标签上的 ${name}="${given}" 应是一个日期，例如 ${name}="2021-07-15"。`,
  choice: (name, given, choices) => `标签上的 ${name}="${given}" 无法识别；可写：${choices.join('、')}。`,
};

const english: GivenMessages = {
  whole: (name, given, least, most) =>
    `${name}="${given}" on the tag should be a whole number from ${least} to ${most}.`,
  day: (name, given) => `${name}="${given}" on the tag should be a day, such as ${name}="2021-07-15".`,
  choice: (name, given, choices) => `${name}="${given}" on the tag is not known; write one of: ${choices.join(', ')}.`,
};

/** What to do about a parameter that cannot be right. */
export const givenMessages = (language: Language): GivenMessages => (language === 'en' ? english : chinese);
