import type { Transaction } from '../store/client.ts';

const publicationLock = 7_072_021;

/** One publication at a time: the order of events, of their instants, of their commits and of the log is the same. */
export async function holdPublications(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${publicationLock}::bigint)`;
}
