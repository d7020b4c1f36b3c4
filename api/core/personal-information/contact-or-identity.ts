import { foldedText } from './folded-text.ts';
import { personalInformationIn } from './index.ts';
import { mobileNumbers } from './mobile-number.ts';

/** Whether a text holds an identity number, however well written, or a mobile telephone; null for neither. */
export function contactOrIdentityIn(text: string): 'identity' | 'mobile' | null {
  const types = personalInformationIn(text).map(({ type }) => type);
  if (types.some((type) => type === 'identity-number' || type === 'mistyped-identity-number')) return 'identity';
  return types.includes('mobile-number') ? 'mobile' : null;
}

/** Where a rule asks for office telephones and nothing else. */
export const hasMobileNumber = (text: string): boolean => !mobileNumbers(foldedText(text).plain).next().done;
