import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsOf, columnTexts, treemap } from '../../../widgets/core/drawing.ts';
import { niceTicks } from '../../../widgets/core/geometry.ts';

const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

test('a treemap fills its area, each box as large as its value says, none over another', () => {
  fc.assert(
    fc.property(values, (given) => {
      const total = given.reduce((sum, value) => sum + value, 0);
      const boxes = treemap(given, 160, 90);
      for (const [index, { x, y, width, height }] of boxes.entries()) {
        expect(width * height).toBeCloseTo(((given[index] ?? 0) / total) * 160 * 90, 4);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-4);
        expect(x + width).toBeLessThanOrEqual(160 + 1e-4);
        expect(y + height).toBeLessThanOrEqual(90 + 1e-4);
      }
    }),
    { numRuns: 300 },
  );
});

test('what is not above zero has no area', () => {
  expect(treemap([3, 0, -2], 10, 10).map(({ width, height }) => width * height)).toEqual([100, 0, 0]);
  expect(treemap([], 10, 10)).toEqual([]);
});

test('bars are as long as their marks, on one scale with what they are compared with', () => {
  const rows = [1, 0.5, -0.25].map((mark) => ({ cells: ['a'], mark, before: mark / 2 }));
  const { zero, bars } = barsOf([...rows, { cells: ['without a mark'] }]);
  expect(zero).toBeCloseTo(0.2);
  expect(bars.map(({ length }) => length)).toEqual([0.8, 0.4, 0.2]);
  expect(bars.map(({ from, before }) => [from, before])).toEqual([
    [0.2, expect.closeTo(0.6)],
    [0.2, expect.closeTo(0.4)],
    [0, expect.closeTo(0.1)],
  ]);
});

test('figures of one column have the decimals that one of them needs; what is no figure stays', () => {
  const column = { key: 'x', label: 'x', type: 'number' } as const;
  const table = (cells: readonly (string | null)[]) =>
    ({
      type: 'table',
      id: 't',
      caption: '',
      columns: [column],
      rows: cells.map((cell) => ({ cells: [cell] })),
    }) as const;
  expect(columnTexts(table(['1234.50', '7.00', null, '-3']), 0, 'zh-CN')).toEqual(['1,234.50', '7.00', '—', '-3.00']);
  expect(columnTexts(table(['1234.00', '7']), 0, 'zh-CN')).toEqual(['1,234', '7']);
});

test.each([
  [0, 617, [0, 200, 400, 600, 800]],
  [-3, 7, [-5, 0, 5, 10]],
  [0, 0.3, [0, 0.1, 0.2, 0.3]],
  [0, 0, [0]],
])('ticks from %d to %d are round and have zero among them', (least, most, ticks) => {
  expect(niceTicks(least, most)).toEqual(ticks);
});
