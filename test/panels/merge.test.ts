import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedPage, type Place, placeIn, type Read } from '../../widgets/platform/merge.ts';
import type { SearchEdge } from '../../widgets/platform/search.shape.ts';

const kinds = ['budget', 'emergency-plan', 'regulatory-document'];

type Lists = ReadonlyMap<string, readonly SearchEdge[]>;

/** A list of each kind, best first, with many alike; the cursor of a record is its number in its list. */
const lists = fc.tuple(...kinds.map(() => fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }))).map(
  (scores): Lists =>
    new Map(
      kinds.map((kind, index) => [
        kind,
        [...(scores[index] ?? [])]
          .sort((left, right) => right - left)
          .map((score, place) => ({
            cursor: String(place),
            score,
            highlights: [],
            node: {
              title: '',
              permalink: `${kind} ${place}`,
              modifiedAt: '2024-01-01T00:00:00Z',
              isSample: true,
              publisher: { name: '' },
            },
          })),
      ]),
    ),
);

/** What the API gives of each kind at a place: a whole page after it, or before it. */
const readsAt = (all: Lists, place: Place, size: number, isBackward: boolean): Read[] =>
  [...all].map(([kind, edges]) => {
    const at = place[kind] === undefined ? undefined : Number(place[kind]);
    const from = isBackward ? Math.max(0, (at ?? edges.length) - size) : (at ?? -1) + 1;
    const to = isBackward ? (at ?? edges.length) : Math.min(edges.length, from + size);
    const pageInfo = { hasNextPage: to < edges.length, hasPreviousPage: from > 0 };
    return { kind, part: { totalCount: edges.length, pageInfo, edges: edges.slice(from, to) } };
  });

function pageAt(all: Lists, written: { after?: string; before?: string }, size: number) {
  const isBackward = written.before !== undefined;
  const place = placeIn(written.before ?? written.after ?? '', kinds) ?? {};
  const { rows, next, previous } = mergedPage(readsAt(all, place, size, isBackward), place, size, isBackward);
  return { links: rows.map(({ node }) => node.permalink), next, previous };
}

/** The one order all pages are cut from: by score, then by kind, then as in the list. */
const whole = (all: Lists): string[] =>
  [...all]
    .flatMap(([kind, edges]) => edges.map((edge) => ({ edge, kind: kinds.indexOf(kind) })))
    .sort((left, right) => (right.edge.score ?? 0) - (left.edge.score ?? 0) || left.kind - right.kind)
    .map(({ edge }) => edge.node.permalink);

test('lists of several kinds are paged as one, forth and back, whatever the lists and the page', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 7 }), (all, size) => {
      const forth: string[][] = [];
      let page = pageAt(all, {}, size);
      expect(page.previous).toBeUndefined();
      for (;;) {
        forth.push(page.links);
        expect(forth.length).toBeLessThan(50);
        if (!page.next) break;
        page = pageAt(all, page.next, size);
      }
      expect(forth.flat()).toEqual(whole(all));
      for (const links of forth.slice(0, -1)) expect(links).toHaveLength(size);
      for (const links of [...forth].reverse().slice(1)) {
        expect(page.previous).toBeDefined();
        page = pageAt(all, page.previous ?? {}, size);
        expect(page.links).toEqual(links);
        // From any page on the way back, the way forth is the same.
        expect(pageAt(all, page.next ?? {}, size).links).toEqual(forth[forth.indexOf(links) + 1]);
      }
      expect(page.previous).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('an address that is no place is none', () => {
  for (const written of ['', 'budget', 'budget~', 'law~abc', 'budget~a b', 'budget~abc,', '__proto__~abc'])
    expect(placeIn(written, kinds)).toBeNull();
  expect(placeIn('budget~a.b-c_d,emergency-plan~x', kinds)).toEqual({ budget: 'a.b-c_d', 'emergency-plan': 'x' });
});
