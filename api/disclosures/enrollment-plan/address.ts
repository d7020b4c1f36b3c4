import { placeKey } from '../../core/place-name.ts';
import type { Parity } from './codes.ts';

const endings = /(社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|社区|村|小区|住宅区)$/;

/** 桓台县 or 山东省淄博市张店区 before a place; 社区 and 小区 are none. */
const county = /^.{1,12}?(?:县|(?<![社小宅园])区)(?=.{2,})/;

/** 果里镇 or 索镇街道 before a place; 西镇社区 and 东镇村 are places themselves, and 西镇大街 is a street. */
const townName = /^.{1,5}?(?:镇街道|街道|镇|乡)(?=.{2,})(?!社区|居|村|小区|街|路|大街|大道)/;

/** Door, building and flat after the name of a place: 周坊村12号, 少海花园3号楼2单元. */
const doorAfter = /[东西南北]?\d+(?:号|栋|幢|座|单元|室|楼|组|排|户|弄).*$/;

const withoutBrackets = (key: string): string => key.replace(/[（(][^（()）]*[)）]/g, '');

/** The town an address begins with; null where it names none. */
export function townIn(written: string): string | null {
  const key = placeKey(written).replace(county, '');
  return townName.exec(key)?.[0] ?? null;
}

const ownName = (key: string): string => key.replace(county, '').replace(townName, '');

/** A place's own name, without county, town and door: 果里镇周坊村12号 is 周坊村. */
export function placeName(written: string): string {
  const name = ownName(withoutBrackets(placeKey(written)));
  const stem = name.replace(doorAfter, '');
  return stem === '' ? name : stem;
}

/** 果里镇周坊村, 周坊, 周坊村委会 name one place: its own name without what sort of place it is. */
export function addressKey(written: string): string {
  const name = placeName(written);
  const stem = name.replace(endings, '');
  return stem === '' ? name : stem;
}

/** Whether a name says what sort of place it is: 周坊村 does, 周坊 may be a village or a community. */
export const saysItsSort = (written: string): boolean => endings.test(placeName(written));

const side = /[（(]?(?<side>[单双])号?(?:侧|一侧)?[)）]?/.source;
const doorsOfRoad = new RegExp(
  `^(?<road>.+?(?:大街|大道|路|街|巷|胡同|道))(?:${side})?第?(?<from>\\d{1,5})(?:号?[-—~～至到－](?<to>\\d{1,5}))?(?:号|$)`,
);
const wholeRoad = /^(?<road>.+?(?:大街|大道|路|街|巷|胡同))(?:[（(]?[单双]号[)）]?)?$/;

/** A road as an address names it: a door, a range of doors, or the whole of it. */
export interface RoadDoors {
  readonly road: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly parity: Parity | null;
}

/** 中心大街1-99号（单号） as a road and its doors, 果里镇中心大街 as the whole road; null for what is no road. */
export function roadIn(written: string): RoadDoors | null {
  const plain = placeKey(written);
  const name = ownName(plain);
  const parity = /单号|单侧|单数/.test(plain) ? 'ODD' : /双号|双侧|双数/.test(plain) ? 'EVEN' : null;
  const doors = doorsOfRoad.exec(name)?.groups;
  if (doors) {
    const to = doors['to'] === undefined ? null : Number(doors['to']);
    return { road: doors['road'] ?? '', from: Number(doors['from']), to, parity };
  }
  const whole = wholeRoad.exec(name)?.groups;
  return whole ? { road: whole['road'] ?? '', from: null, to: null, parity } : null;
}
