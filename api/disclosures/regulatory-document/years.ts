import { badInput } from '../../graphql/errors.ts';

/** The first day of a year that an argument names. */
export function yearStart(year: number, argument: string): string {
  if (year >= 1900 && year <= 2200) return `${year}-01-01`;
  throw badInput(`${argument} 应为四位年份，给了 ${year}。`, `${argument} must be a year of four digits, not ${year}.`);
}
