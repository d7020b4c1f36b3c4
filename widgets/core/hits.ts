/** Half-open range of UTF-16 units. */
export type Hit = readonly [number, number];

/** Ranges as they may be trusted: inside the text, in order, without overlap. */
export const hitsIn = (text: string, ranges: readonly (readonly number[])[]): readonly Hit[] => {
  const hits: Hit[] = [];
  let last = 0;
  for (const [start = -1, end = -1] of [...ranges].sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0))) {
    if (start < last || end <= start || end > text.length) continue;
    hits.push([start, end]);
    last = end;
  }
  return hits;
};

interface Passage {
  readonly field: string;
  readonly text: string;
  readonly ranges: readonly (readonly number[])[];
}

interface Marked {
  readonly hits?: readonly Hit[];
  readonly text?: string;
  readonly textHits?: readonly Hit[];
}

/** Where a search hit: in the title as it stands, else or also in a passage from elsewhere. */
export const markedBy = (title: string, passages: readonly Passage[]): Marked => {
  const whole = passages.find(({ field, text }) => field === 'title' && text === title);
  const elsewhere =
    passages.find(({ field }) => field !== 'title' && field !== 'number') ??
    passages.find((passage) => passage !== whole);
  return {
    ...(whole ? { hits: hitsIn(title, whole.ranges) } : {}),
    ...(elsewhere ? { text: elsewhere.text, textHits: hitsIn(elsewhere.text, elsewhere.ranges) } : {}),
  };
};
