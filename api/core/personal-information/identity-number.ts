import { checkCreditCode } from '../credit-code.ts';
import { localDate } from '../local-date.ts';
import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';
import { before, isInUrl, isJoined } from './surroundings.ts';

/** First two digits of the province codes (GB/T 2260). */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The 18th character (GB 11643, ISO 7064 MOD 11-2), computed from the first 17. */
export const identityCheckCharacter = (first17: string): string =>
  '10X98765432'.charAt(weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0) % 11);

const isDay = (year: string, month: string, day: string): boolean => localDate(`${year}-${month}-${day}`) !== null;

/** Eighteen characters, in whatever groups they are written: 4-4-4-4-2 as on bank cards too. */
const eighteen = /(?<![0-9A-Za-z])[1-9](?:[ ._/-]?\d){16}[ ._/-]?[\dXx](?![0-9A-Za-z])/g;
const fifteen = /(?<![0-9A-Za-z])[1-9]\d{5}[ -]?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}(?![0-9A-Za-z])/g;

/** Words by which a number that follows is an identity number. */
const said = /身份证|身份号|公民身份|证件号|id_?card|id_?no\b|identity|\bsfz/i;

/** Who is listed: near these, a number is somebody's. */
const ofPerson = /姓名|户主|居民|学生|儿童|监护人|家长/;

/** Words by which a number that follows is that of a paper. */
const ofPaper = /(?:编号|编码|代码|流水号|案号|批号|批次|单号|序号|条码|档号|文号)[:：]?\s*$/;

/** Born later, a number whose check digit is wrong may as well be a division, a day and a serial (a case, a receipt). */
const firstOfSerials = 2010;

function judge(plain: string, start: number, written: string): Sighting['type'] | null {
  const number = written.replace(/[ ._/-]/g, '').toUpperCase();
  const year = number.slice(6, 10);
  if (!province.test(number) || !isDay(year, number.slice(10, 12), number.slice(12, 14))) return null;
  const isRight = identityCheckCharacter(number) === number.charAt(17);
  const lead = before(plain, start, 30);
  if (checkCreditCode(number).ok) return isRight && said.test(lead) ? 'identity-number' : null;
  if (isRight) return /(?<!\d)0\.$/.test(lead) ? null : 'identity-number';
  if (isJoined(plain, start, start + written.length)) return null;
  if (said.test(lead)) return 'mistyped-identity-number';
  if (number.length !== written.length || year < '1900' || ofPaper.test(lead)) return null;
  return Number(year) < firstOfSerials || ofPerson.test(lead) ? 'mistyped-identity-number' : null;
}

/** Numbers as on identity cards (公民身份号码, GB 11643), 18 characters, or 15 digits as issued until 1999. */
export function* identityNumbers(plain: string): Generator<Sighting> {
  for (const { 0: written, index: start } of plain.matchAll(eighteen)) {
    const type = judge(plain, start, written);
    if (type === null || isInUrl(plain, start)) continue;
    yield { type, start, end: start + written.length, shown: masked(written.replace(/[ ._/-]/g, ''), 4, 2) };
  }
  for (const { 0: written, index: start } of plain.matchAll(fifteen)) {
    // One in a hundred numbers of 15 digits has a province and a day in it, so words have to say what it is.
    const number = written.replace(/[ ._/-]/g, '');
    if (!province.test(number) || !said.test(before(plain, start, 20)) || isInUrl(plain, start)) continue;
    if (!isDay(`19${number.slice(6, 8)}`, number.slice(8, 10), number.slice(10, 12))) continue;
    yield { type: 'identity-number', start, end: start + written.length, shown: masked(number, 4, 2) };
  }
}

const half = /(?<![0-9A-Za-z*])[1-9]\d{5,13}[*×●•#]{2,12}\d{0,5}[\dXx](?![0-9A-Za-z*])/g;

/** Still to be told: division and four last digits are shared by a handful of people, of whom one has this name. */
const fewestShown = 9;

/** Identity numbers of which a part is masked, whoever they belong to. */
export function* halfMasked(plain: string): Generator<Sighting> {
  for (const { 0: written, index: start } of plain.matchAll(half)) {
    const shown = written.replace(/[^\dXx]/g, '').length;
    if (shown < fewestShown || written.length > 20 || !province.test(written)) continue;
    yield {
      type: 'partly-masked-identity-number',
      start,
      end: start + written.length,
      shown: masked(written, 4, 2),
    };
  }
}
