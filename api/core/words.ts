import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { normalise } from './chinese.ts';

/**
 * Words for search. PostgreSQL's own parser takes a whole Chinese phrase for one word, so the words are cut here:
 * jieba's words for rank and speed, every pair of neighbouring characters so that nothing a reader can see is
 * unfindable, however jieba happened to cut the sentence around it.
 */
let jieba: Jieba | undefined;

/** The dictionary takes fifty megabytes and a tenth of a second: whoever cuts no words does not pay for it. */
const cutter = (): Jieba => {
  jieba ??= Jieba.withDict(dict);
  return jieba;
};

const run = /[\p{Script=Han}〇]+|[\p{L}\p{N}]+/gu;
const numbered = /^\d+$/;

/** PostgreSQL refuses a lexeme over 2 kB and a vector over 1 MB; both are far beyond any document one reads. */
const longestWord = 40;
const mostWords = 60_000;

function* pairs(text: string): Generator<string> {
  const characters = [...text];
  for (let index = 1; index < characters.length; index++) yield `${characters[index - 1]}${characters[index]}`;
}

/** A number and the character after it are one more word: 29号, 26点, 2021年. */
function* numbersWithUnit(text: string): Generator<string> {
  for (const match of text.matchAll(/\d+\p{Script=Han}/gu)) yield match[0];
}

/** A cut never leaves half a character. */
const shortened = (word: string): string => word.slice(0, longestWord).replace(/[\ud800-\udbff]$/, '');

/** Every word a text can be found by. */
export function indexWords(text: string): string[] {
  const normal = text.split('\n').map(normalise).join('\n').toLowerCase();
  const words = new Set<string>(numbersWithUnit(normal));
  for (const [part] of normal.matchAll(run)) {
    if (words.size > mostWords) break;
    if (!/\p{Script=Han}/u.test(part)) {
      words.add(shortened(part));
      continue;
    }
    for (const word of cutter().cutForSearch(part, true)) words.add(shortened(word));
    for (const pair of pairs(part)) words.add(pair);
    for (const character of part) words.add(character);
  }
  return [...words];
}

/** One word of a question, with the pairs that must all be there if jieba cut the document otherwise. */
export interface QueryWord {
  readonly word: string;
  readonly pairs: readonly string[];
  /** A single letter or digit stands for every word that begins with it; a single Chinese character is a word. */
  readonly prefix: boolean;
}

const asked = (word: string): QueryWord => {
  const length = [...word].length;
  const han = /^\p{Script=Han}+$/u.test(word);
  return { word, pairs: han && length > 2 ? [...pairs(word)] : [], prefix: length === 1 && !han };
};

/** The words of a question, all of which must be found. 29号 stays one word; 政务公开 义务教育 are two or more. */
export function queryWords(text: string): QueryWord[] {
  const normal = text.split(/\s+/).map(normalise).join(' ').toLowerCase();
  const words = new Map<string, QueryWord>();
  const add = (word: string) => words.set(word, asked(shortened(word)));
  const rest = normal.replace(/\d+(?=(\p{Script=Han}))/gu, (digits: string, unit: string) => {
    if (numbered.test(digits)) add(`${digits}${unit}`);
    return ' ';
  });
  for (const [part] of rest.matchAll(run)) {
    if (!/\p{Script=Han}/u.test(part)) add(part);
    else for (const word of cutter().cut(part, true)) add(word);
  }
  return withoutUnits([...words.values()]);
}

/** 号 is already part of 29号: a unit that stands alone only because its number was taken out is not asked for twice. */
function withoutUnits(words: readonly QueryWord[]): QueryWord[] {
  const units = new Set(words.filter(({ word }) => /^\d+\p{Script=Han}$/u.test(word)).map(({ word }) => word.at(-1)));
  const kept = words.filter(({ word }) => !units.has(word));
  return kept.length > 0 ? kept : [...words];
}
