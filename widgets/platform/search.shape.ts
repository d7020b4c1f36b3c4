import { type Guard, type Guarded, list, nullable, optional, record, text, truth, whole } from '../core/shape.ts';
import { kinds } from './kinds.ts';

const score: Guard<number> = (value): value is number => typeof value === 'number';

const edge = record({
  cursor: text,
  score: nullable(score),
  highlights: list(record({ field: text, text, ranges: list(list(whole)) })),
  node: record({ title: text, permalink: text, modifiedAt: text, isSample: truth, publisher: record({ name: text }) }),
});

const part = record({
  totalCount: whole,
  pageInfo: optional(record({ hasNextPage: truth, hasPreviousPage: truth })),
  edges: optional(list(edge)),
});

export type SearchEdge = Guarded<typeof edge>;
export type SearchPart = Guarded<typeof part>;

const name = record({ platform: record({ name: text }) });
const parts = record(Object.fromEntries(kinds.map((kind) => [kind.list, part])));

/** The shape `searchQuery` asks for: the platform's name, and a list of every kind by its name in the schema. */
export interface Found {
  readonly platform: { readonly name: string };
  readonly [list: string]: unknown;
}

export const searchShape: Guard<Found> = (value): value is Found => name(value) && parts(value);

export const partOf = (found: Found, listName: string): SearchPart => {
  const given = found[listName];
  if (!part(given)) throw new TypeError(`${listName} is no list`);
  return given;
};
