/** About how wide a text stands, in units of its size: a Chinese character is one, a Latin letter about half. */
export const widthInEms = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.56), 0);

/** The class of what is shown from this width of its block on, in units of its text: '' where there always is room. */
export const fromWidth = (needed: number): string => {
  if (needed <= 16) return '';
  const step = [28, 38, 56].find((each) => needed <= each);
  return step ? `from${step}` : 'never';
};
