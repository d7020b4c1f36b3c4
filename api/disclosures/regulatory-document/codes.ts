import type { Bilingual } from '../../core/finding.ts';

/** One entry of a code list (代码表): the code is stable, the label is for reading. */
export interface CodeEntry {
  readonly code: string;
  readonly label: Bilingual;
}
