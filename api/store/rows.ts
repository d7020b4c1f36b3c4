import type { Transaction } from './client.ts';
import { connectionOf, copyRows } from './copy.ts';
import { id, join, sql } from './statements.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows for one table, by column name. Every row has the same columns. They may be made as they are taken. */
export interface TableRows {
  readonly table: string;
  readonly rows: Iterable<Row>;
}

/** Words as PostgreSQL reads a tsvector. */
export const wordVector = (words: readonly string[]): string =>
  words.map((word) => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`).join(' ');

/** So many rows go into one statement; what is left after them goes by COPY where the database speaks it. */
const batchSize = 5_000;

/** JSON has no integers of any length; PostgreSQL reads one from a text as well. */
const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

async function insertBatch(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = join(
    Object.keys(first).map((column) => id(column)),
    ', ',
  );
  await tx.$executeRaw(
    sql`insert into ${id(table)} (${columns}) select ${columns} from json_populate_recordset(null::${id(table)}, ${JSON.stringify(rows, exact)}::json)`,
  );
}

function take(rows: Iterator<Row>, count: number): Row[] {
  const taken: Row[] = [];
  while (taken.length < count) {
    const next = rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

function* rest(rows: Iterator<Row>): Generator<Row> {
  for (let next = rows.next(); !next.done; next = rows.next()) yield next.value;
}

async function insertRows(tx: Transaction, { table, rows }: TableRows): Promise<void> {
  const iterator = rows[Symbol.iterator]();
  let batch = take(iterator, batchSize);
  const [first] = batch;
  await insertBatch(tx, table, batch);
  if (!first || batch.length < batchSize) return;
  const connection = await connectionOf(tx);
  if (connection) {
    await copyRows(connection, table, Object.keys(first), rest(iterator));
    return;
  }
  for (batch = take(iterator, batchSize); batch.length > 0; batch = take(iterator, batchSize))
    await insertBatch(tx, table, batch);
}

/** Inserts rows of any number, table by table in the order given: parents first. */
export async function insertTables(tx: Transaction, tables: readonly TableRows[]): Promise<void> {
  for (const each of tables) await insertRows(tx, each);
}
