import type { RowBatches } from '../core/row-batch.ts';
import { instantText, type RowColumn } from '../core/row-column.ts';
import { rowWriter, type Slot } from './row-writer.ts';

/** JSON allows no control character in a string. */
const escapes = Object.fromEntries(
  ['"', '\\', ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))].map((character) => [
    character,
    JSON.stringify(character).slice(1, -1),
  ]),
);

const slotOf = ({ key, type }: RowColumn, index: number): Slot => {
  const name = `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
  const plain: Slot = { as: 'text', before: name, after: '', absent: `${name}null` };
  if (type === 'integer') return plain;
  if (type === 'boolean') return { ...plain, as: ['true', 'false'] };
  const quoted: Slot = { ...plain, before: `${name}"`, after: '"' };
  if (type === 'money') return { ...quoted, as: 'yuan' };
  return type === 'instant' ? { ...quoted, convert: instantText } : quoted;
};

/** JSON Lines: an object a row. Money is a decimal string, for a float would lose fen. */
export async function* writeJsonLines(columns: readonly RowColumn[], batches: RowBatches): AsyncGenerator<Buffer> {
  const write = rowWriter({ slots: columns.map(slotOf), before: '{', after: '}\n', escapes });
  for await (const batch of batches) yield write(batch);
}
