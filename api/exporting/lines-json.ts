import { type RowBatches, type RowColumn, yuanText } from '../core/row-column.ts';

/** JSON Lines: an object a row. Money is a decimal string, for a float would lose fen. */
export async function* writeJsonLines(columns: readonly RowColumn[], batches: RowBatches): AsyncGenerator<Buffer> {
  const keys = columns.map(({ key }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`);
  const types = columns.map(({ type }) => type);
  for await (const batch of batches) {
    let text = '';
    for (const row of batch) {
      for (let index = 0; index < types.length; index += 1) {
        const value = row[index] ?? null;
        const type = types[index];
        text += keys[index];
        if (value === null) text += 'null';
        else if (type === 'integer') text += value;
        else if (type === 'boolean') text += value === 't' ? 'true' : 'false';
        else text += JSON.stringify(type === 'money' ? yuanText(value) : value);
      }
      text += '}\n';
    }
    yield Buffer.from(text);
  }
}
