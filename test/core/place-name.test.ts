import { expect, test } from 'vitest';
import { officialNames, townKey } from '../../api/core/place-name.ts';

test.each([
  ['东马村', '东马村委会'],
  ['东马', '东马村委会'],
  ['东马村委会', '东马村委会'],
  ['東馬村', '东马村委会'],
  ['红莲湖社区', '红莲湖社区居委会'],
  ['红莲湖居委会', '红莲湖社区居委会'],
])('%s may stand for %s', (written, official) => {
  expect(officialNames(written)).toContain(official);
});
test('a village is looked for before a community, unless it says that it is one', () => {
  const [village] = officialNames('辛庄村').filter((name) => name !== '辛庄村');
  const [community] = officialNames('辛庄社区').filter((name) => name !== '辛庄社区');
  expect([village, community]).toEqual(['辛庄村委会', '辛庄社区居委会']);
});
test.each(['起凤镇', '起凤', '桓台县起凤镇', '起凤镇人民政府'])('%s is one town', (written) => {
  expect(townKey(written)).toBe('起凤');
});
test('a sub-district is known without its office', () => {
  expect(townKey('索镇街道办事处')).toBe(townKey('索镇街道'));
});
