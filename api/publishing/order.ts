import type { Transaction } from '../store/client.ts';
import { holdPublications } from './lock.ts';

/** The channel on which every instance hears that a kind's published content changed. */
export const publicationChannel = 'gk_published';

/** The instant of this change: the database's clock, and later than every change before it. */
export async function nextInstant(tx: Transaction): Promise<Date> {
  await holdPublications(tx);
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    select date_trunc('milliseconds', greatest(clock_timestamp(), (select max(at) from event) + interval '1 millisecond')) as at`;
  if (!row) throw new Error('the database gave no time');
  return row.at;
}

/** Tells every instance at commit. */
export async function tell(tx: Transaction, kind: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${publicationChannel}, ${kind})`;
}
