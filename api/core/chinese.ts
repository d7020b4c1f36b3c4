import { Converter as fromSimplified } from 'opencc-js/cn2t';
import { Converter } from 'opencc-js/t2cn';

/** Whatever prints nothing: zero-width space, (non-)joiners, word joiner, directional marks, byte order mark, soft hyphen. */
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HAN_OR_CJK_MARK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef，。；：！？（）]/u;
/** The general standard list (通用规范汉字表, 2013) keeps these for names and special senses; they are not slips. */
const STANDARD_IN_NAMES = new Set('昇陞夥剋');

let loaded: ((text: string) => string) | null = null;

function toSimplified(text: string): string {
  // The tables take tens of milliseconds to load, which a start without Chinese input need not pay.
  const convert = loaded ?? Converter({ from: 't', to: 'cn' });
  loaded = convert;
  return convert(text);
}

let loadedBack: ((text: string) => string) | null = null;

/** Simplified Chinese in traditional characters, as they are written in Taiwan (正體), character by character. */
export function traditional(text: string): string {
  const convert = loadedBack ?? fromSimplified({ from: 'cn', to: 'tw' });
  loadedBack = convert;
  return (
    convert(text)
      // In the name of a place 里 is the measure and the hamlet, not the inside: 果里鎮.
      .replace(/(?<![這那哪])裡(?=[鎮鄉村])/g, '里')
      // Laws and offices there write 布 (法律統一用字表): 發布, 公布.
      .replace(/(?<=[發公頒宣分])佈/g, '布')
      .replace(/“/g, '「')
      .replace(/”/g, '」')
  );
}

/** The same with each code unit at its old place, so that a range of the source is a range of the result. */
export function sameLengthTraditional(text: string): string {
  const whole = traditional(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (character) => {
    const converted = traditional(character);
    return converted.length === character.length ? converted : character;
  }).join('');
}

/**
 * Traditional characters written as simplified ones (繁体转简体), each code unit at its old place, so that a position
 * found in the result is a position in the source.
 */
export function sameLengthSimplify(text: string): string {
  const whole = toSimplified(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (character) => {
    const simplified = toSimplified(character);
    return simplified.length === character.length ? simplified : character;
  }).join('');
}

/** A traditional character (繁体字) in simplified text. */
export interface TraditionalCharacter {
  readonly char: string;
  readonly simplified: string;
  /** Position in the text, in UTF-16 code units. */
  readonly index: number;
}

/** Every traditional character of a text; 乾 of 乾隆 and 著 of 著作 are standard and stay out. */
export function traditionalCharacters(text: string): TraditionalCharacter[] {
  const simplified = sameLengthSimplify(text);
  if (simplified === text) return [];
  const found: TraditionalCharacter[] = [];
  for (let index = 0; index < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const other = simplified.slice(index, index + char.length);
    if (other !== char && !STANDARD_IN_NAMES.has(char)) found.push({ char, simplified: other, index });
    index += char.length;
  }
  return found;
}

/**
 * One spelling for search and matching (归一化): compatibility forms folded (NFKC), simplified characters, nothing
 * zero-width, no white space next to Chinese, one space elsewhere. `2021 年` and `２０２１年` become `2021年`.
 */
export function normalise(text: string): string {
  const folded = toSimplified(text.normalize('NFKC').replace(ZERO_WIDTH, '')).trim();
  return folded.replace(/\s+/g, (space, offset: number) => {
    const before = folded.charAt(offset - 1);
    const after = folded.charAt(offset + space.length);
    return HAN_OR_CJK_MARK.test(before) || HAN_OR_CJK_MARK.test(after) ? '' : ' ';
  });
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Groups of up to 万: 一百零三 → 103; a unit without a digit counts once: 十五 → 15. */
function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[character] ?? null;
      if (digit === null) return null;
    } else {
      if (unit >= lastUnit || digit === 0) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

/**
 * Reads a Chinese numeral below 100 million (中文数字): 二十六 → 26, 一百零三 → 103, 二〇二一 → 2021; plain digits, also
 * full-width ones, are read as they are. Null when it is no numeral.
 */
export function chineseNumeral(text: string): number | null {
  const plain = text.normalize('NFKC');
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (plain.length === 0 || plain.length > 20) return null;
  if (/^[零〇○一二三四五六七八九]{2,}$/.test(plain)) {
    return Array.from(plain).reduce((value, digit) => value * 10 + (DIGITS[digit] ?? 0), 0);
  }
  const [high, low, ...rest] = plain.split('万');
  if (rest.length > 0) return null;
  if (low === undefined) return belowTenThousand(plain);
  const tenThousands = high ? belowTenThousand(high) : null;
  const units = belowTenThousand(low);
  return tenThousands === null || units === null ? null : tenThousands * 10_000 + units;
}

/** 一块、两块、三块: a small count before a measure word; from eleven up in digits. */
export const chineseCount = (count: number): string =>
  ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][count] ?? String(count);

/** The number in a marker (序号): 一、 → 1, （十四） → 14, 第十二条 → 12. Null when it holds none. */
export function ordinal(marker: string): number | null {
  const numeral = /[零〇○一二两三四五六七八九十百千万]{1,20}|[0-9０-９]{1,9}/.exec(marker);
  return numeral ? chineseNumeral(numeral[0]) : null;
}
