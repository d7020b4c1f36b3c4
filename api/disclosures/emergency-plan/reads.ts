import type { LocalDate } from '../../core/local-date.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { id, type Sql, sql } from '../../store/statements.ts';

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

export const columns = (
  moment: Moment,
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, p.number, p.name, p.key,
  p.level::text as level, p.type::text as type, p.event_class as "eventClass", p.hazard, p.area, p.area_code as "areaCode", p.lead_unit as "leadUnit",
  p.lead_unit_id as "leadUnitId", p.is_abridged as "isAbridged", p.upper_plan as "upperPlan", p.upper_key as "upperKey",
  p.filed_with as "filedWith", p.filed_on as "filedOn", p.last_assessed_on as "lastAssessedOn", p.review_years as "reviewYears",
  p.assessment_due_on as "assessmentDueOn", p.drill_due_on as "drillDueOn", p.revision_reason as "revisionReason",
  e.effective_from as "effectiveFrom", ${repealer(moment)} as "repealedBy"`;

export const readRow = (row: Record<string, unknown>, moment: Moment): PlanRow =>
  ({ ...row, kind: kindName, plural, moment }) as unknown as PlanRow;

/** Visible plans that meet a condition, those in force and the newest first. */
export async function read(context: Context, moment: Moment, condition: Sql): Promise<PlanRow[]> {
  context.touched.add(kindName);
  const rows = await context.store.read<Record<string, unknown>>(sql`
    select ${columns(moment)} from ${from} where e.kind = ${kindName} and ${visible(sql`e`, moment)} and ${condition}
    order by (${repealer(moment)} is not null), e.formed_on desc nulls last, e.document_id limit 200`);
  return rows.map((row) => readRow(row, moment));
}

export const planById = (context: Context, moment: Moment) =>
  loaderOf<PlanRow>(context, kindName, moment, async (ids) => {
    const rows = await read(context, moment, sql`e.document_id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.documentId, row]));
  });

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

/** Rows of one table below plans, many plans in one statement. */
const below =
  <Row extends Below>(table: string, selected: Sql) =>
  (context: Context) =>
    loaderOf<Row[]>(context, table, null, async (ids) => {
      const rows = await context.store.read<Row>(sql`
        select edition_id as "editionId", position, ${selected} from ${id(table)}
        where edition_id = any(${ids}::uuid[]) order by edition_id, position`);
      return groupBy(rows, ({ editionId }) => editionId);
    });

export interface RepealRow extends Below {
  readonly title: string;
  readonly issuedOn: LocalDate | null;
  readonly number: string | null;
}
export const repealsOf = below<RepealRow>('plan_repeal', sql`title, issued_on as "issuedOn", number`);

export interface ResponseRow extends Below {
  readonly level: string;
  readonly conditions: readonly string[];
  readonly approver: string | null;
  readonly actions: readonly string[];
  readonly members: readonly string[];
}
export const responsesOf = below<ResponseRow>(
  'plan_response',
  sql`level::text as level, conditions, approver, actions, members`,
);

export interface GradeRow extends Below {
  readonly grade: string;
  readonly criteria: readonly string[];
}
export const gradesOf = below<GradeRow>('plan_grade', sql`grade::text as grade, criteria`);

export interface WarningRow extends Below {
  readonly level: string;
  readonly criteria: readonly string[];
  readonly measures: readonly string[];
}
export const warningsOf = below<WarningRow>('plan_warning', sql`level::text as level, criteria, measures`);

export interface ChapterRow extends Below {
  readonly number: string | null;
  readonly heading: string;
  readonly text: string;
}
export const chaptersOf = below<ChapterRow>('plan_chapter', sql`number, heading, text`);

export interface PhoneRow extends Below {
  readonly unit: string;
  readonly phone: string;
  readonly hours: string | null;
}
export const phonesOf = below<PhoneRow>('plan_phone', sql`unit, phone, hours`);

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
export const sheltersOf = below<ShelterRow>('plan_shelter', shelterColumns);

export interface DrillRow extends Below {
  readonly heldOn: LocalDate;
  readonly name: string;
  readonly participants: number | null;
}
export const drillsOf = below<DrillRow>('plan_drill', sql`held_on as "heldOn", name, participants`);
