/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): [1] registrar, [2] category, [3–8] division,
 * [9–17] organization code with its own check character (GB 11714-1997), [18] check character.
 */

/** No I, O, S, V, Z: they are read as 1, 0, 5, U, 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

const ORGAN_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGAN_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

export type CreditCodeFault = 'LENGTH' | 'CHARACTER' | 'DIVISION' | 'ORGAN_CHECK' | 'CHECK';

export type CreditCodeCheck = { readonly ok: true } | { readonly ok: false; readonly reason: CreditCodeFault };

function weigh(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(text.charAt(i)), 0);
}

/** The 18th character, computed from the first 17. */
function checkCharacter(first17: string): string {
  return ALPHABET.charAt((31 - (weigh(first17, ALPHABET, WEIGHTS) % 31)) % 31);
}

/** The 9th character of an organization code (组织机构代码); X stands for 10. */
function organCheckCharacter(organ8: string): string {
  return '0123456789X0'.charAt(11 - (weigh(organ8, ORGAN_ALPHABET, ORGAN_WEIGHTS) % 11));
}

/** Whether the text is a well-formed code with both check characters right. It says nothing about who holds it. */
export function checkCreditCode(code: string): CreditCodeCheck {
  if (code.length !== 18) return { ok: false, reason: 'LENGTH' };
  if ([...code].some((character) => !ALPHABET.includes(character))) return { ok: false, reason: 'CHARACTER' };
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { ok: false, reason: 'DIVISION' };
  if (checkCharacter(code.slice(0, 17)) !== code.charAt(17)) return { ok: false, reason: 'CHECK' };
  if (organCheckCharacter(code.slice(8, 16)) !== code.charAt(16)) return { ok: false, reason: 'ORGAN_CHECK' };
  return { ok: true };
}

/**
 * Builds a code with both check characters, for made-up organizations: registrar 1 is 机构编制; category 1 机关,
 * 2 事业单位, 3 群团, 9 其他; division 6 digits; 8 characters of organization code.
 */
export function creditCode(registrar: string, category: string, division6: string, organ8: string): string {
  const first16 = registrar + category + division6 + organ8;
  if (!/^[0-9A-Y]{2}\d{6}[0-9A-Y]{8}$/.test(first16) || /[IOSVZ]/.test(first16)) {
    throw new RangeError(`not the parts of a credit code: ${registrar} ${category} ${division6} ${organ8}`);
  }
  const first17 = first16 + organCheckCharacter(organ8);
  return first17 + checkCharacter(first17);
}
