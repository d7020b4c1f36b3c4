import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';
import { after, before, isInUrl } from './surroundings.ts';

const whole = /(?<!\d)(?:(?:\+|00)?86[ -]?)?(1[3-9]\d([ .-]?)\d{4}\2\d{4})(?!\d)/g;

/** As `whole` has it. */
const isUsual = /^1[3-9]\d([ .-])\d{4}\1\d{4}$/;

/** In whatever groups, where words say what it is: 1381 2345 678. */
const inGroups = /(?<!\d[ ._-]?)1[3-9](?:[ .-]?\d){9}(?![ ._-]?\d)/g;

/** Letters that may stand directly before a telephone number; others make it a part of a code or a digest. */
const lettersBefore = /(?:^|[^0-9A-Za-z])(?:tel|mob|mobile|phone|cell|wx|vx|m|t)$/i;

const called = /电话|手机|联系|热线|传真|tel|phone|mobile|☎/i;

/** An amount, a size or a part of a longer number. */
function isQuantity(plain: string, start: number, end: number): boolean {
  return (
    /\d[.,]$|[¥￥$€-]$/.test(before(plain, start, 2)) ||
    /^(?:[.,]\d|[-/_]\d|\s?(?:元|万|亿|平方|立方|千|吨|公|米|亩|%|股|人|户|个|件|字节))/.test(after(plain, end, 4))
  );
}

/** In tables printed as text, 150 1234 5678 may be three columns of a longer row. */
const isAmongColumns = (plain: string, start: number, end: number): boolean =>
  /\d ?$/.test(before(plain, start, 2)) || /^ ?\d/.test(after(plain, end, 2));

/** Mobile telephones, whoever answers them: one that is on duty is somebody's own number too. */
export function* mobileNumbers(plain: string): Generator<Sighting> {
  for (const match of plain.matchAll(whole)) {
    const { 0: written, 1: number = '', 2: separator, index: start } = match;
    const end = start + written.length;
    if (/^[A-Za-z]/.test(after(plain, end, 1))) continue;
    const lead = before(plain, start, 12);
    if (/[A-Za-z]$/.test(lead) && !lettersBefore.test(lead)) continue;
    // 第138-1234-5678号 is the number of a paper.
    if (lead.endsWith('第') && plain.charAt(end) === '号') continue;
    const isCalled = called.test(lead);
    // 138.1234.5678 may be a measure unless words say what it is.
    if (separator === '.' && !isCalled) continue;
    if (!isCalled && (isQuantity(plain, start, end) || isInUrl(plain, start))) continue;
    if (separator === ' ' && !isCalled && isAmongColumns(plain, start, end)) continue;
    yield { type: 'mobile-number', start, end, shown: masked(number.replace(/[ .-]/g, ''), 3, 2) };
  }
  for (const { 0: written, index: start } of plain.matchAll(inGroups)) {
    if (!/[ .-]/.test(written) || isUsual.test(written) || !called.test(before(plain, start, 12))) continue;
    yield {
      type: 'mobile-number',
      start,
      end: start + written.length,
      shown: masked(written.replace(/[ .-]/g, ''), 3, 2),
    };
  }
}
