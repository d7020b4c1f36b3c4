import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';
import { before, isInUrl, isJoined } from './surroundings.ts';

const candidate = /(?<![0-9A-Za-z.])[3-6]\d{3}(?: ?\d{4}){3}(?: ?\d{1,3})?(?![0-9A-Za-z])/g;

/** ISO/IEC 7812: every second digit from the right counts twice. */
export function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const twice = digit * 2;
    total += index % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return total % 10 === 0;
}

const account = /[卡账帐]号|[账帐]户|开户|银行|存折|一卡通|社保卡|信用社|bank|account|card/i;
/** Accounts of organizations begin otherwise than cards of UnionPay; nobody but a person has another card. */
const card = /卡|card/i;

/** Numbers of bank cards. One in ten numbers passes the check, so words have to stand before them. */
export function* bankAccounts(plain: string): Generator<Sighting> {
  for (const { 0: written, index: start } of plain.matchAll(candidate)) {
    const digits = written.replace(/ /g, '');
    const end = start + written.length;
    if (digits.length < 16 || !passesLuhn(digits)) continue;
    const lead = before(plain, start, 24);
    if (!(digits.startsWith('62') ? account : card).test(lead)) continue;
    if (isJoined(plain, start, end) || isInUrl(plain, start)) continue;
    yield { type: 'bank-account', start, end, shown: masked(digits, 4, 3) };
  }
}
