import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestOf } from '../../api/core/canonical.ts';

describe('RFC 8785', () => {
  test('§3.2.2: the sample object', () => {
    const sample = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });
  test('§3.2.3: keys sort by UTF-16 code units', () => {
    const keys = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    );
    expect(Object.values(JSON.parse(canonicalJson(keys)))).toHaveLength(7);
    const order = ['Carriage Return', 'One', 'Control', 'Latin Small', 'Euro Sign', 'Emoji', 'Hebrew'];
    const places = order.map((value) => canonicalJson(keys).indexOf(value));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555555', '333333333.3333333'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ])('appendix B: the double %s is written %s', (bits, expected) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(expected);
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined, 1n])('%s has no canonical form', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});

describe('a digest', () => {
  test('does not depend on the order of keys', () => {
    expect(digestOf(canonicalJson({ a: 1, b: [{ d: null, c: '桓台' }] }))).toBe(
      digestOf(canonicalJson({ b: [{ c: '桓台', d: null }], a: 1 })),
    );
  });
  test('depends on the order of items and on every value', () => {
    expect(digestOf(canonicalJson([1, 2]))).not.toBe(digestOf(canonicalJson([2, 1])));
    expect(digestOf(canonicalJson({ a: null }))).not.toBe(digestOf(canonicalJson({})));
  });
  test('is sha256 over the UTF-8 bytes', () => {
    expect(digestOf(canonicalJson('桓台'))).toBe(`sha256:${createHash('sha256').update('"桓台"').digest('hex')}`);
    expect(digestOf(canonicalJson({}))).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
