import { beforeEach, describe, expect, test } from 'vitest';
import { excerpt, orderly } from '../../../widgets/core/typography.ts';
import { all, document1, documents, mount, settled, words } from './mount.ts';

declare global {
  interface Window {
    __x?: number;
  }
}

beforeEach(() => {
  localStorage.clear();
  delete window.__x;
});

describe.each([
  ['gk-documents', documents('xss'), documents('links')],
  ['gk-document', document1('xss'), document1('links')],
])('<%s>', (_, withMarkup, withAddresses) => {
  test('shows markup in data as text', async () => {
    const panel = mount(withMarkup);
    expect(await settled(panel)).toBe('data');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(window.__x).toBeUndefined();
    expect(all(panel, 'img, script')).toHaveLength(0);
    expect(words(panel)).toContain('<img src=x onerror="window.__x=1">');
  });

  test('links to nothing but web addresses', async () => {
    const panel = mount(withAddresses);
    expect(await settled(panel)).toBe('data');
    for (const link of all(panel, 'a')) expect(link.getAttribute('href')).toMatch(/^https?:\/\/127\.0\.0\.1:\d+\//);
  });
});

test.each<readonly [readonly number[][], readonly (readonly [number, number])[]]>([
  [[[0, 2]], [[0, 2]]],
  [
    [
      [4, 6],
      [0, 2],
    ],
    [
      [0, 2],
      [4, 6],
    ],
  ],
  [
    [
      [0, 4],
      [2, 6],
    ],
    [[0, 4]],
  ],
  [[[-1, 3]], []],
  [[[3, 3]], []],
  [[[2, 99]], []],
  [[[]], []],
])('ranges %j of a text of ten units are taken as %j', (ranges, expected) => {
  expect(orderly(ranges, 10)).toEqual(expected);
});

test('an excerpt of a long text stands around its first match', () => {
  const text = `${'前'.repeat(100)}招生${'后'.repeat(200)}`;
  const pieces = excerpt(text, [[100, 102]]);
  expect(pieces[0]).toBe('…');
  expect(pieces.at(-1)).toBe('…');
  expect(pieces[1]).toBe('前'.repeat(24));
});
