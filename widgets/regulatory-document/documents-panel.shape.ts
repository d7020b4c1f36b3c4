import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const bucket = record({ value: text, label: text, count: whole });

const edge = record({
  highlights: list(record({ field: text, text, ranges: list(list(whole)) })),
  node: record({
    id: text,
    title: text,
    permalink: text,
    formedOn: nullable(text),
    isSample: truth,
    number: nullable(record({ text })),
    publisher: record({ name: text }),
    genre: record({ label: text }),
    validity: record({ code: text, label: text }),
  }),
});

/** The shape `documentsQuery` asks for. */
export const documentsShape = record({
  platform: record({ name: text }),
  regulatoryDocuments: record({
    totalCount: whole,
    pageInfo: record({ hasNextPage: truth, endCursor: nullable(text) }),
    facets: list(record({ field: text, buckets: list(bucket) })),
    edges: list(edge),
  }),
});

export type Documents = Guarded<typeof documentsShape>;
export type DocumentEdge = Guarded<typeof edge>;
export type FacetBucket = Guarded<typeof bucket>;
