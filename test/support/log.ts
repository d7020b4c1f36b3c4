import type { Store } from '../../api/store/client.ts';
import { sql } from '../../api/store/statements.ts';
import { county, publishPaper, stagePaper, withdrawPaper } from './county.ts';
import type { Beginning, TestDatabase } from './databases.ts';

/** The numbers of the papers `publishHistory` publishes. */
export interface History {
  /** First edition, update and correction. */
  readonly changed: string;
  /** Withdrawn and published again. */
  readonly back: string;
  readonly withdrawn: string;
}

/** Eight public events, with every sort among them, and a draft. */
export async function publishHistory(store: Store): Promise<History> {
  const paper = (serial: number, body: string) => ({
    subject: `第${serial}项工作`,
    number: `桓政办字〔2024〕${serial}号`,
    body: [body],
  });
  const { indexNumber: changed } = await publishPaper(store, paper(1, '一。'));
  await publishPaper(store, paper(1, '一，更新。'), { changeNote: '补充内容' });
  const { indexNumber: back } = await publishPaper(store, paper(2, '二。'));
  await withdrawPaper(store, back);
  await publishPaper(store, paper(2, '二，重新发布。'));
  const { indexNumber: withdrawn } = await publishPaper(store, paper(3, '三。'));
  await stagePaper(store, paper(4, '草稿。'));
  await withdrawPaper(store, withdrawn, '内容有误');
  await publishPaper(store, paper(5, '五。'));
  return { changed, back, withdrawn };
}

export const publicEvents = 8;

const logged: Beginning = {
  name: 'logged_county',
  fill: async (store) => {
    await county.fill(store);
    await publishHistory(store);
  },
};

export async function loggedCounty(database: TestDatabase): Promise<{ store: Store; history: History }> {
  const store = await database.open({ beginning: logged });
  const numbers = await store.read<{ number: string }>(
    sql`select distinct index_number as number from document where index_number is not null order by number`,
  );
  const [changed = '', back = '', withdrawn = ''] = numbers.map(({ number }) => number);
  return { store, history: { changed, back, withdrawn } };
}

/** What whoever rules the database can do that its guards refuse everybody else. */
export const tamper = (store: Store, ...statements: readonly string[]): Promise<void> =>
  store.session(async (session) => {
    await session.script(
      `set session_replication_role = replica; ${statements.join(';')}; reset session_replication_role`,
    );
  });

export interface LoggedEntry {
  readonly timepoint: number;
  readonly body: string;
  readonly leafHash: Buffer;
}

export const logEntries = (store: Store): Promise<LoggedEntry[]> =>
  store.read<LoggedEntry>(sql`select timepoint, body, leaf_hash as "leafHash" from log_entry order by timepoint`);

/** Everything the log is made of. */
export const wholeLog = async (store: Store): Promise<readonly unknown[]> => [
  await logEntries(store),
  await store.read(sql`select * from log_hash order by level, position`),
  await store.read(sql`select * from checkpoint order by size`),
];
