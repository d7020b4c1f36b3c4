import type { Transaction } from './client.ts';
import { id, join, sql } from './statements.ts';

/** Rows for one table, by column name. Every row of a list has the same columns. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Words as PostgreSQL reads a tsvector. */
export const wordVector = (words: readonly string[]): string =>
  words.map((word) => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`).join(' ');

/** Inserts rows of any number in one statement a table, in the order given: parents first. */
export async function insertTables(tx: Transaction, tables: readonly TableRows[]): Promise<void> {
  for (const { table, rows } of tables) {
    const [first] = rows;
    if (!first) continue;
    const columns = join(
      Object.keys(first).map((column) => id(column)),
      ', ',
    );
    await tx.$executeRaw(
      sql`insert into ${id(table)} (${columns}) select ${columns} from json_populate_recordset(null::${id(table)}, ${JSON.stringify(rows)}::json)`,
    );
  }
}
