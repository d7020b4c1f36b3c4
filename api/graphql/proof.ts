import { inclusionProof, type Subtree } from '../core/merkle.ts';
import { subtreeHash, subtreeHashes } from '../store/log.ts';
import { sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import { type Context, loaderOf } from './context.ts';
import { lastCheckpoint } from './log.ts';

interface EntryRow {
  readonly editionId: string;
  readonly timepoint: number;
  readonly entry: string;
  readonly leafHash: Buffer;
}

interface Proof extends EntryRow {
  readonly treeSize: number;
  readonly checkpoint: string;
  readonly inclusion: readonly Uint8Array[];
}

const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

/** Proofs of many leaves in one tree. Which hashes they take is found out first, so that all are read at once. */
async function inclusionsOf({ store }: Context, indexes: readonly number[], size: number): Promise<Uint8Array[][]> {
  const wanted: Subtree[] = [];
  for (const index of indexes) {
    inclusionProof(index, size, (level, position) => {
      wanted.push({ level, position });
      return new Uint8Array(32);
    });
  }
  const found = await subtreeHashes((query) => store.read(query), wanted);
  return indexes.map((index) =>
    inclusionProof(index, size, (level, position) => subtreeHash(found, level, position).hash),
  );
}

/** That an edition is in the log. Entries are read before the checkpoint, which then has them all. */
const proofsOf = (context: Context) =>
  loaderOf<Proof>(context, 'proofs', null, async (ids) => {
    const entries = await context.store.read<EntryRow>(sql`
      select event.edition_id as "editionId", l.timepoint, l.body as entry, l.leaf_hash as "leafHash"
      from event join log_entry l on l.event_timepoint = event.timepoint
      where event.document_id in (select document_id from edition where id = any(${ids}::uuid[]))
        and event.edition_id = any(${ids}::uuid[]) and event.type = 'PUBLISHED'`);
    const checkpoint = entries.length > 0 ? await lastCheckpoint(context.store) : null;
    if (!checkpoint) return new Map();
    const { size: treeSize, note } = checkpoint;
    const inclusions = await inclusionsOf(
      context,
      entries.map(({ timepoint }) => timepoint - 1),
      treeSize,
    );
    return new Map(
      entries.map((entry, at) => [
        entry.editionId,
        { ...entry, treeSize, checkpoint: note, inclusion: inclusions[at] ?? [] },
      ]),
    );
  });

/** The proof of a published edition, as of now whatever instant is asked of; null for what is not in the log. */
export async function proofOf(editionId: string, context: Context): Promise<Proof | null> {
  // Any publication makes the log longer, so nobody may keep this for ever.
  context.touched.add('*');
  context.clocks.live = true;
  return proofsOf(context).load(editionId);
}

export const EditionProof = builder.objectRef<Proof>('EditionProof').implement({
  description:
    '证明：这一版已记入透明日志，且日志对所有人相同。按 RFC 6962 核对。Proof that the edition is in the log everybody sees (RFC 6962).',
  fields: (t) => ({
    timepoint: t.exposeInt('timepoint', {
      description:
        '在日志中的序号，从 1 起；叶子序号为其减 1。Its place in the log, from 1; the leaf index is one less.',
    }),
    entry: t.exposeString('entry', {
      description:
        '日志条目原文（RFC 8785 规范 JSON），即叶子的 UTF-8 字节。The leaf, exactly: canonical JSON in UTF-8.',
    }),
    leafHash: t.string({
      description: '叶子散列 SHA-256(0x00 ‖ 条目)，base64。Hash of the leaf, SHA-256(0x00 ‖ entry), in base64.',
      resolve: ({ leafHash }) => base64(leafHash),
    }),
    treeSize: t.exposeInt('treeSize', { description: '检查点的条数。Number of entries the checkpoint has.' }),
    inclusion: t.stringList({
      description:
        '包含证明：从叶子到根的散列，base64。The inclusion proof: hashes from the leaf to the root, in base64.',
      resolve: ({ inclusion }) => inclusion.map(base64),
    }),
    checkpoint: t.exposeString('checkpoint', {
      description: '签名检查点，原文：日志名、条数、根。The signed checkpoint, exactly: origin, size, root.',
    }),
    statementUrl: t.field({
      type: 'URL',
      nullable: true,
      description:
        '摘要所取的全文（规范 JSON）；保存全文之前发布的版次为 null。The text the digest is taken over; null for editions from before it was kept.',
      resolve: ({ entry }, _, { baseUrl }) => {
        const { digest, hasStatement } = JSON.parse(entry) as { digest: string; hasStatement: boolean };
        return hasStatement ? `${baseUrl}/log/statements/${digest.slice('sha256:'.length)}` : null;
      },
    }),
  }),
});
