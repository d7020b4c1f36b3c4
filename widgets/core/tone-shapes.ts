import type { Tone } from './document.ts';

const square = 'M0 0h12v12H0z';

/** The shape that stands for a tone beside its word and its colour, a path on 12 by 12; what is plain has none, warnings are squares. */
export const toneShapes: Readonly<Record<Tone, string>> = {
  plain: '',
  good: 'M6 1a5 5 0 1 0 .01 0z',
  ended: 'M6 1a5 5 0 1 0 .01 0zM6 2.6a3.4 3.4 0 1 1-.01 0z',
  late: 'M6 1l6 10.5H0z',
  void: 'M1 2l4 4-4 4 1 1 4-4 4 4 1-1-4-4 4-4-1-1-4 4-4-4z',
  red: square,
  orange: square,
  yellow: square,
  blue: square,
};
