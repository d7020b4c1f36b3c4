import type { Sighting } from './datum.ts';
import { halfMasked } from './identity-number.ts';
import { isPersonName } from './person-name.ts';
import { after, before } from './surroundings.ts';

const label = /公民身份号码|身份证号码|身份证号|身份证|证件号码?|姓名|户主|号码|男|女|汉族/gu;

const names = (text: string): boolean =>
  text
    .replace(label, ' ')
    .split(/[^\p{Script=Han}·]+/u)
    .some(isPersonName);

/** An identity number masked in part identifies only with a name that is not: 朱** beside it is fine. */
export function* partlyMaskedNumbers(plain: string): Generator<Sighting> {
  for (const sighting of halfMasked(plain)) {
    // What is cut in two at the edge of what is looked at is no name.
    const left = before(plain, sighting.start, 24).replace(/^\p{Script=Han}+(?=.{20})/u, '');
    if (names(left) || names(after(plain, sighting.end, 10))) yield sighting;
  }
}
