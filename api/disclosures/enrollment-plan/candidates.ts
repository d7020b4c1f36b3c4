import { likeness } from '../../core/likeness.ts';
import { officialNames, placeKey, townKey } from '../../core/place-name.ts';
import type { Context } from '../../graphql/context.ts';
import { type DivisionRow, readsRegister } from '../../graphql/division.ts';
import { sql } from '../../store/statements.ts';
import { addressKey, placeName, type RoadDoors, saysItsSort } from './address.ts';
import { type AreaRow, areaColumns, type CountyPlanRow } from './reads.ts';

/** A village or community and the town it is in. */
export interface NamedDivision extends DivisionRow {
  readonly townName: string | null;
}

export const inTown = (one: string | null, town: string | null): boolean =>
  town === null || one === null || townKey(one) === townKey(town);

const isVillage = (name: string): boolean => /村/.test(name);

/** Villages and communities a written place may be. */
export async function divisionsNamed(context: Context, name: string, town: string | null): Promise<NamedDivision[]> {
  readsRegister(context);
  const names = officialNames(name);
  const rows = await context.store.read<NamedDivision>(sql`
    select v.code, v.name, v.level, v.parent_code as "parentCode", t.name as "townName"
    from division v left join division t on t.code = v.parent_code
    where v.level = 'VILLAGE' and ${/^\d{12}$/.test(name) ? sql`v.code = ${name}` : sql`v.name = any(${[...names]}::text[])`}
    order by v.code`);
  const near = rows.filter(({ townName }) => townName === null || inTown(townName, town));
  if (!saysItsSort(name)) return near;
  // 义和村 is no community while there is a village of that name.
  const best = names.find((official) => near.some((one) => one.name === official)) ?? '';
  return near.filter((one) => isVillage(one.name) === isVillage(best));
}

const editionsOf = (plans: readonly CountyPlanRow[]): string[] => plans.map(({ editionId }) => editionId);

/** Areas that bear the place's name or its division, each by its own index. */
export async function areasFor(
  context: Context,
  plans: readonly CountyPlanRow[],
  place: string,
  road: RoadDoors | null,
  divisions: readonly NamedDivision[],
): Promise<AreaRow[]> {
  const keys = [...new Set([...(road ? [road.road] : []), addressKey(place), placeName(place)])];
  const codes = divisions.map(({ code }) => code);
  const own = sql`select ${areaColumns} from enrollment_area a where a.edition_id = any(${editionsOf(plans)}::uuid[])`;
  const rows = await context.store.read<AreaRow>(sql`
    (${own} and a.place_key = any(${keys}::text[]) limit 500)
    union (${own} and a.division_code = any(${codes}::text[]) limit 500)`);
  return rows.sort((one, other) => one.position - other.position);
}

/** A junior school may take whole primary schools: the place's primary school leads to it. */
export async function byFeeder(
  context: Context,
  plans: readonly CountyPlanRow[],
  primary: { readonly areas: readonly AreaRow[] },
): Promise<AreaRow[]> {
  if (primary.areas.length === 0) return [];
  const editions = primary.areas.map(({ editionId }) => editionId);
  const positions = primary.areas.flatMap(({ schools }) => schools);
  return context.store.read<AreaRow>(sql`
    select distinct ${areaColumns} from enrollment_area a join enrollment_school s
      on s.edition_id = any(${editions}::uuid[]) and s.position = any(${positions}::int[])
    where a.edition_id = any(${editionsOf(plans)}::uuid[]) and a.kind = 'FEEDER'
      and regexp_replace(a.place, '[（(].*$', '') = regexp_replace(s.name, '[（(].*$', '')
    order by a.position limit 20`);
}

/** A place that begins with a town's name without 镇: 果里周坊村 is 周坊村 of 果里镇. */
export async function townFirst(context: Context, place: string): Promise<{ place: string; town: string } | null> {
  const key = placeKey(place);
  const towns = await context.store.read<{ name: string }>(
    sql`select name from division where level = 'TOWN' and ${key} like regexp_replace(name, '(街道|镇|乡)$', '') || '%' order by length(name) desc`,
  );
  const [town] = towns;
  const rest = town === undefined ? '' : key.slice(townKey(town.name).length);
  return town === undefined || rest.length < 2 ? null : { place: rest, town: town.name };
}

const mostSuggestions = 8;
const mostLooked = 5_000;

/** Names like one that was not found, the likest first: of places in the plans and of villages in the register. */
export async function namesLike(context: Context, plans: readonly CountyPlanRow[], place: string): Promise<string[]> {
  const key = addressKey(place).slice(0, 20);
  const letters = [...new Set(key)].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (letters.length === 0) return [];
  readsRegister(context);
  const any = letters.map((letter) => `%${letter}%`);
  const rows = await context.store.read<{ name: string; key: string; town: string | null }>(sql`
    (select distinct a.place as name, a.place_key as key, a.town from enrollment_area a
      where a.edition_id = any(${editionsOf(plans)}::uuid[]) and a.place_key like any(${any}::text[]) and length(a.place) < 30 limit ${mostLooked})
    union all (select v.name, v.name, t.name from division v join division t on t.code = v.parent_code
      where v.level = 'VILLAGE' and v.name like any(${any}::text[]) limit ${mostLooked})`);
  const named = new Map<string, { readonly name: string; readonly likeness: number }>();
  for (const row of rows) {
    const stem = addressKey(row.key);
    const id = `${row.town ?? ''} ${stem}`;
    const name = row.town === null || row.name.startsWith(row.town) ? row.name : `${row.town}${row.name}`;
    if (!named.has(id)) named.set(id, { name, likeness: likeness(key, stem) });
  }
  return [...named.values()]
    .filter((one) => one.likeness >= 0.2)
    .sort((one, other) => other.likeness - one.likeness || (one.name < other.name ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(({ name }) => name);
}
