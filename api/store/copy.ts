import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from './client.ts';
import { id } from './statements.ts';

type Row = Readonly<Record<string, unknown>>;

/** Connections of our pools by the process that serves each: what finds the one a transaction of Prisma runs on. */
const connections = new Map<number, ClientBase>();

/** Notes a connection for as long as it lives. */
export function noteConnection(client: ClientBase & { readonly processID?: number | null }): void {
  const { processID } = client;
  if (processID == null) return;
  connections.set(processID, client);
  client.once('end', () => connections.delete(processID));
}

/** The PostgreSQL connection a transaction runs on; undefined on PGlite, which speaks no COPY protocol. */
export async function connectionOf(tx: Transaction): Promise<ClientBase | undefined> {
  if (connections.size === 0) return undefined;
  const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row && connections.get(row.pid);
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : text;

const arrayText = (items: readonly unknown[]): string =>
  `{${items.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** A value as COPY reads it (text format). */
function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(arrayText(value));
  return String(value);
}

const pieceSize = 1 << 16;

function* pieces(rows: Iterable<Row>, columns: readonly string[]): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    let line = '';
    for (const column of columns) line += (line === '' ? '' : '\t') + copyText(row[column]);
    text += `${line}\n`;
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
