import { bankAccounts } from './bank-account.ts';
import { type Detector, messageOf, type PersonalDatum, type Sighting } from './datum.ts';
import { emailAddresses, messagingAccounts } from './electronic-address.ts';
import { foldedText } from './folded-text.ts';
import { homeAddresses } from './home-address.ts';
import { identityNumbers } from './identity-number.ts';
import { isQuantityLabel } from './labels.ts';
import { mobileNumbers } from './mobile-number.ts';
import { namedPersons, roleWords } from './named-person.ts';
import { partlyMaskedNumbers } from './partly-masked.ts';
import { passportNumbers } from './passport-number.ts';
import { vehiclePlates } from './vehicle-plate.ts';

export type { PersonalDatum } from './datum.ts';

/** The surest first: of two that lie over each other, the first counts. */
const detectors: readonly Detector[] = [
  identityNumbers,
  partlyMaskedNumbers,
  bankAccounts,
  passportNumbers,
  messagingAccounts,
  mobileNumbers,
  emailAddresses,
  vehiclePlates,
  homeAddresses,
  namedPersons,
];

/** What no column of amounts holds, however its numbers look. */
const likeAmounts = new Set<Detector>([bankAccounts, mobileNumbers]);

/** Both lists in one, in order; of the second only what lies over nothing before it. Linear, for texts that are full of numbers. */
function merged(first: readonly Sighting[], second: readonly Sighting[]): Sighting[] {
  const all: Sighting[] = [];
  let at = 0;
  for (const one of second) {
    for (let next = first[at]; next && next.start <= one.start; next = first[at]) {
      all.push(next);
      at += 1;
    }
    if ((all.at(-1)?.end ?? 0) <= one.start && (first[at]?.start ?? Number.POSITIVE_INFINITY) >= one.end) all.push(one);
  }
  return all.concat(first.slice(at));
}

const sighted = (plain: string, isQuantity: boolean): Sighting[] =>
  detectors
    .filter((detect) => !isQuantity || !likeAmounts.has(detect))
    .reduce<Sighting[]>((found, detect) => {
      const more = [...detect(plain)];
      return more.length === 0
        ? found
        : merged(
            found,
            more.sort((left, right) => left.start - right.start),
          );
    }, []);

/** The shortest thing that can be found is longer: 学生王明，男. */
const shortest = 5;

/** Where none of these is, none of the detectors finds anything; most cells of a table have none. */
const sign = new RegExp(
  `\\d{4}|(?:\\d[ ._/-]?){11}|[\u2460-\u2468\u24ea]{3}|[〇零○一二三四五六七八九]{11}|@|[\\uff10-\\uff19\\u00ad\\u200b-\\u200f\\u2060\\ufeff]|[\\u{1d7ce}-\\u{1d7ff}]|[A-Z][·•.\\- ]?[A-Z0-9]{5}|住|户|微信|v信|weixin|wechat|qq|${roleWords}`,
  'iu',
);
/** Labels under which words and short numbers tell something. */
const leading = new RegExp(`住|地址|户|微信|v信|weixin|wechat|qq|${roleWords}`, 'iu');
/** Amounts and counts, too short for any number of a person. */
const shortNumber = /^[-+]?[\d.,]{1,10}%?$/;

/**
 * What a text says of persons that should not be published (个人信息), in the order of the text. Pure: no day, no register,
 * no network; a number is judged by its own digits and the words around it. A label is what the text stands under in a
 * form or a table (身份证号, 金额); it is read like words before the text.
 */
export function personalInformationIn(text: string, label = ''): readonly PersonalDatum[] {
  if (text.length + label.length < shortest) return [];
  if ((label === '' || !leading.test(label)) && (shortNumber.test(text) || !sign.test(text))) return [];
  const lead = label === '' ? '' : `${label}：`;
  const { plain, offsetOf } = foldedText(lead + text);
  return sighted(plain, label !== '' && isQuantityLabel(label))
    .filter(({ end }) => offsetOf(end - 1) >= lead.length)
    .map(({ type, start, end, shown }) => ({
      type,
      offset: Math.max(0, offsetOf(start) - lead.length),
      shown,
      value: plain.slice(start, end),
      message: messageOf(type),
    }));
}
