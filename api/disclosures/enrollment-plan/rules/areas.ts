import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import type { Parity } from '../codes.ts';
import { doorsMeet } from '../doors.ts';
import { itemsOf, sameTown } from '../places.ts';
import { schoolKey } from './school-key.ts';
import { type PlacedItem, placeOf, type Subject } from './subject.ts';

export const placedItems = ({ rows }: Subject): PlacedItem[] =>
  rows.areas.flatMap((row) => itemsOf(row.values).map((item) => ({ ...item, at: placeOf(row, '招生范围') })));

const schoolsOf = ({ schools }: PlacedItem): string => schools.join('、');
const rowOf = ({ row }: Place): number => row ?? 0;

/** Where something else stands: its row, and its sheet where that is another one. */
const placeWords = (there: Place, here: Place): readonly [zh: string, en: string] =>
  there.sheet === here.sheet
    ? [`第${rowOf(there)}行`, `row ${rowOf(there)}`]
    : [`“${there.sheet ?? ''}”第${rowOf(there)}行`, `row ${rowOf(there)} of "${there.sheet ?? ''}"`];

const isExtent = ({ kind }: PlacedItem): boolean => kind === 'ROAD' || kind === 'BOUNDARY' || kind === 'POLYGON';

/** 周坊 without 村 may be any place of that stem; otherwise a village and a community of one stem are two places. */
const mayBeSame = (one: PlacedItem, other: PlacedItem): boolean =>
  sameTown(one.town, other.town) && (one.kind === other.kind || one.isBare || other.isBare);

const setOf = ({ schools }: PlacedItem): string => schools.map(schoolKey).sort().join(' ');

/** Every village, community and compound is in exactly one area (单校划片或多校划片); roads are told apart by doors. */
export function* onePlaceOneArea(items: readonly PlacedItem[]): Generator<Finding> {
  const seen = new Map<string, PlacedItem[]>();
  for (const item of items) {
    if (isExtent(item)) continue;
    const others = seen.get(item.key) ?? [];
    const twin = others.find((other) => mayBeSame(other, item));
    if (twin) {
      const same = setOf(twin) === setOf(item);
      const where = placeWords(twin.at, item.at);
      yield finding(
        same ? 'place-listed-twice' : 'place-in-two-areas',
        same ? 'WARNING' : 'ERROR',
        item.at,
        [
          `“${item.place}”在${where[0]}已划给${schoolsOf(twin)}${same ? '，重复列出' : `，第${item.at.row ?? 0}行又划给${schoolsOf(item)}`}。`,
          `"${item.place}" is already in the area of ${schoolsOf(twin)} (${where[1]})${same ? '' : `, and in row ${item.at.row ?? 0} in that of ${schoolsOf(item)}`}.`,
        ],
        [
          '一个村、社区、小区只能属于一个招生范围；几所学校共同招生的请写在同一行。',
          'A place belongs to one area; schools that share it stand in one row.',
        ],
      );
    }
    seen.set(item.key, [...others, item]);
  }
}

const sideNames: Readonly<Record<Parity, string>> = { ALL: '', ODD: '单号', EVEN: '双号' };
const doorsOf = ({ doorFrom, doorTo, parity }: PlacedItem): string =>
  `${doorFrom ?? '起'}—${doorTo ?? '止'}号${sideNames[parity]}`;

/** Doors of one road belong to one area each. */
export function* doorsOnce(items: readonly PlacedItem[]): Generator<Finding> {
  const roads = Map.groupBy(
    items.filter(({ kind }) => kind === 'ROAD'),
    ({ key }) => key,
  );
  for (const doors of roads.values()) {
    for (const [index, item] of doors.entries()) {
      if (item.doorFrom !== null && item.doorTo !== null && item.doorFrom > item.doorTo) {
        yield finding(
          'door-range-inverted',
          'ERROR',
          item.at,
          [
            `“${item.place}”的门牌从${item.doorFrom}号到${item.doorTo}号，起大于止。`,
            `The doors of "${item.place}" run from ${item.doorFrom} to ${item.doorTo}.`,
          ],
          ['请核对门牌起止。', 'Check both numbers.'],
        );
        continue;
      }
      const twin = doors.slice(0, index).find((other) => sameTown(other.town, item.town) && doorsMeet(other, item));
      if (!twin) continue;
      yield finding(
        'door-ranges-overlap',
        'ERROR',
        item.at,
        [
          `“${item.place}”${doorsOf(item)}与第${rowOf(twin.at)}行${schoolsOf(twin)}的${doorsOf(twin)}重叠。`,
          `The doors of "${item.place}" overlap those of ${schoolsOf(twin)} in row ${rowOf(twin.at)}.`,
        ],
        ['请按单双号和起止门牌划清。', 'Divide them by side and number.'],
      );
    }
  }
}

/** A polygon is GeoJSON of longitudes and latitudes. */
export function* polygons(items: readonly PlacedItem[]): Generator<Finding> {
  for (const { kind, place, at } of items) {
    if (kind !== 'POLYGON' || isPolygon(place)) continue;
    yield finding(
      'polygon-malformed',
      'ERROR',
      at,
      ['坐标范围不是首尾相接的 GeoJSON 多边形。', 'The polygon is no closed GeoJSON polygon.'],
      [
        '请写成 {"type":"Polygon","coordinates":[[[经度,纬度],…]]}。',
        'Write {"type":"Polygon","coordinates":[[[lon,lat],…]]}.',
      ],
    );
  }
}

function isPolygon(text: string): boolean {
  try {
    const { type, coordinates } = JSON.parse(text) as { type?: unknown; coordinates?: unknown };
    if (type !== 'Polygon' || !Array.isArray(coordinates) || coordinates.length === 0) return false;
    return coordinates.every((ring: unknown) => {
      if (!Array.isArray(ring) || ring.length < 4) return false;
      const isPoint = (point: unknown): boolean => {
        if (!Array.isArray(point) || point.length < 2) return false;
        const [longitude, latitude] = point as readonly unknown[];
        return (
          typeof longitude === 'number' &&
          typeof latitude === 'number' &&
          Math.abs(longitude) <= 180 &&
          Math.abs(latitude) <= 90
        );
      };
      return ring.every(isPoint) && JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1));
    });
  } catch {
    return false;
  }
}
