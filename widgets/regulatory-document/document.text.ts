import type { Block, GroupBlock, ListBlock, SectionsBlock } from '../core/document.ts';
import { type Hit, hitsIn } from '../core/hits.ts';
import type { Scene } from '../core/panel.ts';
import type { Article, Piece, RegulatoryDocument } from './document.shape.ts';
import { documentWords } from './document.words.ts';

/** The note of responsible organs at the end of a point: told as such, so not once more in the text. */
const closingNote = /[（(]\s*(?:责任|牵头|配合)单位[：:][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]\s*$/;

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A heading that begins the text is set apart from it, with the mark that ends it; one inside it (第一条（目的）) is not said twice. */
function parted({ heading, text }: Piece): { readonly heading?: string; readonly body: string } {
  if (!heading || (text.includes(heading) && !text.startsWith(heading))) return { body: text };
  return { heading, body: text.startsWith(heading) ? text.slice(heading.length).replace(/^[。．.：:\s]+/, '') : text };
}

/** Depth by the text's own parents, from 1; a piece whose parent is missing stands at the top. */
export function levelsOf(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { id, parent } of pieces) levels.set(id, parent === null ? 1 : (levels.get(parent.id) ?? 0) + 1);
  return levels;
}

type Section = SectionsBlock['items'][number];

function section(piece: Piece, level: number, tail: readonly string[], body: string, heading?: string): Section {
  return {
    id: piece.path,
    level,
    ...(piece.marker === '' ? {} : { marker: piece.marker }),
    ...(heading === undefined ? {} : { heading }),
    paragraphs: [...linesOf(body), ...tail],
  };
}

/** The articles of a text, in its order. They stand on one page with those of another text: `text` tells them apart. */
export function sections(pieces: readonly Piece[], text: string): SectionsBlock {
  const levels = levelsOf(pieces);
  const items = pieces.map((piece) => {
    const { heading, body } = parted(piece);
    return { ...section(piece, levels.get(piece.id) ?? 1, [], body, heading), id: `${text}-${piece.path}` };
  });
  return { type: 'sections', items };
}

const namesOf = ({ responsibilities }: Article, between: string): string =>
  responsibilities.map(({ writtenName }) => writtenName).join(between);

/** The text with who must act under each article; one that has no articles is given paragraph by paragraph. */
export function body({ articles, text, annotation }: RegulatoryDocument, { language }: Scene): GroupBlock {
  const words = documentWords(language);
  const levels = levelsOf(articles);
  const items = articles.map((article): Section => {
    const { heading, body: rest } = parted(article);
    const isTold = article.responsibilities.length > 0;
    const tail = isTold ? [words.responsible(namesOf(article, words.between))] : [];
    return section(article, levels.get(article.id) ?? 1, tail, isTold ? rest.replace(closingNote, '') : rest, heading);
  });
  const whole: Section = { id: 'text', level: 1, paragraphs: linesOf(text) };
  const last: readonly Section[] = annotation ? [{ id: 'annotation', level: 1, paragraphs: [annotation] }] : [];
  const blocks: readonly Block[] = [{ type: 'sections', items: [...(articles.length > 0 ? items : [whole]), ...last] }];
  return { type: 'group', heading: words.body, blocks };
}

const reach = 40;
/** Full-width letters and digits as narrow ones, capitals as small ones, each at its old place. */
const folded = (text: string): string =>
  Array.from(text, (character) => {
    const plain = character.normalize('NFKC').toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join('');

/** Every occurrence of the words, joined where they overlap. */
function found(text: string, words: readonly string[]): readonly Hit[] {
  const plain = folded(text);
  const ranges: [number, number][] = [];
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
      ranges.push([at, at + word.length]);
  }
  ranges.sort((left, right) => left[0] - right[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The surroundings of one occurrence, with every occurrence inside them marked. */
function passage(
  text: string,
  [start, end]: Hit,
  hits: readonly Hit[],
): Pick<ListBlock['items'][number], 'text' | 'textHits'> {
  const before = [...text.slice(Math.max(0, start - reach), start)];
  const after = [...text.slice(end, end + reach)];
  // Half of a character outside the basic plane is left out.
  const isHalf = (one: string | undefined): boolean => one !== undefined && /^[\ud800-\udfff]$/.test(one);
  const from = start - before.join('').length + (isHalf(before[0]) ? 1 : 0);
  const to = end + after.join('').length - (isHalf(after.at(-1)) ? 1 : 0);
  const opening = from > 0 ? '…' : '';
  const cut = `${opening}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  const moved = hits
    .filter(([first, last]) => first >= from && last <= to)
    .map(([first, last]): Hit => [first - from + opening.length, last - from + opening.length]);
  return { text: cut, textHits: hitsIn(cut, moved) };
}

/** Every place of the text where one of the words stands. */
export function occurrences(document: RegulatoryDocument, search: string, { language }: Scene): Block {
  const words = documentWords(language);
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  const parts =
    document.articles.length > 0
      ? document.articles.map(({ marker, heading, text, permalink }) => ({
          title: [marker, heading].filter(Boolean).join('') || document.title,
          text,
          href: permalink,
        }))
      : [{ title: document.title, text: document.text, href: document.permalink }];
  const items = parts.flatMap(({ title, text, href }) => {
    const hits = found(text, wanted);
    return hits.map((hit) => ({ title, href, meta: [], ...passage(text, hit, hits) }));
  });
  if (items.length === 0) return { type: 'notice', tone: 'plain', text: words.notFoundInText(search) };
  return {
    type: 'group',
    heading: words.found(search, items.length),
    blocks: [{ type: 'list', items, total: items.length }],
  };
}
