/** Quotes that an editor has made pretty. */
export const isCurly = /^[“”„‟″]|[“”„‟″]$/;

const quotes = new Set('“”„‟″"');

/** A value without the quotes that count as part of it. */
export function unquoted(value: string): string {
  let [start, end] = [0, value.length];
  while (start < end && quotes.has(value.charAt(start))) start += 1;
  while (end > start && quotes.has(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}
