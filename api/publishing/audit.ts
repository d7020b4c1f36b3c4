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
    const refused = error instanceof NotAllowed;
    await record(store.db, actor, attempt, refused ? 'REFUSED' : 'FAILED', refused ? error.message : null);
    throw error;
  }
}
