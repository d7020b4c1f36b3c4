import type { Finding } from './finding.ts';
import { finding, type Place } from './finding-list.ts';

/** Characters that are not seen and make text read otherwise than it is stored: of no width, or turning its direction. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const everyInvisible = new RegExp(invisible, 'g');
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const codeOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Invisible characters of a text (不可见字符), told once for it; null where there is none. */
export function invisibleIn(text: string, place: Place): Finding | null {
  if (!invisible.test(text)) return null;
  const codes = [...new Set((text.match(everyInvisible) ?? []).map(codeOf))].join('、');
  const turns = turning.test(text);
  return finding(
    'invisible-character',
    'WARNING',
    place,
    [
      `有看不见的字符（${codes}）${turns ? '，其中有改变文字方向的，显示的与存储的不一样' : ''}。`,
      `There are characters that cannot be seen (${codes})${turns ? '; some turn the direction of the text, so that it shows otherwise than it is stored' : ''}.`,
    ],
    ['请删去这些字符，重新录入所在的字句。', 'Delete them, and type the words around them again.'],
  );
}
