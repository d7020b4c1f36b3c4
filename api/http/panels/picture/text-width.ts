// Where lines of a text break in a picture, which no browser lays out.

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
  /(?:[（《“‘「『【(]|〔(?!\d))*(?:〔\d+〕\d*号?|\d{4}年\d{1,2}月\d{1,2}日|[-−¥]?\d[\d,.]*\s?(?:[万亿]?元|[人个项件]|%)|第[一二三四五六七八九十百千〇零\d]+[条款项章节]|[-−¥]?[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,:%/@_'’+-]*|.)[，。；：、？！）〕》”’」』】),.;:!?%…—]*\s*/gsu;

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
