import type { Finding } from '../core/finding.ts';

type Sentence = readonly [zh: string, en: string];

/** Where in a source something is. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** Why a file cannot be read on. */
export const refusal = (rule: string, message: Sentence, remedy: Sentence, place: Place = {}): Finding => ({
  rule,
  severity: 'ERROR',
  ...place,
  message: { zh: message[0], en: message[1] },
  remedy: { zh: remedy[0], en: remedy[1] },
});

/** A cell holds at most this many characters, as in a worksheet. */
export const longestCell = 32_767;

/** No published table is as wide. */
export const mostColumns = 1_000;

export const cellTooLong = (place: Place): Finding =>
  refusal(
    'cell-too-long',
    [
      `第 ${place.row} 行有超过 ${longestCell} 个字符的单元格。`,
      `Row ${place.row} has a cell of more than ${longestCell} characters.`,
    ],
    [
      '请检查是否少了引号，或把长文字移到情况说明中。',
      'Look for a missing quotation mark, or move the text elsewhere.',
    ],
    place,
  );

export const tooManyColumns = (place: Place, count: number): Finding =>
  refusal(
    'too-many-columns',
    [`这一行有 ${count} 列，超过上限 ${mostColumns}。`, `This row has ${count} columns; the limit is ${mostColumns}.`],
    ['请删去多余的列。', 'Delete the columns that hold nothing.'],
    place,
  );
