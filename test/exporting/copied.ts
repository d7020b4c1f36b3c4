import { RowBatch } from '../../api/core/row-batch.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\u000b': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

/** Rows as COPY of PostgreSQL writes them. */
export const copied = (rows: readonly (readonly (string | null)[])[]): RowBatch => {
  const escaped = (text: string): string => [...text].map((character) => escapes[character] ?? character).join('');
  const lines = rows.map((row) => row.map((value) => (value === null ? '\\N' : escaped(value))).join('\t'));
  return new RowBatch(Buffer.from(lines.map((line) => `${line}\n`).join('')));
};
