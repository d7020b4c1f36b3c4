import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { RowBatches, RowColumn } from '../core/row-column.ts';

/** Rows of a row group: what is in memory at once. */
const groupSize = 50_000;

const elementOf = ({ key, type }: RowColumn): SchemaElement => {
  const column = { name: key, repetition_type: 'OPTIONAL' as const };
  if (type === 'money') return { ...column, type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 };
  if (type === 'integer') return { ...column, type: 'INT32' };
  if (type === 'boolean') return { ...column, type: 'BOOLEAN' };
  if (type === 'day') return { ...column, type: 'INT32', converted_type: 'DATE' };
  return { ...column, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
};

const parquetValue = (type: RowColumn['type'], text: string | null): unknown => {
  if (text === null) return null;
  if (type === 'money') return BigInt(text);
  if (type === 'integer') return Number(text);
  if (type === 'boolean') return text === 't';
  return type === 'day' ? new Date(`${text}T00:00:00Z`) : text;
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
  let data: unknown[][] = columns.map(() => []);
  const flush = async (): Promise<void> => {
    await file.write({
      columnData: columns.map(({ key }, index) => ({ name: key, data: data[index] ?? [] })),
      rowGroupSize: groupSize,
    });
    data = columns.map(() => []);
  };
  for await (const batch of batches) {
    for (const row of batch) {
      for (const [index, { type }] of columns.entries()) data[index]?.push(parquetValue(type, row[index] ?? null));
    }
    if ((data[0]?.length ?? 0) < groupSize) continue;
    await flush();
    yield taken();
  }
  if ((data[0]?.length ?? 0) > 0) await flush();
  await file.finish();
  yield taken();
}
