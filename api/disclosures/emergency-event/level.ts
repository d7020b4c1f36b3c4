import { type CodeValue, codeOf } from '../../graphql/code.ts';
import { responseLevelCodes, warningLevelCodes } from '../../graphql/emergency-scales.ts';

interface Levelled {
  readonly warningLevel: string | null;
  readonly responseLevel: string | null;
}

/** The level on its own scale, in words; null for a step that names none. */
export function levelLabel({ warningLevel, responseLevel }: Levelled): CodeValue | null {
  if (warningLevel !== null) return codeOf(warningLevelCodes, warningLevel);
  return responseLevel === null ? null : codeOf(responseLevelCodes, responseLevel);
}
