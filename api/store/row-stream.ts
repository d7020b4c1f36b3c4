import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { RowBatches } from '../core/row-column.ts';
import { asParameter } from './column-types.ts';
import type { Query } from './driver.ts';

const literal = (value: unknown): string => {
  const given = asParameter(value);
  if (given === null || given === undefined) return 'null';
  if (typeof given === 'number' || typeof given === 'bigint') return String(given);
  if (typeof given === 'boolean') return given ? 'true' : 'false';
  if (Array.isArray(given))
    return `'${`{${given.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`.replaceAll("'", "''")}'`;
  return pg.escapeLiteral(String(given));
};

/** COPY takes no parameters: their values are written into the text, each as one quoted literal. */
export const inlined = ({ text, values }: Query): string =>
  text.replace(/\$(\d+)/g, (_, position: string) => literal(values[Number(position) - 1]));

const unescapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

const unescaped = (text: string): string | null =>
  text === '\\N' ? null : text.replace(/\\(.)/g, (_, character: string) => unescapes[character] ?? character);

/** A line of COPY's text format; most hold nothing that is escaped. */
const fieldsOf = (line: string): (string | null)[] => {
  const fields: (string | null)[] = line.split('\t');
  if (!line.includes('\\')) return fields;
  return fields.map((field) => (field === null ? null : unescaped(field)));
};

/** Rows out of the bytes of COPY, a piece at a time. */
export async function* rowsOfCopy(bytes: AsyncIterable<Uint8Array>): RowBatches {
  let rest = Buffer.alloc(0);
  for await (const piece of bytes) {
    const whole = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    const end = whole.lastIndexOf(10);
    rest = whole.subarray(end + 1);
    if (end >= 0) yield whole.toString('utf8', 0, end).split('\n').map(fieldsOf);
  }
}

/** So many whole-file exports run at once; the others wait. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<() => void> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  return () => {
    const next = waiting.shift();
    // The place is handed on, not given back and taken anew.
    if (next) next();
    else running -= 1;
  };
}

/** Pieces of about this size cost one step of JavaScript each. */
const highWaterMark = 1 << 18;

async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.byteLength;
    if (size < highWaterMark) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** Streams a select by COPY on a connection of its own, for as long as the reader takes. */
export async function* streamRows(config: pg.ClientConfig, query: Query): RowBatches {
  const done = await turn();
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`set time zone 'UTC'; set statement_timeout = 0`);
    yield* rowsOfCopy(gathered(client.query(copyTo(`copy (${inlined(query)}) to stdout`))));
  } finally {
    // A reader who left early leaves a COPY under way: it ends with its connection.
    client.end().catch(() => undefined);
    client.connection?.stream?.destroy?.();
    done();
  }
}
