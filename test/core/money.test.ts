import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, fen, formatMoney, type MoneyUnit, parseMoney, subtract, sum } from '../../api/core/money.ts';

describe('an amount is read exactly', () => {
  test.each<[string, MoneyUnit, bigint]>([
    ['929,393', '万元', 929_393_000_000n],
    ['1,234.56', '元', 123_456n],
    ['1234.5', '元', 123_450n],
    ['１，２３４．５６', '元', 123_456n],
    ['0.1', '元', 10n],
    ['0', '亿元', 0n],
    ['-0.01', '元', -1n],
    ['−12', '万元', -12_000_000n],
    ['－12', '万元', -12_000_000n],
    ['(3)', '元', -300n],
    ['（3.00）', '元', -300n],
    ['+7', '元', 700n],
    ['12.3456789012', '亿元', 123_456_789_012n],
    ['90071992547409.93', '元', 9_007_199_254_740_993n],
    ['1.5000', '元', 150n],
    [' 8 000 ', '元', 800_000n],
  ])('%s %s', (text, unit, expected) => {
    expect(parseMoney(text, unit)).toEqual({ ok: true, fen: expected });
  });

  test.each(['', '—', '/', '1,23', '12,34.5', '1.2.3', '1e3', '.5', '5.', '3万', '100①', '10²', '--1', '()', 'NaN'])(
    '%j is not an amount',
    (text) => {
      expect(parseMoney(text, '元')).toMatchObject({ ok: false, rule: 'not-a-number' });
    },
  );

  test('what is finer than one fen is refused, never rounded', () => {
    expect(parseMoney('0.005', '元')).toMatchObject({ ok: false, rule: 'below-one-fen' });
    expect(parseMoney('0.0000001', '万元')).toMatchObject({ ok: false, rule: 'below-one-fen' });
  });
  test('a refusal says in both languages what is wrong', () => {
    const parsed = parseMoney('很多', '元');
    expect(parsed.ok || parsed.message.zh).toContain('很多');
    expect(parsed.ok || parsed.message.en).toContain('很多');
  });
});

describe('an amount is written with a fixed scale', () => {
  test.each<[bigint, MoneyUnit, number, string]>([
    [929_393_000_000n, '万元', 2, '929393.00'],
    [123_456n, '元', 2, '1234.56'],
    [1n, '元', 2, '0.01'],
    [-1n, '元', 2, '-0.01'],
    [0n, '亿元', 4, '0.0000'],
    [1_500_000n, '万元', 0, '2'],
    [-1_500_000n, '万元', 0, '-2'],
    [1_499_999n, '万元', 0, '1'],
    [-1n, '亿元', 2, '0.00'],
    [100n, '元', 4, '1.0000'],
  ])('%s fen in %s with %i decimals is %s', (amount, unit, scale, expected) => {
    expect(formatMoney(fen(amount), unit, scale)).toBe(expected);
  });

  test('nothing is lost on the way out and in', () => {
    const units: readonly (readonly [MoneyUnit, number])[] = [
      ['元', 2],
      ['万元', 6],
      ['亿元', 10],
    ];
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.constantFrom(...units), (n, [unit, scale]) => {
        expect(parseMoney(formatMoney(fen(n), unit, scale), unit)).toEqual({ ok: true, fen: n });
      }),
    );
  });
});

test('sums are exact where floats are not', () => {
  expect(sum([fen(10n), fen(20n)])).toBe(30n);
  expect(add(fen(9_007_199_254_740_993n), fen(1n))).toBe(9_007_199_254_740_994n);
  expect(subtract(fen(1n), fen(3n))).toBe(-2n);
  expect(sum([])).toBe(0n);
});
