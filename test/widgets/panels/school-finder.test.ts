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

const shown = async (place: string, language = '') => {
  const panel = mount(schoolFinder('ok', `place="${place}" ${language}`).replace('place="周坊村" ', ''));
  expect(await settled(panel)).toBe('data');
  return panel;
};

test('a village in no area is told honestly, with the telephones to report it to', async () => {
  const panel = await shown('红莲湖社区');
  expect(words(panel, '.answer')).toContain('没有把“红莲湖社区”划入任何招生范围');
  expect(all(panel, 'a[href^="tel:"]').map((link) => link.getAttribute('href'))).toEqual([
    'tel:05330000801',
    'tel:05330000802',
  ]);
  expect(all(panel, '.school, details')).toHaveLength(0);
});

test('several places of one name: the towns are offered, and one of them answers', async () => {
  const panel = await shown('义和村');
  expect(all(panel, '.choices button').map((button) => button.textContent)).toEqual(['示例镇义和村', '另一镇义和村']);
  all(panel, '.choices button')[1]?.click();
  await expect.poll(() => words(panel, '.answer')).toContain('另一镇义和村');
});

test('schools that share an area are all named, each with its area', async () => {
  const panel = await shown('新民社区');
  expect(all(panel, '.school')).toHaveLength(2);
  expect(words(panel, '.school')).toContain('招生范围：示例镇新民社区');
});

test('what a reader typed is kept by no cache of the browser', async () => {
  const caches: (RequestCache | undefined)[] = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    caches.push(init?.cache);
    return fetched(input, init);
  };
  try {
    const panel = mount(schoolFinder('ok'));
    await settled(panel);
    await userEvent.fill(find(panel, 'input[name=place]'), '果里镇东边村');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => words(panel, '.answer')).toContain('果里镇东边村');
  } finally {
    globalThis.fetch = fetched;
  }
  expect(caches).toEqual(['default', 'no-store']);
});
