import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const edge = record({
  highlights: list(record({ field: text, text, ranges: list(list(whole)) })),
  node: record({
    title: text,
    permalink: text,
    formedOn: nullable(text),
    isSample: truth,
    number: nullable(record({ text })),
    publisher: record({ name: text }),
    validity: record({ code: text, label: text }),
  }),
});

const facet = record({ field: text, buckets: list(record({ value: text, label: text, count: whole })) });

const pageInfo = record({
  hasNextPage: truth,
  hasPreviousPage: truth,
  startCursor: nullable(text),
  endCursor: nullable(text),
});

/** The shape `documentsQuery` asks for. */
export const documentsShape = record({
  platform: record({ name: text }),
  regulatoryDocuments: record({ totalCount: whole, pageInfo, facets: list(facet), edges: list(edge) }),
});

export type DocumentsAnswer = Guarded<typeof documentsShape>;
export type DocumentEdge = Guarded<typeof edge>;
