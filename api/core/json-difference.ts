import { applyPatch, createPatch, type Operation, Pointer } from 'rfc6902';

/** Lists are compared item by item with each other: beyond this a comparison costs more than it says. */
const mostPairs = 250_000;

/** The product of the longest lists compared; an upper bound of the work. */
function pairsIn(left: unknown, right: unknown): number {
  if (Array.isArray(left) && Array.isArray(right)) return left.length * right.length;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return 0;
  return Math.max(
    0,
    ...Object.entries(left).map(([key, value]) => pairsIn(value, (right as Record<string, unknown>)[key])),
  );
}

/** How one JSON value becomes another (RFC 6902); null where they are too long to be compared. */
export const jsonPatch = (before: unknown, after: unknown): Operation[] | null =>
  pairsIn(before, after) > mostPairs ? null : createPatch(before, after);

export interface JsonDifference {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

const textOf = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** The same for a person: where it differs, what stood there, what stands there now. */
export function jsonDifferences(before: unknown, after: unknown): JsonDifference[] | null {
  const patch = jsonPatch(before, after);
  // Positions in lists are those of the moment: what was added before counts.
  const current = structuredClone(before);
  return (
    patch?.map((operation) => {
      const stood = operation.op === 'add' ? undefined : Pointer.fromJSON(operation.path).get(current);
      const difference = {
        path: operation.path.slice(1).replaceAll('/', '.'),
        before: textOf(stood),
        after: 'value' in operation ? textOf(operation.value) : null,
      };
      applyPatch(current, [operation]);
      return difference;
    }) ?? null
  );
}
