import type { Bilingual } from './finding.ts';

/** An amount of money in fen (分), 1/100 yuan: a whole number, so that no sum is ever off by a rounding. */
export type Fen = bigint & { readonly __brand: 'Fen' };

/** 元, 万元 (tables) or 亿元 (debt), and the 千元 and 百万元 of other jurisdictions: the unit an amount is written in. */
export const moneyUnits = ['元', '千元', '万元', '百万元', '亿元'] as const;

export type MoneyUnit = (typeof moneyUnits)[number];

export type ParsedMoney =
  | { readonly ok: true; readonly fen: Fen }
  | { readonly ok: false; readonly rule: 'not-a-number' | 'below-one-fen'; readonly message: Bilingual };

/** Powers of ten from the unit down to fen. */
const EXPONENT: Readonly<Record<MoneyUnit, number>> = { 元: 2, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10 };

/** Sign, digits either plain or in groups of three, decimals. */
const AMOUNT = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

export const fen = (amount: bigint): Fen => amount as Fen;

/** Half of the last decimal a unit is printed with, in tenths of a fen: what a rounded figure may be off by. */
export const halfOfLast = (unit: MoneyUnit, scale: number): bigint =>
  10n ** BigInt(Math.max(EXPONENT[unit] - scale, 0)) * 5n;

/**
 * Reads an amount as tables print it: `1,234.56`, full-width `１，２３４．５６`, `-3` or `−3` or `(3)` for negative.
 * Exact: an amount finer than one fen is refused, never rounded. An empty cell is not zero and is refused too.
 */
export function parseMoney(text: string, unit: MoneyUnit): ParsedMoney {
  const plain = text
    // Full-width forms become plain ones; ² and ① must not: a footnote mark is not a digit of the amount.
    .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/^[−–—﹣]/, '-')
    .replace(/^\((?=\d)(.*)\)$/, '-$1');
  const match = AMOUNT.exec(plain);
  if (!match) return notANumber(text);
  const [, sign, whole = '', decimals = ''] = match;
  const exponent = EXPONENT[unit];
  if (/[1-9]/.test(decimals.slice(exponent))) return belowOneFen(text, unit);
  const magnitude = BigInt(whole.replaceAll(',', '') + decimals.slice(0, exponent).padEnd(exponent, '0'));
  return { ok: true, fen: fen(sign === '-' ? -magnitude : magnitude) };
}

/**
 * Writes an amount in a unit with exactly `scale` decimals, as a decimal string for the wire; no separators.
 * Rounds half away from zero where the scale is too coarse for the fen (四舍五入), which is for display only.
 */
export function formatMoney(amount: Fen, unit: MoneyUnit, scale: number): string {
  if (!Number.isInteger(scale) || scale < 0) throw new RangeError(`scale must be a whole number ≥ 0, not ${scale}`);
  const magnitude = amount < 0n ? -amount : amount;
  const drop = EXPONENT[unit] - scale;
  const divisor = 10n ** BigInt(Math.max(drop, 0));
  const scaled = drop >= 0 ? (magnitude + divisor / 2n) / divisor : magnitude * 10n ** BigInt(-drop);
  const digits = scaled.toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return amount < 0n && scaled !== 0n ? `-${text}` : text;
}

export const add = (a: Fen, b: Fen): Fen => fen(a + b);

export const subtract = (a: Fen, b: Fen): Fen => fen(a - b);

export const sum = (amounts: Iterable<Fen>): Fen => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return fen(total);
};

const notANumber = (text: string): ParsedMoney => ({
  ok: false,
  rule: 'not-a-number',
  message: {
    zh: `“${text}”不是金额，请填写数字，例如 1,234.56`,
    en: `"${text}" is not an amount: write a number such as 1,234.56`,
  },
});

const belowOneFen = (text: string, unit: MoneyUnit): ParsedMoney => ({
  ok: false,
  rule: 'below-one-fen',
  message: {
    zh: `“${text}”${unit}精确到分以下，请保留到分（${EXPONENT[unit]} 位小数以内）`,
    en: `"${text}" (${unit}) is finer than one fen: keep at most ${EXPONENT[unit]} decimals`,
  },
});
