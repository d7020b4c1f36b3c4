import calendar from './data/working-calendar.json' with { type: 'json' };
import { addDays, type LocalDate, toUtcDate } from './local-date.ts';

const years = new Map(
  Object.entries(calendar.years).map(([year, { offWeekdays, workedWeekends }]) => [
    year,
    { off: new Set(offWeekdays), worked: new Set(workedWeekends) },
  ]),
);

/** A day reached by counting working days (工作日). */
export interface WorkingDay {
  readonly on: LocalDate;
  /** True when a year was counted for which no holiday notice (节假日安排) is known: Monday to Friday is then a guess. */
  readonly provisional: boolean;
}

const isKnown = (day: LocalDate): boolean => years.has(day.slice(0, 4));

/**
 * Whether people work on that day: the State Council moves holidays and make-up days (调休), so a Saturday may be a
 * working day. In years without data Monday to Friday are.
 */
export function isWorkingDay(day: LocalDate): boolean {
  const weekday = toUtcDate(day).getUTCDay();
  const year = years.get(day.slice(0, 4));
  return weekday === 0 || weekday === 6 ? (year?.worked.has(day) ?? false) : !year?.off.has(day);
}

/**
 * The working day `n` after `from` (before it, when `n` is negative). `from` is day 0, the next working day is 1;
 * for 0 the day itself, whatever it is.
 */
export function addWorkingDays(from: LocalDate, n: number): WorkingDay {
  if (!Number.isInteger(n)) throw new RangeError(`addWorkingDays needs a whole number of days, not ${n}`);
  const step = n < 0 ? -1 : 1;
  let on = from;
  let provisional = !isKnown(from);
  for (let left = Math.abs(n); left > 0; ) {
    on = addDays(on, step);
    provisional ||= !isKnown(on);
    if (isWorkingDay(on)) left -= 1;
  }
  return { on, provisional };
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Counts as `addWorkingDays` does. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
