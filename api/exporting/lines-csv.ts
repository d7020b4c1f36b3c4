import type { RowBatches } from '../core/row-batch.ts';
import { instantText, type RowColumn } from '../core/row-column.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import { rowWriter, type Slot } from './row-writer.ts';

const slotOf = ({ type }: RowColumn, index: number, raw: boolean): Slot => {
  const comma = index === 0 ? '' : ',';
  const plain: Slot = { as: 'text', before: comma, after: '', absent: comma };
  if (type === 'money') return { ...plain, as: 'yuan' };
  if (type === 'integer') return plain;
  if (type === 'boolean') return { ...plain, as: ['"true"', '"false"'] };
  const quoted: Slot = { ...plain, before: `${comma}"`, after: '"', guarded: type === 'text' && !raw };
  return type === 'instant' ? { ...quoted, convert: instantText } : quoted;
};

/** Lines of CSV as `csvLines` writes them, by the million. */
export async function* writeCsv(
  columns: readonly RowColumn[],
  batches: RowBatches,
  { header, mark, raw }: { readonly header: 'label' | 'code'; readonly mark: boolean; readonly raw: boolean },
): AsyncGenerator<Buffer> {
  const head = csvLines([columns.map(({ key, label }) => (header === 'code' ? key : label.zh))]);
  yield Buffer.from((mark ? byteOrderMark : '') + head);
  const slots = columns.map((column, index) => slotOf(column, index, raw));
  const write = rowWriter({ slots, before: '', after: '\r\n', escapes: { '"': '""' } });
  for await (const batch of batches) yield write(batch);
}
