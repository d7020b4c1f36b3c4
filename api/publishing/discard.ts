import type { Transaction } from '../store/client.ts';
import type { Actor } from './actor.ts';
import { hold, move } from './held.ts';

/** Throws a draft away (弃稿). What was ever public cannot be. */
export async function discard(tx: Transaction, editionId: string, actor: Actor): Promise<void> {
  const edition = await hold(tx, editionId, 'DISCARD', actor);
  await tx.edition.delete({ where: { id: editionId } });
  await move(tx, edition, 'DISCARDED', actor);
}
