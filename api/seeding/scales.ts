import type { SampleOptions } from '../disclosures/kind.ts';

/** Sizes of the sample by lines of budgets: S about 10⁴, M 10⁶ (a county with its units), L 10⁷ (a city). */
export const scales = {
  S: { count: 72 },
  M: { count: 540, units: 170 },
  L: { count: 540, units: 2_000 },
} as const satisfies Readonly<Record<string, Pick<SampleOptions, 'count' | 'units'>>>;

export type Scale = keyof typeof scales;
