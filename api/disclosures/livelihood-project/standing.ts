import type { LocalDate } from '../../core/local-date.ts';
import type { Fen } from '../../core/money.ts';
import { millionths, moreThan, percentOf } from './decimal.ts';
import type { Pace, Progress, Project, Status } from './model.ts';
import { periodEnd } from './period.ts';

/** Where a project stands by all it states: what is listed, counted and added up. */
export interface StandingNow {
  readonly status: Status | null;
  readonly pace: Pace | null;
  readonly statusWord: string | null;
  /** In percent of the target, from its quantities where there are such, else as published. */
  readonly completionRate: string | null;
  readonly publishedRate: string | null;
  readonly invested: Fen | null;
  readonly lastPeriod: string | null;
  readonly lastPeriodEnd: LocalDate | null;
}

/** What a report's quantity is of the target, as numbers that may be divided; null where they cannot be compared. */
export function partOf(
  { targets }: Pick<Project, 'targets'>,
  { quantity, unit }: Pick<Progress, 'quantity' | 'unit'>,
): { readonly part: bigint; readonly whole: bigint } | null {
  const target = targets.find((one) => unit === null || one.unit === unit);
  if (quantity === null || !target || target.direction === 'AT_MOST') return null;
  // Several targets and a quantity of no unit: which one it is of is never guessed.
  if (unit === null && targets.length > 1) return null;
  const whole = millionths(target.quantity);
  return whole > 0n ? { part: millionths(quantity), whole } : null;
}

const newest = <Value>(progress: readonly Progress[], read: (one: Progress) => Value | null): Value | null =>
  progress.map(read).findLast((value) => value !== null) ?? null;

function inferred({ progress, completedOn }: Project, rate: string | null): Status | null {
  if (completedOn !== null) return rate !== null && moreThan(rate, '100') ? 'OVERFULFILLED' : 'COMPLETED';
  return progress.some(({ rate: one, invested }) => (one !== null && moreThan(one, '0')) || (invested ?? 0n) > 0n)
    ? 'IN_PROGRESS'
    : null;
}

export function standingNow(project: Project): StandingNow {
  const { progress } = project;
  const last = progress.at(-1) ?? null;
  const measured = newest(progress, (one) => partOf(project, one));
  const publishedRate = newest(progress, ({ rate }) => rate);
  const completionRate = measured ? percentOf(measured.part, measured.whole, 2) : publishedRate;
  const said = last?.status ?? null;
  const status = said ?? (last?.statusWord ? null : inferred(project, completionRate));
  const isOver = status === 'COMPLETED' && completionRate !== null && moreThan(completionRate, '100');
  return {
    status: isOver ? 'OVERFULFILLED' : status,
    pace: said === null ? null : (last?.pace ?? null),
    statusWord: last?.statusWord ?? null,
    completionRate,
    publishedRate,
    invested: newest(progress, ({ invested }) => invested),
    lastPeriod: last?.period ?? null,
    lastPeriodEnd: last ? periodEnd(last.period) : null,
  };
}
