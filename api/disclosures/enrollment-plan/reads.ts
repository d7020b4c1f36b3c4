import type { LocalDate } from '../../core/local-date.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { recordById, recordSource, recordsOf } from '../../graphql/record.ts';
import { rowsBelow } from '../../graphql/rows-below.ts';
import { type Sql, sql } from '../../store/statements.ts';

export const kindName = 'enrollment-plan';
export const plural = 'enrollment-plans';

export interface PlanRow extends PublishedRow {
  readonly year: number;
  readonly stage: string;
  readonly bornFrom: LocalDate | null;
  readonly bornTo: LocalDate | null;
  readonly policy: string | null;
  readonly policyNumber: string | null;
  readonly implementation: string | null;
  readonly detailedRules: string | null;
  readonly hotline: string | null;
  readonly complaints: string | null;
  readonly rules: string | null;
}

export const from: Sql = sql`edition e join enrollment_plan p on p.edition_id = e.id join document d on d.id = e.document_id ${publisherJoin}`;

const columns = (
  _: Moment,
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, null as number, p.year, p.stage,
  p.born_from as "bornFrom", p.born_to as "bornTo", p.policy, p.policy_number as "policyNumber",
  p.implementation, p.detailed_rules as "detailedRules", p.hotline, p.complaints, p.rules`;

export const source = recordSource<PlanRow>({ kind: kindName, plural, from: () => from, columns });

/** Visible plans that meet a condition, the newest year first. */
export const read = recordsOf(source, { by: () => sql`p.year desc, p.stage, e.published_at desc`, most: 200 });

/** Which plans answer a question: of one stage, of a year or else each publisher's newest. */
export interface PlansAsked {
  readonly stage: string;
  readonly year: number | null;
}

/** A plan and the division whose county it is for. */
export interface CountyPlanRow extends PlanRow {
  readonly divisionCode: string;
}

export async function newestPlans(
  context: Context,
  moment: Moment,
  { stage, year }: PlansAsked,
): Promise<CountyPlanRow[]> {
  context.touched.add(kindName);
  const ofYear = year === null ? sql`true` : sql`p.year = ${year}`;
  const rows = await context.store.read<Record<string, unknown>>(sql`
    select distinct on (e.publisher_id) ${columns(moment)}, publisher.division_code as "divisionCode" from ${from}
    where e.kind = ${kindName} and p.stage = ${stage}::enrollment_stage and ${ofYear} and ${visible(sql`e`, moment)}
    order by e.publisher_id, p.year desc, e.published_at desc, e.document_id limit 200`);
  return rows.map((row) => ({ ...source.read(row, moment), divisionCode: String(row['divisionCode']) }));
}

export const planById = recordById(kindName, read);

export interface SchoolRow {
  readonly editionId: string;
  readonly position: number;
  readonly name: string;
  readonly code: string | null;
  readonly nature: string;
  readonly type: string | null;
  readonly town: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly licence: string | null;
  readonly capacity: number | null;
  readonly classes: number | null;
  readonly places: number | null;
  readonly boarding: boolean | null;
  readonly method: string | null;
  readonly registered: number | null;
  readonly admitted: number | null;
}

export const schoolsOf = rowsBelow<SchoolRow>(
  'enrollment_school',
  sql`name, code, nature, type, town, address, phone, licence, capacity,
        classes, places, boarding, method, registered, admitted`,
);

export interface AreaRow {
  readonly editionId: string;
  readonly position: number;
  readonly kind: string;
  readonly place: string;
  readonly placeKey: string;
  readonly town: string | null;
  readonly divisionCode: string | null;
  readonly parity: string;
  readonly doorFrom: number | null;
  readonly doorTo: number | null;
  readonly clause: string | null;
  readonly schools: readonly number[];
}

export const areaColumns: Sql = sql`a.edition_id as "editionId", a.position, a.kind, a.place, a.place_key as "placeKey", a.town,
  a.division_code as "divisionCode", a.parity, a.door_from as "doorFrom", a.door_to as "doorTo", a.clause, a.schools`;

export const areasOf = (context: Context) =>
  loaderOf<AreaRow[]>(context, 'enrollment areas', null, async (ids) => {
    const rows = await context.store.read<AreaRow>(
      sql`select ${areaColumns} from enrollment_area a where a.edition_id = any(${ids}::uuid[]) order by a.edition_id, a.position`,
    );
    return groupBy(rows, ({ editionId }) => editionId);
  });

export interface CategoryRow {
  readonly editionId: string;
  readonly category: string;
  readonly conditions: readonly string[];
  readonly materials: readonly string[];
  readonly clause: string | null;
}

export const categoriesOf = rowsBelow<CategoryRow>('enrollment_category', sql`category, conditions, materials, clause`);

export interface StepRow {
  readonly editionId: string;
  readonly step: string;
  readonly audience: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly note: string | null;
}

export const stepsOf = rowsBelow<StepRow>(
  'enrollment_step',
  sql`step, audience, from_day as "from", to_day as "to", note`,
);
