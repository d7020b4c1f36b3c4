import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { RowBatches } from '../core/row-batch.ts';
import type { RowColumn } from '../core/row-column.ts';
import { ColumnReader } from './column-reader.ts';

/** Rows of a row group: what is in memory at once. */
const groupSize = 20_000;

const elementOf = ({ key, type }: RowColumn): SchemaElement => {
  const column = { name: key, repetition_type: 'OPTIONAL' as const };
  if (type === 'money') return { ...column, type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 };
  if (type === 'integer') return { ...column, type: 'INT32' };
  if (type === 'boolean') return { ...column, type: 'BOOLEAN' };
  if (type === 'day') return { ...column, type: 'INT32', converted_type: 'DATE' };
  if (type === 'instant') return { ...column, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
  return { ...column, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
};

/** A Parquet file in row groups: money is DECIMAL(18, 2), days are DATE, codes are text. */
export async function* writeParquet(
  columns: readonly RowColumn[],
  batches: RowBatches,
  { name }: { readonly name: string },
): AsyncGenerator<Buffer> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: [
      { key: 'title', value: name },
      ...columns.map(({ key, label }) => ({ key: `label.${key}`, value: label.zh })),
    ],
    createdBy: 'gongkai',
  });
  const taken = (): Buffer => {
    const bytes = Buffer.from(writer.getBytes());
    writer.index = 0;
    return bytes;
  };
  const rows = new ColumnReader(columns);
  const flush = async (): Promise<void> => {
    // The writer takes one column after the other, and drops it before the next.
    const columnData = columns.map(({ key }, index) => ({
      name: key,
      get data() {
        return rows.column(index);
      },
    }));
    await file.write({ columnData, rowGroupSize: rows.length });
    rows.clear();
  };
  for await (const batch of batches) {
    rows.add(batch);
    if (rows.length < groupSize) continue;
    await flush();
    yield taken();
  }
  if (rows.length > 0) await flush();
  await file.finish();
  yield taken();
}
