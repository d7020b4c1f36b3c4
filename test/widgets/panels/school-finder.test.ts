import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, endpoint, find, mount, schoolFinder, settled, words } from './mount.ts';

test('the place the tag names is looked up: school, clause and edition, what to bring, when', async () => {
  const panel = mount(schoolFinder('ok'));
  expect(await settled(panel)).toBe('data');
  const said = words(panel);
  for (const part of ['示例镇中心小学', '附件 1 第 3 条', '第 2 版', '户口簿', '2024年7月5日 至 2024年7月10日', '民办'])
    expect(said).toContain(part);
  expect(find<HTMLAnchorElement>(panel, 'a[href^="tel:"]').getAttribute('href')).toBe('tel:05330000001');
});

test('without a place it asks for one and sends nothing', async () => {
  const before = performance.getEntriesByType('resource').length;
  const panel = mount(`<gk-school-finder endpoint="${endpoint('quiet')}"></gk-school-finder>`);
  await panel.updateComplete;
  expect(words(panel)).toContain('写上住在哪里');
  const asked = performance.getEntriesByType('resource').slice(before);
  expect(asked.filter(({ name }) => name.includes('/quiet/'))).toEqual([]);
});

test('what a reader types is asked by Enter, spoken, and never kept in the page’s storage', async () => {
  localStorage.clear();
  const panel = mount(`<gk-school-finder endpoint="${endpoint('ok')}"></gk-school-finder>`);
  await panel.updateComplete;
  await userEvent.fill(find(panel, 'input[name=place]'), '果里镇西边村');
  find(panel, 'input[value=JUNIOR]').click();
  find(panel, 'input[name=place]').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => words(panel, '.answer')).toContain('果里镇西边村');
  expect(words(panel, '[role=status]')).toContain('果里镇西边村');
  expect(JSON.stringify({ ...localStorage })).not.toContain('西边村');
  expect(find<HTMLInputElement>(panel, 'input[value=JUNIOR]').checked).toBe(true);
});

test('a name nobody knows offers those like it, and one of them answers', async () => {
  const panel = mount(schoolFinder('ok', 'place="没有村"').replace('place="周坊村" ', ''));
  await settled(panel);
  expect(words(panel, '.answer')).toContain('方案里没有');
  expect(all(panel, '.school')).toHaveLength(0);
  all(panel, '.choices button')[0]?.click();
  await expect.poll(() => words(panel, '.answer')).toContain('示例镇东马村');
});
