import type { SearchEdge, SearchPart } from './search.shape.ts';

/**
 * One order over the lists of several kinds, page by page. A page's place is, for every kind, the cursor it goes on
 * from: no record is shown twice or left out, though the kinds are read apart.
 */
export interface Read {
  readonly kind: string;
  readonly part: SearchPart;
}

/** Cursors by kind; a kind without one begins at its beginning (`after`) or its end (`before`). */
export type Place = Readonly<Record<string, string>>;

/** How an address has a place: `budget~cursor,emergency-plan~cursor`; null when it is none. */
export function placeIn(written: string, kinds: readonly string[]): Place | null {
  const parts = written.split(',').map((part) => /^([a-z-]+)~([\w.-]+)$/.exec(part));
  const entries = parts.map((match): readonly [string, string] => [match?.[1] ?? '', match?.[2] ?? '']);
  const isPlace = entries.every(([kind]) => kinds.includes(kind));
  return isPlace ? Object.fromEntries(entries) : null;
}

const written = (place: Place): string =>
  Object.entries(place)
    .map(([kind, cursor]) => `${kind}~${cursor}`)
    .join(',');

interface Row extends SearchEdge {
  readonly kind: string;
}

/** Above zero when the left one comes first: the better match, else the newer; alike, the kinds keep their order. */
const before = (left: SearchEdge, right: SearchEdge): number => {
  if (left.score !== null && right.score !== null) return left.score - right.score;
  return Date.parse(left.node.modifiedAt) - Date.parse(right.node.modifiedAt);
};

export interface MergedPage {
  readonly rows: readonly Row[];
  readonly next?: { readonly after: string };
  readonly previous?: { readonly before: string };
}

/** How many edges of each kind are on the page: from their beginnings, or from their ends. */
function taken(reads: readonly Read[], size: number, isBackward: boolean): ReadonlyMap<string, readonly SearchEdge[]> {
  const rows = new Map(reads.map(({ kind }) => [kind, [] as SearchEdge[]]));
  const lists = reads.map(({ kind, part }) => {
    const edges = part.edges ?? [];
    return { kind, edges: isBackward ? [...edges].reverse() : edges, at: 0 };
  });
  for (let count = 0; count < size; count += 1) {
    let best: (typeof lists)[number] | undefined;
    for (const list of lists) {
      const edge = list.edges[list.at];
      const other = best?.edges[best.at];
      if (!edge) continue;
      const order = other ? before(edge, other) : 1;
      if (isBackward ? !other || order <= 0 : order > 0) best = list;
    }
    const edge = best?.edges[best.at];
    if (!best || !edge) break;
    rows.get(best.kind)?.push(edge);
    best.at += 1;
  }
  return isBackward ? new Map([...rows].map(([kind, edges]) => [kind, edges.reverse()])) : rows;
}

/** The rows of a page in their order. */
function merged(pages: ReadonlyMap<string, readonly SearchEdge[]>): readonly Row[] {
  const rows: Row[] = [];
  const lists = [...pages].map(([kind, edges]) => ({ kind, edges, at: 0 }));
  for (;;) {
    let best: (typeof lists)[number] | undefined;
    for (const list of lists) {
      const edge = list.edges[list.at];
      const other = best?.edges[best.at];
      if (edge && (!other || before(edge, other) > 0)) best = list;
    }
    const edge = best?.edges[best.at];
    if (!best || !edge) return rows;
    rows.push({ ...edge, kind: best.kind });
    best.at += 1;
  }
}

const present = (entries: readonly (readonly [string, string | undefined])[]): Place =>
  Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));

/** The page at a place, and the places of its neighbours. Each kind was read up to a whole page from there. */
export function mergedPage(reads: readonly Read[], place: Place, size: number, isBackward: boolean): MergedPage {
  const pages = taken(reads, size, isBackward);
  const rows = merged(pages);
  const shown = (kind: string) => pages.get(kind) ?? [];
  const after = reads.map(({ kind, part }): readonly [string, string | undefined] => [
    kind,
    isBackward ? part.edges?.at(-1)?.cursor : (shown(kind).at(-1)?.cursor ?? place[kind]),
  ]);
  const ahead = reads.map(({ kind, part }): readonly [string, string | undefined] => [
    kind,
    isBackward ? (shown(kind)[0]?.cursor ?? place[kind]) : part.edges?.[0]?.cursor,
  ]);
  const isLeft = ({ kind, part }: Read): boolean => (part.edges?.length ?? 0) > shown(kind).length;
  const hasNext = isBackward || reads.some((read) => isLeft(read) || read.part.pageInfo?.hasNextPage);
  const hasPrevious = isBackward
    ? reads.some((read) => isLeft(read) || read.part.pageInfo?.hasPreviousPage)
    : Object.keys(place).length > 0;
  return {
    rows,
    ...(hasNext ? { next: { after: written(present(after)) } } : {}),
    ...(hasPrevious ? { previous: { before: written(present(ahead)) } } : {}),
  };
}
