import type { Finding } from '../core/finding.ts';
import { type Place, refusal } from './refusal.ts';

/** Every control character but tab and line ends: PostgreSQL cannot store NUL, and the others belong in no document. */
const control = /[^\P{Cc}\t\r\n\f]/u;

/** XML and JSON may spell out U+007F to U+009F, and our own workbooks keep them: only the characters before those are refused. */
const spelledControl = /[^\P{Cc}\t\r\n\f\u007f-\u009f]/u;

/** Where the first character stands that no text file may hold, or -1. */
export const firstControl = (text: string): number => text.search(control);

export const controlCharacter = (place: Place, code: number): Finding => {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const at = place.row === undefined ? ['文件中', 'The file'] : [`第 ${place.row} 行`, `Row ${place.row}`];
  return refusal(
    'control-character',
    [`${at[0]}有不可显示的控制字符（${name}）。`, `${at[1]} holds a control character (${name}).`],
    ['请删除该字符，或重新导出文件。', 'Delete that character, or export the file again.'],
    place,
  );
};

/** Half of a surrogate pair is no character, and no encoding can write it. */
const halfCharacter = (place: Place): Finding =>
  refusal(
    'half-character',
    [`第 ${place.row} 行有不完整的字符。`, `Row ${place.row} holds half a character.`],
    ['请核对原文后重新导出文件。', 'Compare with the original and export the file again.'],
    place,
  );

/** Why a text that came out of escapes cannot be kept; null when it can. */
export function unfit(text: string, place: Place): Finding | null {
  const at = text.search(spelledControl);
  if (at >= 0) return controlCharacter(place, text.charCodeAt(at));
  return text.isWellFormed() ? null : halfCharacter(place);
}
