// Money in whole fen, so that sums, differences and shares are never those of floats.

/** Fen as the API writes them; null where nothing is stated. */
export const fenIn = (money: { readonly fen: string } | null | undefined): bigint | null =>
  money ? BigInt(money.fen) : null;

const fixed = (value: bigint, places: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
  return `${value < 0n ? '-' : ''}${whole}${decimals}`;
};

/** Fen in 万元 with all their decimals, at least two of them: 3803670000 → 3803.67. */
export const wanOf = (fen: bigint): string => fixed(fen, 6).replace(/(\.\d\d\d*?)0{1,4}$/, '$1');

/** A part of a whole as a decimal of one with six places, rounded; null where there is no whole to speak of. */
export function shareOf(part: bigint | null, whole: bigint | null): string | null {
  if (part === null || whole === null || whole === 0n) return null;
  const scaled = (part * 10_000_000n) / whole;
  return fixed((scaled + (scaled < 0n ? -5n : 5n)) / 10n, 6);
}

/** How much more, in parts of what it was; null where it was nothing, less than nothing or not stated. */
export const growthOf = (now: bigint | null, before: bigint | null): string | null =>
  now === null || before === null || before <= 0n ? null : shareOf(now - before, before);

/** The length of a mark: a ratio to look at, which nobody reads as a number. */
export const lengthOf = (part: bigint | null, longest: bigint): number =>
  part === null || longest === 0n ? 0 : Math.max(-1, Math.min(1, Number((part * 10_000n) / longest) / 10_000));

export const sumOf = (amounts: readonly (bigint | null)[]): bigint =>
  amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);

export const largestOf = (amounts: readonly (bigint | null)[]): bigint =>
  amounts.reduce<bigint>((largest, amount) => {
    const size = amount === null ? 0n : amount < 0n ? -amount : amount;
    return size > largest ? size : largest;
  }, 0n);
