import type { Finding } from '../../core/finding.ts';
import type { Cell, Grid, GridRow, Source, Workbook } from '../../core/grid.ts';
import { decode, encodingOf, Undecodable } from './decode.ts';
import { cellTooLong, longestCell, mostColumns, refusal, tooManyColumns } from './refusal.ts';

const largest = 50 << 20;
const batchSize = 1_000;

/** A number is kept as it is written: 1.10 stays 1.10, and no digit is lost. */
class Exact {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const parseExactly = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? new Exact(context?.source ?? String(value)) : value,
  );

const scientific = /[eE]/;

class Unreadable extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('the JSON is not a table');
    this.finding = finding;
  }
}

function cellOf(value: unknown, row: number, column: string): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Exact && !scientific.test(value.text)) return value.text;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    if (value.length > longestCell) throw new Unreadable(cellTooLong({ row, column }, value.length));
    if (value.includes('\u0000')) {
      throw new Unreadable(
        refusal(
          'control-character',
          [`第 ${row} 行“${column}”含有 NUL 字符。`, `"${column}" of row ${row} holds a NUL character.`],
          ['请删除该字符。', 'Delete it.'],
          { row, column },
        ),
      );
    }
    return value;
  }
  throw new Unreadable(
    refusal(
      'nested-value',
      [`第 ${row} 行“${column}”不是单个的值。`, `"${column}" of row ${row} is not a single value.`],
      [
        '每一格只能是文字、数字、true、false 或 null；数字不要用科学记数法。',
        'A cell is text, a number, true, false or null; no exponents.',
      ],
      { row, column },
    ),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Exact);

const notTable = (): Unreadable =>
  new Unreadable(
    refusal(
      'not-a-table',
      ['JSON 不是表格。', 'The JSON is not a table.'],
      [
        '请给出数组的数组、对象的数组，或 {"sheets":[{"name":"…","rows":[[…]]}]}。',
        'Give an array of arrays, an array of objects, or {"sheets":[{"name":"…","rows":[[…]]}]}.',
      ],
    ),
  );

function widthChecked(cells: Cell[], row: number): Cell[] {
  if (cells.length > mostColumns) throw new Unreadable(tooManyColumns({ row }, cells.length));
  return cells;
}

/** Rows of arrays as they are, or objects under a header of all their keys. */
function rowsOf(values: readonly unknown[]): GridRow[] {
  if (values.every((value) => Array.isArray(value))) {
    return values
      .map((value, index) => ({
        row: index + 1,
        cells: widthChecked(
          (value as unknown[]).map((cell, column) => cellOf(cell, index + 1, String(column + 1))),
          index + 1,
        ),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null));
  }
  if (!values.every((value) => isObject(value) && !Array.isArray(value))) throw notTable();
  const keys = [...new Set(values.flatMap((value) => Object.keys(value as object)))];
  return [
    { row: 1, cells: widthChecked(keys, 1) },
    ...values.map((value, index) => {
      const entries = new Map(Object.entries(value as object));
      return { row: index + 2, cells: keys.map((key) => cellOf(entries.get(key), index + 2, key)) };
    }),
  ];
}

const gridOf = (name: string | null, rows: readonly GridRow[]): Grid => ({
  name,
  isHidden: false,
  merges: [],
  rows: (async function* () {
    yield rows;
  })(),
});

function gridsOf(value: unknown): Grid[] {
  if (Array.isArray(value)) return [gridOf(null, rowsOf(value))];
  if (!isObject(value) || !('sheets' in value) || !Array.isArray(value.sheets)) throw notTable();
  return value.sheets.map((sheet: unknown, index) => {
    if (!isObject(sheet) || !('rows' in sheet) || !Array.isArray(sheet.rows)) throw notTable();
    return gridOf('name' in sheet ? String(sheet.name) : `sheet ${index + 1}`, rowsOf(sheet.rows));
  });
}

const malformed = (row: number | null): Unreadable =>
  new Unreadable(
    refusal(
      'malformed-json',
      [
        row === null ? '文件不是合格的 JSON。' : `第 ${row} 行不是合格的 JSON。`,
        row === null ? 'The file is not well-formed JSON.' : `Line ${row} is not well-formed JSON.`,
      ],
      ['请重新导出。', 'Export it again.'],
      row === null ? {} : { row },
    ),
  );

const faultOf = (error: unknown, row: number): Finding => {
  if (error instanceof Unreadable) return error.finding;
  if (error instanceof Undecodable) return error.finding(row);
  throw error;
};

async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > 1 << 20) throw malformed(null);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** JSON Lines: an object a line, all with the keys of the first. */
async function* linesGrid(lines: AsyncIterable<string>, findings: Finding[]): AsyncGenerator<readonly GridRow[]> {
  let keys: readonly string[] | null = null;
  let batch: GridRow[] = [];
  let row = 0;
  try {
    for await (const line of lines) {
      row += 1;
      if (line.trim() === '') continue;
      const value = parsed(line, row);
      if (!isObject(value) || Array.isArray(value)) throw malformed(row);
      const entries = new Map(Object.entries(value));
      if (keys === null) {
        keys = [...entries.keys()];
        batch.push({ row, cells: widthChecked([...keys], row) });
      }
      const known = new Set(keys);
      const extra = [...entries.keys()].find((key) => !known.has(key));
      if (extra !== undefined) {
        throw new Unreadable(
          refusal(
            'unknown-key',
            [`第 ${row} 行的“${extra}”不在第一行的键中。`, `"${extra}" in line ${row} is no key of the first line.`],
            ['每一行须有同样的键。', 'Every line must have the same keys.'],
            { row, column: extra },
          ),
        );
      }
      batch.push({ row: row + 1, cells: keys.map((key) => cellOf(entries.get(key), row, key)) });
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    findings.push(faultOf(error, row + 1));
  }
  if (batch.length > 0) yield batch;
}

function parsed(text: string, row: number | null): unknown {
  try {
    return parseExactly(text);
  } catch {
    throw malformed(row);
  }
}

/** A JSON document, or JSON Lines, as grids. Numbers keep every digit they are written with. */
export async function readJson(source: Source, encoding: string | undefined): Promise<Workbook> {
  const decoding = await encodingOf(source, encoding);
  const findings: Finding[] = [...decoding.findings];
  if (!decoding.ok) return { findings, grids: (async function* () {})() };
  const pieces = decode(source, decoding.encoding);
  async function* grids(): AsyncGenerator<Grid> {
    if (/\.(jsonl|ndjson)$/i.test(source.name)) {
      yield { name: null, isHidden: false, merges: [], rows: linesGrid(textLines(pieces), findings) };
      return;
    }
    try {
      if (source.size > largest) {
        throw new Unreadable(
          refusal(
            'file-too-large',
            [`JSON 文件超过 ${largest >> 20} MB。`, `The JSON file is larger than ${largest >> 20} MB.`],
            ['请改用 JSON Lines（.jsonl）或 CSV。', 'Use JSON Lines (.jsonl) or CSV.'],
          ),
        );
      }
      let text = '';
      for await (const piece of pieces) text += piece;
      yield* gridsOf(parsed(text, null));
    } catch (error) {
      findings.push(faultOf(error, 1));
    }
  }
  return { findings, grids: grids() };
}
