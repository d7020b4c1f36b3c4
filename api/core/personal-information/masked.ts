/** A text with all but its ends replaced. */
export const masked = (text: string, first: number, last: number): string => {
  const characters = [...text];
  const hidden = Math.max(1, characters.length - first - last);
  return (
    characters.slice(0, first).join('') +
    '*'.repeat(hidden) +
    (last > 0 ? characters.slice(first + hidden).join('') : '')
  );
};

/** A name by its first character. */
export const maskedName = (name: string): string => masked(name, 1, 0);
