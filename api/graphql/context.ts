import DataLoader from 'dataloader';
import type { Store } from '../store/client.ts';
import { type Clocks, type Moment, momentKey } from './moment.ts';

/** What every resolver may know: the store, the clock, the platform's own address. Nothing about who asks. */
export interface Context {
  readonly store: Store;
  readonly now: Date;
  /** Public address without a trailing slash. */
  readonly baseUrl: string;
  /** Key that signs cursors; the same on every instance. */
  readonly cursorKey: string;
  /** Names of the collections this request read: what makes a stored answer stale. */
  readonly touched: Set<string>;
  /** Whether anything was read as of now, and whether anything at a pinned instant: what may be kept for ever. */
  readonly clocks: Clocks;
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}

/** One loader per request, purpose and moment, so that a list of nodes costs one statement and no answer leaks between requests. */
export function loaderOf<Value>(
  context: Context,
  purpose: string,
  moment: Moment | null,
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): DataLoader<string, Value | null> {
  const name = moment ? `${purpose}|${momentKey(moment)}` : purpose;
  let loader = context.loaders.get(name);
  if (!loader) {
    loader = new DataLoader<string, unknown>(async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
    context.loaders.set(name, loader);
  }
  return loader as DataLoader<string, Value | null>;
}

/** Rows grouped by a key: what a loader of lists returns. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
