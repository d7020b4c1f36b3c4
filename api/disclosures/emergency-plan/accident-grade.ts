import type { EventGrade } from '../../core/emergency-scales.ts';
import type { Fen } from '../../core/money.ts';

/** What an accident cost. */
export interface Toll {
  readonly deaths: number;
  /** 重伤, acute industrial poisoning included. */
  readonly seriousInjuries: number;
  /** 直接经济损失. */
  readonly directLoss: Fen;
}

const wan = 1_000_000n;

type Threshold = readonly [grade: EventGrade, deaths: number, seriousInjuries: number, directLoss: bigint];

/** 国务院令第493号 art. 3. 以上 includes the number itself, 以下 does not. */
const thresholds: readonly Threshold[] = [
  ['EXTRAORDINARY', 30, 100, 10_000n * wan],
  ['MAJOR', 10, 50, 5_000n * wan],
  ['SERIOUS', 3, 10, 1_000n * wan],
];

/** The grade of an accident at work (生产安全事故等级): the gravest that any of the three numbers gives. */
export const accidentGrade = ({ deaths, seriousInjuries, directLoss }: Toll): EventGrade =>
  thresholds.find(
    ([, leastDeaths, leastInjuries, leastLoss]) =>
      deaths >= leastDeaths || seriousInjuries >= leastInjuries || directLoss >= leastLoss,
  )?.[0] ?? 'GENERAL';
