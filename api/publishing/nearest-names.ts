import type { Bilingual } from '../core/finding.ts';
import { namesLike, suggestion } from '../graphql/names-like.ts';
import type { Transaction } from '../store/client.ts';

/** The names in the register that somebody may have meant who wrote this one, to follow a refusal; empty where none is near. */
export async function nearestNames(tx: Pick<Transaction, 'organization'>, written: string): Promise<Bilingual> {
  const known = await tx.organization.findMany({ select: { name: true } });
  return suggestion(
    namesLike(
      written,
      known.map(({ name }) => name),
    ),
  );
}
