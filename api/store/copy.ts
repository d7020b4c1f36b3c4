import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from './client.ts';
import { id } from './statements.ts';

type Row = Readonly<Record<string, unknown>>;

type Connection = ClientBase & { readonly processID?: number | null };

/** Connections of our pools: what finds the one a transaction of Prisma runs on, which Prisma does not tell. */
const connections = new Set<Connection>();

/** Notes a connection for as long as it lives. */
export function noteConnection(client: Connection): void {
  connections.add(client);
  client.once('end', () => connections.delete(client));
}

/**
 * The PostgreSQL connection a transaction runs on; undefined on PGlite, which speaks no COPY protocol. Two servers may
 * have given out one number, so a word said in the transaction must be heard on the connection.
 */
export async function connectionOf(tx: Transaction): Promise<ClientBase | undefined> {
  if (connections.size === 0) return undefined;
  const word = randomUUID();
  const [row] = await tx.$queryRaw<{ pid: number }[]>`
    select pg_backend_pid() as pid, set_config('gongkai.copying', ${word}, true)`;
  for (const client of connections) {
    if (client.processID !== row?.pid) continue;
    const answer = await client
      .query<{ heard: string }>(`select current_setting('gongkai.copying', true) as heard`)
      .catch(() => null);
    if (answer?.rows[0]?.heard === word) return client;
  }
  return undefined;
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : text;

/** A list as PostgreSQL writes an array. */
export const arrayText = (items: readonly unknown[]): string => {
  const each = (item: unknown): string => {
    if (item === null || item === undefined) return 'NULL';
    if (Array.isArray(item)) return arrayText(item);
    return `"${(item instanceof Date ? item.toISOString() : String(item)).replace(/["\\]/g, '\\$&')}"`;
  };
  return `{${items.map(each).join(',')}}`;
};

/** A value as COPY reads it (text format). */
function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(arrayText(value));
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const pieceSize = 1 << 16;

function* pieces(rows: Iterable<Row>, columns: readonly string[]): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    for (let index = 0; index < columns.length; index += 1)
      text += (index === 0 ? '' : '\t') + copyText(row[columns[index] ?? '']);
    text += '\n';
    if (text.length >= pieceSize) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

/**
 * Writes rows by COPY on the connection of a transaction: a million take seconds, and are never in memory together. The
 * columns are those of the first row. However long it takes, it is not cut short as a reader's question would be.
 */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<Row>,
): Promise<void> {
  const { rows: settings } = await client.query<{ timeout: string }>(
    `select current_setting('statement_timeout') as timeout`,
  );
  await client.query('set local statement_timeout = 0');
  const names = columns.map((column) => id(column).sql).join(', ');
  await pipeline(
    Readable.from(pieces(rows, columns)),
    client.query(copyFrom(`copy ${id(table).sql} (${names}) from stdin`)),
  );
  await client.query(`select set_config('statement_timeout', $1, true)`, [settings[0]?.timeout ?? '0']);
}
