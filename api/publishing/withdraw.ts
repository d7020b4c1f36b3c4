import type { Transaction } from '../store/client.ts';
import { sql } from '../store/statements.ts';
import { type Actor, authorize, mayActFor } from './actor.ts';
import { refuse } from './errors.ts';
import { hold, holdDocument } from './held.ts';
import { appendToLog } from './log.ts';
import { nextInstant, tell } from './order.ts';
import { publicWords } from './words.ts';

const indexNumberPattern = /^[0-9A-Z]{18}\/\d{4}-\d{7}$/;

/** Takes the live edition back (撤回). The document stays as a tombstone with the reason; nothing becomes a bare 404. */
export async function withdraw(tx: Transaction, indexNumber: string, actor: Actor, reason: string): Promise<void> {
  const missing = (): never =>
    refuse('NOT_FOUND', `没有索引号为 ${indexNumber} 的现行版本。`, `No live edition has index number ${indexNumber}.`);
  if (!indexNumberPattern.test(indexNumber)) return missing();
  await holdDocument(tx, sql`index_number = ${indexNumber}`);
  const at = await nextInstant(tx);
  const edition = await tx.edition.findFirst({
    where: { document: { indexNumber }, publishedAt: { not: null }, publishedUntil: null },
    include: { document: true },
  });
  if (!edition || !mayActFor(actor, edition.document.organizationId)) return missing();
  authorize(actor, 'WITHDRAW', edition.document.organizationId);
  const said = publicWords(reason, '撤回', 'A withdrawal');
  const { id: editionId, kind, documentId } = edition;
  await tx.edition.update({ where: { id: editionId }, data: { state: 'WITHDRAWN', publishedUntil: at } });
  await tx.event.create({
    data: { at, type: 'WITHDRAWN', kind, documentId, editionId, actor: actor.name, reason: said },
  });
  await appendToLog(tx);
  await tell(tx, kind);
}

/**
 * Closes an edition for good (封存): what must not have been public, personal information say, is read at no instant any
 * more. Its number, its digest and the log remain. It must have been superseded or withdrawn first.
 */
export async function seal(tx: Transaction, editionId: string, actor: Actor, reason: string): Promise<void> {
  const edition = await hold(tx, editionId, 'SEAL', actor);
  if (edition.sealedAt) return;
  const said = publicWords(reason, '封存', 'Sealing');
  const at = await nextInstant(tx);
  await tx.edition.update({ where: { id: editionId }, data: { sealedAt: at } });
  await tx.event.create({
    data: {
      at,
      type: 'SEALED',
      kind: edition.kind,
      documentId: edition.documentId,
      editionId,
      actor: actor.name,
      reason: said,
    },
  });
  await appendToLog(tx);
  await tell(tx, edition.kind);
}
