/** Number formats that a file does not spell out: dates and shares among them. */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57,
  58,
]);

export type Format = 'general' | 'date' | 'share';

/** What a number format makes of a number; texts in quotes and colours say nothing. */
export function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) return id === 9 || id === 10 ? 'share' : builtInDates.has(id) ? 'date' : 'general';
  // Hours that go on beyond 24 are a length of time, not a day.
  if (/\[[hms]+\]/i.test(code)) return 'general';
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (bare.includes('%')) return 'share';
  return /[ymdhs年月日]/i.test(bare) && !/[#0?]/.test(bare.replace(/[.,]0+/g, '')) ? 'date' : 'general';
}

const plain = /^-?\d+(?:\.\d+)?$/;
const written = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const nothing = /^-?0*\.?0*$/;

const significant = (text: string): number => text.replace(/^-?0*\.?0*|\./g, '').length;

/** Plain digits from `1.5E-3`. */
function expanded(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/i.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  const padded =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : digits.length <= point
        ? digits.padEnd(point, '0')
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return sign + padded;
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/**
 * The decimal a person sees. A worksheet keeps 15 digits; the binary noise behind them (16.190000000000001) is dropped,
 * while a long whole number (9007199254740993) stays as it is. Null for what is no number.
 */
export function decimalText(raw: string): string | null {
  const text = raw.trim();
  const value = Number(text);
  if (!written.test(text) || !Number.isFinite(value)) return null;
  if (nothing.test(text)) return '0';
  if (plain.test(text) && (!text.includes('.') || significant(text) <= 15)) return text;
  const seen = value.toPrecision(15);
  const shown = expanded(seen.includes('e') ? seen.replace(/(\.\d*?)0+e/, '$1e').replace('.e', 'e') : seen);
  return trimmed(shown);
}

/** 0.2722 under a format with % is 27.22%: the point moves, no float is touched. */
export function shareText(decimal: string): string {
  const [sign, digits] = decimal.startsWith('-') ? ['-', decimal.slice(1)] : ['', decimal];
  const [whole = '0', fraction = ''] = digits.split('.');
  const moved = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${trimmed(`${moved}.${fraction.slice(2) || '0'}`)}%`;
}

const dayMs = 86_400_000;

/** Excel counts a 29 February 1900, which never was; nobody can say which day is meant. */
const neverWas = 60;

/** A serial number of days as a date, from 1900 or from 1904; a part of a day alone is a time. Null outside of the calendar. */
export function dateText(serial: string, is1904: boolean): string | null {
  const days = Number(serial);
  if (!Number.isFinite(days) || days < 0 || days >= 2_958_466) return null;
  if (!is1904 && Math.trunc(days) === neverWas) return null;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < neverWas ? 31 : 30);
  const instant = new Date(epoch + Math.round(days * 86_400) * 1_000);
  const text = instant.toISOString();
  if (instant.getTime() % dayMs === 0) return text.slice(0, 10);
  return days < 1 ? text.slice(11, 19) : text.slice(0, 19);
}

/** A date spelled out in a cell (ISO 8601): midnight says nothing. */
export const spelledDate = (text: string): string => text.replace(/Z$/, '').replace(/T00:00(:00(\.0+)?)?$/, '');

/** Excel writes what XML cannot hold as `_x000D_`, and an underscore before what looks like it as `_x005F_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll('\r\n', '\n')
    : text;
