import type { EnrollmentAnswer, SchoolAnswer } from './enrollment.shape.ts';

/** Most places that are offered while somebody types. */
export const mostOffered = 20;

/** What is longer is no beginning of a name any more, nor of one with its town before it (少海街道东). */
export const longestBeginning = 5;

/** What is shorter is hardly the name of a place yet. */
export const shortestName = 3;

/** A place with its town, which no other place has: 果里镇周坊村. */
const fullName = ({ place, town }: { readonly place: string; readonly town: string | null }): string =>
  town === null || place.startsWith(town) ? place : `${town}${place}`;

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Places of the plan that begin with what is typed, with or without their town. */
export function startingWith({ plan }: SchoolAnswer, typed: string): string[] {
  const names = (plan?.areas ?? []).flatMap((area) =>
    area.place.startsWith(typed) || fullName(area).startsWith(typed) ? [fullName(area)] : [],
  );
  return unique(names);
}

/** What may be meant by what is typed so far, the likeliest first: what begins so, what has that name, what is like it. */
export function placesOffered({ schoolFor }: EnrollmentAnswer, typed: string): string[] {
  if (!schoolFor) return [];
  const { towns, suggestions, status, matches } = schoolFor;
  // What is answered need not be offered.
  const known = new Set(status.endsWith('_SCHOOL') ? [typed, ...matches.map(({ area }) => fullName(area))] : [typed]);
  return unique([
    ...(towns.length > 1 ? towns.map((town) => `${town}${typed}`) : []),
    ...startingWith(schoolFor, typed),
    ...suggestions,
  ])
    .filter((name) => !known.has(name))
    .slice(0, mostOffered);
}

/** The schools of each place that bears an ambiguous name. */
export function placesMeant({ towns, matches }: SchoolAnswer, typed: string) {
  const schoolsOf = (of: SchoolAnswer['matches']): string[] =>
    unique(of.flatMap(({ schools }) => schools.map(({ name }) => name)));
  // 果里镇中心大街 without a door has one town and several schools: each stretch is told.
  if (towns.length < 2) {
    return matches.map((match) => {
      const { area } = match;
      return { name: `${fullName(area)}${area.doors ?? ''}`, schools: schoolsOf([match]), asked: null };
    });
  }
  return towns.map((town) => ({
    name: `${town}${typed}`,
    schools: schoolsOf(matches.filter(({ area }) => area.town === town)),
    asked: `${town}${typed}`,
  }));
}

/** The areas a school has the place by, and the clauses they rest on. */
export function areasOf(matches: SchoolAnswer['matches'], school: string) {
  const areas = matches.flatMap(({ area, schools }) => (schools.some(({ name }) => name === school) ? [area] : []));
  return {
    places: unique(areas.map((area) => `${fullName(area)}${area.doors ?? ''}`)),
    clauses: unique(areas.flatMap(({ clause }) => clause ?? [])),
  };
}

/** What the school of the place was the year before, where it was another; undefined where nothing changed. */
export function schoolsBefore({ plan, matches }: SchoolAnswer): readonly string[] | undefined {
  const [match, ...others] = matches;
  if (!match || others.length > 0) return undefined;
  const { place, town } = match.area;
  return plan?.changes?.find((change) => change.place === place && (change.town === null || change.town === town))
    ?.before;
}
