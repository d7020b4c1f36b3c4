import { describe, expect, test } from 'vitest';
import { random } from '../../api/core/random.ts';

const draw = (seed: number, n: number): number[] => {
  const { next } = random(seed);
  return Array.from({ length: n }, next);
};

describe('a seed', () => {
  test('gives the same numbers on every machine', () => {
    const { int } = random(20_210_715);
    expect(Array.from({ length: 8 }, () => int(0, 999_999))).toEqual([
      228, 165577, 161020, 579382, 141903, 259416, 251304, 992102,
    ]);
  });
  test('gives the same numbers again, another seed others', () => {
    expect(draw(1, 50)).toEqual(draw(1, 50));
    expect(draw(1, 50)).not.toEqual(draw(2, 50));
  });
});

describe('numbers', () => {
  test('lie in [0, 1) and are spread evenly', () => {
    const numbers = draw(7, 20_000);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((a, b) => a + b) / numbers.length).toBeCloseTo(0.5, 1);
  });
  test('as integers reach both ends and no further', () => {
    const { int } = random(7);
    expect(new Set(Array.from({ length: 500 }, () => int(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
  });
});

describe('choosing', () => {
  test('follows the weights', () => {
    const { weighted } = random(7);
    const chosen = Array.from({ length: 10_000 }, () =>
      weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    expect(chosen.filter((item) => item === 'seldom').length / 10_000).toBeCloseTo(0.1, 1);
    expect(chosen).not.toContain('never');
  });
  test('from nothing is refused', () => {
    expect(() => random(1).pick([])).toThrow(RangeError);
    expect(() => random(1).weighted([])).toThrow(RangeError);
  });
  test('in random order keeps every item and leaves the list alone', () => {
    const items = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8]);
    const shuffled = random(7).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
  });
});
