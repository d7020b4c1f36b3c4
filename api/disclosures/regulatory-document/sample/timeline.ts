import { addDays, type LocalDate } from '../../../core/local-date.ts';
import { isWorkingDay } from '../../../core/working-days.ts';
import { realNumbers } from './numbering.ts';

/** Documents on a platform reach back to the clean-up of 2016; the last one is older than any first start. */
const FIRST = '2016-01-04' as LocalDate;
const LAST = '2026-06-30' as LocalDate;

/** Every working day the sample covers, in order: organs sign and print on working days. */
export const workingDays: readonly LocalDate[] = (() => {
  const days: LocalDate[] = [];
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
})();

/** Organs write more or less; from 4 to 17 days go by between two documents of one 代字. */
const daysPerNumber = (code: string): number =>
  4 + ([...code].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 14);

/** One counter for each 代字 and year, as a registry clerk keeps it: it only rises, and gaps are normal. */
export class Register {
  readonly #last = new Map<string, number>();

  /** The next sequence; it keeps pace with the year, so that a small sample has no document 1 in December. */
  next(code: string, day: LocalDate, gap: number): number {
    const year = day.slice(0, 4);
    const key = code + year;
    const pace = Math.floor(((Number(day.slice(5, 7)) - 1) * 30 + Number(day.slice(8, 10))) / daysPerNumber(code));
    let sequence = Math.max((this.#last.get(key) ?? 0) + 1 + gap, pace);
    while (realNumbers.has(`${code}〔${year}〕${sequence}号`)) sequence += 1;
    this.#last.set(key, sequence);
    return sequence;
  }

  /** 1, 2, 3 … without gaps. */
  count(key: string): number {
    const next = (this.#last.get(key) ?? 0) + 1;
    this.#last.set(key, next);
    return next;
  }
}
