import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, shortened, textWidth } from '../../api/http/panels/picture/text-width.ts';
import { treemap } from '../../widgets/core/geometry.ts';

/** A hundredth of a pixel is nothing. */
const slack = 0.01;

describe('a treemap', () => {
  const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e7, noNaN: true })), { maxLength: 40 });

  test('gives each value its share of the area, within the whole, over nothing else', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 50, max: 1600 }),
        fc.integer({ min: 50, max: 900 }),
        (given, width, height) => {
          const boxes = treemap(given, width, height);
          expect(boxes).toHaveLength(given.length);
          const sum = given.reduce((total, one) => total + one, 0);
          for (const [at, { x, y, width: across, height: down }] of boxes.entries()) {
            expect(across * down).toBeCloseTo(sum === 0 ? 0 : ((given[at] ?? 0) / sum) * width * height, 1);
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(-slack);
            expect(x + across).toBeLessThanOrEqual(width + slack);
            expect(y + down).toBeLessThanOrEqual(height + slack);
            for (const other of boxes.slice(at + 1)) {
              const wide = Math.min(x + across, other.x + other.width) - Math.max(x, other.x);
              const tall = Math.min(y + down, other.y + other.height) - Math.max(y, other.y);
              expect(Math.min(wide, tall)).toBeLessThan(slack);
            }
          }
        },
      ),
    );
  });

  test('keeps boxes near to squares', () => {
    const boxes = treemap([6, 6, 4, 3, 2, 2, 1], 6, 4);
    for (const { width, height } of boxes) expect(Math.max(width / height, height / width)).toBeLessThan(3);
  });
});

describe('lines of a text', () => {
  const words = fc.constantFrom(
    '县财政局',
    '〔2021〕12号',
    '第三条',
    '2021年7月15日',
    '6.17 亿元',
    '，',
    '。',
    'Education and ',
    '（示例）',
    'https://gk.example/a/b/c',
  );
  const texts = fc.array(words, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));

  test('hold the whole text, none wider than there is room', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 60 }), (text, width) => {
        const lines = linesOf(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        for (const line of linesOf(text, width, 2)) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(linesOf(text, width, 2).length).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('never break what loses its meaning, nor begin with what closes', () => {
    const text = '县政府办公室（桓政办发〔2021〕12号）自2021年7月15日起施行，支出6.17 亿元，见第三条。';
    for (let width = 10; width < 40; width += 1) {
      const lines = linesOf(text, width);
      for (const kept of ['〔2021〕12号', '2021年7月15日', '6.17 亿元', '第三条'])
        expect(
          lines.some((line) => line.includes(kept)),
          `${kept} at ${width}: ${lines.join('|')}`,
        ).toBe(true);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）〕]/);
    }
  });

  test('are shortened with a sign that something is left out', () => {
    expect(shortened('教育支出', 4)).toBe('教育支出');
    expect(shortened('教育支出', 3)).toBe('教育…');
  });
});
