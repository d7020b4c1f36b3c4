import type {
  AreaValues,
  CategoryValues,
  PlanFacts,
  QuotaValues,
  ResultValues,
  SchoolValues,
  StepValues,
} from './forms.ts';

/** A county's enrollment plan for one year and stage (招生入学方案): what its forms state, as they state it. */
export interface EnrollmentPlan {
  readonly facts: PlanFacts;
  readonly schools: readonly SchoolValues[];
  readonly plans: readonly QuotaValues[];
  readonly areas: readonly AreaValues[];
  readonly categories: readonly CategoryValues[];
  readonly timeline: readonly StepValues[];
  readonly results: readonly ResultValues[];
}
