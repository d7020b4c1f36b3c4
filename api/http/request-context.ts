import type { Context } from '../graphql/context.ts';

/** What the route hands to every execution. */
export interface RequestContext extends Context {
  readonly requestId: string;
  /** The query's price, for the answer's extensions, how many errors the answer tells, and what its author calls it. */
  readonly tally: { points: number; errors: number; operation?: string };
}
