import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';

const passport =
  /(?:护照|通行证|passport)[^0-9A-Za-z。\n]{0,12}(?:no\.?[^0-9A-Za-z]{0,3})?([A-Z]{1,2}\d{7,8})(?![0-9A-Za-z])/gi;

/** Passports and travel permits, by the word before them: a letter and eight digits are many other things. */
export function* passportNumbers(plain: string): Generator<Sighting> {
  for (const { 0: written, 1: number = '', index } of plain.matchAll(passport)) {
    const end = index + written.length;
    yield { type: 'passport-number', start: end - number.length, end, shown: masked(number, 1, 2) };
  }
}
