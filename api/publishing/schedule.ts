import { randomUUID } from 'node:crypto';
import { chinaTime } from '../core/local-date.ts';
import type { Store, Transaction } from '../store/client.ts';
import { longTransaction } from '../store/client.ts';
import { sql } from '../store/statements.ts';
import { type Actor, operator } from './actor.ts';
import { NotAllowed, refuse } from './errors.ts';
import { demandOpen } from './gate.ts';
import { hold, instant, move } from './held.ts';
import { type Publication, publishTogether } from './publish.ts';

const longestWait = 366 * 86_400_000;

/**
 * Has approved editions published together at an instant (定时发布、统一步调): all of them or none, once, whichever
 * instance is awake. Returns the release's id.
 */
export async function schedule(
  tx: Transaction,
  editionIds: readonly string[],
  actor: Actor,
  at: Date,
): Promise<string> {
  const now = await instant(tx);
  if (editionIds.length === 0) refuse('BAD_INPUT', '没有指明要发布的版本。', 'No edition was named.');
  if (!(at > now)) {
    const [given, clock] = [at, now].map((each) => chinaTime(each).slice(0, 16).replace('T', ' '));
    refuse(
      'BAD_INPUT',
      `定时的时刻 ${given}（北京时间）已过；现在是 ${clock}。`,
      `The time ${given} (Beijing) is past; it is ${clock} now.`,
    );
  }
  if (at.getTime() - now.getTime() > longestWait) {
    refuse('BAD_INPUT', '定时须在将来一年之内。', 'The time must lie ahead, within a year.');
  }
  const releaseId = randomUUID();
  await tx.release.create({ data: { id: releaseId, at, state: 'PENDING', createdBy: actor.name } });
  for (const id of [...editionIds].sort()) {
    const edition = await hold(tx, id, 'SCHEDULE', actor);
    // What is certain to be refused then is refused now, while somebody is there to see it.
    await demandOpen(tx, edition, { at, together: editionIds });
    if (edition.releaseId) {
      refuse('WRONG_STATE', '已定时；请先取消原来的定时。', 'It is scheduled already; unschedule it first.');
    }
    await tx.edition.update({ where: { id }, data: { releaseId } });
    await move(tx, edition, 'SCHEDULED', actor, { reason: at.toISOString() });
  }
  return releaseId;
}

/** Cancels the release an edition goes out with, for all its editions. */
export async function unschedule(tx: Transaction, editionId: string, actor: Actor): Promise<void> {
  const { releaseId } = await hold(tx, editionId, 'UNSCHEDULE', actor);
  if (!releaseId) return refuse('WRONG_STATE', '没有定时。', 'It is not scheduled.');
  const editions = await tx.edition.findMany({ where: { releaseId }, orderBy: { id: 'asc' } });
  for (const { id } of editions) {
    const edition = await hold(tx, id, 'UNSCHEDULE', actor);
    await move(tx, edition, 'UNSCHEDULED', actor);
  }
  await tx.edition.updateMany({ where: { releaseId }, data: { releaseId: null } });
  await tx.release.update({ where: { id: releaseId }, data: { state: 'CANCELLED' } });
}

interface Due {
  readonly id: string;
  readonly createdBy: string;
}

/** Takes one release that is due; whoever else looks for one meanwhile passes it by. By the database's clock. */
async function takeDue(tx: Transaction): Promise<Due | undefined> {
  const [due] = await tx.$queryRaw<Due[]>`
    select id, created_by as "createdBy" from release where state = 'PENDING' and at <= clock_timestamp()
    order by at, id limit 1 for update skip locked`;
  return due;
}

/** Asked every second: one cheap statement, without a transaction. */
const isAnyDue = sql`select exists (select from release where state = 'PENDING' and at <= clock_timestamp()) as "isDue"`;

export interface ReleaseOutcome {
  readonly releaseId: string;
  readonly publications: readonly Publication[];
  /** Why nothing of it was published. */
  readonly failure: string | null;
}

/**
 * Publishes one release that is due, in one transaction; null when none is. A process killed in the middle leaves it
 * pending, for another instance or for the next start. What the gate refuses is marked as failed, with the reason.
 */
export async function releaseDue(store: Store): Promise<ReleaseOutcome | null> {
  const [found] = await store.read<{ isDue: boolean }>(isAnyDue);
  if (!found?.isDue) return null;
  let refused: { due: Due; failure: string } | null = null;
  const done = await store.db
    .$transaction(async (tx) => {
      const due = await takeDue(tx);
      if (!due) return null;
      const editions = await tx.edition.findMany({
        where: { releaseId: due.id, publishedAt: null },
        orderBy: { createdAt: 'asc' },
      });
      try {
        const ids = editions.map(({ id }) => id);
        const publications = ids.length === 0 ? [] : await publishTogether(tx, ids, operator(due.createdBy));
        await tx.release.update({ where: { id: due.id }, data: { state: 'DONE' } });
        return { releaseId: due.id, publications, failure: null };
      } catch (error) {
        if (error instanceof NotAllowed) refused = { due, failure: error.message };
        throw error;
      }
    }, longTransaction)
    .catch((error: unknown) => {
      if (refused) return null;
      throw error;
    });
  if (!refused) return done;
  const { due, failure }: { due: Due; failure: string } = refused;
  await store.db.release.updateMany({
    where: { id: due.id, state: 'PENDING' },
    data: { state: 'FAILED', failure: failure.slice(0, 2_000) },
  });
  return { releaseId: due.id, publications: [], failure };
}
