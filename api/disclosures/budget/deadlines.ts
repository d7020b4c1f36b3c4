import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { Stage } from './model.ts';

/**
 * The last day of each step the law leaves room for (预算法第14、52、77、80条；监督法): a budget is approved by the
 * congress, in the first quarter of its year; final accounts by its standing committee, from June to September of the
 * next. The government discloses within 20 days of approval; a department within 20 days of the approval of its own
 * (批复), which the finance department must give within 20 days.
 */
const approvedBy: Readonly<Partial<Record<Stage, { readonly years: number; readonly day: string }>>> = {
  BUDGET: { years: 0, day: '03-31' },
  FINAL_ACCOUNTS: { years: 1, day: '09-30' },
};

const step = 20;

/** The latest legal day on which a report may first be disclosed; null for a stage whose day no law fixes. */
export function dueOn(owner: 'GOVERNMENT' | 'DEPARTMENT', stage: Stage, fiscalYear: number): LocalDate | null {
  const approved = approvedBy[stage];
  if (!approved) return null;
  const day = `${String(fiscalYear + approved.years).padStart(4, '0')}-${approved.day}` as LocalDate;
  return addDays(day, owner === 'GOVERNMENT' ? step : 2 * step);
}
