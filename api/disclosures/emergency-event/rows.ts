import { isWholeCounty, placeInTown } from '../../core/place-in-town.ts';
import type { WrittenPlace } from '../../core/place-name.ts';
import type { TableRows } from '../../store/rows.ts';
import type { ResolveOrganization, ResolvePlace } from '../kind.ts';
import { type Episode, instantOf, isEnd } from './model.ts';
import { periodsOf } from './periods.ts';

const wire = (local: string | null): string | null => (local === null ? null : instantOf(local).toISOString());

/** A place of a step, to be looked up: 全县 is the county itself. */
export const placeOfStep = (written: string, { county }: Pick<Episode, 'county'>): WrittenPlace =>
  isWholeCounty(written) && county !== null ? { name: county, town: null } : placeInTown(written);

/** The rows of one edition, parents first. */
export function rowsOf(
  editionId: string,
  episode: Episode,
  _resolve: ResolveOrganization,
  placeOf: ResolvePlace,
): readonly TableRows[] {
  const codesOf = (places: readonly string[]): string[] => [
    ...new Set(places.flatMap((written) => placeOf(placeOfStep(written, episode)) ?? [])),
  ];
  const periods = periodsOf(episode.steps);
  const isOpen = periods.some(({ endsAt }) => endsAt === null);
  const last = episode.steps.at(-1);
  const below = (table: string, rows: readonly Readonly<Record<string, unknown>>[]): TableRows => ({
    table,
    rows: rows.map((row, position) => ({ edition_id: editionId, position, ...row })),
  });
  return [
    {
      table: 'emergency_event',
      rows: [
        {
          edition_id: editionId,
          name: episode.name,
          hazard: episode.hazard,
          event_class: episode.eventClass,
          grade: episode.grade,
          county: episode.county,
          plan: episode.plan,
          plan_number: episode.planNumber,
          hotline: episode.hotline,
          started_at: wire(episode.steps[0]?.at ?? null),
          ended_at: !isOpen && last && isEnd(last) ? wire(last.at) : null,
          place_codes: codesOf(episode.steps.flatMap(({ places }) => places)),
        },
      ],
    },
    below(
      'emergency_step',
      episode.steps.map((step) => ({
        type: step.type,
        scale: step.scale,
        warning_level: step.warningLevel,
        response_level: step.responseLevel,
        at: wire(step.at),
        places: step.places,
        matter: step.matter,
        measures: step.measures,
        issuer: step.issuer,
        issued_at: wire(step.issuedAt),
        until: wire(step.until),
      })),
    ),
    below(
      'emergency_period',
      periods.map((period) => ({
        scale: period.scale,
        warning_level: period.warningLevel,
        response_level: period.responseLevel,
        rank: period.rank,
        since: wire(period.since),
        ends_at: wire(period.endsAt),
        begun_at: wire(period.begunAt),
        until: wire(period.until),
        places: period.places,
        // A place that is not known is not left out: then the period counts for everywhere.
        place_codes: period.places.every((written) => placeOf(placeOfStep(written, episode)) !== null)
          ? codesOf(period.places)
          : [],
        matter: period.matter,
        measures: period.measures,
        issuer: period.issuer,
      })),
    ),
  ];
}
