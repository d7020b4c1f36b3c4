import type { Bilingual } from '../../core/finding.ts';

/** One entry of a code list (代码表): the code is stable, the label is for reading. */
export interface CodeEntry {
  readonly code: string;
  readonly label: Bilingual;
}

/** The label of a code; null when the list does not have it. */
export function labelOf(list: readonly CodeEntry[], code: string): Bilingual | null {
  return list.find((entry) => entry.code === code)?.label ?? null;
}
