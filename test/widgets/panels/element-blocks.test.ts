import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { amounts } from '../fixtures/panel-documents.ts';
import { all, endpoint, find, laidOut, mount, settled, shown, until, words } from './element-mount.ts';

declare global {
  interface Window {
    __x?: number;
  }
}

beforeEach(() => {
  localStorage.clear();
  delete window.__x;
});

test('every value of a bar chart is in its table, exact, with as many decimals as the column needs', async () => {
  const panel = mount(shown('ok'));
  await settled(panel);
  const cells = all(panel, 'tbody tr').map((row) => row.children[1]?.textContent?.replace(/,/g, ''));
  expect(cells).toEqual([...amounts]);
  expect(all(panel, 'thead th').every((head) => head.getAttribute('scope') === 'col')).toBe(true);
  expect(all(panel, 'tbody th').every((head) => head.getAttribute('scope') === 'row')).toBe(true);
  expect(all(panel, '.mark').every((mark) => mark.getAttribute('aria-hidden') === 'true')).toBe(true);
});

test('a treemap is one stop for the Tab key; arrows lead to each cell and its exact value', async () => {
  const panel = mount(shown('ok', 'organization="treemap"'));
  await settled(panel);
  const cells = all(panel, '.cell');
  expect(cells.map((cell) => cell.getAttribute('aria-label'))[0]).toBe('教育支出 175,896.50 万元');
  expect(cells).toHaveLength(amounts.filter((amount) => Number(amount) > 0).length);
  expect(cells.filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
  cells[0]?.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(panel.shadowRoot?.activeElement).toBe(cells[2]);
  await userEvent.keyboard('{ArrowLeft}');
  expect(panel.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('社会保障和就业支出 82,016 万元');
  await userEvent.keyboard('{End}');
  expect(panel.shadowRoot?.activeElement).toBe(cells.at(-1));
  const area = cells.reduce(
    (sum, { style }) => sum + Number.parseFloat(style.width) * Number.parseFloat(style.height),
    0,
  );
  expect(area).toBeCloseTo(10_000, 0);
});

test.each(['treemap', 'columns'])('the table is one key away from %s', async (kind) => {
  const panel = mount(shown('ok', `organization="${kind}"`));
  await settled(panel);
  expect(all(panel, 'table')).toHaveLength(0);
  const key = find(panel, '[aria-pressed]');
  key.click();
  await panel.updateComplete;
  expect(all(panel, 'table')).toHaveLength(1);
  expect(all(panel, '.map, .columns')).toHaveLength(0);
  expect(find(panel, '[aria-pressed]').getAttribute('aria-pressed')).toBe('true');
});

test('on paper a drawing has its table beside it, and what is folded is open', async () => {
  const panel = mount(shown('ok', 'organization="every"'));
  await settled(panel);
  const tables = all(panel, 'table').length;
  dispatchEvent(new Event('beforeprint'));
  expect(all(panel, 'table').length).toBeGreaterThan(tables + 1);
  expect(all(panel, 'details:not(.menu):not([open])')).toHaveLength(0);
  dispatchEvent(new Event('afterprint'));
  expect(all(panel, 'table').length).toBe(tables);
});

test('columns stand on one scale from zero, also below it', async () => {
  const panel = mount(shown('ok', 'organization="columns"'));
  await settled(panel);
  const bars = all(panel, '.columns svg').map((mark) => {
    const [bar] = mark.querySelectorAll('rect');
    return [bar?.getAttribute('y'), bar?.getAttribute('height')].map((share) => Number.parseFloat(share ?? ''));
  });
  const zero = Number.parseFloat(find(panel, '.zero').getAttribute('y') ?? '');
  for (const [index, [y = 0, height = 0]] of bars.entries()) expect(index === 3 ? y : y + height).toBeCloseTo(zero, 1);
  expect(words(panel, '.columns')).toContain('-2.4');
});

test('a row leads down and a button leads back', async () => {
  const panel = mount(shown('ok'));
  await settled(panel);
  await until(() => all(panel, '.menu').length, 'the rest');
  find(panel, 'th button').click();
  await until(() => words(panel, '.title').includes('2023年'), 'what is below');
  expect(words(panel, '.back')).toBe('← 返回 示例县2024年一般公共预算支出决算');
  expect(panel.shadowRoot?.activeElement?.className).toBe('title');
  find(panel, '.back').click();
  await until(() => words(panel, '.title').includes('2024年'), 'the way back');
  expect(all(panel, '.back')).toHaveLength(0);
});

test('what a reader types is asked alone after a pause, not kept, and the field stays in focus', async () => {
  const panel = mount(shown('ok', 'organization="search"'));
  await settled(panel);
  await until(() => localStorage.length > 0, 'the saved copy of the tag itself');
  await laidOut(panel);
  const asked: (readonly [string, RequestCache | undefined])[] = [];
  const fetchNow = globalThis.fetch;
  globalThis.fetch = (url, init) => {
    asked.push([decodeURIComponent(String(url)), init?.cache]);
    return fetchNow(url, init);
  };
  try {
    find(panel, 'input[type=search]').focus();
    await userEvent.keyboard('abc');
    await until(() => words(panel, '.sentence').includes('查找“abc”'), 'the result');
    expect(asked.map(([, cache]) => cache)).toEqual(['no-store']);
    expect(asked[0]?.[0]).toMatch(/\/w\?p=budget-shown\?organization=search&query=abc$/);
    expect(Object.keys(localStorage).filter((key) => key.includes('abc'))).toEqual([]);
    expect(panel.shadowRoot?.activeElement).toBe(find(panel, 'input[type=search]'));
    expect(find<HTMLInputElement>(panel, 'input[type=search]').value).toBe('abc');
    expect(words(panel, '[role=status]')).toContain('查找“abc”');
    expect(all(panel, '.menu')).toHaveLength(0);
  } finally {
    globalThis.fetch = fetchNow;
  }
});

test('the menu has the panel in six forms at its own address, and closes with Escape', async () => {
  const panel = mount(shown('ok', 'year="2024"'));
  await settled(panel);
  await until(() => all(panel, '.menu').length, 'the rest');
  find(panel, '.menu summary').click();
  expect(all(panel, '.menu a').map((anchor) => anchor.getAttribute('href'))).toEqual(
    ['csv', 'xlsx', 'png', 'svg', 'json', 'md'].map((form) => `${endpoint('ok')}/w/budget-shown.${form}?year=2024`),
  );
  find(panel, '.menu a').focus();
  await userEvent.keyboard('{Escape}');
  expect(find<HTMLDetailsElement>(panel, '.menu').open).toBe(false);
  expect(panel.shadowRoot?.activeElement?.localName).toBe('summary');
});

test('markup in data is text, in every block', async () => {
  const panel = mount(shown('xss', 'organization="every"'));
  expect(await settled(panel)).toBe('data');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(window.__x).toBeUndefined();
  expect(all(panel, 'script')).toHaveLength(0);
  expect(all(panel, 'img').every((image) => /^https:/.test(image.getAttribute('src') ?? ''))).toBe(true);
  expect(words(panel)).toContain('<img src=x onerror="window.__x=1">');
});

test('addresses lead to the web or to a phone, and nowhere else', async () => {
  const panel = mount(shown('links', 'organization="every"'));
  expect(await settled(panel)).toBe('data');
  await until(() => all(panel, '.source').length, 'the source line');
  for (const anchor of all(panel, 'a')) expect(anchor.getAttribute('href')).toMatch(/^https?:\/\/|^tel:[\d-]+$/);
  for (const image of all(panel, 'img')) expect(image.getAttribute('src')).toMatch(/^https?:\/\//);
});
