import { addDays, type LocalDate, parseChineseDate } from '../local-date.ts';

const days = new Map<string, LocalDate | null>();

/** A day in any spelling, also the number a worksheet counts days by (44392 is 2021-07-15). */
export function dayIn(text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const known = days.get(text);
  if (known !== undefined) return known;
  const serial = /^[2-6]\d{4}$/.test(text.trim()) ? Number(text) : null;
  const day = serial === null ? parseChineseDate(text) : addDays('1899-12-30' as LocalDate, serial);
  // A million payments are made on a few hundred days.
  if (days.size < 5_000) days.set(text, day);
  return day;
}
