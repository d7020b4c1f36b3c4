/**
 * A text as detectors read it: digits, letters and marks of every width and script in their plain form, nothing that
 * prints nothing between them, and the way back to where each character stood.
 */
export interface FoldedText {
  readonly plain: string;
  offsetOf(index: number): number;
}

const sameLength = /[\u3000\uff01-\uff5e\u00a0\u2002-\u200a\u2010-\u2015\u2212]/;
/** What prints nothing, and digits whose plain form is shorter: the mathematical ones lie beyond 16 bits. */
const otherLength = /\p{Default_Ignorable_Code_Point}|[\u{1d7ce}-\u{1d7ff}]/u;
/** Digits as characters: so many in a row are a number, not a year or a clause. */
const written = /[〇零○一二三四五六七八九]{11,18}/g;
const enclosed = /[\u2460-\u2468\u24ea]/g;
const everySameLength = new RegExp(sameLength.source, 'g');

function plainOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code === 0x2212 || (code >= 0x2010 && code <= 0x2015) ? '-' : ' ';
}

const digitOf = (character: string): string => String(Math.max(0, '〇一二三四五六七八九'.indexOf(character)));

/** ①⑧ and 一八 as 18. */
const withDigits = (text: string): string =>
  text
    .replace(enclosed, (character) => String(character === '\u24ea' ? 0 : character.charCodeAt(0) - 0x245f))
    .replace(written, (number) => Array.from(number, digitOf).join(''));

export function foldedText(text: string): FoldedText {
  const even = withDigits(sameLength.test(text) ? text.replace(everySameLength, plainOf) : text);
  if (!otherLength.test(even)) return { plain: even, offsetOf: (index) => index };
  const offsets: number[] = [];
  const parts: string[] = [];
  let offset = 0;
  for (const character of even) {
    const plain = otherLength.test(character) ? character.normalize('NFKC').replace(otherLength, '') : character;
    for (let index = 0; index < plain.length; index += 1) offsets.push(offset + index);
    parts.push(plain);
    offset += character.length;
  }
  return { plain: parts.join(''), offsetOf: (index) => offsets[index] ?? text.length };
}
