import type { TableRows } from '../../store/rows.ts';
import type { ResolvePlace } from '../kind.ts';
import type { AreaKind } from './codes.ts';
import type { EnrollmentPlan } from './model.ts';
import { type AreaItem, divisionPlace, itemsOf } from './places.ts';
import { schoolKey } from './rules/school-key.ts';

/** The division a village or community is; others are none. */
function divisionOf(item: AreaItem, placeOf: ResolvePlace): string | null {
  const place = divisionPlace(item);
  return place && placeOf(place);
}

/** 居委会 are numbered 001–199 in their town, 村委会 from 200 on (统计用区划代码). */
const firstVillage = 200;

/** What sort of place it is: of a bare name the register knows, and what it does not know is a compound. */
function kindOf({ kind, isBare }: AreaItem, divisionCode: string | null): AreaKind {
  if (!isBare) return kind;
  if (divisionCode === null) return 'COMPOUND';
  return Number(divisionCode.slice(9)) < firstVillage ? 'COMMUNITY' : 'VILLAGE';
}

/** The rows of one edition: schools with their plan and result, areas item by item. */
export function rowsOf(editionId: string, plan: EnrollmentPlan, placeOf: ResolvePlace): readonly TableRows[] {
  const { facts, schools, plans, areas, categories, timeline, results } = plan;
  const quotas = new Map(plans.map((quota) => [schoolKey(quota.school ?? ''), quota]));
  const outcomes = new Map(results.map((result) => [schoolKey(result.school ?? ''), result]));
  const positions = new Map(schools.map(({ name }, position) => [schoolKey(name ?? ''), position]));
  return [
    {
      table: 'enrollment_plan',
      rows: [
        {
          edition_id: editionId,
          year: facts.year,
          stage: facts.stage,
          born_from: facts.bornFrom,
          born_to: facts.bornTo,
          policy: facts.policy,
          policy_number: facts.policyNumber,
          implementation: facts.implementation,
          detailed_rules: facts.detailedRules,
          hotline: facts.hotline,
          complaints: facts.complaints,
          rules: facts.rules,
        },
      ],
    },
    {
      table: 'enrollment_school',
      rows: schools.map((school, position) => {
        const key = schoolKey(school.name ?? '');
        const quota = quotas.get(key);
        const result = outcomes.get(key);
        return {
          edition_id: editionId,
          position,
          name: school.name,
          name_key: key,
          code: school.code,
          nature: school.nature,
          type: school.type,
          town: school.town,
          address: school.address,
          phone: school.phone,
          licence: school.licence,
          capacity: school.capacity,
          classes: quota?.classes ?? null,
          places: quota?.places ?? null,
          boarding: quota?.boarding ?? null,
          method: quota?.method ?? null,
          registered: result?.registered ?? null,
          admitted: result?.admitted ?? null,
        };
      }),
    },
    {
      table: 'enrollment_area',
      rows: areas.flatMap(itemsOf).map((item, position) => {
        const divisionCode = divisionOf(item, placeOf);
        return {
          edition_id: editionId,
          position,
          kind: kindOf(item, divisionCode),
          place: item.place,
          place_key: item.key,
          town: item.town,
          division_code: divisionCode,
          parity: item.parity,
          door_from: item.doorFrom,
          door_to: item.doorTo,
          clause: item.clause,
          schools: item.schools.flatMap((name) => positions.get(schoolKey(name)) ?? []),
        };
      }),
    },
    {
      table: 'enrollment_category',
      rows: categories.map(({ category, conditions, materials, clause }, position) => ({
        edition_id: editionId,
        position,
        category,
        conditions: conditions ?? [],
        materials: materials ?? [],
        clause,
      })),
    },
    {
      table: 'enrollment_step',
      rows: timeline.map(({ step, audience, from, to, note }, position) => ({
        edition_id: editionId,
        position,
        step,
        audience: audience ?? 'ALL',
        from_day: from,
        to_day: to ?? from,
        note,
      })),
    },
  ];
}
