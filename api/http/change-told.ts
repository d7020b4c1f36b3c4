import type { ChangeRow } from '../changes/entries.ts';
import { patchOf } from '../changes/patch.ts';
import { changeSentenceOf } from '../changes/sentence.ts';
import type { Store } from '../store/client.ts';

/** A change as every form but GraphQL tells it. */
export async function told(store: Store, baseUrl: string, change: ChangeRow) {
  const { zh, en } = changeSentenceOf(change);
  return {
    ...change,
    at: change.at.toISOString(),
    permalink: `${baseUrl}/id/${change.kind}/${change.indexNumber}`,
    sentence: { zh, en },
    patch: await patchOf(store, change),
  };
}

const events = new WeakMap<ChangeRow, Map<string, Promise<string>>>();

/** A change as a stream tells it: made once for everybody who is told of it at this address. */
export function eventOf(store: Store, baseUrl: string, change: ChangeRow): Promise<string> {
  const made = events.get(change) ?? new Map<string, Promise<string>>();
  events.set(change, made);
  const known = made.get(baseUrl);
  if (known) return known;
  const event = told(store, baseUrl, change).then(
    (data) => `id: ${change.timepoint}\nevent: ${change.type.toLowerCase()}\ndata: ${JSON.stringify(data)}\n\n`,
  );
  made.set(baseUrl, event);
  return event;
}
