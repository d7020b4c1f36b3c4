import { builder } from './builder.ts';

/** A passage that holds words of a search. `ranges` are [start, end) in UTF-16 code units of `text`. */
export interface Highlight {
  readonly field: string;
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const reach = 40;

/** Every occurrence of a word, overlapping ones joined. */
function rangesOf(text: string, words: readonly string[]): [number, number][] {
  const lower = text.toLowerCase();
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  }
  found.sort((left, right) => left[0] - right[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Whether a cut at this place would leave half of a character on either side. */
const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

/** The part of a text around its first match, or null when no word is in it. A short text is given whole. */
export function highlight(field: string, text: string, words: readonly string[]): Highlight | null {
  const [first] = rangesOf(text, words);
  if (!first) return null;
  const isShort = text.length <= 2 * reach + 20;
  const from = isShort ? 0 : Math.max(0, first[0] - reach);
  const to = isShort ? text.length : Math.min(text.length, first[1] + reach);
  const start = splitsCharacter(text, from) ? from - 1 : from;
  const end = splitsCharacter(text, to) ? to + 1 : to;
  const passage = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  return { field, text: passage, ranges: rangesOf(passage, words) };
}

/** The passages of some fields of records that hold words of a search. */
export const highlightsIn =
  <Field extends string>(...fields: readonly Field[]) =>
  async (
    rows: readonly (Readonly<Record<Field, string | null>> & { readonly documentId: string })[],
    words: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Highlight[]>> =>
    new Map(
      rows.map((row) => [row.documentId, fields.flatMap((field) => highlight(field, row[field] ?? '', words) ?? [])]),
    );

export const Highlight = builder.objectRef<Highlight>('Highlight').implement({
  description: '含检索词的片段。A passage with words of the search.',
  fields: (t) => ({
    field: t.exposeString('field', { description: '出自哪一字段。Which field it is from.' }),
    text: t.exposeString('text', { description: '纯文本；“…”表示有省略。Plain text; … marks what is left out.' }),
    ranges: t.field({
      type: t.listRef(t.listRef('Int')),
      complexity: 1,
      description: '命中位置 [起, 止)，按 text 的 UTF-16 码元计。Matches as [start, end) in UTF-16 code units of text.',
      resolve: ({ ranges }) => ranges.map(([start, end]) => [start, end]),
    }),
  }),
});
