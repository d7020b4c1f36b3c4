import type { Context } from '../../graphql/context.ts';
import type { DivisionRow } from '../../graphql/division.ts';
import type { Moment } from '../../graphql/moment.ts';
import { placeName, type RoadDoors, roadIn, townIn } from './address.ts';
import { areasFor, byFeeder, divisionsNamed, inTown, type NamedDivision, namesLike, townFirst } from './candidates.ts';
import { type Doors, hasDoor } from './doors.ts';
import { type AreaRow, type CountyPlanRow, newestPlans } from './reads.ts';

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
  /** The road of an address that names one. */
  readonly road: RoadDoors | null;
  /** The plan that answers; null where there is none, or those of several publishers do. */
  readonly plan: CountyPlanRow | null;
  readonly plans: readonly CountyPlanRow[];
  readonly areas: readonly AreaRow[];
  /** The places of that name in the register. */
  readonly divisions: readonly DivisionRow[];
  /** Towns that have a place of that name, where it must be said which. */
  readonly towns: readonly string[];
  /** Names like it, where nothing was found. */
  readonly suggestions: readonly string[];
}

/** Which of the areas that bear the name are the place: the one with its door, its division, or its name. */
function matching(
  areas: readonly AreaRow[],
  { town }: Wanted,
  road: RoadDoors | null,
  divisions: readonly NamedDivision[],
): AreaRow[] {
  const codes = new Set(divisions.map(({ code }) => code));
  const own = areas.filter((area) => inTown(area.town, town));
  const door = road?.from ?? null;
  if (door !== null) return own.filter((area) => area.kind === 'ROAD' && hasDoor(area as AreaRow & Doors, door));
  const linked = own.filter(({ divisionCode }) => divisionCode !== null && codes.has(divisionCode));
  if (linked.length > 0) return linked;
  // A division that is known and stands in no area is unassigned, whatever else has a name like it.
  return own.filter(
    ({ kind, divisionCode }) =>
      divisionCode === null && (codes.size === 0 || (kind !== 'VILLAGE' && kind !== 'COMMUNITY')),
  );
}

function statusOf(areas: readonly AreaRow[], divisions: readonly NamedDivision[]): Status {
  if (areas.length === 0)
    return divisions.length === 0 ? 'UNKNOWN_PLACE' : divisions.length === 1 ? 'UNASSIGNED' : 'AMBIGUOUS';
  const covered = new Set(areas.map(({ divisionCode }) => divisionCode));
  const answers = new Set(areas.map(({ editionId, schools }) => `${editionId} ${[...schools].sort().join(' ')}`));
  // Two places of one name have one answer only if it is the same for both.
  const isOneAnswer = answers.size === 1 && (divisions.length < 2 || divisions.every(({ code }) => covered.has(code)));
  if (!isOneAnswer) return 'AMBIGUOUS';
  return (areas[0]?.schools.length ?? 0) > 1 ? 'MULTI_SCHOOL' : 'SINGLE_SCHOOL';
}

const sameCounty = (one: string, other: string): boolean => one.slice(0, 6) === other.slice(0, 6);

/** The one plan that answers. */
function planOf(
  plans: readonly CountyPlanRow[],
  areas: readonly AreaRow[],
  divisions: readonly NamedDivision[],
): CountyPlanRow | null {
  if (plans.length < 2) return plans[0] ?? null;
  const withArea = plans.filter(({ editionId }) => areas.some((area) => area.editionId === editionId));
  const ofCounty = plans.filter(({ divisionCode }) => divisions.some(({ code }) => sameCounty(code, divisionCode)));
  const own = withArea.length > 0 ? withArea : ofCounty;
  return own.length === 1 ? (own[0] ?? null) : null;
}

async function find(context: Context, moment: Moment, wanted: Wanted): Promise<Found> {
  const plans = await newestPlans(context, moment, wanted);
  const road = roadIn(wanted.place);
  const nothing = { wanted, road, plan: null, plans, areas: [], divisions: [], towns: [], suggestions: [] };
  if (plans.length === 0) return { ...nothing, status: 'NO_PLAN' };
  // A place of a county that has published nothing is not unassigned: nobody knows.
  const divisions = road
    ? []
    : (await divisionsNamed(context, placeName(wanted.place), wanted.town)).filter(({ code }) =>
        plans.some(({ divisionCode }) => sameCounty(code, divisionCode)),
      );
  const named = await areasFor(context, plans, wanted.place, road, divisions);
  const direct = matching(named, wanted, road, divisions);
  const areas =
    direct.length > 0 || wanted.stage !== 'JUNIOR'
      ? direct
      : await byFeeder(context, plans, await find(context, moment, { ...wanted, stage: 'PRIMARY' }));
  const status = statusOf(areas, divisions);
  const towns = new Set([
    ...divisions.flatMap(({ townName }) => townName ?? []),
    ...areas.flatMap(({ town }) => town ?? []),
  ]);
  return {
    ...nothing,
    status,
    plan: planOf(plans, areas, divisions),
    areas,
    divisions,
    towns: status === 'AMBIGUOUS' ? [...towns] : [],
  };
}

/**
 * Which school for this place (就近入学): the area it is in, of the plan of the year, with the honest answers beside it:
 * several places of that name, a village in no area, a name nobody knows.
 */
export async function findSchool(context: Context, moment: Moment, asked: Wanted): Promise<Found> {
  const wanted: Wanted = { ...asked, place: asked.place.trim(), town: asked.town ?? townIn(asked.place) };
  const found = await find(context, moment, wanted);
  if (found.status !== 'UNKNOWN_PLACE') return found;
  // 果里周坊村 names its town without 镇.
  const again = wanted.town === null ? await townFirst(context, wanted.place) : null;
  const better = again && (await find(context, moment, { ...wanted, ...again }));
  if (better && better.status !== 'UNKNOWN_PLACE')
    return { ...better, wanted: { ...better.wanted, place: wanted.place } };
  return { ...found, suggestions: await namesLike(context, found.plans, wanted.place) };
}
