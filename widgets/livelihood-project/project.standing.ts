import type { Badge } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import type { Language } from '../core/language.ts';
import type { ProjectHead } from './project.head.ts';
import { standingWords } from './project.standing.words.ts';

export const isCompleted = ({ status }: ProjectHead): boolean => status === 'COMPLETED' || status === 'OVERFULFILLED';

/** Past its day, behind its plan, stopped or silent; what is finished, cancelled or carried over is none of these. */
export const isLate = (project: ProjectHead): boolean => {
  const { status, pace, isOverdue, isReportOverdue } = project;
  if (isCompleted(project) || status === 'CANCELLED' || status === 'CARRIED_OVER') return false;
  return isOverdue || pace === 'BEHIND' || status === 'SUSPENDED' || isReportOverdue;
};

/** Where it stands, in a word and with its tone. */
export function standingOf(project: ProjectHead, language: Language): Badge {
  const words = standingWords(language);
  const { status, pace, isOverdue, isReportOverdue, statusLabel } = project;
  const label = statusLabel?.label ?? words.unknown;
  if (isCompleted(project)) return { text: label, tone: 'good' };
  if (status === 'CANCELLED') return { text: label, tone: 'void' };
  if (status === 'CARRIED_OVER') return { text: label, tone: 'ended' };
  if (status === 'SUSPENDED') return { text: label, tone: 'late' };
  if (isOverdue) return { text: words.overdue, tone: 'late' };
  if (pace === 'BEHIND') return { text: words.behind, tone: 'late' };
  return isReportOverdue ? { text: words.silent, tone: 'late' } : { text: label, tone: 'plain' };
}

/** When it will be done: the answer to the question most asked. */
export function whenDone(project: ProjectHead, language: Language): string {
  const words = standingWords(language);
  const { status, pace, isOverdue, completedOn, dueOn, dueWord } = project;
  const due = dueOn ? formatDate(dueOn, language) : dueWord;
  if (completedOn) return words.completedOn(formatDate(completedOn, language));
  if (isCompleted(project)) return words.completed;
  if (status === 'CANCELLED') return words.cancelled;
  if (status === 'CARRIED_OVER') return words.carriedOver(due);
  if (status === 'SUSPENDED') return words.suspended(due);
  if (due === null) return words.noDay;
  if (isOverdue) return words.overdueSince(due);
  return pace === 'BEHIND' ? words.expectedBehind(due) : words.expected(due);
}

export interface Progress {
  /** Done of the target as it was first published; may be over one. */
  readonly share: number;
  readonly text: string;
  /** In per cent, as a decimal. */
  readonly rate: string;
}

const decimals = (value: string): number => value.split('.')[1]?.length ?? 0;
const scaled = (value: string, places: number): bigint => {
  const [whole = '0', rest = ''] = value.split('.');
  return BigInt(`${whole}${rest.padEnd(places, '0')}`);
};

/** Per cent with at most two decimals, rounded: 7.6 of 7.2 is 105.56. */
function rateOf(done: string, target: string): string | null {
  const places = Math.max(decimals(done), decimals(target));
  const whole = scaled(target, places);
  if (whole <= 0n) return null;
  const hundredths = (scaled(done, places) * 100_000n) / whole;
  const rounded = ((hundredths + 5n) / 10n).toString().padStart(3, '0');
  return `${rounded.slice(0, -2)}.${rounded.slice(-2)}`.replace(/\.?0+$/, '');
}

/** The figure that was promised first: a target is frozen when it is published, whatever it is changed to later. */
const frozenTarget = ({ targets, targetChanges }: ProjectHead) => (targetChanges[0]?.before ?? targets)[0];

/** How far it is, in its own unit where it has one; null: nothing is published of it. */
export function progressOf(project: ProjectHead, language: Language): Progress | null {
  const words = standingWords(language);
  const { latestReport, completionRate, publishedRate, targetChanges } = project;
  const target = frozenTarget(project);
  const done = latestReport?.quantity ?? null;
  const isOfOneUnit = target !== undefined && done !== null && (latestReport?.unit ?? target.unit) === target.unit;
  const counted = isOfOneUnit ? rateOf(done, target.quantity) : null;
  const rate = (targetChanges.length === 0 ? completionRate : null) ?? counted ?? completionRate ?? publishedRate;
  if (rate === null) return null;
  const unit = target?.unit ?? '';
  return {
    share: Math.round(Number(rate) * 100) / 10_000,
    rate,
    text:
      counted !== null && done !== null && target ? words.counted(done, target.quantity, unit, rate) : words.rate(rate),
  };
}

export const targetChanged = ({ targetChanges }: ProjectHead, language: Language): string | null => {
  const [change] = targetChanges;
  const last = targetChanges.at(-1);
  if (!change || !last) return null;
  return standingWords(language).targetChanged(
    formatDate(last.changedAt.slice(0, 10), language),
    change.targetBefore ?? '—',
    last.targetAfter ?? '—',
  );
};
