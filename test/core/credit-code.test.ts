import { describe, expect, test } from 'vitest';
import { checkCreditCode, creditCode } from '../../api/core/credit-code.ts';

const real = ['11370322004222241N', '11500231008679599E', '11370829004333910Q'];

describe('a unified social credit code', () => {
  test.each(real)('%s, in real use, is good', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true });
  });
  test.each([
    ['11370322004222241M', 'CHECK'],
    ['11370322004222242N', 'CHECK'],
    ['11370323004222241N', 'CHECK'],
    ['1137032200422224', 'LENGTH'],
    ['', 'LENGTH'],
    ['1137032200422224IN', 'CHARACTER'],
    ['11370322004222241n', 'CHARACTER'],
    ['11A70322004222241N', 'DIVISION'],
  ])('%s is refused for its %s', (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason });
  });

  test.each(real)('%s: no single wrong digit goes unnoticed', (code) => {
    for (let i = 0; i < 18; i += 1) {
      for (const character of '0123456789') {
        if (character === code[i]) continue;
        expect(checkCreditCode(code.slice(0, i) + character + code.slice(i + 1)).ok).toBe(false);
      }
    }
  });

  test('the organization part has a check of its own', () => {
    // 000000013 fails GB 11714 (…0 would pass); the 18th character is right for it.
    const codes = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => checkCreditCode(`11370321000000013${last}`));
    expect(codes.filter((check) => !check.ok && check.reason === 'ORGAN_CHECK')).toHaveLength(1);
    expect(codes.filter((check) => check.ok)).toHaveLength(0);
  });
});

describe('building a code', () => {
  test.each(real)('from the parts of %s gives it back', (code) => {
    expect(creditCode(code.charAt(0), code.charAt(1), code.slice(2, 8), code.slice(8, 16))).toBe(code);
  });
  test('always gives a good one', () => {
    for (let i = 0; i < 2000; i += 1) {
      expect(checkCreditCode(creditCode('1', '1', '370321', `MB${String(i).padStart(6, '0')}`)).ok).toBe(true);
    }
  });
  test('from bad parts is refused', () => {
    expect(() => creditCode('1', '1', '37032', '00000001')).toThrow(RangeError);
    expect(() => creditCode('1', '1', '370321', 'I0000001')).toThrow(RangeError);
  });
});
