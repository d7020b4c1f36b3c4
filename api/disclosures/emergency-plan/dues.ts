import { addYears, type LocalDate } from '../../core/local-date.ts';
import type { Plan } from './model.ts';

type Dated = Pick<Plan, 'formedOn' | 'effectiveFrom'>;

/** 评估到期日: every three years, from the last assessment, else from the day it took effect (管理办法 art. 35). */
export function assessmentDue(plan: Dated & Pick<Plan, 'lastAssessedOn' | 'reviewYears'>): LocalDate | null {
  const from = plan.lastAssessedOn ?? plan.effectiveFrom ?? plan.formedOn;
  return from === null ? null : addYears(from, plan.reviewYears);
}

/** Every two years for accidents at work (生产安全事故应急条例 art. 8), else every three. */
export const drillYears = ({ hazard }: Pick<Plan, 'hazard'>): number =>
  hazard !== null && ['WORK_SAFETY', 'CHEMICALS', 'CONSTRUCTION', 'SPECIAL_EQUIPMENT'].includes(hazard) ? 2 : 3;

/** 演练到期日: from the last drill, else from the day it took effect; null for plans that need none. */
export function drillDue(plan: Dated & Pick<Plan, 'hazard' | 'type' | 'drills'>): LocalDate | null {
  const last = plan.drills
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (last === undefined && plan.type === 'GENERAL') return null;
  const from = last ?? plan.effectiveFrom ?? plan.formedOn;
  return from === null ? null : addYears(from, drillYears(plan));
}
