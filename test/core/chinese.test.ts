import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chineseNumeral,
  normalise,
  ordinal,
  sameLengthSimplify,
  sameLengthTraditional,
  traditionalCharacters,
} from '../../api/core/chinese.ts';

/** Any Chinese character, those outside the basic plane included. */
const han = fc.oneof(
  fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x20000, max: 0x2ffff }).map((code) => String.fromCodePoint(code)),
);

describe('one spelling for search', () => {
  test.each([
    ['2021 年 7 月 15 日', '2021年7月15日'],
    ['２０２１年', '2021年'],
    ['各鎮　（街道）', '各镇(街道)'],
    ['部\u200b門', '部门'],
    ['  政务  公开 ', '政务公开'],
    ['open   data 平台', 'open data平台'],
    ['政\n务', '政务'],
    ['乾隆年间著作', '乾隆年间著作'],
  ])('%j becomes %j', (written, expected) => {
    expect(normalise(written)).toBe(expected);
  });

  test('normalising twice changes nothing more', () => {
    const once = normalise('《２０２１ 年  桓台縣》 (试 行) A  B');
    expect(normalise(once)).toBe(once);
  });

  test('five megabytes of white space take no longer than a moment', () => {
    const start = performance.now();
    expect(normalise(`政${' '.repeat(5_000_000)}务`)).toBe('政务');
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('traditional characters', () => {
  test('are written for simplified ones, each code unit at its old place', () => {
    expect(sameLengthTraditional('桓台县养老服务设施建设')).toBe('桓臺縣養老服務設施建設');
    expect(sameLengthTraditional('果里镇中心小学，这里村民报名')).toBe('果里鎮中心小學，這裡村民報名');
    fc.assert(
      fc.property(fc.string({ unit: han }), (text) => {
        expect(sameLengthTraditional(text)).toHaveLength(text.length);
      }),
    );
  });

  test('each is named with its simplified form and its position', () => {
    expect(traditionalCharacters('各部門单位，各鎮')).toEqual([
      { char: '門', simplified: '门', index: 2 },
      { char: '鎮', simplified: '镇', index: 7 },
    ]);
  });

  test.each(['乾坤', '著作', '狼藉', '瞭望', '柜台', '于是', '陆昇'])('%s is standard and not reported', (word) => {
    expect(traditionalCharacters(word)).toEqual([]);
  });

  test('positions survive simplifying, also behind characters outside the basic plane', () => {
    const text = '𠮷部門𪚥鎮';
    expect(sameLengthSimplify(text)).toHaveLength(text.length);
    expect(traditionalCharacters(text).find(({ char }) => char === '鎮')?.index).toBe(text.indexOf('鎮'));
  });
});

describe('Chinese numerals', () => {
  test.each([
    ['一', 1],
    ['十', 10],
    ['十四', 14],
    ['二十', 20],
    ['二十六', 26],
    ['一百零三', 103],
    ['一百一十', 110],
    ['三千五百', 3500],
    ['两万', 20_000],
    ['二〇二一', 2021],
    ['26', 26],
    ['２６', 26],
  ])('%s is %i', (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });

  test.each(['', '百姓', '十十', '二三十', 'x', '一万二万', '12.5'])('%j is no numeral', (text) => {
    expect(chineseNumeral(text)).toBeNull();
  });

  test.each([
    ['一、', 1],
    ['（十四）', 14],
    ['第十二条', 12],
    ['第3章', 3],
    ['条', null],
  ])('the marker %s counts %s', (marker, value) => {
    expect(ordinal(marker)).toBe(value);
  });

  test('every number below ten thousand is read back from its numeral', () => {
    const digits = '零一二三四五六七八九';
    const spell = (value: number): string => {
      let text = '';
      for (const [unit, size] of [
        ['千', 1000],
        ['百', 100],
        ['十', 10],
        ['', 1],
      ] as const) {
        const digit = Math.floor(value / size) % 10;
        if (digit > 0) text += digits.charAt(digit) + unit;
        else if (text !== '' && !text.endsWith('零')) text += '零';
      }
      return text.replace(/零$/, '');
    };
    for (let value = 1; value < 10_000; value += 1) expect(chineseNumeral(spell(value))).toBe(value);
  });
});
