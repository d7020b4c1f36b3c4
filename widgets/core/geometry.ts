import type { Row, TableBlock } from './document.ts';

// Where marks and words stand: for the panel in the browser and for the picture made on the platform alike.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One mark of a chart: a row that has a length, with the value it stands for, exact. */
export interface Mark {
  readonly row: Row;
  readonly label: string;
  readonly value: string | null;
  /** −1 to 1. */
  readonly mark: number;
  /** The thin mark of what it is compared with. */
  readonly before: number | undefined;
}

/** The column a chart draws: the first that holds numbers. */
export const drawnColumn = ({ columns }: Pick<TableBlock, 'columns'>): number =>
  columns.findIndex(({ type }) => type === 'number' || type === 'share');

/** The rows of a table that are drawn, in their order; a total has no mark beside its parts. */
export function barsOf(table: Pick<TableBlock, 'columns' | 'rows'>): Mark[] {
  const at = drawnColumn(table);
  return table.rows.flatMap((row) =>
    row.mark === undefined
      ? []
      : [{ row, label: row.cells[0] ?? '', value: row.cells[at] ?? null, mark: row.mark, before: row.before }],
  );
}

/** From where to where a scale of marks goes: zero is always on it. */
export const rangeOf = (marks: readonly Pick<Mark, 'mark' | 'before'>[]): readonly [low: number, high: number] => {
  const ends = marks.flatMap(({ mark, before = 0 }) => [mark, before]);
  return [Math.min(0, ...ends), Math.max(0, ...ends) || 1];
};

/** The worst proportion in a row of areas laid along a side: 1 is a square. */
const worst = (areas: readonly number[], sum: number, side: number): number =>
  Math.max(...areas.map((area) => Math.max((side * side * area) / (sum * sum), (sum * sum) / (side * side * area))));

/**
 * Areas in proportion to values, as near to squares as can be, the largest first at the left and the top (squarified
 * treemap). Boxes come in the order of the values; what is not above zero has none to show.
 */
export function treemap(values: readonly number[], width: number, height: number): Box[] {
  const boxes: Box[] = values.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  const largest = Math.max(0, ...values);
  // A billionth of the largest is not seen, and is too small to divide by.
  const share = (at: number | undefined) => (values[at ?? -1] ?? 0) / largest;
  const order = [...values.keys()].filter((at) => share(at) > 1e-9).sort((left, right) => share(right) - share(left));
  const sum = order.reduce((total, at) => total + share(at), 0);
  const areas = order.map((at) => (share(at) / sum) * width * height);
  let [x, y, across, down] = [0, 0, width, height];
  for (let from = 0; from < areas.length; ) {
    const side = Math.min(across, down);
    let to = from + 1;
    let strip = areas[from] ?? 0;
    while (to < areas.length) {
      const next = strip + (areas[to] ?? 0);
      if (worst(areas.slice(from, to + 1), next, side) > worst(areas.slice(from, to), strip, side)) break;
      strip = next;
      to += 1;
    }
    const depth = strip / side;
    let along = 0;
    for (let at = from; at < to; at += 1) {
      const length = (areas[at] ?? 0) / depth;
      boxes[order[at] ?? 0] =
        across < down
          ? { x: x + along, y, width: length, height: depth }
          : { x, y: y + along, width: depth, height: length };
      along += length;
    }
    if (across < down) [y, down] = [y + depth, down - depth];
    else [x, across] = [x + depth, across - depth];
    from = to;
  }
  return boxes;
}

const wide =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;

/** How wide a text is set in a system font, in its own size: an estimate that is rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (wide.test(character)) width += 1;
    else if (/[\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u.test(character)) width += 0;
    else if (/[MW@%m]/.test(character)) width += 0.9;
    else if (/[A-Z&\d]/.test(character)) width += /\d/.test(character) ? 0.58 : 0.7;
    else width += /[ .,:;'|!ijlI()[\]/-]/.test(character) ? 0.36 : 0.58;
  }
  return width;
}

// 〔2021〕, 第三条, 2021年7月15日, 3.2 亿元, a number with its sign, a word: never broken. Punctuation stays with what it closes or opens.
const unbroken =
  /(?:[（《“‘「『【(]|〔(?!\d))*(?:〔\d+〕\d*号?|\d{4}年\d{1,2}月\d{1,2}日|[-−¥]?\d[\d,.]*\s?(?:[万亿]?元|[人个项件]|%)|第[一二三四五六七八九十百千〇零\d]+[条款项章节]|[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,:%/@_'’+-]*|.)[，。；：、？！）〕》”’」』】),.;:!?%…—]*\s*/gsu;

/** A text in lines no wider than `width`, in units of its own size; beyond `most` lines the last one ends in …. */
export function linesOf(text: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.trim().match(unbroken) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    // A piece wider than a whole line, an address for instance, is broken anywhere.
    while (textWidth(line.trimEnd()) > width && [...line].length > 1) {
      let part = '';
      for (const character of line) {
        if (part !== '' && textWidth(part + character) > width) break;
        part += character;
      }
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(''), width)];
}

/** The beginning of a text that fits, with … when something is left out. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let part = '';
  for (const character of text) {
    if (textWidth(`${part}${character}…`) > width) break;
    part += character;
  }
  return `${part}…`;
}

/** Round values (1, 2 or 5 times a power of ten) that cover the range, about `count` of them, zero among them. */
export function niceTicks(least: number, most: number, count = 4): readonly number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  if (!(high > low)) return [0];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Multiplied, not added up: 0.1 + 0.2 would be read aloud as it is.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
