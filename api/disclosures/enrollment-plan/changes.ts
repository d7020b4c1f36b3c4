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

/** A place through the years: its division, or else its name; doors and sides tell stretches of a road apart. */
const placeId: Sql = sql`coalesce(a.division_code, a.kind || ' ' || coalesce(a.town, '') || ' ' || a.place_key || ' ' || a.parity
  || ' ' || coalesce(a.door_from, 0) || '-' || coalesce(a.door_to, 0))`;

/** Places of editions with their schools; a school is known by its name as it is compared. */
const placesOf = (editions: readonly string[]): Sql => sql`
  select a.edition_id, ${placeId} as key, min(a.place) as place, min(a.town) as town, min(a.position) as position,
    array_agg(distinct s.name_key order by s.name_key) as keys, array_agg(distinct s.name order by s.name) as schools
  from enrollment_area a join enrollment_school s on s.edition_id = a.edition_id and s.position = any(a.schools)
  where a.edition_id = any(${[...editions]}::uuid[]) group by 1, 2`;

const differences = (before: readonly string[], after: readonly string[]): Sql => sql`
  with pair (before, after) as (select * from unnest(${[...before]}::uuid[], ${[...after]}::uuid[])),
    place as (${placesOf([...before, ...after])}),
    was as (select pair.before, pair.after, place.* from pair join place on place.edition_id = pair.before),
    now as (select pair.before, pair.after, place.* from pair join place on place.edition_id = pair.after)
  select before || ' ' || after as pair, coalesce(now.place, was.place) as place, coalesce(now.town, was.town) as town,
    was.schools as "wereSchools", now.schools as "areSchools"
  from was full join now using (before, after, key)
  where was.keys is distinct from now.keys order by coalesce(now.position, 1000000 + was.position), key`;

interface DifferenceRow {
  readonly pair: string;
  readonly place: string;
  readonly town: string | null;
  readonly wereSchools: readonly string[] | null;
  readonly areSchools: readonly string[] | null;
}

/** By `edition year`: the edition of that year, of the same publisher and stage. */
const planOfYear = (context: Context, moment: Moment) =>
  loaderOf<string>(context, 'enrollment plan of a year', moment, async (keys) => {
    const asked = keys.map((key) => key.split(' '));
    const rows = await context.store.read<{ key: string; id: string }>(sql`
      select distinct on (asked.edition, asked.year) asked.edition || ' ' || asked.year as key, e.id
      from unnest(${asked.map(([edition = '']) => edition)}::uuid[], ${asked.map(([, year]) => Number(year))}::int[]) asked (edition, year)
      join edition own on own.id = asked.edition join enrollment_plan mine on mine.edition_id = own.id
      join enrollment_plan p on p.stage = mine.stage and p.year = asked.year
      join edition e on e.id = p.edition_id and e.publisher_id = own.publisher_id and e.kind = ${kindName} and ${visible(sql`e`, moment)}
      order by asked.edition, asked.year, e.published_at desc`);
    return new Map(rows.map(({ key, id }) => [key, id]));
  });

const changesBetween = (context: Context) =>
  loaderOf<ChangeRow[]>(context, 'enrollment changes', null, async (pairs) => {
    const asked = pairs.map((pair) => pair.split(' '));
    const rows = await context.store.read<DifferenceRow>(
      differences(
        asked.map(([before = '']) => before),
        asked.map(([, after = '']) => after),
      ),
    );
    const changes = Map.groupBy(rows, ({ pair }) => pair);
    return new Map(
      pairs.map((pair) => [
        pair,
        (changes.get(pair) ?? []).map(({ place, town, wereSchools, areSchools }) => ({
          place,
          town,
          before: wereSchools,
          after: areSchools,
        })),
      ]),
    );
  });

/** Places whose school is not that of the plan of another year; null where no such plan is public. */
export async function changesSince(row: PlanRow, year: number, context: Context): Promise<ChangeRow[] | null> {
  const before = await planOfYear(context, row.moment).load(`${row.editionId} ${year}`);
  return before ? ((await changesBetween(context).load(`${before} ${row.editionId}`)) ?? []) : null;
}

/** What a place was, in last year's published plan. */
export interface PlaceThen {
  readonly place: string;
  readonly schools: readonly string[];
}

/** Villages, communities and compounds of last year's published plan by what they are known by; null without such a plan. */
export async function lastYearsPlaces(
  tx: Transaction,
  organizationId: string,
  stage: string,
  year: number,
): Promise<ReadonlyMap<string, PlaceThen> | null> {
  const [edition] = await tx.$queryRaw<{ id: string }[]>(sql`
    select e.id from edition e join enrollment_plan p on p.edition_id = e.id
    where e.kind = ${kindName} and e.publisher_id = ${organizationId}::uuid and p.stage = ${stage}::enrollment_stage and p.year = ${year - 1}
      and ${visible(sql`e`, { asOf: null })} order by e.published_at desc limit 1`);
  if (!edition) return null;
  const rows = await tx.$queryRaw<(PlaceThen & { key: string })[]>(sql`
    select coalesce(a.division_code, coalesce(a.town, '') || ' ' || a.place_key) as key, min(a.place) as place,
      array_agg(distinct s.name_key order by s.name_key) as schools
    from enrollment_area a join enrollment_school s on s.edition_id = a.edition_id and s.position = any(a.schools)
    where a.edition_id = ${edition.id}::uuid and a.kind in ('VILLAGE', 'COMMUNITY', 'COMPOUND') group by 1`);
  return new Map(rows.map(({ key, place, schools }) => [key, { place, schools }]));
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
