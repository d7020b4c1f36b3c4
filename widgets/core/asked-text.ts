/** Longest place or name that is asked for. */
const longest = 60;

/** A parameter as it is asked for: without control characters, spaces around it, and what is longer than any name. */
export const askedText = (value = ''): string =>
  value
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, longest)
    .trim();
