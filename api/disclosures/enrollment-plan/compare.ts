import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Transaction } from '../../store/client.ts';
import type { ResolvePlace } from '../kind.ts';
import { lastYearsPlaces, type PlaceThen } from './changes.ts';
import { villagesWithout } from './coverage.ts';
import type { EnrollmentPlan } from './model.ts';
import { type AreaItem, divisionPlace, itemsOf } from './places.ts';
import { schoolKey } from './rules/school-key.ts';

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

interface Changes {
  readonly moved: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

const changed = ({ moved, added, gone }: Changes, year: number): Finding => {
  const parts = (word: readonly [string, string, string], join: string): string =>
    [moved, added, gone]
      .flatMap((names, index) => (names.length === 0 ? [] : [`${word[index]}${names.length}`]))
      .join(join);
  return finding(
    'catchment-changed',
    'NOTICE',
    {},
    [
      `与 ${year - 1} 年相比（处）：${parts(['对口学校改变 ', '新划入 ', '不再列出 '], '，')}。${moved.length > 0 ? `改变的有：${namesOf(moved)}。` : ''}`,
      `Compared with ${year - 1}, places: ${parts(['school changed ', 'new ', 'no longer listed '], ', ')}.${moved.length > 0 ? ` Changed: ${moved.slice(0, mostNamed).join(', ')}.` : ''}`,
    ],
    ['调整前应征求意见，并在方案中说明。', 'Consult before changing them, and explain it in the plan.'],
  );
};

const inTwoAreas = (one: LinkedItem, other: LinkedItem): Finding =>
  finding(
    'place-in-two-areas',
    'ERROR',
    {},
    [
      `“${one.item.place}”（${one.item.schools.join('、')}）与“${other.item.place}”（${other.item.schools.join('、')}）是同一个村、社区（${one.code}）。`,
      `"${one.item.place}" (${one.item.schools.join(', ')}) and "${other.item.place}" (${other.item.schools.join(', ')}) are one village or community (${one.code}).`,
    ],
    [
      '一个村、社区只能属于一个招生范围；几所学校共同招生的请写在同一行。',
      'A place belongs to one area; schools that share it stand in one row.',
    ],
  );

interface LinkedItem {
  readonly item: AreaItem;
  readonly code: string;
}

const schoolsOf = ({ schools }: AreaItem): string => schools.map(schoolKey).sort().join(' ');

/** Two names of one village (周坊 and 周坊村民委员会) in two areas: only the register tells. */
function* twiceByDivision(linked: readonly LinkedItem[]): Generator<Finding> {
  const seen = new Map<string, LinkedItem>();
  for (const one of linked) {
    const first = seen.get(one.code);
    // What has one name was found in the file itself, with its row.
    if (first && first.item.key !== one.item.key && schoolsOf(first.item) !== schoolsOf(one.item))
      yield inTwoAreas(first, one);
    else seen.set(one.code, one);
  }
}

const compared = new Set(['VILLAGE', 'COMMUNITY', 'COMPOUND']);

function changesSince(
  before: ReadonlyMap<string, PlaceThen>,
  items: readonly AreaItem[],
  codeOf: (item: AreaItem) => string | null,
): Changes {
  const now = new Map(
    items
      .filter(({ kind }) => compared.has(kind))
      .map((item) => [codeOf(item) ?? `${item.town ?? ''} ${item.key}`, item] as const),
  );
  const both = [...now].flatMap(([key, item]) => {
    const then = before.get(key);
    return then ? [{ item, then }] : [];
  });
  return {
    moved: both
      .filter(({ item, then }) => schoolsOf(item) !== [...then.schools].sort().join(' '))
      .map(({ item }) => item.place),
    added: [...now].filter(([key]) => !before.has(key)).map(([, { place }]) => place),
    gone: [...before].filter(([key]) => !now.has(key)).map(([, { place }]) => place),
  };
}

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
  const codeOf = (item: AreaItem): string | null => {
    const place = divisionPlace(item);
    return place && placeOf(place);
  };
  const linked = items.flatMap((item) => {
    const code = codeOf(item);
    return code === null ? [] : [{ item, code }];
  });
  const found: Finding[] = [...twiceByDivision(linked)];
  if (!items.some(({ kind }) => kind === 'FEEDER')) {
    const { all, missing } = await villagesWithout(tx, organizationId, new Set(linked.map(({ code }) => code)));
    if (missing.length > 0) found.push(notCovered(missing, all));
  }
  const before = await lastYearsPlaces(tx, organizationId, stage, year);
  const changes = before && changesSince(before, items, codeOf);
  if (changes && changes.moved.length + changes.added.length + changes.gone.length > 0)
    found.push(changed(changes, year));
  return found;
}
