import { checkCreditCode } from './credit-code.ts';

/**
 * Index number (索引号) as this platform issues it: `<credit code>/<yyyy>-<7-digit serial>`, one counter per
 * organization and year; issued once, never reused.
 */
export interface IndexNumber {
  /** Unified social credit code of the responsible organ. */
  readonly code: string;
  readonly year: number;
  /** 1 to 9,999,999. */
  readonly serial: number;
}

export function formatIndexNumber({ code, year, serial }: IndexNumber): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 9_999_999) {
    throw new RangeError(`index number serial out of 1–9999999: ${serial}`);
  }
  return `${code}/${String(year).padStart(4, '0')}-${String(serial).padStart(7, '0')}`;
}

/** Null when the text is not an index number of this platform; others' formats are opaque text and are not read. */
export function parseIndexNumber(text: string): IndexNumber | null {
  const match = /^([0-9A-Y]{18})\/(\d{4})-(\d{7})$/.exec(text);
  if (!match) return null;
  const [, code = '', year, serial] = match;
  const parsed = { code, year: Number(year), serial: Number(serial) };
  return parsed.serial > 0 && checkCreditCode(code).ok ? parsed : null;
}
