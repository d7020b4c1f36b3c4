import { officialNames, townKey } from '../../core/place-name.ts';
import type { Context } from '../../graphql/context.ts';
import { type DivisionRow, readsRegister } from '../../graphql/division.ts';
import type { Moment } from '../../graphql/moment.ts';
import { sql } from '../../store/statements.ts';
import { type Doors, hasDoor } from './doors.ts';
import { addressKey, doorsIn, townIn, withoutTown } from './places.ts';
import { type AreaRow, areaColumns, kindName, type PlanRow, read } from './reads.ts';

/** What is asked: a place as somebody writes it, and for whom. */
export interface Wanted {
  readonly place: string;
  readonly town: string | null;
  readonly stage: 'PRIMARY' | 'JUNIOR';
  readonly year: number | null;
}

export type Status = 'SINGLE_SCHOOL' | 'MULTI_SCHOOL' | 'UNASSIGNED' | 'AMBIGUOUS' | 'UNKNOWN_PLACE' | 'NO_PLAN';

export interface Found {
  readonly status: Status;
  readonly wanted: Wanted;
  readonly plan: PlanRow | null;
  readonly areas: readonly AreaRow[];
  /** The places of that name in the register. */
  readonly divisions: readonly DivisionRow[];
  /** Names like it, where nothing was found. */
  readonly suggestions: readonly string[];
}

interface Candidate extends DivisionRow {
  readonly townName: string | null;
}

/** Villages and communities a written place may be. */
async function divisionsNamed(context: Context, place: string, town: string | null): Promise<Candidate[]> {
  readsRegister(context);
  if (/^\d{12}$/.test(place)) {
    return context.store.read<Candidate>(sql`
      select v.code, v.name, v.level, v.parent_code as "parentCode", t.name as "townName"
      from division v left join division t on t.code = v.parent_code where v.code = ${place} and v.level = 'VILLAGE'`);
  }
  const names = officialNames(place);
  const rows = await context.store.read<Candidate>(sql`
    select v.code, v.name, v.level, v.parent_code as "parentCode", t.name as "townName"
    from division v left join division t on t.code = v.parent_code
    where v.level = 'VILLAGE' and v.name = any(${[...names]}::text[]) order by v.code`);
  const near = rows.filter(
    ({ townName }) => town === null || (townName !== null && townKey(townName) === townKey(town)),
  );
  // A village goes before a community of the same stem, unless the name says that it is one.
  const best = Math.min(...near.map(({ name }) => names.indexOf(name)));
  const isSaid = names[0] === place;
  return isSaid || near.length < 2
    ? near.filter(({ name }) => !isSaid || names.indexOf(name) === best || near.length < 2)
    : near;
}

const inTown = (area: AreaRow, town: string | null): boolean =>
  town === null || area.town === null || townKey(area.town) === townKey(town);

/** Which of the areas that bear the name are the place: the one with its door, its division, or its name. */
function matching(areas: readonly AreaRow[], { place, town }: Wanted, divisions: readonly Candidate[]): AreaRow[] {
  const codes = new Set(divisions.map(({ code }) => code));
  const door = doorsIn(place);
  const own = areas.filter((area) => inTown(area, town));
  if (door) return own.filter((area) => area.kind === 'ROAD' && hasDoor(area as AreaRow & Doors, door.from));
  const linked = own.filter(({ divisionCode }) => divisionCode !== null && codes.has(divisionCode));
  if (linked.length > 0) return linked;
  // A division that is known and stands in no area is unassigned, whatever else has a name like it.
  const named = own.filter(
    ({ kind, divisionCode }) =>
      divisionCode === null && (codes.size === 0 || (kind !== 'VILLAGE' && kind !== 'COMMUNITY')),
  );
  return named;
}

const mostSuggestions = 8;

async function namesLike(context: Context, editionId: string, place: string): Promise<string[]> {
  const key = addressKey(withoutTown(place)).slice(0, 20);
  if (key === '') return [];
  const like = `%${key.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await context.store.read<{ name: string }>(sql`
    select distinct name from (
      select coalesce(a.town, '') || a.place as name from enrollment_area a where a.edition_id = ${editionId}::uuid and a.place_key like ${like} and length(a.place) < 40
      union select t.name || v.name from division v join division t on t.code = v.parent_code where v.level = 'VILLAGE' and v.name like ${like}
    ) named order by name limit ${mostSuggestions}`);
  return rows.map(({ name }) => name);
}

/** The plan that answers: of the year asked, or else the newest. */
async function planFor(context: Context, moment: Moment, { stage, year }: Wanted): Promise<PlanRow | null> {
  const [plan] = await read(
    context,
    moment,
    sql`p.stage = ${stage}::enrollment_stage and ${year === null ? sql`true` : sql`p.year = ${year}`}`,
  );
  return plan ?? null;
}

async function areasNamed(
  context: Context,
  plan: PlanRow,
  wanted: Wanted,
  codes: readonly string[],
): Promise<AreaRow[]> {
  const { place } = wanted;
  const door = doorsIn(place);
  const keys = door ? [door.road] : [addressKey(place), withoutTown(place)];
  return context.store.read<AreaRow>(sql`
    select ${areaColumns} from enrollment_area a
    where a.edition_id = ${plan.editionId}::uuid and (a.place_key = any(${keys}::text[]) or a.division_code = any(${[...codes]}::text[]))
    order by a.position limit 200`);
}

/** A junior school may take whole primary schools: the place's primary school leads to it. */
async function byFeeder(context: Context, moment: Moment, plan: PlanRow, wanted: Wanted): Promise<AreaRow[]> {
  if (wanted.stage !== 'JUNIOR') return [];
  const primary = await findSchool(context, moment, { ...wanted, stage: 'PRIMARY', year: plan.year });
  if (primary.areas.length === 0 || !primary.plan) return [];
  const positions = primary.areas.flatMap(({ schools }) => schools);
  return context.store.read<AreaRow>(sql`
    select ${areaColumns} from enrollment_area a join enrollment_school s on s.edition_id = ${primary.plan.editionId}::uuid and s.position = any(${positions}::int[])
    where a.edition_id = ${plan.editionId}::uuid and a.kind = 'FEEDER' and regexp_replace(a.place, '[（(].*$', '') = regexp_replace(s.name, '[（(].*$', '')
    order by a.position limit 20`);
}

function statusOf(areas: readonly AreaRow[], divisions: readonly Candidate[], wanted: Wanted): Status {
  if (areas.length === 0) {
    if (divisions.length > 1 && wanted.town === null) return 'AMBIGUOUS';
    return divisions.length > 0 ? 'UNASSIGNED' : 'UNKNOWN_PLACE';
  }
  const places = new Set(areas.map(({ divisionCode, town, placeKey }) => divisionCode ?? `${town ?? ''} ${placeKey}`));
  if (places.size > 1) return 'AMBIGUOUS';
  const schools = new Set(areas.flatMap((area) => area.schools));
  return schools.size > 1 ? 'MULTI_SCHOOL' : 'SINGLE_SCHOOL';
}

/**
 * Which school for this place (就近入学): the area it is in, of the plan of the year, with the honest answers beside it:
 * several places of that name, a village in no area, a name nobody knows.
 */
export async function findSchool(context: Context, moment: Moment, asked: Wanted): Promise<Found> {
  const wanted: Wanted = { ...asked, place: asked.place.trim(), town: asked.town ?? townIn(asked.place) };
  const plan = await planFor(context, moment, wanted);
  if (!plan) return { status: 'NO_PLAN', wanted, plan, areas: [], divisions: [], suggestions: [] };
  context.touched.add(kindName);
  const divisions = doorsIn(wanted.place) ? [] : await divisionsNamed(context, withoutTown(wanted.place), wanted.town);
  const named = await areasNamed(
    context,
    plan,
    wanted,
    divisions.map(({ code }) => code),
  );
  const direct = matching(named, wanted, divisions);
  const areas = direct.length > 0 ? direct : await byFeeder(context, moment, plan, wanted);
  const status = statusOf(areas, divisions, wanted);
  const suggestions = status === 'UNKNOWN_PLACE' ? await namesLike(context, plan.editionId, wanted.place) : [];
  return { status, wanted, plan, areas, divisions, suggestions };
}
