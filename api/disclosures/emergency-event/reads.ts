import { planKey } from '../../core/plan-title.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { type Sql, sql } from '../../store/statements.ts';

export const kindName = 'emergency-event';
export const plural = 'emergency-events';

export interface EventRow extends PublishedRow {
  readonly name: string;
  readonly hazard: string | null;
  readonly eventClass: string | null;
  readonly grade: string | null;
  readonly plan: string | null;
  readonly planNumber: string | null;
  readonly hotline: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly placeCodes: readonly string[];
}

export const from: Sql = sql`edition e join emergency_event v on v.edition_id = e.id join document d on d.id = e.document_id ${publisherJoin}`;

export const columns = (
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, null as number, v.name, v.hazard,
  v.event_class as "eventClass", v.grade::text as grade, v.plan, v.plan_number as "planNumber", v.hotline, v.started_at as "startedAt",
  v.ended_at as "endedAt", v.place_codes as "placeCodes"`;

export const readRow = (row: Record<string, unknown>, moment: Moment): EventRow =>
  ({ ...row, kind: kindName, plural, moment }) as unknown as EventRow;

/** Visible events that meet a condition, the latest first. */
export async function read(context: Context, moment: Moment, condition: Sql): Promise<EventRow[]> {
  context.touched.add(kindName);
  const rows = await context.store.read<Record<string, unknown>>(sql`
    select ${columns()} from ${from} where e.kind = ${kindName} and ${visible(sql`e`, moment)} and ${condition}
    order by v.started_at desc nulls last, e.document_id limit 200`);
  return rows.map((row) => readRow(row, moment));
}

export const eventById = (context: Context, moment: Moment) =>
  loaderOf<EventRow>(context, kindName, moment, async (ids) => {
    const rows = await read(context, moment, sql`e.document_id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.documentId, row]));
  });

export interface StepRow {
  readonly editionId: string;
  readonly position: number;
  readonly type: string;
  readonly scale: string | null;
  readonly warningLevel: string | null;
  readonly responseLevel: string | null;
  readonly at: Date;
  readonly places: readonly string[];
  readonly matter: string | null;
  readonly measures: readonly string[];
  readonly issuer: string | null;
  readonly issuedAt: Date | null;
  readonly until: Date | null;
}

export const stepsOf = (context: Context) =>
  loaderOf<StepRow[]>(context, 'emergency steps', null, async (ids) => {
    const rows = await context.store.read<StepRow>(sql`
      select edition_id as "editionId", position, type::text as type, scale::text as scale, warning_level::text as "warningLevel",
        response_level::text as "responseLevel", at, places, matter, measures, issuer, issued_at as "issuedAt", until
      from emergency_step where edition_id = any(${ids}::uuid[]) order by edition_id, position`);
    return groupBy(rows, ({ editionId }) => editionId);
  });

/** A published plan as an event refers to it: by what every record has. */
export interface PlanRef {
  readonly title: string;
  readonly indexNumber: string;
}

const planKind = 'emergency-plan';

/** The newest visible plan of each name, as written in an event (依据预案). */
export const plansNamed = (context: Context, moment: Moment) =>
  loaderOf<PlanRef>(context, 'plans named by events', moment, async (names) => {
    context.touched.add(planKind);
    const rows = await context.store.read<PlanRef>(sql`
      select e.title, d.index_number as "indexNumber" from edition e join document d on d.id = e.document_id
      where e.kind = ${planKind} and ${visible(sql`e`, moment)}
        and exists (select from unnest(${names.map(planKey)}::text[]) as named(name) where strpos(e.title, named.name) > 0)
      order by e.formed_on desc nulls last, e.document_id limit 500`);
    return new Map(
      names.flatMap((name) => {
        const found = rows.find(({ title }) => planKey(title) === planKey(name));
        return found ? [[name, found] as const] : [];
      }),
    );
  });
