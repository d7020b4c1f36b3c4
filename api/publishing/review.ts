import { randomUUID } from 'node:crypto';
import type { Transaction } from '../store/client.ts';
import { type Actor, mayActFor } from './actor.ts';
import { refuse } from './errors.ts';
import { isReviewed } from './gate.ts';
import { type HeldEdition, hold, instant, move } from './held.ts';

export interface SecrecyReview {
  readonly result: 'PASSED' | 'REFUSED';
  /** The rule it rests on. */
  readonly basis: string;
  readonly note?: string | undefined;
}

const demand = (text: string, zh: string, en: string): string => {
  const said = text.trim();
  return said === '' || said.length > 2_000 ? refuse('BAD_INPUT', zh, en) : said;
};

/** Records a secrecy review (保密审查) by somebody other than the author. A refusal returns the draft. */
export async function review(
  tx: Transaction,
  editionId: string,
  actor: Actor,
  { result, basis, note }: SecrecyReview,
): Promise<void> {
  const edition = await hold(tx, editionId, 'REVIEW', actor);
  const said = demand(basis, '保密审查须写明依据。', 'A secrecy review states its basis.');
  await tx.review.create({
    data: {
      id: randomUUID(),
      editionId,
      at: await instant(tx),
      reviewer: actor.name,
      result,
      basis: said,
      note: note?.trim() || null,
    },
  });
  await move(tx, edition, 'REVIEWED', actor, { reason: `${result} ${said}` });
  if (result === 'REFUSED') {
    await move(tx, edition, 'RETURNED', actor, {
      state: 'RETURNED',
      reason: `保密审查未通过：${note?.trim() || said}`,
    });
  }
}

/** Clears findings of the search for personal information, one by its number or all of a rule, with a reason (核准保留). */
export async function clear(
  tx: Transaction,
  editionId: string,
  actor: Actor,
  { findingId, rule, reason }: { readonly findingId?: string; readonly rule?: string; readonly reason: string },
): Promise<number> {
  const edition = await hold(tx, editionId, 'CLEAR', actor);
  const said = demand(reason, '核准保留须说明理由。', 'Clearing a finding takes a reason.');
  const which = findingId !== undefined ? { id: findingId } : { rule: rule ?? '' };
  const { count } = await tx.gateFinding.updateMany({
    where: { editionId, clearedAt: null, ...which },
    data: { clearedAt: await instant(tx), clearedBy: actor.name, clearedReason: said },
  });
  if (count === 0) {
    refuse('NOT_FOUND', `没有待核的发现“${findingId ?? rule}”。`, `There is no open finding "${findingId ?? rule}".`);
  }
  await move(tx, edition, 'CLEARED', actor, { reason: `${findingId ?? rule}: ${said}` });
  return count;
}

/** An organization agrees (会签). Whoever signs need not be of the organization that publishes. */
export async function signOff(tx: Transaction, editionId: string, actor: Actor): Promise<readonly string[]> {
  const asked = await tx.signOff.findMany({ where: { editionId, signedAt: null } });
  const own = asked.filter(({ organizationId }) => mayActFor(actor, organizationId));
  const edition = await hold(tx, editionId, 'SIGN_OFF', actor, () => own.length > 0);
  const organizationIds = own.map(({ organizationId }) => organizationId);
  await tx.signOff.updateMany({
    where: { editionId, organizationId: { in: organizationIds } },
    data: { signedAt: await instant(tx), signedBy: actor.name },
  });
  await move(tx, edition, 'SIGNED_OFF', actor);
  return organizationIds;
}

/** Sends a draft back to its author, saying why (退文). */
export async function returnDraft(tx: Transaction, editionId: string, actor: Actor, reason: string): Promise<void> {
  const edition = await hold(tx, editionId, 'RETURN', actor);
  const said = demand(reason, '退文须说明理由。', 'Returning a draft takes a reason.');
  await tx.edition.update({ where: { id: editionId }, data: { releaseId: null } });
  await move(tx, edition, 'RETURNED', actor, { state: 'RETURNED', reason: said });
}

async function demandReview(tx: Transaction, edition: HeldEdition): Promise<void> {
  if (!(await isReviewed(tx, edition))) {
    refuse('GATE_CLOSED', '尚无通过的保密审查，不能审签。', 'No secrecy review has passed it; it cannot be approved.');
  }
  const open = await tx.gateFinding.count({ where: { editionId: edition.id, clearedAt: null } });
  if (open > 0) {
    refuse(
      'GATE_CLOSED',
      `有 ${open} 处待核（个人信息等），须改正后重新导入或逐处说明理由，才能审签。`,
      `${open} findings are open: mend and import again, or clear each with a reason, before it is approved.`,
    );
  }
}

/** Approves what was reviewed (审签). It binds to this very edition: a newer draft begins anew. */
export async function approve(tx: Transaction, editionId: string, actor: Actor): Promise<void> {
  const edition = await hold(tx, editionId, 'APPROVE', actor);
  await demandReview(tx, edition);
  await move(tx, edition, 'APPROVED', actor, { state: 'APPROVED' });
}
