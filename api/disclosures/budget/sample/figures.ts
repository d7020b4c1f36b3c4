import { type Fen, fen } from '../../../core/money.ts';

/** A number in [0, 1) that belongs to its keys: the same wherever and whenever it is asked for. */
export function chance(seed: number, ...keys: readonly (string | number)[]): number {
  let hash = (2_166_136_261 ^ seed) >>> 0;
  for (const character of keys.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Whole units of a table from a made-up magnitude in yuan: figures are round in the unit they are printed in. */
export const rounded = (yuan: number, unitFen: bigint): Fen =>
  fen(BigInt(Math.max(0, Math.round((yuan * 100) / Number(unitFen)))) * unitFen);

/** Splits an amount by weights into whole units; the last part takes what is left, so that the parts add up. */
export function split(amount: Fen, weights: readonly number[], unitFen: bigint): Fen[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let left: bigint = amount;
  return weights.map((weight, index) => {
    if (index === weights.length - 1) return fen(left);
    const units = BigInt(Math.floor((Number(amount / unitFen) * weight) / whole));
    left -= units * unitFen;
    return fen(units * unitFen);
  });
}

/** The number kinds of one thing in one year, which belong together over the years: next year's prior is this year's final. */
export interface Series {
  readonly prior: Fen;
  readonly approved: Fen;
  readonly adjusted: Fen;
  readonly final: Fen;
}

export const firstYear = 2015;

/** A thing of about `yuan` a year in 2015, growing; what is spent never exceeds the adjusted budget. */
export function series(seed: number, key: string, year: number, yuan: number, unitFen: bigint): Series {
  const finalIn = (of: number): Fen => {
    const growth = 1.02 + 0.06 * chance(seed, key, 'growth');
    return rounded(yuan * growth ** (of - firstYear) * (0.96 + 0.08 * chance(seed, key, of)), unitFen);
  };
  const final = finalIn(year);
  return {
    prior: finalIn(year - 1),
    approved: rounded((Number(final) / 100) * (0.82 + 0.15 * chance(seed, key, year, 'approved')), unitFen),
    adjusted: rounded(
      (Number(final) / 100) * (1 + 0.04 * chance(seed, key, year, 'adjusted')) + Number(unitFen) / 100,
      unitFen,
    ),
    final,
  };
}

export const kinds = ['prior', 'approved', 'adjusted', 'final'] as const;

/** The same sum in every number kind. */
export const combine = (terms: readonly Series[], signs?: readonly (1 | -1)[]): Series => {
  const one = (kind: (typeof kinds)[number]): Fen =>
    fen(terms.reduce<bigint>((sum, term, index) => sum + BigInt(signs?.[index] ?? 1) * term[kind], 0n));
  return { prior: one('prior'), approved: one('approved'), adjusted: one('adjusted'), final: one('final') };
};

/** Each number kind of a series split by the same weights. */
export function splitSeries(whole: Series, weights: readonly number[], unitFen: bigint): Series[] {
  const parts = {
    prior: split(whole.prior, weights, unitFen),
    approved: split(whole.approved, weights, unitFen),
    adjusted: split(whole.adjusted, weights, unitFen),
    final: split(whole.final, weights, unitFen),
  };
  return weights.map((_, index) => ({
    prior: parts.prior[index] ?? fen(0n),
    approved: parts.approved[index] ?? fen(0n),
    adjusted: parts.adjusted[index] ?? fen(0n),
    final: parts.final[index] ?? fen(0n),
  }));
}

export const nothing: Series = { prior: fen(0n), approved: fen(0n), adjusted: fen(0n), final: fen(0n) };
