import { type Fen, fen } from '../../../core/money.ts';
import type { Random } from '../../../core/random.ts';
import { percentOf, plain } from '../decimal.ts';
import type { Progress } from '../model.ts';
import { standingOf } from '../status.ts';

/** How a project ends its year. */
const outcomes = [
  ['DONE', 56],
  ['OVER', 10],
  ['ON', 12],
  ['BEHIND', 12],
  ['SUSPENDED', 4],
  ['CARRIED', 6],
] as const;
export type Outcome = (typeof outcomes)[number][0];

export const outcomeOf = (dice: Random): Outcome =>
  dice.weighted(outcomes.map(([outcome, weight]) => [outcome, weight]));

/** Per mille of the target reached by the end of each quarter. */
const reached: Readonly<Record<Outcome, readonly [number, number, number, number]>> = {
  DONE: [120, 450, 780, 1000],
  OVER: [160, 520, 860, 1060],
  ON: [110, 420, 740, 960],
  BEHIND: [40, 220, 430, 690],
  SUSPENDED: [80, 260, 260, 260],
  CARRIED: [60, 240, 480, 720],
};

const words: Readonly<Record<Outcome, readonly [string, string, string, string]>> = {
  DONE: ['正常推进', '正常推进', '正常推进', '已完成'],
  OVER: ['正常推进', '超进度', '超进度', '已完成'],
  ON: ['正常推进', '正常推进', '达进度', '达进度'],
  BEHIND: ['正常推进', '欠进度', '推进缓慢', '推进缓慢'],
  SUSPENDED: ['正常推进', '正常推进', '停工', '停工'],
  CARRIED: ['正常推进', '推进缓慢', '欠进度', '结转下年'],
};

/** Quantities are counted in their last decimal. */
export const figure = (count: number, scale: number): string => plain((count / 10 ** scale).toFixed(scale));

/** Reports of four quarters: cumulative, and their percentages are right. */
export function reportsOf(
  year: number,
  outcome: Outcome,
  target: { readonly count: number; readonly scale: number; readonly unit: string },
  planned: Fen | null,
  say: (quarter: number, done: string) => Pick<Progress, 'text' | 'results' | 'problems' | 'nextSteps'>,
): Progress[] {
  return reached[outcome].map((perMille, index) => {
    const done = Math.floor((target.count * perMille) / 1000);
    const statusWord = words[outcome][index] ?? '';
    const rate = percentOf(BigInt(done), BigInt(target.count), 1);
    const invested = planned === null ? null : fen((planned * BigInt(Math.min(perMille, 1000))) / 1000n);
    const quantity = figure(done, target.scale);
    return {
      period: `${year}Q${index + 1}`,
      statusWord,
      ...(standingOf(statusWord, rate) ?? { status: null, pace: null }),
      quantity,
      unit: target.unit,
      rate,
      invested,
      investedRate: planned === null || invested === null ? null : percentOf(invested, planned, 1),
      ...say(index, quantity),
      reason: null,
    };
  });
}
