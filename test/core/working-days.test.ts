import { describe, expect, test } from 'vitest';
import calendar from '../../api/core/data/working-calendar.json' with { type: 'json' };
import { addDays, type LocalDate, localDate } from '../../api/core/local-date.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../api/core/working-days.ts';

const day = (text: string): LocalDate => {
  const parsed = localDate(text);
  if (!parsed) throw new Error(`not a day: ${text}`);
  return parsed;
};

const vectors = [
  ['2021-07-15', 20, '2021-08-12'],
  ['2021-09-30', 5, '2021-10-13'],
  ['2021-09-17', 5, '2021-09-26'],
  ['2022-01-28', 5, '2022-02-09'],
  ['2024-02-09', 5, '2024-02-22'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2021-12-10', 20, '2022-01-10'],
] as const;

const workdaysOfYears = [
  [2019, 250],
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
] as const;

describe.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'])('in a process in %s', (zone) => {
  const inZone = <T>(run: () => T): T => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      return run();
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  };

  test('the zone really is in force', () => {
    const offsets = { 'Asia/Shanghai': -480, 'America/New_York': 300, 'Pacific/Auckland': -780 };
    expect(inZone(() => new Date('2021-01-15T12:00:00Z').getTimezoneOffset())).toBe(
      offsets[zone as keyof typeof offsets],
    );
  });
  test.each(vectors)('%s and %i working days is %s', (from, n, to) => {
    expect(inZone(() => addWorkingDays(day(from), n))).toEqual({ on: to, provisional: false });
    expect(inZone(() => workingDaysBetween(day(from), day(to)))).toBe(n);
    expect(inZone(() => workingDaysBetween(day(to), day(from)))).toBe(-n);
  });
  test.each(workdaysOfYears)('%i has %i working days', (year, count) => {
    expect(inZone(() => workingDaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`)))).toBe(count);
  });
});

describe('a working day is what the State Council notices say', () => {
  test.each([
    ['2021-07-15', true],
    ['2021-07-17', false],
    ['2021-09-18', true],
    ['2021-09-26', true],
    ['2021-10-01', false],
    ['2021-10-09', true],
    ['2021-10-10', false],
    ['2020-01-31', false],
    ['2015-09-03', false],
  ])('%s: %s', (on, expected) => {
    expect(isWorkingDay(day(on))).toBe(expected);
  });
});

describe('counting', () => {
  test('starts the day after receipt', () => {
    expect(addWorkingDays(day('2021-07-15'), 1).on).toBe('2021-07-16');
    expect(addWorkingDays(day('2021-07-17'), 1).on).toBe('2021-07-19');
  });
  test('of none stays on the day, even on a Sunday', () => {
    expect(addWorkingDays(day('2021-07-18'), 0).on).toBe('2021-07-18');
  });
  test('runs backwards too', () => {
    expect(addWorkingDays(day('2021-10-11'), -3).on).toBe('2021-09-30');
  });
  test('of a part of a day is refused', () => {
    expect(() => addWorkingDays(day('2021-07-15'), 1.5)).toThrow(RangeError);
  });
});

describe('a year without a notice', () => {
  test('counts Monday to Friday and says it is provisional', () => {
    expect(addWorkingDays(day('2026-12-31'), 1)).toEqual({ on: '2027-01-01', provisional: true });
    expect(addWorkingDays(day('2030-01-04'), 5)).toEqual({ on: '2030-01-11', provisional: true });
    expect(addWorkingDays(day('2026-12-30'), 1)).toEqual({ on: '2026-12-31', provisional: false });
  });
});

describe('the calendar data', () => {
  test('states where it is from', () => {
    expect(calendar.source).toContain('国务院办公厅');
    expect(calendar.license).toContain('MIT');
    expect(calendar.version).toContain('2026');
  });
  test('has every year from 2007 to 2026', () => {
    expect(Object.keys(calendar.years)).toEqual(Array.from({ length: 20 }, (_, i) => String(2007 + i)));
  });
  test.each(Object.entries(calendar.years))('of %s moves weekdays off and weekend days on', (year, lists) => {
    const weekday = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay();
    expect(lists.offWeekdays.filter((on) => !on.startsWith(year) || weekday(on) % 6 === 0)).toEqual([]);
    expect(lists.workedWeekends.filter((on) => !on.startsWith(year) || weekday(on) % 6 !== 0)).toEqual([]);
    expect(addDays(day(`${year}-01-01`), 0)).toSatisfy((on: LocalDate) => !isWorkingDay(on));
  });
});
