import { createHash } from 'node:crypto';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowBatch, RowBatches } from '../../api/core/row-batch.ts';
import type { RowColumn } from '../../api/core/row-column.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { type LineFormat, tallied } from '../../api/exporting/lines.ts';
import { linesOf } from '../../api/exporting/lines-question.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import type { Store } from '../../api/store/client.ts';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { copied } from './copied.ts';

const columns: readonly RowColumn[] = [
  { key: 'code', label: { zh: '编码', en: 'Code' }, type: 'code' },
  { key: 'name', label: { zh: '名称', en: 'Name' }, type: 'text' },
  { key: 'year', label: { zh: '年度', en: 'Year' }, type: 'integer' },
  { key: 'final', label: { zh: '决算数', en: 'Final' }, type: 'money' },
  { key: 'on', label: { zh: '日期', en: 'Day' }, type: 'day' },
  { key: 'sample', label: { zh: '示例', en: 'Sample' }, type: 'boolean' },
];

const rows: readonly (readonly (string | null)[])[] = [
  ['0050203', '=1+1', '2024', '-1250', '2024-02-29', 't'],
  ['205', '引号"，逗号,\n换行\t制表', '2023', '7', null, 'f'],
  [null, "'=已有撇号 <&>", null, '900719925474099301', '2024-01-01', null],
];

async function* batches(): AsyncGenerator<RowBatch> {
  yield copied(rows);
}

async function written(format: LineFormat, source: RowBatches = batches(), raw = false) {
  const { bytes, tally } = tallied(columns, source, format, { header: 'label', mark: true, raw, name: '明细' });
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return { file: Buffer.concat(parts), tally };
}

async function readBack(file: Buffer, name: string): Promise<(string | null)[][]> {
  const { grids, findings } = await readWorkbook(bytesSource(name, file));
  const found: (string | null)[][] = [];
  for await (const grid of grids)
    for await (const batch of grid.rows) for (const { cells } of batch) found.push([...cells]);
  expect(findings).toEqual([]);
  return found;
}

describe('rows as files', () => {
  test('CSV: codes and text are quoted, what a spreadsheet would run is shown, and it reads back as it was', async () => {
    const { file, tally } = await written('csv');
    const text = file.toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain('"0050203","\'=1+1",2024,-12.50,"2024-02-29","true"\r\n');
    expect(text).toContain('9007199254740993.01');
    expect(tally).toEqual({ rows: 3, sha256: createHash('sha256').update(file).digest() });
    const [, first, second] = await readBack(file, 'lines.csv');
    expect(first).toEqual(['0050203', '=1+1', '2024', '-12.50', '2024-02-29', 'true']);
    expect(second?.[1]).toBe(rows[1]?.[1]);
  });
  test('CSV: raw leaves the text as it is', async () => {
    expect((await written('csv', batches(), true)).file.toString()).toContain('"=1+1"');
  });
  test('JSON Lines: money is a decimal string, an absent value null', async () => {
    const { file } = await written('jsonl');
    const [first, , third] = file
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({
      code: '0050203',
      name: '=1+1',
      year: 2024,
      final: '-12.50',
      on: '2024-02-29',
      sample: true,
    });
    expect(third).toMatchObject({ code: null, final: '9007199254740993.01', sample: null });
  });
  test('XLSX: typed cells, no formula, codes stay text, and the same rows are the same bytes', async () => {
    const { file } = await written('xlsx');
    const [header, first, second, third] = await readBack(file, 'lines.xlsx');
    expect(header).toEqual(['编码', '名称', '年度', '决算数', '日期', '示例']);
    expect(first).toEqual(['0050203', '=1+1', '2024', '-12.50', '2024-02-29', 'TRUE']);
    expect(second?.[1]).toBe(rows[1]?.[1]);
    expect(third?.[1]).toBe("'=已有撇号 <&>");
    expect((await written('xlsx')).file.equals(file)).toBe(true);
  });
  test('Parquet: decimals are exact, codes text, days dates', async () => {
    const { file } = await written('parquet');
    const found = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer,
    });
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ code: '0050203', name: '=1+1', year: 2024, final: -12.5, sample: true });
    expect(found[0]?.['on']).toEqual(new Date('2024-02-29T00:00:00Z'));
    expect(found[2]).toMatchObject({ code: null, year: null, sample: null });
  });
});

describe.each(databases)('every budget line on $name', ({ open }) => {
  let store: Store;
  const lines = kindNamed('budget')?.lines;
  if (!lines) throw new Error('budgets have lines');
  const asked = (query: Record<string, string>) => store.stream(linesOf(lines, query, new Date()).select);

  beforeAll(async () => {
    store = await open({ beginning: sampleOf(30) });
  }, 120_000);
  afterAll(() => store.close());

  test('the file holds every line once, in fen as the database has them', async () => {
    const [stored] = await store.read<{ count: number; sum: string }>({
      text: `select count(*) as count, sum(final)::text as sum from budget_line`,
      values: [],
    });
    let count = 0;
    let sum = 0n;
    for await (const batch of asked({})) {
      count += batch.length;
      for (const row of batch) sum += BigInt(row[17] ?? 0);
    }
    expect([count, sum.toString()]).toEqual([stored?.count, stored?.sum]);
    expect(count).toBeGreaterThan(5_000);
  });

  test('it is narrowed by what is asked, and an unknown word is refused with those there are', async () => {
    const years = new Set<string | null>();
    for await (const batch of asked({ fiscalYear: '2020', code: '205' }))
      for (const row of batch) years.add(row[1] ?? null);
    expect([...years]).toEqual(['2020']);
    expect(() => asked({ colour: 'red' })).toThrow(/fiscalYear/);
    expect(() => asked({ fiscalYear: "2020' or 1=1" })).toThrow(/2024/);
  });

  test('a reader who leaves early holds nothing up', async () => {
    for (let round = 0; round < 4; round += 1) {
      for await (const batch of asked({})) {
        expect(batch.length).toBeGreaterThan(0);
        break;
      }
    }
  }, 20_000);
});
