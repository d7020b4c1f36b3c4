import { placeKey, townKey, type WrittenPlace } from '../../core/place-name.ts';
import type { AreaKind, Parity } from './codes.ts';
import type { AreaValues } from './forms.ts';

/** One thing a catchment area names: a village, a compound, the odd side of a road. */
export interface AreaItem {
  readonly kind: AreaKind;
  readonly place: string;
  /** What it is looked up by. */
  readonly key: string;
  readonly town: string | null;
  readonly schools: readonly string[];
  readonly parity: Parity;
  readonly doorFrom: number | null;
  readonly doorTo: number | null;
  readonly clause: string | null;
}

const endings = /(社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|社区|村|小区|住宅区)$/;

/** 桓台县 or 张店区 before a place; 社区 and 小区 are none. */
const county = /^.{1,6}?(?:县|(?<![社小宅园])区)(?=.{2,})/;

/** 果里镇 or 索镇街道 before a place; 西镇社区 and 东镇村 are places themselves. */
const townName = /^.{1,5}?(?:镇街道|街道|镇|乡)(?=.{2,})(?!社区|居|村|小区|街|路)/;

/** 果里镇周坊村, 周坊, 周坊村委会 name one place: without county, town and what sort of place it is. */
export function addressKey(written: string): string {
  const key = placeKey(written).replace(/[（(].*?[)）]/g, '');
  const inTown = key.replace(county, '').replace(townName, '');
  const stem = inTown.replace(endings, '');
  return stem === '' ? inTown : stem;
}

/** The town an address begins with; null where it names none. */
export function townIn(written: string): string | null {
  const key = placeKey(written).replace(county, '');
  return townName.exec(key)?.[0] ?? null;
}

const road = /^(.+?(?:大街|大道|路|街|巷|胡同|道))(?:第)?(\d{1,5})(?:[-—~～至到－](\d{1,5}))?(?:号)?(.*)$/;

export interface Door {
  readonly road: string;
  readonly from: number;
  readonly to: number | null;
  readonly parity: Parity | null;
}

/** 中心大街1-99号（单号） as a road and its doors; null for what is no road with a number. */
export function doorsIn(written: string): Door | null {
  const plain = placeKey(written);
  const match = road.exec(plain.replace(/[（(].*$/, ''));
  if (!match) return null;
  const parity = /单/.test(plain) ? 'ODD' : /双/.test(plain) ? 'EVEN' : null;
  const to = match[3] === undefined ? null : Number(match[3]);
  return { road: match[1] ?? '', from: Number(match[2]), to, parity };
}

function kindOf(place: string): AreaKind {
  if (/[东西南北]至/.test(place)) return 'BOUNDARY';
  if (/派出所/.test(place)) return 'POLICE';
  if (/(小学|中学|学校)(（.*）|\(.*\))?$/.test(place)) return 'FEEDER';
  if (/(社区|居委会|居民委员会)$/.test(place)) return 'COMMUNITY';
  if (/(村|村委会|村民委员会)$/.test(place)) return 'VILLAGE';
  if (doorsIn(place) || /(路|街|巷|大道)(（[单双]号）)?$/.test(place)) return 'ROAD';
  return 'COMPOUND';
}

/** 东至…、西至…、南至… is one boundary however it was cut. */
function written(places: readonly string[]): readonly string[] {
  const parts = places.filter((place) => /^[东西南北]至/.test(place));
  return parts.length > 1 ? [...places.filter((place) => !parts.includes(place)), parts.join('，')] : places;
}

/** The items of one row of the form 招生范围: a cell names several places. */
export function itemsOf(area: AreaValues): AreaItem[] {
  const { places, schools, kind: said, town, clause } = area;
  return written(places ?? []).map((place) => {
    const kind = said ?? kindOf(place);
    const doors = kind === 'ROAD' ? doorsIn(place) : null;
    const name = doors?.road ?? place.replace(/[（(][单双]号[)）]$/, '');
    const side = /[（(]单号[)）]$/.test(place) ? 'ODD' : /[（(]双号[)）]$/.test(place) ? 'EVEN' : null;
    return {
      kind,
      place,
      key: kind === 'ROAD' ? placeKey(name) : addressKey(name),
      town: town ?? townIn(place),
      schools: schools ?? [],
      parity: area.parity ?? doors?.parity ?? side ?? 'ALL',
      doorFrom: area.doorFrom ?? doors?.from ?? null,
      doorTo: area.doorTo ?? doors?.to ?? doors?.from ?? null,
      clause,
    };
  });
}

/** The villages and communities among them, as they are to be linked with divisions. */
export const dividedPlaces = (items: readonly AreaItem[]): WrittenPlace[] =>
  items.flatMap(({ kind, place, town }) =>
    kind === 'VILLAGE' || kind === 'COMMUNITY' ? [{ name: withoutTown(place), town }] : [],
  );

/** A village's own name: 果里镇周坊村 is 周坊村. */
export const withoutTown = (place: string): string => {
  const town = townIn(place);
  return town === null ? place : place.slice(place.indexOf(town) + town.length);
};

export const sameTown = (one: string | null, other: string | null): boolean =>
  one === null || other === null || townKey(one) === townKey(other);
