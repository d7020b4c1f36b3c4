import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { random } from '../../api/core/random.ts';
import type { RowBatch, RowBatches } from '../../api/core/row-batch.ts';
import type { RowColumn } from '../../api/core/row-column.ts';
import { csvLines, neutral } from '../../api/exporting/csv.ts';
import { begun, type LineFormat, tallied } from '../../api/exporting/lines.ts';
import { writeXlsx } from '../../api/exporting/lines-xlsx.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import { copied } from './copied.ts';

type Row = readonly (string | null)[];

const column = (key: string, type: RowColumn['type']): RowColumn => ({ key, label: { zh: key, en: key }, type });
const options = { header: 'code', mark: false, raw: false, name: '明细' } as const;

async function* batchesOf(rows: readonly Row[], size = rows.length): AsyncGenerator<RowBatch> {
  for (let at = 0; at < rows.length; at += size) yield copied(rows.slice(at, at + size));
}

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

const written = (columns: readonly RowColumn[], rows: readonly Row[], format: LineFormat, given = {}) =>
  bytesOf(tallied(columns, batchesOf(rows, 7), format, { ...options, ...given }).bytes);

async function sheetsOf(file: Buffer): Promise<{ name: string; rows: Row[] }[]> {
  const { grids, findings } = await readWorkbook(bytesSource('lines.xlsx', file));
  expect(findings).toEqual([]);
  const sheets: { name: string; rows: Row[] }[] = [];
  for await (const grid of grids) {
    const rows: Row[] = [];
    for await (const batch of grid.rows) for (const { cells } of batch) rows.push(cells);
    sheets.push({ name: grid.name ?? '', rows });
  }
  return sheets;
}

const arrayBuffer = (file: Buffer): ArrayBuffer =>
  file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;

/** Every pair of the characters that mean something to somebody, and longer words made of them. */
const characters = [...`a'"\\,;=+-@＝＋－＠０\t\r\n\b\f\u000b\u0001\u001f\u007f\u0085 \u00a0{}&<>$N引𠮷\ufeff`];
const pairs = characters.flatMap((first) => ['', ...characters].map((second) => first + second));
const { pick, int } = random(11);
const words = Array.from({ length: 500 }, () => Array.from({ length: int(3, 12) }, () => pick(characters)).join(''));
const texts: readonly string[] = ['', '\\N', '\\.', "''=1", "'x", ...pairs, ...words];

describe('what a text may hold', () => {
  const columns = [column('first', 'text'), column('second', 'code'), column('third', 'text')];
  const rows = texts.map((text, index): Row => [text, text, index % 3 === 0 ? null : text]);

  test('CSV is what the careful writer of small files writes', async () => {
    const careful = rows.map(([first = '', second = '', third = '']) => [
      csvLines([[first]]).slice(0, -2),
      // A code is never taken for a formula: it says nothing that runs.
      `"${second?.replaceAll('"', '""')}"`,
      csvLines([[third]]).slice(0, -2),
    ]);
    const [, ...lines] = (await written(columns, rows, 'csv')).toString().split(/(?<=\r\n)(?="|$)/);
    expect(lines.join('')).toBe(careful.map((cells) => `${cells.join(',')}\r\n`).join(''));
  });

  test('CSV as it is keeps every text as it is', async () => {
    const body = (await written(columns, rows, 'csv', { raw: true })).toString();
    const quoted = rows.map((row) => row.map((text) => (text === null ? '' : `"${text.replaceAll('"', '""')}"`)));
    expect(body).toBe(`"first","second","third"\r\n${quoted.map((cells) => `${cells.join(',')}\r\n`).join('')}`);
  });

  test('JSON Lines is JSON', async () => {
    const lines = (await written(columns, rows, 'jsonl')).toString().trimEnd().split('\n');
    expect(lines).toEqual(rows.map(([first, second, third]) => JSON.stringify({ first, second, third })));
  });

  test('XLSX holds all that XML can hold', async () => {
    const possible = (text: string): string => text.replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu, '');
    const kept = ['\ufffe', '\uffffa', ...texts];
    const file = await written(
      [column('text', 'text'), column('number', 'code')],
      kept.map((text, number) => [text, `0${number}`]),
      'xlsx',
    );
    const [sheet] = await sheetsOf(file);
    expect(sheet?.rows.slice(1).map(([text, number]) => [text ?? '', number])).toEqual(
      kept.map((text, number) => [possible(text), `0${number}`]),
    );
  });

  test('Parquet holds its bytes', async () => {
    const found = await parquetReadObjects({ file: arrayBuffer(await written(columns, rows, 'parquet')) });
    // The reader takes a mark at the beginning of a text for one of its encoding.
    const read = (text: string | null = null) => text?.replace(/^\ufeff/, '') ?? null;
    expect(found).toEqual(
      rows.map(([first, second, third]) => ({ first: read(first), second: read(second), third: read(third) })),
    );
  });
});

describe('what an amount may be', () => {
  const amounts = ['0', '-1', '7', '10', '-99', '100', '-1250', '900719925474099301', '-900719925474099301', null];
  const yuan = [
    '0.00',
    '-0.01',
    '0.07',
    '0.10',
    '-0.99',
    '1.00',
    '-12.50',
    '9007199254740993.01',
    '-9007199254740993.01',
  ];
  const columns = [column('amount', 'money')];
  const rows = amounts.map((amount): Row => [amount]);

  test('CSV and JSON Lines give yuan to the last fen', async () => {
    const csv = (await written(columns, rows, 'csv')).toString().trimEnd().split('\r\n').slice(1);
    expect(csv).toEqual(yuan);
    const json = (await written(columns, rows, 'jsonl')).toString().trimEnd().split('\n');
    expect(json.map((line) => JSON.parse(line).amount)).toEqual([...yuan, null]);
  });

  test('Parquet keeps fen under a scale of two', async () => {
    const file = arrayBuffer(await written(columns, rows, 'parquet'));
    const metadata = parquetMetadata(file);
    expect(metadata.schema[1]).toMatchObject({ type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 });
    // Read as the integers they are, for the reader turns decimals into floats.
    const schema = metadata.schema.map(({ name, type, repetition_type, num_children }) => ({
      name,
      ...(type && { type }),
      ...(repetition_type && { repetition_type }),
      ...(num_children && { num_children }),
    })) as FileMetaData['schema'];
    const found = await parquetReadObjects({ file, metadata: { ...metadata, schema } });
    expect(found.map(({ amount }) => amount)).toEqual(
      amounts.map((amount) => (amount === null ? null : BigInt(amount))),
    );
  });

  test('an integer that does not fit its column is refused, never wrapped round', async () => {
    await expect(written([column('n', 'integer')], [['2147483648']], 'parquet')).rejects.toThrow(/32 bits/);
    const [found] = await parquetReadObjects({
      file: arrayBuffer(await written([column('n', 'integer')], [['-2147483648']], 'parquet')),
    });
    expect(found).toEqual({ n: -2_147_483_648 });
  });
});

describe('when something was', () => {
  const columns = [column('day', 'day'), column('at', 'instant')];
  const rows: readonly Row[] = [
    ['2024-02-29', '2024-02-29 16:30:00.5+00'],
    ['1899-12-31', '1899-12-31 00:00:00+00'],
    [null, null],
  ];

  test('is told alike in every format', async () => {
    const csv = (await written(columns, rows, 'csv')).toString().split('\r\n');
    expect(csv.slice(1, 4)).toEqual([
      '"2024-02-29","2024-02-29T16:30:00.5Z"',
      '"1899-12-31","1899-12-31T00:00:00Z"',
      ',',
    ]);
    const [line] = (await written(columns, rows, 'jsonl')).toString().split('\n');
    expect(line).toBe('{"day":"2024-02-29","at":"2024-02-29T16:30:00.5Z"}');
    const found = await parquetReadObjects({ file: arrayBuffer(await written(columns, rows, 'parquet')) });
    expect(found).toEqual([
      { day: new Date('2024-02-29'), at: new Date('2024-02-29T16:30:00.5Z') },
      { day: new Date('1899-12-31'), at: new Date('1899-12-31') },
      { day: null, at: null },
    ]);
    const [sheet] = await sheetsOf(await written(columns, rows, 'xlsx'));
    expect(sheet?.rows[1]?.[0]).toBe('2024-02-29');
    expect(sheet?.rows[1]?.[1]).toMatch(/^2024-02-29/);
    // Worksheets count days from 1900 on; what lies before is text.
    expect(sheet?.rows[2]).toEqual(['1899-12-31', '1899-12-31T00:00:00Z']);
  });
});

describe('a worksheet', () => {
  const columns = [column('text', 'text')];

  test('that is full is followed by another, with the header again', async () => {
    const rows = Array.from({ length: 25 }, (_, index): Row => [`第${index}行`]);
    const file = await bytesOf(writeXlsx(columns, batchesOf(rows, 5), { ...options, mostRows: 10 }));
    const sheets = await sheetsOf(file);
    expect(sheets.map(({ name, rows: { length } }) => [name, length])).toEqual([
      ['明细', 11],
      ['明细 (2)', 11],
      ['明细 (3)', 6],
    ]);
    expect(sheets.flatMap((sheet) => sheet.rows.slice(1))).toEqual(rows);
  });

  test('of nothing is there, with its header', async () => {
    expect(await sheetsOf(await bytesOf(writeXlsx(columns, batchesOf([], 1), options)))).toEqual([
      { name: '明细', rows: [['text']] },
    ]);
  });

  test('cuts a text where a cell ends, between characters', async () => {
    const long = [`${'字'.repeat(32_766)}𠮷尾`, `=${'𠮷'.repeat(20_000)}`, `${'\t'.repeat(40_000)}`];
    const [sheet] = await sheetsOf(
      await written(
        columns,
        long.map((text) => [text]),
        'xlsx',
      ),
    );
    const [first, second, third] = (sheet?.rows.slice(1) ?? []).map(([cell]) => cell ?? '');
    expect(first).toBe('字'.repeat(32_766));
    // The apostrophe before it takes a place; the reader takes it off.
    expect(second?.length).toBeLessThanOrEqual(32_767);
    expect(neutral(second ?? '')).toMatch(/^'=𠮷+$/u);
    expect(third?.length).toBeLessThanOrEqual(32_767);
  });
});

describe('a source of rows', () => {
  async function* broken(): RowBatches {
    yield copied([['a']]);
    throw new Error('the source broke');
  }
  let left = 0;
  async function* endless(): RowBatches {
    try {
      for (;;) yield copied(Array.from({ length: 1_000 }, () => ['x'.repeat(100)]));
    } finally {
      left += 1;
    }
  }
  const columns = [column('text', 'text')];

  test.each(['csv', 'jsonl', 'xlsx', 'parquet'] as const)(
    'that breaks breaks the .%s, and is left with it',
    async (format) => {
      await expect(bytesOf(tallied(columns, broken(), format, options).bytes)).rejects.toThrow('the source broke');
      left = 0;
      const rows = await begun(endless());
      for await (const piece of tallied(columns, rows, format, options).bytes) if (piece.length > 0) break;
      await rows.return();
      await expect.poll(() => left).toBe(1);
    },
  );
});
