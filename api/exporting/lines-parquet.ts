import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { RowBatches } from '../core/row-batch.ts';
import { instantText, type RowColumn } from '../core/row-column.ts';

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

/** Never wrapped round to another number. */
function int32(text: string): number {
  const value = Number(text);
  if (value === (value | 0)) return value;
  throw new RangeError(`The integer ${text} does not fit 32 bits; declare its column as code or money.`);
}

const parquetValue = (type: RowColumn['type'], text: string | null): unknown => {
  if (text === null) return null;
  if (type === 'money') return BigInt(text);
  if (type === 'integer') return int32(text);
  if (type === 'boolean') return text === 't';
  if (type === 'instant') return new Date(instantText(text));
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
  const types = columns.map(({ type }) => type);
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
      for (let index = 0; index < types.length; index += 1)
        data[index]?.push(parquetValue(types[index] ?? 'text', row[index] ?? null));
    }
    if ((data[0]?.length ?? 0) < groupSize) continue;
    await flush();
    yield taken();
  }
  if ((data[0]?.length ?? 0) > 0) await flush();
  await file.finish();
  yield taken();
}
