import { placeInTown } from '../../core/place-in-town.ts';
import type { WrittenPlace } from '../../core/place-name.ts';
import { planKey } from '../../core/plan-title.ts';
import type { TableRows } from '../../store/rows.ts';
import type { ResolveOrganization, ResolvePlace } from '../kind.ts';
import { assessmentDue, drillDue } from './dues.ts';
import type { Plan, Shelter } from './model.ts';

/** Where a shelter is, as precisely as it says. */
export const placeOfShelter = ({ town, village }: Shelter): WrittenPlace | null => {
  if (village !== null) return { name: village, town };
  return town === null ? null : { name: town, town: null };
};

/** The rows of one edition, parents first. */
export function rowsOf(
  editionId: string,
  plan: Plan,
  resolve: ResolveOrganization,
  placeOf: ResolvePlace,
): readonly TableRows[] {
  const below = (table: string, rows: readonly Readonly<Record<string, unknown>>[]): TableRows => ({
    table,
    rows: rows.map((row, position) => ({ edition_id: editionId, position, ...row })),
  });
  return [
    {
      table: 'emergency_plan',
      rows: [
        {
          edition_id: editionId,
          name: plan.name,
          key: planKey(plan.name),
          level: plan.level,
          type: plan.type,
          event_class: plan.eventClass,
          hazard: plan.hazard,
          area: plan.area,
          area_code: plan.area === null ? null : placeOf(placeInTown(plan.area)),
          number: plan.number,
          lead_unit: plan.leadUnit,
          lead_unit_id: plan.leadUnit === null ? null : resolve(plan.leadUnit),
          is_abridged: plan.isAbridged,
          upper_plan: plan.upperPlan,
          upper_key: plan.upperPlan === null ? null : planKey(plan.upperPlan),
          filed_with: plan.filedWith,
          filed_on: plan.filedOn,
          last_assessed_on: plan.lastAssessedOn,
          review_years: plan.reviewYears,
          assessment_due_on: assessmentDue(plan),
          drill_due_on: drillDue(plan),
          revision_reason: plan.revisionReason,
        },
      ],
    },
    below(
      'plan_repeal',
      plan.repeals.map(({ title, issuedOn, number }) => ({ title, key: planKey(title), issued_on: issuedOn, number })),
    ),
    below(
      'plan_response',
      plan.responses.map(({ level, conditions, approver, actions, members }) => ({
        level,
        conditions,
        approver,
        actions,
        members,
      })),
    ),
    below(
      'plan_grade',
      plan.grades.map(({ grade, criteria }) => ({ grade, criteria })),
    ),
    below(
      'plan_warning',
      plan.warnings.map(({ level, criteria, measures }) => ({ level, criteria, measures })),
    ),
    below(
      'plan_chapter',
      plan.chapters.map(({ number, heading, text }) => ({ number, heading, text })),
    ),
    below(
      'plan_phone',
      plan.phones.map(({ unit, phone, hours }) => ({ unit, phone, hours })),
    ),
    below(
      'plan_shelter',
      plan.shelters.map((shelter) => {
        const { name, town, village, address, capacity, phone } = shelter;
        const place = placeOfShelter(shelter);
        const own = place && placeOf(place);
        const code = own ?? (town === null ? null : placeOf({ name: town, town: null }));
        return { name, town, village, code, address, capacity, phone };
      }),
    ),
    below(
      'plan_drill',
      plan.drills.map(({ on, name, participants }) => ({ held_on: on, name, participants })),
    ),
  ];
}
