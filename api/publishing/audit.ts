import { longTransaction, type Store, type Transaction } from '../store/client.ts';
import type { Actor } from './actor.ts';
import { NotAllowed } from './errors.ts';

/** What is attempted, for the record. */
export interface Attempt {
  readonly action: string;
  /** What it is about: an edition, an index number, a token. */
  readonly subject?: string | null;
}

type Outcome = 'ALLOWED' | 'REFUSED' | 'FAILED';
const longestReason = 2_000;

/** PostgreSQL holds no U+0000 and no half of a character. */
const storable = (text: string | null): string | null =>
  text === null ? null : text.replaceAll('\u0000', '�').toWellFormed().slice(0, longestReason);

async function record(
  db: Pick<Transaction, 'audit'>,
  { name, tokenId, remote }: Actor,
  { action, subject }: Attempt,
  outcome: Outcome,
  reason: string | null,
): Promise<void> {
  await db.audit.create({
    data: {
      actor: name,
      tokenId: tokenId ?? null,
      remote: remote ?? null,
      action,
      subject: storable(subject ?? null),
      outcome,
      reason: storable(reason?.slice(0, longestReason) ?? null),
    },
  });
}

/** Records an attempt that never came to anything. */
export const recordRefusal = (store: Store, actor: Actor, attempt: Attempt, reason: string): Promise<void> =>
  record(store.db, actor, attempt, 'REFUSED', reason);

const recordFailure = (store: Store, actor: Actor, attempt: Attempt, error: unknown): Promise<void> =>
  error instanceof NotAllowed
    ? record(store.db, actor, attempt, 'REFUSED', error.message)
    : record(store.db, actor, attempt, 'FAILED', null);

/**
 * Does something in one transaction and records that it was done, in the same transaction; what is refused or fails is
 * recorded by itself, after everything else of it is undone.
 */
export async function act<Result>(
  store: Store,
  actor: Actor,
  attempt: Attempt,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await store.db.$transaction(async (tx) => {
      const result = await work(tx);
      await record(tx, actor, attempt, 'ALLOWED', null);
      return result;
    }, longTransaction);
  } catch (error) {
    await recordFailure(store, actor, attempt, error);
    throw error;
  }
}

/** Does something to see what comes of it, and takes all of it back: only that it was tried stays on record. */
export async function rehearse<Result>(
  store: Store,
  actor: Actor,
  attempt: Attempt,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const takenBack = new Error('taken back on purpose');
  const results: Result[] = [];
  try {
    await store.db.$transaction(async (tx) => {
      results.push(await work(tx));
      throw takenBack;
    }, longTransaction);
  } catch (error) {
    if (error !== takenBack) {
      await recordFailure(store, actor, attempt, error);
      throw error;
    }
  }
  await record(store.db, actor, attempt, 'ALLOWED', null);
  return results[0] as Result;
}
