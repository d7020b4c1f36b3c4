import { describe, expect, test } from 'vitest';
import { formatIndexNumber, parseIndexNumber } from '../../api/core/index-number.ts';

const code = '11370322004222241N';

test('an index number is credit code, year and seven digits', () => {
  expect(formatIndexNumber({ code, year: 2021, serial: 42 })).toBe('11370322004222241N/2021-0000042');
});

test('what is written is read back', () => {
  for (const serial of [1, 42, 5_135_380, 9_999_999]) {
    expect(parseIndexNumber(formatIndexNumber({ code, year: 2021, serial }))).toEqual({ code, year: 2021, serial });
  }
});

describe('not index numbers of this platform', () => {
  test.each([
    '11370322004222241N/2021-42',
    '11370322004222241N/2021-0000000',
    '11370322004222241M/2021-0000042',
    '11341703003249514X/202105-00034',
    '000014349/2017-00110',
    'null02D/01A/D3C20190807',
    '',
  ])('%j', (text) => {
    expect(parseIndexNumber(text)).toBeNull();
  });
});

test.each([0, -1, 1.5, 10_000_000])('serial %d is refused', (serial) => {
  expect(() => formatIndexNumber({ code, year: 2021, serial })).toThrow(RangeError);
});
