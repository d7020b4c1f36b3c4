import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const change = record({
  at: text,
  type: text,
  reason: nullable(text),
  kind: text,
  indexNumber: text,
  title: nullable(text),
  publisher: text,
  edition: whole,
  changeNote: nullable(text),
  withdrawalReason: nullable(text),
  permalink: text,
});

/** The shape `latestQuery` asks for. */
export const latestShape = record({
  platform: record({ name: text, hasSampleData: truth }),
  changes: record({ nodes: list(change) }),
});

export type LatestAnswer = Guarded<typeof latestShape>;
export type Change = Guarded<typeof change>;
