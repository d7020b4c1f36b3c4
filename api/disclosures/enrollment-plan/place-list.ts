import { type CellType, list } from '../../core/form/cell-types.ts';

const opening = '（(［[{《';
const closing = '）)］]}》';
const separator = /[、，,;；\n]/;

/** Cut at separators, but not inside brackets: 周坊村（含东、西两片） is one place, and a polygon is one text. */
function cut(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (opening.includes(character)) depth += 1;
    if (closing.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  // A bracket that is never closed must not swallow the places after it.
  return depth > 0 ? text.split(new RegExp(separator, 'g')) : parts;
}

const townBefore = /^(?<town>[^:：]{1,6}(?:镇|街道|乡))[:：](?<rest>.*)$/u;

/** 果里镇：东马村、西边村 says the town of all that follow it. */
function withTowns(places: readonly string[]): string[] {
  let town = '';
  return places.map((place) => {
    const said = townBefore.exec(place)?.groups;
    if (said) town = said['town'] ?? '';
    return `${town}${said?.['rest']?.trim() ?? place}`;
  });
}

const bound = /^[东西南北](至|到|起)/;

/** 东至…，西至…，南至… is one boundary however it was cut. */
function withBoundaries(places: readonly string[]): string[] {
  const whole: string[] = [];
  for (const place of places) {
    const last = whole.at(-1);
    if (last !== undefined && bound.test(last) && bound.test(place)) whole[whole.length - 1] = `${last}，${place}`;
    else whole.push(place);
  }
  return whole;
}

const cellsOf = (text: string): string[] =>
  cut(text.trim())
    .map((item) => item.trim().replace(/。$/u, ''))
    .filter((item) => item !== '');

/** Names in one cell, 、 between them. */
export const nameList: CellType<readonly string[]> = {
  ...list,
  read: (text) => ({ ok: true, value: cellsOf(text) }),
};

/** Places in one cell, 、 between them. */
export const placeList: CellType<readonly string[]> = {
  ...list,
  read: (text) => ({ ok: true, value: withTowns(withBoundaries(cellsOf(text))) }),
};
