const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

const isDay = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/** An identity number (公民身份号码, GB 11643): 17 digits with a day of birth, and their check character. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !isDay(text.slice(6, 14))) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return checks[sum % 11] === text[17]?.toUpperCase();
}

/** What kind of personal data a text holds: an identity number or a mobile telephone; null for neither. */
export function personalDataIn(text: string): 'identity' | 'mobile' | null {
  const plain = text.normalize('NFKC');
  for (const [digits] of plain.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g))
    if (isIdentityNumber(digits)) return 'identity';
  return /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/.test(plain) ? 'mobile' : null;
}
