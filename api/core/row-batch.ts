const newline = 10;

const unescapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

const readField = (field: string): string | null => {
  if (!field.includes('\\')) return field;
  if (field === '\\N') return null;
  return field.replace(/\\(.)/g, (_, character: string) => unescapes[character] ?? character);
};

/** Most lines hold nothing that is escaped. */
const readLine = (line: string): readonly (string | null)[] => {
  const fields = line.split('\t');
  return line.includes('\\') ? fields.map(readField) : fields;
};

/**
 * Some rows as COPY of PostgreSQL writes them: a line a row, tabs between values, `\N` for none. To iterate gives the
 * text of each value and null; who must be fast takes the bytes.
 */
export class RowBatch implements Iterable<readonly (string | null)[]> {
  /** Whole lines, each with its end. */
  readonly bytes: Buffer;
  /** How many rows. */
  readonly length: number;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    let count = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1;
    this.length = count;
  }

  *[Symbol.iterator](): Generator<readonly (string | null)[]> {
    if (this.length === 0) return;
    for (const line of this.bytes.toString('utf8', 0, this.bytes.length - 1).split('\n')) yield readLine(line);
  }
}

/** Rows by the million, a batch at a time. */
export type RowBatches = AsyncIterable<RowBatch>;
