import type { LocalDate } from '../../core/local-date.ts';
import { type Context, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { recordById, recordSource, recordsOf } from '../../graphql/record.ts';
import { rowsBelow } from '../../graphql/rows-below.ts';
import { type Sql, sql } from '../../store/statements.ts';

export const kindName = 'emergency-plan';
export const plural = 'emergency-plans';

export interface PlanRow extends PublishedRow {
  readonly name: string;
  readonly key: string;
  readonly level: string;
  readonly type: string;
  readonly eventClass: string | null;
  readonly hazard: string | null;
  readonly area: string | null;
  readonly areaCode: string | null;
  readonly leadUnit: string | null;
  readonly leadUnitId: string | null;
  readonly isAbridged: boolean;
  readonly upperPlan: string | null;
  readonly upperKey: string | null;
  readonly filedWith: string | null;
  readonly filedOn: LocalDate | null;
  readonly lastAssessedOn: LocalDate | null;
  readonly reviewYears: number;
  readonly assessmentDueOn: LocalDate | null;
  readonly drillDueOn: LocalDate | null;
  readonly revisionReason: string | null;
  readonly effectiveFrom: LocalDate | null;
  readonly repealedBy: string | null;
}

export const from: Sql = sql`edition e join emergency_plan p on p.edition_id = e.id join document d on d.id = e.document_id ${publisherJoin}`;

/** The document of the plan that put an end to this one by the day in question: it names it by title, and by its day where it says one. */
export const repealer = (
  moment: Moment,
): Sql => sql`(select cause.document_id from plan_repeal ended join edition cause on cause.id = ended.edition_id
  where ended.key = p.key and cause.document_id <> e.document_id and ${visible(sql`cause`, moment)}
    and coalesce(cause.effective_from, cause.formed_on) <= ${moment.validOn}::date
    and (ended.issued_on is null or ended.issued_on in (e.formed_on, e.printed_on, e.effective_from))
    and (e.formed_on is null or cause.formed_on >= e.formed_on)
  order by cause.formed_on desc limit 1)`;

/** 现行有效、尚未施行 or 已废止 on a day. */
export const standing = (moment: Moment): Sql => sql`case
  when ${repealer(moment)} is not null then 'REPEALED'
  when coalesce(e.effective_from, e.formed_on) > ${moment.validOn}::date then 'NOT_YET_IN_FORCE'
  else 'IN_FORCE' end`;

/** Whether its assessment is due, on a day. A plan that no longer holds needs none. */
export const assessment = (moment: Moment): Sql => sql`case
  when ${repealer(moment)} is not null then null
  when p.assessment_due_on < ${moment.validOn}::date then 'OVERDUE'
  when p.assessment_due_on <= ${moment.validOn}::date + 90 then 'DUE_SOON'
  else 'CURRENT' end`;

const columns = (
  moment: Moment,
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, p.number, p.name, p.key,
  p.level::text as level, p.type::text as type, p.event_class as "eventClass", p.hazard, p.area, p.area_code as "areaCode", p.lead_unit as "leadUnit",
  p.lead_unit_id as "leadUnitId", p.is_abridged as "isAbridged", p.upper_plan as "upperPlan", p.upper_key as "upperKey",
  p.filed_with as "filedWith", p.filed_on as "filedOn", p.last_assessed_on as "lastAssessedOn", p.review_years as "reviewYears",
  p.assessment_due_on as "assessmentDueOn", p.drill_due_on as "drillDueOn", p.revision_reason as "revisionReason",
  e.effective_from as "effectiveFrom", ${repealer(moment)} as "repealedBy"`;

export const source = recordSource<PlanRow>({ kind: kindName, plural, from: () => from, columns });

/** Visible plans that meet a condition, those in force and the newest first. */
export const read = recordsOf(source, {
  by: (moment) => sql`(${repealer(moment)} is not null), e.formed_on desc nulls last`,
  most: 200,
});

export const planById = recordById(kindName, read);

/** The plan of a name that holds on the day: the newest that nothing repealed. */
export const planByKey = (context: Context, moment: Moment) =>
  loaderOf<PlanRow>(context, `${kindName} by key`, moment, async (keys) => {
    const rows = await read(context, moment, sql`p.key = any(${keys}::text[])`);
    return new Map([...rows].reverse().map((row) => [row.key, row]));
  });

/** What every row below a plan has. */
interface Below {
  readonly editionId: string;
  readonly position: number;
}

export interface RepealRow extends Below {
  readonly title: string;
  readonly issuedOn: LocalDate | null;
  readonly number: string | null;
}
export const repealsOf = rowsBelow<RepealRow>('plan_repeal', sql`title, issued_on as "issuedOn", number`);

export interface ResponseRow extends Below {
  readonly level: string;
  readonly conditions: readonly string[];
  readonly approver: string | null;
  readonly actions: readonly string[];
  readonly members: readonly string[];
}
export const responsesOf = rowsBelow<ResponseRow>(
  'plan_response',
  sql`level::text as level, conditions, approver, actions, members`,
);

export interface GradeRow extends Below {
  readonly grade: string;
  readonly criteria: readonly string[];
}
export const gradesOf = rowsBelow<GradeRow>('plan_grade', sql`grade::text as grade, criteria`);

export interface WarningRow extends Below {
  readonly level: string;
  readonly criteria: readonly string[];
  readonly measures: readonly string[];
}
export const warningsOf = rowsBelow<WarningRow>('plan_warning', sql`level::text as level, criteria, measures`);

export interface ChapterRow extends Below {
  readonly number: string | null;
  readonly heading: string;
  readonly text: string;
}
export const chaptersOf = rowsBelow<ChapterRow>('plan_chapter', sql`number, heading, text`);

export interface PhoneRow extends Below {
  readonly unit: string;
  readonly phone: string;
  readonly hours: string | null;
}
export const phonesOf = rowsBelow<PhoneRow>('plan_phone', sql`unit, phone, hours`);

export interface ShelterRow extends Below {
  readonly name: string;
  readonly town: string | null;
  readonly village: string | null;
  readonly code: string | null;
  readonly address: string | null;
  readonly capacity: number | null;
  readonly phone: string | null;
}
export const shelterColumns: Sql = sql`name, town, village, code, address, capacity, phone`;
export const sheltersOf = rowsBelow<ShelterRow>('plan_shelter', shelterColumns);

export interface DrillRow extends Below {
  readonly heldOn: LocalDate;
  readonly name: string;
  readonly participants: number | null;
}
export const drillsOf = rowsBelow<DrillRow>('plan_drill', sql`held_on as "heldOn", name, participants`);
