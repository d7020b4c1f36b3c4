import type { ArticleLevel, ArticleRow } from './content.ts';
import { markerOf, type Paragraph } from './lines.ts';
import { responsibilityClauses } from './responsibility.ts';

/** An article and the paragraphs of the source it was made of. */
export interface BuiltArticle {
  readonly row: ArticleRow;
  readonly paragraphs: readonly Paragraph[];
}

interface Item {
  readonly level: ArticleLevel;
  readonly marker: string;
  readonly number: number | null;
  /** Index of the part. */
  readonly parent: number | null;
  readonly paragraphs: Paragraph[];
}

const CLAUSE_ALONE = /^[（(〔[【]\s*(?:责任|牵头|配合|承办|主办|协办|落实|完成)(?:单位|部门)/u;
const LONGEST_HEADING = 30;

/** Whether a point has said who is responsible: what follows it then stands for itself. */
const isClosed = (item: Item): boolean =>
  item.paragraphs.slice(-2).some(({ text }) => responsibilityClauses(text.slice(-3000)).length > 0);

/** Whether an unnumbered paragraph goes on with the item before it. */
function continues(item: Item | undefined, text: string): boolean {
  if (item === undefined) return false;
  if (CLAUSE_ALONE.test(text)) return true;
  // 款 and 项 belong to their article; a point goes on until its responsibility clause.
  return item.level === 'ARTICLE' || (item.level === 'POINT' && !isClosed(item));
}

function toItems(paragraphs: readonly Paragraph[]): Item[] {
  const items: Item[] = [];
  let part: number | null = null;
  for (const paragraph of paragraphs) {
    const marker = markerOf(paragraph.text);
    const last = items.at(-1);
    const isItemOfArticle = marker?.level === 'POINT' && last?.level === 'ARTICLE';
    if ((marker === null || isItemOfArticle) && continues(last, paragraph.text)) {
      last?.paragraphs.push(paragraph);
    } else if (marker === null) {
      items.push({ level: 'PARAGRAPH', marker: '', number: null, parent: part, paragraphs: [paragraph] });
    } else {
      const parent = marker.level === 'PART' ? null : part;
      if (marker.level === 'PART') part = items.length;
      items.push({ level: marker.level, marker: marker.text, number: marker.number, parent, paragraphs: [paragraph] });
    }
  }
  return items;
}

/** The words that name the matter: a line without a full stop, or an opening sentence with more behind it. */
function headingOf(level: ArticleLevel, text: string): string | null {
  if (level === 'PARAGRAPH') return null;
  // An article has a heading only where one stands in brackets: 第一条（目的）.
  if (level === 'ARTICLE') return /^（([^（）]{1,30})）/u.exec(text)?.[1] ?? null;
  const end = text.search(/[。：:\n]/u);
  const opening = end < 0 ? text : text.slice(0, end);
  const isWholeSentence = end >= 0 && end === text.length - 1;
  return opening !== '' && opening.length <= LONGEST_HEADING && !isWholeSentence ? opening : null;
}

/** Points numbered on through the parts are cited by their number alone: 第14项. */
function numberedThrough(items: readonly Item[]): boolean {
  const numbers = items.filter(({ level }) => level === 'POINT').map(({ number }) => number);
  return new Set(numbers).size === numbers.length;
}

function pathOf(item: Item, items: readonly Item[], through: boolean, paragraphs: number): string {
  const part = item.parent === null ? null : items[item.parent];
  if (item.level === 'PART') return `part-${item.number}`;
  if (item.level === 'PARAGRAPH') return `p${paragraphs}`;
  return item.level === 'POINT' && !through && part ? `${part.number}.${item.number}` : String(item.number);
}

/** The addressable parts of a text in order (条、款的编号与层级). */
export function buildArticles(paragraphs: readonly Paragraph[]): BuiltArticle[] {
  const items = toItems(paragraphs);
  const through = numberedThrough(items);
  const taken = new Map<string, number>();
  let plain = 0;
  return items.map((item) => {
    if (item.level === 'PARAGRAPH') plain += 1;
    const path = pathOf(item, items, through, plain);
    const times = (taken.get(path) ?? 0) + 1;
    taken.set(path, times);
    const whole = item.paragraphs.map(({ text }) => text).join('\n');
    const text = whole.slice(item.marker.length).trimStart();
    const row: ArticleRow = {
      level: item.level,
      marker: item.marker,
      number: item.number,
      // A number given twice is reported; its second bearer still needs an address of its own.
      path: times === 1 ? path : `${path}-${times}`,
      parent: item.parent,
      heading: headingOf(item.level, text),
      text,
      responsibilities: [...new Set(responsibilityClauses(text).flatMap(({ names }) => names))],
    };
    return { row, paragraphs: item.paragraphs };
  });
}
