import { chineseNumeral } from '../../core/chinese.ts';
import { addDays, addYears, isImpossibleDay, type LocalDate, parseChineseDate } from '../../core/local-date.ts';

/** From when to when the text says it holds (施行日期、有效期); null where it says nothing. */
export interface Validity {
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
}

const DAY =
  '(?:\\d{4}|[〇零一二三四五六七八九]{4})\\s{0,2}年\\s{0,2}[\\d一二三四五六七八九十]{1,2}\\s{0,2}月\\s{0,2}[\\d一二三四五六七八九十]{1,3}\\s{0,2}日';
const FROM_DAY = new RegExp(`自\\s?(${DAY})\\s?(?:起)?(?:施行|实施|执行|生效)`, 'u');
const FROM_ISSUE = /自(?:印发|发文|成文)之日起(?:施行|实施|执行|生效)/u;
const TO_DAY = new RegExp(`有效期(?:限)?(?:截止|截至|至|到)?(?:为)?(?:至)?\\s?(${DAY})`, 'u');
const FOR_YEARS = /(?:有效期(?:限)?|试行期)(?:为|：|暂定|是)?\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?年/u;

/**
 * The last day of a document whose text states no period, by the rule its publisher names (未写明有效期的，有效期为五年): so
 * many years from the first day in force.
 */
export function lapseBy(
  { effectiveFrom, effectiveTo }: Validity,
  formedOn: LocalDate | null,
  years: number | null,
): LocalDate | null {
  const from = effectiveFrom ?? formedOn;
  return effectiveTo !== null || from === null || years === null ? null : addDays(addYears(from, years), -1);
}

/** 5年, 五年 or 5: a rule's period in whole years, 1 to 30; null for anything else. */
export function yearsOf(text: string): number | null {
  const years = chineseNumeral(text.normalize('NFKC').trim().replace(/年$/, ''));
  return years !== null && years >= 1 && years <= 30 ? years : null;
}

/** Days of that clause which no calendar has (自2025年2月30日起施行). */
export const impossibleDaysOf = (text: string): string[] =>
  [FROM_DAY, TO_DAY].flatMap((clause) => clause.exec(text)?.[1] ?? []).filter(isImpossibleDay);

/**
 * Reads the clause 本办法自2021年5月1日起施行，有效期至2026年4月30日. A period in years ends the day before its
 * anniversary. From 印发之日 means the day given; 公布之日 is a day the document cannot know, so it stays null.
 */
export function readValidity(text: string, issuedOn: LocalDate | null): Validity {
  const from = FROM_DAY.exec(text)?.[1];
  const effectiveFrom = from === undefined ? (FROM_ISSUE.test(text) ? issuedOn : null) : parseChineseDate(from);
  const to = TO_DAY.exec(text)?.[1];
  if (to !== undefined) return { effectiveFrom, effectiveTo: parseChineseDate(to) };
  const years = chineseNumeral(FOR_YEARS.exec(text)?.[1] ?? '');
  const end = effectiveFrom === null || years === null ? null : addDays(addYears(effectiveFrom, years), -1);
  return { effectiveFrom, effectiveTo: end };
}
