import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Transaction } from '../../store/client.ts';
import type { ResolvePlace } from '../kind.ts';
import { lastYearsPlaces } from './changes.ts';
import { villagesWithout } from './coverage.ts';
import type { EnrollmentPlan } from './model.ts';
import { dividedPlaces, itemsOf } from './places.ts';
import { schoolKey } from './rules/schools.ts';

const mostNamed = 10;
const namesOf = (names: readonly string[]): string =>
  names.slice(0, mostNamed).join('、') + (names.length > mostNamed ? `等 ${names.length} 个` : '');

const notCovered = (names: readonly string[], all: number): Finding =>
  finding(
    'villages-not-covered',
    'WARNING',
    {},
    [
      `全县 ${all} 个村、社区中有 ${names.length} 个没有划入招生范围：${namesOf(names)}。`,
      `${names.length} of the ${all} villages and communities are in no catchment area: ${names.slice(0, mostNamed).join(', ')}.`,
    ],
    ['每个村、社区都应划入一个招生范围。', 'Every one of them must be in an area.'],
  );

const changed = (moved: readonly string[], year: number): Finding =>
  finding(
    'catchment-changed',
    'NOTICE',
    {},
    [
      `与 ${year - 1} 年相比，${moved.length} 处的对口学校有变化：${namesOf(moved)}。`,
      `Compared with ${year - 1}, the school changed for ${moved.length} places: ${moved.slice(0, mostNamed).join(', ')}.`,
    ],
    ['调整前应征求意见，并在方案中说明。', 'Consult before changing them, and explain it in the plan.'],
  );

/** What is wrong with a plan in the light of the register of villages and of last year's plan. */
export async function compareWithPublished(
  tx: Transaction,
  plan: EnrollmentPlan,
  organizationId: string,
  placeOf: ResolvePlace,
): Promise<readonly Finding[]> {
  const { year, stage } = plan.facts;
  const items = plan.areas.flatMap(itemsOf);
  if (year === null || stage === null || items.length === 0) return [];
  const found: Finding[] = [];
  const isByFeeder = items.some(({ kind }) => kind === 'FEEDER');
  if (!isByFeeder) {
    const codes = new Set(dividedPlaces(items).flatMap((place) => placeOf(place) ?? []));
    const { all, missing } = await villagesWithout(tx, organizationId, codes);
    if (missing.length > 0) found.push(notCovered(missing, all));
  }
  const before = await lastYearsPlaces(tx, organizationId, stage, year);
  if (before) {
    const moved = items.flatMap(({ kind, town, key, place, schools }) => {
      const then = before.get(`${kind} ${town ?? ''} ${key}`);
      const now = schools.map(schoolKey).sort();
      return then && JSON.stringify([...then].sort()) !== JSON.stringify(now) ? [place] : [];
    });
    if (moved.length > 0) found.push(changed(moved, year));
  }
  return found;
}
