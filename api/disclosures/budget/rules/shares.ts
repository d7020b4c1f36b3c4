import type { Finding } from '../../../core/finding.ts';
import { finding, type Sentence } from '../../../core/finding-list.ts';
import type { BudgetTable } from '../model.ts';
import type { PrintedShare } from '../read/row-reader.ts';

/** A printed percentage: its digits and how many decimals it was given. */
export function readShare(text: string): { readonly value: number; readonly decimals: number } | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[−–—]/, '-');
  const match = /^(-?\d+(?:\.(\d+))?)%?$/.exec(plain);
  return match ? { value: Number(match[1]), decimals: match[2]?.length ?? 0 } : null;
}

/**
 * Whether a printed percentage can come from two amounts: rounded or cut off at its last decimal, and the amounts
 * themselves rounded. Percentages are display, not money, so they may be floating.
 */
export function isShareOf(
  printed: { readonly value: number; readonly decimals: number },
  part: number,
  whole: number,
  slack: number,
): boolean {
  if (whole === 0) return true;
  const share = (part / whole) * 100;
  const rounding = 10 ** -printed.decimals;
  const amounts = (slack / Math.abs(whole)) * (100 + Math.abs(share));
  return Math.abs(share - printed.value) <= rounding * 1.000001 + amounts;
}

export const shareDiffers = (
  place: { sheet?: string | null; row?: number; column?: string },
  what: Sentence,
  printed: string,
  share: number,
  decimals: number,
): Finding => {
  const right = `${share.toFixed(Math.max(decimals, 2))}%`;
  return finding(
    'percentage-differs',
    'ERROR',
    place,
    [
      `${what[0]}写作 ${printed}，按所列金额应为 ${right}。`,
      `${what[1]} is printed as ${printed}; the amounts give ${right}.`,
    ],
    ['请按金额重新计算。', 'Compute it again from the amounts.'],
  );
};

/** Percentages printed in a table equal those its amounts give. */
export function* checkShares(shares: readonly PrintedShare[], table: BudgetTable): Generator<Finding> {
  for (const { row, label, text, of, isGrowth, line } of shares) {
    const printed = readShare(text);
    const part = line.final ?? line.executed ?? (of === 'prior' ? (line.adjusted ?? line.approved) : null);
    const whole = line[of];
    if (!printed || part === null || whole === null || whole === 0n) continue;
    const [numerator, denominator] = [Number(isGrowth ? part - whole : part), Number(whole)];
    // A cell may hold the fraction under a heading that says %.
    const readings = text.includes('%')
      ? [printed]
      : [printed, { value: printed.value * 100, decimals: Math.max(printed.decimals - 2, 0) }];
    if (readings.some((reading) => isShareOf(reading, numerator, denominator, 0))) continue;
    yield shareDiffers(
      { sheet: table.sheet, row, column: label },
      [`“${line.name}”的${label}`, `"${label}" of "${line.name}"`],
      text,
      (numerator / denominator) * 100,
      printed.decimals,
    );
  }
}
