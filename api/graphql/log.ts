import type { Store } from '../store/client.ts';
import { logKeyFrom, selectLogKey } from '../store/log.ts';
import { sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';

interface SignedSize {
  readonly size: number;
  /** The signed note. */
  readonly note: string;
}

/** What the log signed last; null where it has not begun. */
export async function lastCheckpoint({ read }: Pick<Store, 'read'>): Promise<SignedSize | null> {
  const [checkpoint] = await read<SignedSize>(sql`select size, note from checkpoint order by size desc limit 1`);
  return checkpoint ?? null;
}

interface NamedLog extends SignedSize {
  readonly origin: string;
  readonly key: string;
}

export const PublicationLog = builder.objectRef<NamedLog>('PublicationLog').implement({
  description:
    '透明日志：每次发布和撤回各记一条，只增不改（RFC 6962、C2SP tlog-tiles，见 /log/checkpoint）。The append-only log of every publication and withdrawal.',
  fields: (t) => ({
    origin: t.exposeString('origin', { description: '日志名称，终身不变。Name of the log, the same for all time.' }),
    key: t.exposeString('key', {
      description: '公钥，C2SP signed-note 的验证密钥；请另存一份。Its verifier key (signed note); keep a copy.',
    }),
    size: t.exposeInt('size', { description: '条数。Number of entries.' }),
    checkpoint: t.exposeString('note', {
      description: '最新的签名检查点，原文。The latest signed checkpoint, exactly as signed.',
    }),
  }),
});

/** The log with its name and key; null where it has not begun. */
export async function publicationLog({ store, touched }: Context): Promise<NamedLog | null> {
  touched.add('*');
  const checkpoint = await lastCheckpoint(store);
  const key = logKeyFrom(await store.read(selectLogKey));
  return checkpoint && key ? { ...checkpoint, origin: key.origin, key: key.verifier } : null;
}
