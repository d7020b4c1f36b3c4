import { localDate } from './local-date.ts';

/** First two digits of the province codes (GB/T 2260). */
const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/**
 * A number as on identity cards (公民身份号码, GB 11643): 18 characters with a province and a day of birth. The check
 * character is not asked for: a mistyped number still tells where and when somebody was born.
 */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !province.test(text)) return false;
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return /^(19|20)/.test(day) && localDate(day) !== null;
}

/** What kind of personal data a text holds: an identity number or a mobile telephone; null for neither. */
export function personalDataIn(text: string): 'identity' | 'mobile' | null {
  const plain = text.normalize('NFKC');
  for (const [digits] of plain.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g))
    if (isIdentityNumber(digits)) return 'identity';
  return /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/.test(plain) ? 'mobile' : null;
}
