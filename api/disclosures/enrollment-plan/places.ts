import { placeKey, townKey, type WrittenPlace } from '../../core/place-name.ts';
import { addressKey, placeName, roadIn, saysItsSort, townIn } from './address.ts';
import type { AreaKind, Parity } from './codes.ts';
import type { AreaValues } from './forms.ts';

/** One thing a catchment area names: a village, a compound, the odd side of a road. */
export interface AreaItem {
  readonly kind: AreaKind;
  readonly place: string;
  /** True: the source does not say what sort of place it is (周坊 without 村); the register of divisions decides. */
  readonly isBare: boolean;
  /** What it is looked up by. */
  readonly key: string;
  readonly town: string | null;
  readonly schools: readonly string[];
  readonly parity: Parity;
  readonly doorFrom: number | null;
  readonly doorTo: number | null;
  readonly clause: string | null;
}

/** What compounds are called, where the name does not say 小区. */
const compound = /(小区|住宅区|家园|.{2}花园|公寓|宿舍|苑|大厦|广场|家属院)$/;

/** Longer bare names are no villages: those of this country have two to four characters. */
const longestBareVillage = 4;

function kindOf(place: string): AreaKind {
  const name = placeName(place);
  if (/^\{/.test(place)) return 'POLYGON';
  if (/[东西南北](至|到|起)/.test(place)) return 'BOUNDARY';
  if (/派出所/.test(place)) return 'POLICE';
  if (/(小学|中学|学校)(（.*）|\(.*\))?$/.test(place)) return 'FEEDER';
  if (/(社区|居委会|居民委员会)$/.test(name)) return 'COMMUNITY';
  if (/(村|村委会|村民委员会)$/.test(name)) return 'VILLAGE';
  if (roadIn(place)) return 'ROAD';
  return !compound.test(name) && name.length <= longestBareVillage ? 'VILLAGE' : 'COMPOUND';
}

const keyOf = (kind: AreaKind, place: string): string => {
  if (kind === 'ROAD') return roadIn(place)?.road ?? placeKey(place);
  return kind === 'POLYGON' || kind === 'BOUNDARY' ? placeKey(place).slice(0, 200) : addressKey(place);
};

/** The items of one row of the form 招生范围: a cell names several places. */
export function itemsOf(area: AreaValues): AreaItem[] {
  const { places, schools, kind: said, town, clause } = area;
  return (places ?? []).map((place) => {
    const kind = said ?? kindOf(place);
    const road = kind === 'ROAD' ? roadIn(place) : null;
    return {
      kind,
      place,
      isBare: said === null && kind === 'VILLAGE' && !saysItsSort(place),
      key: keyOf(kind, place),
      town: town ?? townIn(place),
      schools: schools ?? [],
      parity: area.parity ?? road?.parity ?? 'ALL',
      doorFrom: area.doorFrom ?? road?.from ?? null,
      doorTo: area.doorTo ?? road?.to ?? road?.from ?? null,
      clause,
    };
  });
}

/** The villages and communities among them, as they are to be linked with divisions. */
export const dividedPlaces = (items: readonly AreaItem[]): WrittenPlace[] =>
  items.flatMap((item) => divisionPlace(item) ?? []);

/** How an item is looked for in the register of divisions; null for what never stands there. */
export const divisionPlace = ({ kind, place, town }: AreaItem): WrittenPlace | null =>
  kind === 'VILLAGE' || kind === 'COMMUNITY' ? { name: placeName(place), town } : null;

export const sameTown = (one: string | null, other: string | null): boolean =>
  one === null || other === null || townKey(one) === townKey(other);
