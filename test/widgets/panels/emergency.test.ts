import { beforeEach, expect, test } from 'vitest';
import { all, emergency, emergencyPlan, endpoint, mount, settled, words } from './mount.ts';

beforeEach(() => localStorage.clear());

test('what is in force is said in words: level, numeral and colour; what to do is a list, the phone can be tapped', async () => {
  const panel = mount(emergency('ok'));
  expect(await settled(panel)).toBe('data');
  expect(all(panel, '.level').map(({ textContent }) => textContent?.trim())).toEqual([
    '防汛抗旱 应急响应 Ⅲ级（三级）',
    '防汛抗旱 预警 四级（蓝色）',
  ]);
  expect(all(panel, '.alert:first-of-type ol li').map(({ textContent }) => textContent)).toEqual([
    '不要在河边、涵洞、地下车库停留',
    '听从村（社区）安排转移到避难场所',
  ]);
  expect(all(panel, '.phone a')[0]?.getAttribute('href')).toBe('tel:05330001234');
  expect(words(panel)).toContain('2026年7月28日 14:00');
  expect(words(panel)).toContain('预计至 2026年7月30日 12:00');
  expect(words(panel)).toContain('直至公布解除');
  expect(words(panel)).toContain('全部范围');
});

test('nothing in force is said outright, with the time of the check', async () => {
  const panel = mount(emergency('empty'));
  expect(await settled(panel)).toBe('empty');
  expect(words(panel, '.empty')).toMatch(/^目前没有生效的预警和应急响应 查询时间：\d\d:\d\d$/);
  const english = mount(emergency('empty', 'lang="en"'));
  await settled(english);
  expect(words(english, '.empty')).toMatch(/^No warning and no emergency response is in force Checked at \d\d:\d\d$/);
});

test('a plan says what its levels mean, whom to call, where to go, and that its assessment is overdue', async () => {
  const panel = mount(emergencyPlan('ok'));
  expect(await settled(panel)).toBe('data');
  expect(all(panel, 'tbody th').map(({ textContent }) => textContent)).toEqual(['Ⅰ级（一级）', 'Ⅱ级（二级）']);
  expect(words(panel)).toContain('应于 2024年6月1日 前评估，现已超期。');
  expect(words(panel)).toContain('本预案为简本');
  expect(all(panel, '.things a')[0]?.getAttribute('href')).toBe('tel:05330001234');
  expect(words(panel)).toContain('可容纳 1,200 人');
  const here = mount(emergencyPlan('ok', 'place="起凤镇"'));
  await settled(here);
  expect(words(here)).toContain('起凤镇避难场所');
});

test('a plan that is not there is said, and so is a tag that names none', async () => {
  const missing = mount(emergencyPlan('empty'));
  expect(await settled(missing)).toBe('empty');
  expect(words(missing)).toContain('平台上没有《示例县防汛抗旱应急预案》。');
  const unsaid = mount(`<gk-emergency-plan endpoint="${endpoint('ok')}"></gk-emergency-plan>`);
  await unsaid.updateComplete;
  expect(words(unsaid)).toContain('没有写明要显示哪一份预案。');
});
