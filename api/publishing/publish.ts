import { today } from '../core/local-date.ts';
import type { Transaction } from '../store/client.ts';
import { sql } from '../store/statements.ts';
import type { Actor } from './actor.ts';
import { refuse } from './errors.ts';
import { demandOpen } from './gate.ts';
import { type HeldEdition, hold, holdDocument } from './held.ts';
import { issueIndexNumbers } from './index-numbers.ts';
import { appendToLog } from './log.ts';
import { nextInstant, tell } from './order.ts';

export interface Publication {
  readonly documentId: string;
  readonly editionId: string;
  readonly number: number;
  readonly indexNumber: string;
  readonly kind: string;
  readonly at: Date;
}

/** Ends the edition before it; null when there is none. */
async function endPrevious(tx: Transaction, { documentId, reason }: HeldEdition, at: Date): Promise<string | null> {
  const previous = await tx.edition.findFirst({
    where: { documentId, publishedAt: { not: null }, publishedUntil: null },
  });
  if (!previous) return null;
  await tx.edition.update({
    where: { id: previous.id },
    data: { state: reason === 'CORRECTION' ? 'CORRECTED' : 'SUPERSEDED', publishedUntil: at },
  });
  return previous.id;
}

async function indexNumberOf(tx: Transaction, { document }: HeldEdition, at: Date): Promise<string> {
  if (document.indexNumber) return document.indexNumber;
  const year = Number(today(at).slice(0, 4));
  const [issued] = await issueIndexNumbers(tx, [{ organizationId: document.organizationId, year }]);
  if (!issued) {
    return refuse(
      'GATE_CLOSED',
      '发布机构没有统一社会信用代码，无法编定索引号。',
      'The publisher has no credit code, so no index number can be issued.',
    );
  }
  await tx.document.update({ where: { id: document.id }, data: { indexNumber: issued } });
  return issued;
}

async function makePublic(tx: Transaction, edition: HeldEdition, actor: Actor): Promise<Publication> {
  const at = await nextInstant(tx);
  const previousId = await endPrevious(tx, edition, at);
  const indexNumber = await indexNumberOf(tx, edition, at);
  const { id: editionId, documentId, kind, number } = edition;
  await tx.edition.update({ where: { id: editionId }, data: { state: 'PUBLISHED', publishedAt: at } });
  await tx.event.create({
    data: { at, type: 'PUBLISHED', kind, documentId, editionId, previousId, actor: actor.name },
  });
  await tell(tx, kind);
  return { documentId, editionId, number, indexNumber, kind, at };
}

/**
 * Makes approved editions public, all of them or none, in the transaction given: ends the editions before them, issues
 * index numbers, records the events, tells every instance at commit. Refuses, with the reasons, what must not be public.
 */
export async function publishTogether(
  tx: Transaction,
  editionIds: readonly string[],
  actor: Actor,
): Promise<readonly Publication[]> {
  // In one order, so that of two who publish the same documents the second waits for the first.
  await holdDocument(
    tx,
    sql`id in (select document_id from edition where id = any(${[...editionIds]}::uuid[])) order by id`,
  );
  const editions: HeldEdition[] = [];
  for (const id of editionIds) editions.push(await hold(tx, id, 'PUBLISH', actor));
  const at = await nextInstant(tx);
  for (const edition of editions) {
    await demandOpen(tx, edition, { at, together: editionIds });
  }
  const publications: Publication[] = [];
  for (const edition of editions) publications.push(await makePublic(tx, edition, actor));
  await appendToLog(tx);
  return publications;
}

/** Makes one approved edition public. */
export async function publish(tx: Transaction, editionId: string, actor: Actor): Promise<Publication> {
  const [publication] = await publishTogether(tx, [editionId], actor);
  if (!publication) throw new Error('nothing was published');
  return publication;
}
