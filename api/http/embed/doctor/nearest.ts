/** Letters two words differ in: enough to tell a slip from another word. */
export function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= right.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** A name without what spellings of it differ in: pageSize, which HTML makes pagesize, and page_size are page-size. */
const bare = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

/** A known word that was meant: one spelt another way, cut short or gone on with, else one that is nearly the same. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word === '' || word.length > 40) return undefined;
  const same = known.filter((one) => bare(one) === bare(word));
  if (same.length === 1) return same[0];
  const begun = known.filter((one) => one.startsWith(word) || word.startsWith(one));
  // A short word that differs in most of its letters is another word.
  const most = begun.length > 0 ? Number.POSITIVE_INFINITY : Math.min(3, Math.floor(word.length / 2));
  return (begun.length > 0 ? begun : known)
    .map((one) => [distance(word, one), one] as const)
    .sort(([left], [right]) => left - right)
    .find(([far]) => far <= most)?.[1];
}
