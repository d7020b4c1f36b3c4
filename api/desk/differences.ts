import { type JsonDifference, jsonDifferences } from '../core/json-difference.ts';
import type { Store } from '../store/client.ts';
import type { DraftRow } from './draft.ts';

const longestStatement = 300_000;

/** What a draft changes of what is live of its document; null where nothing is live, or they are too long to compare. */
export async function differencesFromLive(
  { db }: Store,
  { id, documentId, publishedAt }: DraftRow,
): Promise<JsonDifference[] | null> {
  if (publishedAt !== null) return null;
  const live = await db.edition.findFirst({
    where: { documentId, publishedAt: { not: null }, publishedUntil: null },
    select: { statement: true },
  });
  const own = await db.statement.findUnique({ where: { editionId: id } });
  const bodies = [live?.statement?.body, own?.body];
  const [before, after] = bodies.map((body) =>
    body === undefined || body.length > longestStatement ? null : (JSON.parse(body) as unknown),
  );
  return before == null || after == null ? null : jsonDifferences(before, after);
}
