import { addDays, type LocalDate, localDate } from '../../core/local-date.ts';

/**
 * Periods of reports (报告期): a quarter `2024Q2` or a month `2024M06`. 上半年, 1-6月 and 前三季度 are told by the quarter they
 * end with, for all figures are cumulative.
 */
const quarterWords: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

const quarter = (year: string, number: number): string => `${year}Q${number}`;
const month = (year: string, number: number): string | null =>
  number >= 1 && number <= 12 ? `${year}M${String(number).padStart(2, '0')}` : null;

/** The period a text names; null when it names none. */
export function periodIn(text: string): string | null {
  const key = text.normalize('NFKC').replace(/\s/g, '');
  const code = /(20\d\d)[-年]?Q([1-4])/i.exec(key);
  if (code) return quarter(code[1] ?? '', Number(code[2]));
  const half = /(20\d\d)年(上半年|全年|年底|前三季度)/.exec(key);
  if (half) return quarter(half[1] ?? '', half[2] === '上半年' ? 2 : half[2] === '前三季度' ? 3 : 4);
  const quarters = /(20\d\d)年(?:度)?第?(?:[一1]至)?([一二三四1-4])季度/.exec(key);
  if (quarters) return quarter(quarters[1] ?? '', quarterWords[quarters[2] ?? ''] ?? Number(quarters[2]));
  const range = /(20\d\d)年1[-至—~]+(\d{1,2})月/.exec(key);
  if (range)
    return Number(range[2]) % 3 === 0
      ? quarter(range[1] ?? '', Number(range[2]) / 3)
      : month(range[1] ?? '', Number(range[2]));
  const months = /(20\d\d)(?:年|[-./]|M)(\d{1,2})(?:月|$)/i.exec(key);
  return months ? month(months[1] ?? '', Number(months[2])) : null;
}

/** As it is written in a table. */
export const periodName = (period: string): string =>
  period[4] === 'Q'
    ? `${period.slice(0, 4)}年第${'一二三四'[Number(period[5]) - 1] ?? ''}季度`
    : `${period.slice(0, 4)}年${Number(period.slice(5))}月`;

const lastMonth = (period: string): number => (period[4] === 'Q' ? Number(period[5]) * 3 : Number(period.slice(5)));

/** The last day of a month. */
export function endOfMonth(year: number, number: number): LocalDate {
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return addDays(`${nextYear}-${String(next).padStart(2, '0')}-01` as LocalDate, -1);
}

export const periodEnd = (period: string): LocalDate => endOfMonth(Number(period.slice(0, 4)), lastMonth(period));

/** Months since the year 0: periods of either sort in one order. */
const monthsOf = (period: string): number => Number(period.slice(0, 4)) * 12 + lastMonth(period);

export const comparePeriods = (left: string, right: string): number => monthsOf(left) - monthsOf(right);

/** Quarters, or months where both are months, without a report between two. */
export function missingBetween(earlier: string, later: string): number {
  const step = earlier[4] === 'M' && later[4] === 'M' ? 1 : 3;
  return Math.max(0, Math.ceil((monthsOf(later) - monthsOf(earlier)) / step) - 1);
}

/** Two whole quarters without a word are too many (连续两个季度未公开进展). */
export const monthsOfSilence = 6;

export const monthsBetween = (earlier: string, later: string): number => monthsOf(later) - monthsOf(earlier);

/** The day a time of a plan means, by its year where none is written; null where it means none (长期). */
export function dueDay(text: string, year: number): LocalDate | null {
  const key = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(之?前|以前|完成|完工|竣工|建成|投用)+$/, '');
  const whole = /^(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})日?$/.exec(key);
  if (whole) return localDate([whole[1], whole[2]?.padStart(2, '0'), whole[3]?.padStart(2, '0')].join('-'));
  const serial = /^4\d{4}$/.test(key) ? addDays('1899-12-30' as LocalDate, Number(key)) : null;
  if (serial) return serial;
  const dayOfMonth = /^(\d{1,2})月(\d{1,2})日$/.exec(key);
  if (dayOfMonth) return localDate([year, dayOfMonth[1]?.padStart(2, '0'), dayOfMonth[2]?.padStart(2, '0')].join('-'));
  const [, said] = /^(20\d\d)年?/.exec(key) ?? [];
  const of = said === undefined ? year : Number(said);
  const rest = key.replace(/^20\d\d(年|[-./])?度?/, '');
  const months = /^(\d{1,2})月?(底|末|份|月底)?$/.exec(rest);
  if (months && rest !== '' && Number(months[1]) >= 1 && Number(months[1]) <= 12)
    return endOfMonth(of, Number(months[1]));
  const quarters = /^第?([一二三四1-4])季度(底|末)?$/.exec(rest);
  if (quarters) return endOfMonth(of, (quarterWords[quarters[1] ?? ''] ?? Number(quarters[1])) * 3);
  if (/^(上半年|年中|6月底)$/.test(rest)) return endOfMonth(of, 6);
  if (/^(全年|年底|年末|年内|当年|本年底|下半年|底|末|内)$/.test(rest)) return endOfMonth(of, 12);
  return rest === '' && said !== undefined ? endOfMonth(of, 12) : null;
}
