import { planKey } from '../../core/plan-title.ts';
import { type Context, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { recordById, recordSource, recordsOf } from '../../graphql/record.ts';
import { rowsBelow } from '../../graphql/rows-below.ts';
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

const columns = (
  _: Moment,
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, null as number, v.name, v.hazard,
  v.event_class as "eventClass", v.grade::text as grade, v.plan, v.plan_number as "planNumber", v.hotline, v.started_at as "startedAt",
  v.ended_at as "endedAt", v.place_codes as "placeCodes"`;

export const source = recordSource<EventRow>({ kind: kindName, plural, from: () => from, columns });

/** Visible events that meet a condition, the latest first. */
export const read = recordsOf(source, { by: () => sql`v.started_at desc nulls last`, most: 200 });

export const eventById = recordById(kindName, read);

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

export const stepsOf = rowsBelow<StepRow>(
  'emergency_step',
  sql`type::text as type, scale::text as scale, warning_level::text as "warningLevel",
        response_level::text as "responseLevel", at, places, matter, measures, issuer, issued_at as "issuedAt", until`,
);

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
