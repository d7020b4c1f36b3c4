import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { RowBatch } from '../core/row-batch.ts';
import { asParameter } from './column-types.ts';
import { arrayText } from './copy.ts';
import type { Query } from './driver.ts';

/** A value as a literal of unknown type, which PostgreSQL reads exactly as it reads a parameter without one. */
const literal = (value: unknown): string => {
  const given = asParameter(value);
  if (given === null || given === undefined) return 'null';
  const text = Array.isArray(given) ? arrayText(given) : String(given);
  // The text of a statement ends at such a character, whatever stands around it.
  if (text.includes('\0')) throw Object.assign(new TypeError('A value holds the character U+0000.'), { code: '22021' });
  return pg.escapeLiteral(text);
};

/**
 * COPY takes no parameters: their values are written into the text, each as one quoted literal. A cursor would take them,
 * but gives rows several times slower.
 */
export const inlined = ({ text, values }: Query): string =>
  text.replace(/\$(\d+)/g, (_, position: string) => literal(values[Number(position) - 1]));

/** Batches of about this many bytes cost one step of JavaScript each. */
const batchSize = 1 << 18;

/** Whole lines out of the bytes of COPY, a batch at a time. */
export async function* rowsOfCopy(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RowBatch> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    parts.push(piece);
    size += piece.byteLength;
    if (size < batchSize) continue;
    const whole = Buffer.concat(parts, size);
    const end = whole.lastIndexOf(10) + 1;
    if (end > 0) yield new RowBatch(whole.subarray(0, end));
    parts = [whole.subarray(end)];
    size -= end;
  }
  if (size > 0) yield new RowBatch(Buffer.concat(parts, size));
}

/** Streams a select by COPY on a connection of its own, for as long as the reader takes. */
export async function* streamRows(config: pg.ClientConfig, query: Query): AsyncGenerator<RowBatch> {
  const text = `copy (${inlined(query)}) to stdout`;
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`set time zone 'UTC'; set statement_timeout = 0`);
    yield* rowsOfCopy(client.query(copyTo(text)));
    await client.end();
  } finally {
    // A reader who left early leaves a COPY under way: it ends with its connection.
    client.connection?.stream?.destroy?.();
  }
}
