import type { GridRow } from '../core/grid.ts';
import { cellOf, faultOf, headerOf, Unreadable } from './json-cells.ts';
import { JsonFault, parseJson } from './json-text.ts';
import { refusal } from './refusal.ts';

const batchSize = 1_000;

/** The same text with memory of its own: what is cut out of a long string keeps all of it alive. */
const detached = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);

/** A line of so many characters is no record. */
const longestLine = 1 << 20;

async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let row = 0;
  const checked = (line: string): string => {
    row += 1;
    if (line.length > longestLine) throw tooLong(row);
    return detached(line);
  };
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield checked(line);
    if (rest.length > longestLine) throw tooLong(row + 1);
  }
  if (rest !== '') yield checked(rest);
}

const tooLong = (row: number): Unreadable =>
  new Unreadable(
    refusal(
      'record-too-long',
      [`第 ${row} 行超过 ${longestLine} 个字符。`, `Line ${row} is longer than ${longestLine} characters.`],
      [
        'JSON Lines 每行一个对象；请检查是否缺少换行。',
        'JSON Lines hold one object a line: look for missing line ends.',
      ],
      { row },
    ),
  );

function objectOf(line: string, row: number): ReadonlyMap<string, Parameters<typeof cellOf>[0]> {
  try {
    const value = parseJson(line);
    if (value instanceof Map) return value;
  } catch (error) {
    if (error instanceof JsonFault) throw new Unreadable(faultOf(error, row, error.at + 1));
    throw error;
  }
  throw new Unreadable(faultOf(new JsonFault('malformed', 0), row, 1));
}

const unknownKey = (row: number, key: string): Unreadable =>
  new Unreadable(
    refusal(
      'unknown-key',
      [
        `第 ${row} 行的“${key.slice(0, 60)}”不在第一行的键中。`,
        `"${key.slice(0, 60)}" in line ${row} is no key of the first line.`,
      ],
      ['第一行须含有全部的键。', 'The first line must have every key.'],
      { row, column: key },
    ),
  );

/** JSON Lines: an object a line, with no key that the first has not. `onFault` is told the line a text failed at. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  onFault: (error: unknown, row: number) => void,
): AsyncGenerator<readonly GridRow[]> {
  let keys: ReadonlySet<string> | null = null;
  let batch: GridRow[] = [];
  let row = 0;
  try {
    for await (const line of textLines(pieces)) {
      row += 1;
      if (line.trim() === '') continue;
      const entries = objectOf(line, row);
      if (keys === null) {
        keys = new Set(entries.keys());
        batch.push({ row, cells: headerOf([...keys], row) });
      }
      for (const key of entries.keys()) if (!keys.has(key)) throw unknownKey(row, key);
      // The keys of the first line stand above it, as a header does.
      const cells = Array.from(keys, (key) => cellOf(entries.get(key), row, key));
      if (cells.some((cell) => cell !== null)) batch.push({ row: row + 1, cells });
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    onFault(error, row + 1);
  }
  if (batch.length > 0) yield batch;
}
