import { stillGiven } from '../graphql/withdrawal.ts';
import type { Store } from '../store/client.ts';
import type { Session } from '../store/driver.ts';
import { logKeyFrom, selectLogKey } from '../store/log.ts';
import { type Sql, sql } from '../store/statements.ts';

interface LoggedRow {
  readonly timepoint: number;
  readonly entry: string;
  readonly leafHash: string;
  readonly statement: string | null;
}

const batchSize = 500;

/** Entries after one, each with what its edition states; null where that is withdrawn, or was never kept. */
const entriesAfter = (timepoint: number): Sql => sql`
  select l.timepoint, l.body as entry, encode(l.leaf_hash, 'base64') as "leafHash",
    case when event.type = 'PUBLISHED' and ${stillGiven(sql`e`)} then s.body end as statement
  from log_entry l join event on event.timepoint = l.event_timepoint join edition e on e.id = event.edition_id left join statement s on s.edition_id = event.edition_id
  where l.timepoint > ${timepoint} order by l.timepoint limit ${batchSize}`;

const asked = <Row>(session: Session, { text, values }: Sql): Promise<Row[]> => session.query<Row>(text, values);

async function* logLines(session: Session): AsyncGenerator<string> {
  const [checkpoint] = await asked<{ note: string }>(
    session,
    sql`select note from checkpoint order by size desc limit 1`,
  );
  const key = logKeyFrom(await asked(session, selectLogKey));
  if (!checkpoint || !key) return;
  yield JSON.stringify({ origin: key.origin, key: key.verifier, checkpoint: checkpoint.note });
  for (let after = 0; ; ) {
    const rows = await asked<LoggedRow>(session, entriesAfter(after));
    for (const { entry, leafHash, statement } of rows) yield JSON.stringify({ entry, leafHash, statement });
    const last = rows.at(-1);
    if (!last) return;
    after = last.timepoint;
  }
}

/**
 * The whole log as JSON Lines, to be kept elsewhere and verified without the platform: its name, key and checkpoint, then
 * every entry. All of it as it stands at one instant. Tells how many lines there were.
 */
export async function exportLog(
  store: Pick<Store, 'session'>,
  write: (line: string) => Promise<void>,
): Promise<number> {
  let lines = 0;
  await store.session((session) =>
    session.transaction(async (transaction) => {
      await transaction.query('set transaction isolation level repeatable read');
      for await (const line of logLines(transaction)) {
        await write(`${line}\n`);
        lines += 1;
      }
    }),
  );
  return lines;
}
