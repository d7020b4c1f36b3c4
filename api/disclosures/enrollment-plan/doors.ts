import type { Parity } from './codes.ts';

/** Doors of one road: a side and a range, open where a number is not said. */
export interface Doors {
  readonly parity: Parity;
  readonly doorFrom: number | null;
  readonly doorTo: number | null;
}

const isOdd = (door: number): boolean => door % 2 === 1;

/** Whether a door is among them. */
export const hasDoor = ({ parity, doorFrom, doorTo }: Doors, door: number): boolean =>
  door >= (doorFrom ?? 0) &&
  door <= (doorTo ?? Number.MAX_SAFE_INTEGER) &&
  (parity === 'ALL' || (parity === 'ODD') === isOdd(door));

/** Whether two ranges have a door in common, sides considered: 1—99 odd and 2—98 even have none. */
export function doorsMeet(one: Doors, other: Doors): boolean {
  if (one.parity !== 'ALL' && other.parity !== 'ALL' && one.parity !== other.parity) return false;
  const from = Math.max(one.doorFrom ?? 0, other.doorFrom ?? 0);
  const to = Math.min(one.doorTo ?? Number.MAX_SAFE_INTEGER, other.doorTo ?? Number.MAX_SAFE_INTEGER);
  if (from > to) return false;
  // One door in common may be on the side that neither names.
  return from < to || (hasDoor(one, from) && hasDoor(other, from));
}
