import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { GrowingTree, leafHash, type SubtreeHash, subtreesOf } from '../core/merkle.ts';
import { checkpointText, signNote } from '../core/signed-note.ts';
import type { Transaction } from '../store/client.ts';
import { type LogKey, logKeyFrom, logSettings, selectLogKey, subtreeHash, subtreeHashes } from '../store/log.ts';
import { insertTables } from '../store/rows.ts';
import { hexOf } from './edition-rows.ts';
import { holdPublications } from './lock.ts';
import { logEntry, publicEvents } from './log-entry.ts';

const batchSize = 1_000;

/** The name and the key of the log: made once, the same on every instance. */
async function logKeyOf(tx: Transaction): Promise<LogKey> {
  const known = logKeyFrom(await tx.$queryRaw(selectLogKey));
  if (known) return known;
  const { privateKey } = generateKeyPairSync('ed25519');
  await tx.setting.createMany({
    data: [
      { name: logSettings.origin, value: `gongkai-${randomBytes(4).toString('hex')}` },
      { name: logSettings.key, value: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') },
    ],
    skipDuplicates: true,
  });
  const made = logKeyFrom(await tx.$queryRaw(selectLogKey));
  if (!made) throw new Error('the log has no key');
  return made;
}

interface State {
  /** Of the last checkpoint; null where none was signed yet. */
  readonly size: bigint | null;
  /** The event that was appended last. */
  readonly event: bigint | null;
}

async function treeOf(tx: Transaction, size: number): Promise<GrowingTree> {
  const subtrees = subtreesOf(size);
  const found = await subtreeHashes((query) => tx.$queryRaw(query), subtrees);
  return new GrowingTree(subtrees.map(({ level, position }) => subtreeHash(found, level, position)));
}

/** Appends one batch of events; null when there was none. Tells the event it ended with. */
async function appendBatch(tx: Transaction, tree: GrowingTree, after: bigint): Promise<bigint | null> {
  const events = await publicEvents(tx, after, batchSize);
  const last = events.at(-1);
  if (!last) return null;
  const completed: SubtreeHash[] = [];
  const entries = events.map((event) => {
    const timepoint = tree.size + 1;
    const body = logEntry(event, timepoint);
    const hash = leafHash(body);
    completed.push(...tree.append(hash).slice(1));
    return { timepoint, event_timepoint: event.eventTimepoint, body, leaf_hash: hexOf(hash) };
  });
  await insertTables(tx, [
    { table: 'log_entry', rows: entries },
    {
      table: 'log_hash',
      rows: completed.map(({ level, position, hash }) => ({ level, position, hash: hexOf(hash) })),
    },
  ]);
  return last.eventTimepoint;
}

/**
 * Appends every publication and withdrawal that is not in the log (透明日志) yet, in the order of events, and signs one
 * checkpoint for what there is now. Nothing else makes the log longer, and without them it is not signed again.
 */
export async function appendToLog(tx: Transaction): Promise<void> {
  await holdPublications(tx);
  // The digest of a million rows takes longer than a reader's question may.
  await tx.$executeRaw`set local statement_timeout = '10min'`;
  const [state] = await tx.$queryRaw<State[]>`
    select (select max(size) from checkpoint) as size, (select event_timepoint from log_entry order by timepoint desc limit 1) as event`;
  const size = Number(state?.size ?? 0);
  let event = state?.event ?? 0n;
  const tree = await treeOf(tx, size);
  for (;;) {
    const next = await appendBatch(tx, tree, event);
    if (next === null) break;
    event = next;
  }
  if (tree.size === size && state?.size != null) return;
  const { origin, privateKey } = await logKeyOf(tx);
  const root = tree.root();
  const note = signNote(checkpointText({ origin, size: tree.size, root }), origin, privateKey);
  await insertTables(tx, [{ table: 'checkpoint', rows: [{ size: tree.size, root: hexOf(root), note }] }]);
}
