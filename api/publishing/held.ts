import { type Action, isPossible, stateLabels, stepOf } from '../core/lifecycle.ts';
import type { Transaction } from '../store/client.ts';
import { type Sql, sql } from '../store/statements.ts';
import { type Actor, demandRole, mayActFor } from './actor.ts';
import { refuse } from './errors.ts';

/**
 * Holds the document until the transaction ends. Staging holds it before it publishes, so whoever changes what is public
 * takes it before the publication lock: in the other order two publishers would wait for each other.
 */
export async function holdDocument(tx: Transaction, condition: Sql): Promise<void> {
  await tx.$executeRaw(sql`select from document where ${condition} for update`);
}

const ofEdition = (tx: Transaction, editionId: string) =>
  tx.edition.findUnique({ where: { id: editionId }, include: { document: { include: { organization: true } } } });

export type HeldEdition = NonNullable<Awaited<ReturnType<typeof ofEdition>>>;

type EventType = Parameters<Transaction['event']['create']>[0]['data']['type'];

const isOwners = (edition: HeldEdition, actor: Actor): boolean => mayActFor(actor, edition.document.organizationId);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An edition held for a step: its document is locked, whoever acts may act, and its state allows it. To whom it does not
 * concern it is as if there were none.
 */
export async function hold(
  tx: Transaction,
  editionId: string,
  action: Action,
  actor: Actor,
  concerns: (edition: HeldEdition, actor: Actor) => boolean = isOwners,
): Promise<HeldEdition> {
  const missing = (): never =>
    refuse(
      'NOT_FOUND',
      '没有这份草稿；它可能已被新的草稿替换。',
      'There is no such draft; a newer one may have replaced it.',
    );
  if (!uuid.test(editionId)) return missing();
  await holdDocument(tx, sql`id = (select document_id from edition where id = ${editionId}::uuid)`);
  const edition = (await ofEdition(tx, editionId)) ?? missing();
  if (!concerns(edition, actor)) return missing();
  demandRole(actor, stepOf(action).roles, stepOf(action).label);
  const { label, isForAnother } = stepOf(action);
  if (!isPossible(action, edition.state)) {
    refuse(
      'WRONG_STATE',
      `这一版${stateLabels[edition.state].zh}，不能${label.zh}。`,
      `This edition is ${stateLabels[edition.state].en}; one cannot ${label.en} it.`,
    );
  }
  if (isForAnother && edition.author === actor.name) {
    refuse(
      'FORBIDDEN',
      `${label.zh}须由拟稿人以外的人进行。`,
      `The author cannot ${label.en} his own draft; somebody else must.`,
    );
  }
  return edition;
}

/** Moves a held edition on, and records it. */
export async function move(
  tx: Transaction,
  { id, kind, documentId }: Pick<HeldEdition, 'id' | 'kind' | 'documentId'>,
  type: EventType,
  actor: Actor,
  { state, reason = null }: { state?: HeldEdition['state']; reason?: string | null } = {},
): Promise<void> {
  if (state) await tx.edition.update({ where: { id }, data: { state } });
  await tx.event.create({
    data: { at: await instant(tx), type, kind, documentId, editionId: id, actor: actor.name, reason },
  });
}

/** The database's clock: instances' own may differ. */
export async function instant(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as at`;
  if (!row) throw new Error('the database gave no time');
  return row.at;
}
