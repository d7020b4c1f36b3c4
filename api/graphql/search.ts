import { normalise } from '../core/chinese.ts';
import { type QueryWord, queryWords } from '../core/words.ts';
import { type Sql, sql } from '../store/statements.ts';
import { badInput } from './errors.ts';

export interface Search {
  /** True for the editions that hold every word asked for. */
  readonly condition: Sql;
  /** How well the title and number match, words in their order first: an integer, so that it can stand in a cursor. */
  readonly score: Sql;
  /** The words to mark in the answer. */
  readonly words: readonly string[];
}

const longest = 200;

const lexeme = (word: string): string => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;

const term = ({ word, pairs, prefix }: QueryWord): string => {
  if (prefix) return `${lexeme(word)}:*`;
  return pairs.length === 0 ? lexeme(word) : `(${lexeme(word)} | (${pairs.map(lexeme).join(' & ')}))`;
};

/** Null when nothing is asked for; a question without a single word finds nothing. */
export function searchOf(text: string | null | undefined, edition: Sql): Search | null {
  const trimmed = text?.trim();
  if (!trimmed) return null;
  if (trimmed.includes('\0')) {
    throw badInput(
      'search 中有不可用的控制字符（U+0000）；请去掉它。',
      'search holds the control character U+0000; leave it out.',
    );
  }
  if (trimmed.length > longest) {
    throw badInput(
      `search 共 ${trimmed.length} 字，超过上限 ${longest}；请只写几个关键词。`,
      `search has ${trimmed.length} characters, over the limit of ${longest}; give a few words.`,
    );
  }
  const words = queryWords(trimmed);
  const phrase = normalise(trimmed).replace(/[^\p{L}\p{N}〔〕]+/gu, '');
  // Cast, because a bare 0 in ORDER BY means a column's place, not a value.
  if (words.length === 0) return { condition: sql`false`, score: sql`0::int`, words: [] };
  const all = words.map(term).join(' & ');
  const any = words.map(term).join(' | ');
  return {
    condition: sql`${edition}.words @@ ${all}::tsquery`,
    // A title with the very words in their order is what was meant, before one that has them scattered.
    score: sql`((ts_rank(${edition}.title_words, ${any}::tsquery) * 1000000)::int
      + case when position(${phrase} in ${edition}.title) > 0 then 1000000 else 0 end)`,
    words: words.map(({ word }) => word),
  };
}
