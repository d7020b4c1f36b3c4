import { type Fen, fen, type MoneyUnit, parseMoney } from '../../../core/money.ts';

export type ReadAmount =
  | { readonly ok: true; readonly fen: Fen | null; readonly scale: number }
  | { readonly ok: false; readonly rule: string; readonly zh: string; readonly en: string };

/** What published tables print where there is nothing. */
const nothing = /^[-–—―─－/／]{0,4}$/;

const plainYuan = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;
const plainDecimal = /^-?\d+(?:\.(\d+))?$/;

/** What the database can hold exactly, with room to add up. */
const largest = 9n * 10n ** 17n;

/** An amount cell: exact, or empty (null, which is not zero), or what is wrong with it. */
export function readAmount(cell: string | null, unit: MoneyUnit): ReadAmount {
  const text = cell?.trim() ?? '';
  if (nothing.test(text)) return { ok: true, fen: null, scale: 0 };
  const plain = unit === '元' ? plainYuan.exec(text) : null;
  // What needs no reading: digits, and two decimals at most. Files of a million rows hold little else.
  if (plain && text.length < 16) {
    const decimals = plain[1] ?? '';
    return {
      ok: true,
      fen: fen(BigInt(text.replace(/[,.]/g, '') + '00'.slice(decimals.length))),
      scale: decimals.length,
    };
  }
  const parsed = parseMoney(text, unit);
  if (!parsed.ok) return { ok: false, rule: parsed.rule, ...parsed.message };
  if (parsed.fen > largest || parsed.fen < -largest) {
    return {
      ok: false,
      rule: 'amount-too-large',
      zh: `“${text}”超出 9 千万亿元`,
      en: `"${text}" is more than 9 × 10^15 yuan`,
    };
  }
  const decimals = plainDecimal.exec(text)?.[1] ?? /[.．]([\d０-９]+)\)?$/.exec(text)?.[1] ?? '';
  return { ok: true, fen: parsed.fen, scale: decimals.length };
}
