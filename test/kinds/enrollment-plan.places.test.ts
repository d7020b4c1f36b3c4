import { describe, expect, test } from 'vitest';
import { looksLikeName } from '../../api/core/personal-information/person-name.ts';
import { addressKey, placeName, roadIn, saysItsSort, townIn } from '../../api/disclosures/enrollment-plan/address.ts';
import { doorsMeet, hasDoor } from '../../api/disclosures/enrollment-plan/doors.ts';
import type { AreaValues } from '../../api/disclosures/enrollment-plan/forms.ts';
import { placeList } from '../../api/disclosures/enrollment-plan/place-list.ts';
import { itemsOf } from '../../api/disclosures/enrollment-plan/places.ts';

const area = (places: readonly string[], more: Partial<AreaValues> = {}): AreaValues => ({
  schools: ['示例小学'],
  kind: null,
  places,
  town: null,
  parity: null,
  doorFrom: null,
  doorTo: null,
  clause: null,
  ...more,
});

describe('addresses as people write them', () => {
  test.each([
    ['周坊村', '周坊'],
    ['果里镇周坊村', '周坊'],
    ['桓台县果里镇周坊村委会', '周坊'],
    ['山东省淄博市桓台县果里镇周坊村', '周坊'],
    ['周坊村12号', '周坊'],
    ['周坊村３组', '周坊'],
    ['红莲湖社区居委会', '红莲湖'],
    ['少海花园小区', '少海花园'],
    ['少海花园小区3号楼2单元501室', '少海花园'],
    ['周坊村（含小周坊）', '周坊'],
    ['村', '村'],
  ])('%s is looked up as %s', (written, key) => {
    expect(addressKey(written)).toBe(key);
  });

  test('a place keeps its own name', () => {
    expect(placeName('果里镇周坊村12号')).toBe('周坊村');
    expect([saysItsSort('周坊村'), saysItsSort('果里镇周坊'), saysItsSort('红莲湖社区')]).toEqual([true, false, true]);
  });

  test('the town before a village', () => {
    expect(townIn('果里镇周坊村')).toBe('果里镇');
    expect(townIn('索镇街道徐家村')).toBe('索镇街道');
    for (const place of ['周坊村', '西镇社区', '东镇村委会', '新镇路12号', '西镇大街5号'])
      expect(townIn(place)).toBeNull();
  });

  test.each([
    ['中心大街12号', '中心大街', 12, null, null],
    ['中心大街 １２ 号', '中心大街', 12, null, null],
    ['中心大街12-3号', '中心大街', 12, 3, null],
    ['果里镇中心大街12号', '中心大街', 12, null, null],
    ['镇北路7号院', '镇北路', 7, null, null],
    ['中心大街1-99号（单号）', '中心大街', 1, 99, 'ODD'],
    ['中心大街1号至99号单号', '中心大街', 1, 99, 'ODD'],
    ['中心大街双号2—98号', '中心大街', 2, 98, 'EVEN'],
    ['中心大街（双号）', '中心大街', null, null, 'EVEN'],
    ['中心大街', '中心大街', null, null, null],
  ])('%s is doors of a road', (written, road, from, to, parity) => {
    expect(roadIn(written)).toEqual({ road, from, to, parity });
  });

  test.each(['周坊村', '红莲湖社区', '少海花园小区', '少海街道五里社区'])('%s is no road', (written) => {
    expect(roadIn(written)).toBeNull();
  });
});

describe('what a cell names', () => {
  test.each([
    ['东马村、西边村，东边村；红莲湖社区', ['东马村', '西边村', '东边村', '红莲湖社区']],
    ['周坊村（含东、西两片）、东马村', ['周坊村（含东、西两片）', '东马村']],
    ['周坊村（含东、西两片、东马村', ['周坊村（含东', '西两片', '东马村']],
    ['果里镇：东马村、西边村；索镇街道：徐家村', ['果里镇东马村', '果里镇西边村', '索镇街道徐家村']],
    ['东马、西边。', ['东马', '西边']],
    [
      '东至柳泉路，西至中心大街，南至镇南路，北至镇北路；周坊村',
      ['东至柳泉路，西至中心大街，南至镇南路，北至镇北路', '周坊村'],
    ],
    ['{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}', ['{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}']],
  ])('%s', (text, places) => {
    expect(placeList.read(text, { unit: null })).toEqual({ ok: true, value: places });
  });

  test.each([
    ['周坊村', 'VILLAGE', false],
    ['周坊', 'VILLAGE', true],
    ['红莲湖社区', 'COMMUNITY', false],
    ['少海花园', 'COMPOUND', false],
    ['渔洋里小区', 'COMPOUND', false],
    ['中心大街1-99号（单号）', 'ROAD', false],
    ['东至柳泉路，西至中心大街', 'BOUNDARY', false],
    ['果里派出所集体户', 'POLICE', false],
    ['果里镇中心小学（示例）', 'FEEDER', false],
    ['{"type":"Polygon"}', 'POLYGON', false],
  ])('%s is a %s', (place, kind, isBare) => {
    expect(itemsOf(area([place]))).toMatchObject([{ kind, isBare, place }]);
  });

  test('what the table says of its rows holds over the name', () => {
    expect(itemsOf(area(['周坊'], { kind: 'COMPOUND' }))).toMatchObject([{ kind: 'COMPOUND', isBare: false }]);
    expect(itemsOf(area(['中心大街'], { parity: 'ODD', doorFrom: 1, doorTo: 99 }))).toMatchObject([
      { kind: 'ROAD', key: '中心大街', parity: 'ODD', doorFrom: 1, doorTo: 99 },
    ]);
    expect(itemsOf(area(['果里镇周坊村', '东马村'], { town: '果里镇' })).map(({ town }) => town)).toEqual([
      '果里镇',
      '果里镇',
    ]);
  });
});

test('sides and ranges of doors', () => {
  const odd = { parity: 'ODD', doorFrom: 1, doorTo: 99 } as const;
  const even = { parity: 'EVEN', doorFrom: 2, doorTo: 98 } as const;
  expect(doorsMeet(odd, even)).toBe(false);
  expect(doorsMeet(odd, { ...odd, doorFrom: 99, doorTo: 199 })).toBe(true);
  expect(doorsMeet(odd, { ...odd, doorFrom: 100, doorTo: 199 })).toBe(false);
  expect(doorsMeet(odd, { parity: 'ALL', doorFrom: null, doorTo: null })).toBe(true);
  expect(doorsMeet(odd, { parity: 'ALL', doorFrom: 98, doorTo: 98 })).toBe(false);
  expect([hasDoor(odd, 12), hasDoor(even, 12), hasDoor(odd, 101)]).toEqual([false, true, false]);
});

test('names of people, and what only begins like one', () => {
  for (const name of ['王小明', '赵敏', '欧阳娜娜', '李 雷']) expect([name, looksLikeName(name)]).toEqual([name, true]);
  for (const place of ['周坊村', '张庄', '马桥', '王家', '石店', '中心小学', '13'])
    expect([place, looksLikeName(place)]).toEqual([place, false]);
});
