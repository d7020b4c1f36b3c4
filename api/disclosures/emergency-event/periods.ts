import {
  type ResponseLevel,
  rankOf,
  responseLevels,
  type WarningLevel,
  warningLevels,
} from '../../core/emergency-scales.ts';
import { isEnd, type Step, type StepScale } from './model.ts';

/** A time during which one level of one scale holds, and what holds then. Times are those of China. */
export interface Period {
  readonly scale: StepScale;
  readonly warningLevel: WarningLevel | null;
  readonly responseLevel: ResponseLevel | null;
  /** 1 is the highest of its own scale. */
  readonly rank: number;
  readonly since: string;
  readonly endsAt: string | null;
  readonly begunAt: string;
  readonly until: string | null;
  readonly places: readonly string[];
  readonly matter: string | null;
  readonly measures: readonly string[];
  readonly issuer: string | null;
}

/** 1–4 on the step's own scale; null where it names no level. */
export function rankOfStep({
  warningLevel,
  responseLevel,
}: Pick<Step, 'warningLevel' | 'responseLevel'>): number | null {
  if (warningLevel !== null) return rankOf(warningLevels, warningLevel);
  return responseLevel === null ? null : rankOf(responseLevels, responseLevel);
}

const given = <Item>(own: readonly Item[], before: readonly Item[] | undefined): readonly Item[] =>
  own.length > 0 ? own : (before ?? []);

/** What holds after a step: a step that says nothing of places or measures leaves them as they were. */
function opened(step: Step, scale: StepScale, rank: number, before: Period | undefined): Period {
  return {
    scale,
    warningLevel: step.warningLevel,
    responseLevel: step.responseLevel,
    rank,
    since: step.at,
    endsAt: null,
    begunAt: before?.begunAt ?? step.at,
    until: step.until ?? before?.until ?? null,
    places: given(step.places, before?.places),
    matter: step.matter ?? before?.matter ?? null,
    measures: given(step.measures, before?.measures),
    issuer: step.issuer ?? before?.issuer ?? null,
  };
}

/** The times at which each level held, from the steps of an episode. Warnings and responses run beside each other. */
export function periodsOf(steps: readonly Step[]): Period[] {
  const open = new Map<StepScale, Period>();
  const done: Period[] = [];
  const close = (scale: StepScale, at: string): void => {
    const period = open.get(scale);
    if (period && period.since < at) done.push({ ...period, endsAt: at });
    open.delete(scale);
  };
  for (const step of steps) {
    if (isEnd(step)) {
      for (const scale of step.scale === null ? [...open.keys()] : [step.scale]) close(scale, step.at);
      continue;
    }
    const rank = rankOfStep(step);
    if (step.scale === null || rank === null) continue;
    const before = open.get(step.scale);
    close(step.scale, step.at);
    open.set(step.scale, opened(step, step.scale, rank, before));
  }
  return [...done, ...open.values()].sort((left, right) =>
    left.since < right.since ? -1 : left.since > right.since ? 1 : 0,
  );
}
