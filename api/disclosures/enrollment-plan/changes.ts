import { builder } from '../../graphql/builder.ts';
import { type Context, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import type { Transaction } from '../../store/client.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { kindName, type PlanRow } from './reads.ts';

export interface ChangeRow {
  readonly place: string;
  readonly town: string | null;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** Places of an edition with the names of their schools; doors and sides tell stretches of a road apart. */
const placesOf = (edition: Sql): Sql => sql`
  select coalesce(a.division_code, a.kind || ' ' || coalesce(a.town, '') || ' ' || a.place_key || ' ' || a.parity || ' ' || coalesce(a.door_from, 0) || '-' || coalesce(a.door_to, 0)) as key,
    min(a.place) as place, min(a.town) as town, min(a.position) as position,
    array_agg(distinct s.name order by s.name) as schools
  from enrollment_area a join enrollment_school s on s.edition_id = a.edition_id and s.position = any(a.schools)
  where a.edition_id = ${edition} group by 1`;

const differences = (before: Sql, after: Sql): Sql => sql`
  select coalesce(now.place, was.place) as place, coalesce(now.town, was.town) as town, was.schools as before, now.schools as after
  from (${placesOf(before)}) was full join (${placesOf(after)}) now using (key)
  where was.schools is distinct from now.schools order by coalesce(now.position, 1000000 + was.position)`;

/** The edition of the year before, of the same publisher and stage. */
export async function yearBefore(row: PlanRow, context: Context): Promise<string | null> {
  const [found] = await context.store.read<{ id: string }>(sql`
    select e.id from edition e join enrollment_plan p on p.edition_id = e.id
    where e.kind = ${kindName} and e.publisher_id = ${row.publisherId}::uuid and p.stage = ${row.stage}::enrollment_stage
      and p.year = ${row.year - 1} and ${visible(sql`e`, row.moment)} order by e.published_at desc limit 1`);
  return found?.id ?? null;
}

export const changesOf = (context: Context, moment: Moment) =>
  loaderOf<ChangeRow[]>(context, 'enrollment changes', moment, async (keys) => {
    const found = new Map<string, ChangeRow[]>();
    for (const key of keys) {
      const [before, after] = key.split(' ');
      found.set(key, await context.store.read<ChangeRow>(differences(sql`${before}::uuid`, sql`${after}::uuid`)));
    }
    return found;
  });

/** Places of last year's published plan and their schools: what a new one is compared with. */
export async function lastYearsPlaces(
  tx: Transaction,
  organizationId: string,
  stage: string,
  year: number,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const [edition] = await tx.$queryRaw<{ id: string }[]>(sql`
    select e.id from edition e join enrollment_plan p on p.edition_id = e.id
    where e.kind = ${kindName} and e.publisher_id = ${organizationId}::uuid and p.stage = ${stage}::enrollment_stage and p.year = ${year - 1}
      and ${visible(sql`e`, { asOf: null })} order by e.published_at desc limit 1`);
  if (!edition) return null;
  const rows = await tx.$queryRaw<{ key: string; schools: string[] }[]>(sql`
    select a.kind || ' ' || coalesce(a.town, '') || ' ' || a.place_key as key, array_agg(distinct s.name_key order by s.name_key) as schools
    from enrollment_area a join enrollment_school s on s.edition_id = a.edition_id and s.position = any(a.schools)
    where a.edition_id = ${edition.id}::uuid and a.kind in ('VILLAGE', 'COMMUNITY', 'COMPOUND') group by 1`);
  return new Map(rows.map(({ key, schools }) => [key, schools]));
}

export const CatchmentChange = builder.objectRef<ChangeRow>('CatchmentChange').implement({
  description: '与上一年相比，一处地方的对口学校变了。A place whose school is not that of the year before.',
  fields: (t) => ({
    place: t.exposeString('place', { description: '村、社区、小区或路段。The place.' }),
    town: t.exposeString('town', { nullable: true, description: '所在镇街。The town.' }),
    before: t.stringList({
      description: '上一年的学校；空为未划片。Its schools the year before; none: in no area.',
      resolve: ({ before }) => [...(before ?? [])],
    }),
    after: t.stringList({
      description: '今年的学校；空为未划片。Its schools this year; none: in no area.',
      resolve: ({ after }) => [...(after ?? [])],
    }),
  }),
});
