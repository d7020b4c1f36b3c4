import { describe, expect, test } from 'vitest';
import {
  addDays,
  addYears,
  compare,
  daysBetween,
  formatChinese,
  fromUtcDate,
  type LocalDate,
  localDate,
  parseChineseDate,
  startOf,
  today,
  toUtcDate,
} from '../../api/core/local-date.ts';

const day = (text: string): LocalDate => {
  const parsed = localDate(text);
  if (!parsed) throw new Error(`not a day: ${text}`);
  return parsed;
};

describe('a local date is a real calendar day written YYYY-MM-DD', () => {
  test.each(['2021-07-15', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(localDate(text)).toBe(text);
  });
  test.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '0000-01-01',
    '2021-7-15',
    '2021-07-15T00:00:00Z',
    ' 2021-07-15',
    '2021/07/15',
    '',
  ])('%j is none', (text) => {
    expect(localDate(text)).toBeNull();
  });
});

describe('a day is read as Chinese documents write it', () => {
  test.each([
    ['2021年7月15日', '2021-07-15'],
    ['2021 年 7 月 15 日', '2021-07-15'],
    ['2021年07月05日', '2021-07-05'],
    ['２０２１年７月１５日', '2021-07-15'],
    ['2021.7.15', '2021-07-15'],
    ['2021-7-15', '2021-07-15'],
    ['2021/7/15', '2021-07-15'],
    ['二〇二一年七月十五日', '2021-07-15'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['二零二〇年十月十日', '2020-10-10'],
    ['二〇一六年一月二十日', '2016-01-20'],
  ])('%s is %s', (text, expected) => {
    expect(parseChineseDate(text)).toBe(expected);
  });
  test.each(['2021年2月30日', '2021.7-15', '二〇二一年十三月一日', '2021年7月', '7月15日', '2021.7.1²', '昨天', ''])(
    '%j is no day',
    (text) => {
      expect(parseChineseDate(text)).toBeNull();
    },
  );
});

describe('arithmetic on days', () => {
  test.each([
    ['2021-07-15', 20, '2021-08-04'],
    ['2021-12-31', 1, '2022-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2021-07-15', 0, '2021-07-15'],
  ])('%s %i days on is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });
  test.each([
    ['2021-07-15', 5, '2026-07-15'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
  ])('%s %i years on is %s', (from, years, to) => {
    expect(addYears(day(from), years)).toBe(to);
  });
  test('days compare as the calendar runs', () => {
    expect(compare(day('2021-09-30'), day('2021-10-01'))).toBeLessThan(0);
    expect(compare(day('2021-10-01'), day('2021-10-01'))).toBe(0);
    expect(compare(day('2021-10-01'), day('2021-09-30'))).toBeGreaterThan(0);
  });
  test('a day beyond the calendar is refused, not garbled', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addYears(day('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Auckland'])('in a process in %s', (zone) => {
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

  test('today changes at midnight in Shanghai', () => {
    expect(inZone(() => today(new Date('2021-07-14T15:59:59.999Z')))).toBe('2021-07-14');
    expect(inZone(() => today(new Date('2021-07-14T16:00:00.000Z')))).toBe('2021-07-15');
  });
  test('a day starts at midnight in Shanghai', () => {
    expect(inZone(() => startOf(day('2021-07-15')).toISOString())).toBe('2021-07-14T16:00:00.000Z');
    expect(inZone(() => today(startOf(day('2021-07-15'))))).toBe('2021-07-15');
  });
  test('a database DATE comes back as the same day', () => {
    expect(inZone(() => toUtcDate(day('2021-07-15')).toISOString())).toBe('2021-07-15T00:00:00.000Z');
    expect(inZone(() => fromUtcDate(toUtcDate(day('2021-07-15'))))).toBe('2021-07-15');
  });
});

test('a day is printed in Chinese without leading zeros', () => {
  expect(formatChinese(day('2021-07-05'))).toBe('2021年7月5日');
  expect(parseChineseDate(formatChinese(day('2021-07-05')))).toBe('2021-07-05');
});
