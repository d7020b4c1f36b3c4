/** Decimals kept: as the database keeps them. */
const scale = 6;

/** Decimal text as a whole number of millionths: exact. */
export function millionths(text: string): bigint {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const magnitude = BigInt(whole + decimals.slice(0, scale).padEnd(scale, '0'));
  return sign === '-' ? -magnitude : magnitude;
}

/** Decimal text without zeros at its end: 12.500 and 12.5 are one number. */
export const plain = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);

export const atLeast = (left: string, right: string): boolean => millionths(left) >= millionths(right);

export const moreThan = (left: string, right: string): boolean => millionths(left) > millionths(right);

export const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

function write(scaled: bigint, decimals: number): string {
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${negative ? '-' : ''}${decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`}`;
}

/** What part is of a whole, in percent with so many decimals: half is rounded up, or all that follows is cut off. */
export function percentOf(part: bigint, whole: bigint, decimals: number, isCut = false): string {
  const top = part * 100n * 10n ** BigInt(decimals);
  const value = isCut ? top / whole : (top * 2n + whole) / (whole * 2n);
  return write(value, decimals);
}

/** The same with two decimals; null where either is not known, or the whole is nothing. */
export const shareOf = (part: string | number | null, whole: string | number | null): string | null =>
  part !== null && whole !== null && BigInt(whole) > 0n ? percentOf(BigInt(part), BigInt(whole), 2) : null;
