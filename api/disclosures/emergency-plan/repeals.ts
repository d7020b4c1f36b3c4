import { type LocalDate, parseChineseDate } from '../../core/local-date.ts';
import type { Repeal } from './model.ts';

const sentence = /[^。；;\n]*(?:同时|自行|即行)?废止[^。；;\n]*/g;
const dayWritten = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/;
const title = /《([^《》]*预案[^《》]*)》(?:[（(]([^（）()]*号)[）)])?/g;

/** The day a title is said to be of: the one written last before it. */
function dayBefore(text: string, position: number): LocalDate | null {
  const days = [...text.slice(0, position).matchAll(new RegExp(dayWritten, 'g'))];
  const last = days.at(-1)?.[0];
  return last === undefined ? null : parseChineseDate(last);
}

/**
 * Plans a text puts an end to: “2017年6月23日县政府办公室印发的《…防汛抗旱应急预案》同时废止”. A sentence without
 * 废止 ends nothing, and one that is only cited is not repealed.
 */
export function repealsIn(text: string): Repeal[] {
  return [...text.matchAll(sentence)].flatMap(([said]) =>
    [...said.matchAll(title)].map((found) => ({
      title: found[1] ?? '',
      issuedOn: dayBefore(said, found.index),
      number: found[2] ?? null,
    })),
  );
}
