import type { Finding } from '../core/finding.ts';
import type { Cell, GridRow } from '../core/grid.ts';
import { deepest, Exact, type JsonFault, type JsonValue } from './json-text.ts';
import { cellTooLong, longestCell, mostColumns, refusal, tooManyColumns } from './refusal.ts';
import { unfit } from './unfit.ts';

/** Why JSON cannot be read as a table; it ends the reading. */
export class Unreadable extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('the JSON is not a table');
    this.finding = finding;
  }
}

const shape = [
  '请给出数组的数组、对象的数组，或 {"sheets":[{"name":"…","rows":[[…]]}]}；每行一个对象的文件请以 .jsonl 命名。',
  'Give an array of arrays, an array of objects, or {"sheets":[{"name":"…","rows":[[…]]}]}; name a file of one object a line .jsonl.',
] as const;

export const notTable = (): Unreadable =>
  new Unreadable(refusal('not-a-table', ['JSON 不是表格。', 'The JSON is not a table.'], shape));

/** `row` is where the text that failed begins, or its only line. */
export function faultOf({ reason, key }: JsonFault, row: number, column: number): Finding {
  if (reason === 'too-deep')
    return refusal(
      'malformed-json',
      [
        `JSON 嵌套超过 ${deepest} 层，第 ${row} 行第 ${column} 个字符。`,
        `The JSON goes more than ${deepest} levels deep, line ${row}, character ${column}.`,
      ],
      [`表格只有四层。${shape[0]}`, `A table is four levels deep. ${shape[1]}`],
      { row, column: String(column) },
    );
  if (reason === 'duplicate-key')
    return refusal(
      'duplicate-key',
      [`第 ${row} 行的对象有两个“${key.slice(0, 60)}”。`, `An object in line ${row} has "${key.slice(0, 60)}" twice.`],
      ['请为每个键取不同的名称。', 'Give every key a name of its own.'],
      { row, column: key },
    );
  if (reason === 'too-many-values')
    return refusal(
      'file-too-large',
      ['JSON 文件中的值太多。', 'The JSON file holds too many values.'],
      ['请改用 JSON Lines（.jsonl）或 CSV。', 'Use JSON Lines (.jsonl) or CSV.'],
    );
  return refusal(
    'malformed-json',
    [
      `不是有效的 JSON，第 ${row} 行第 ${column} 个字符起读不下去。`,
      `Not valid JSON: it cannot be read on from line ${row}, character ${column}.`,
    ],
    [
      `请检查该处是否缺少引号、逗号或括号，或重新导出。${shape[0]}`,
      `Look there for a missing quotation mark, comma or bracket, or export it again. ${shape[1]}`,
    ],
    { row, column: String(column) },
  );
}

function textCell(text: string, row: number, column: string): Cell {
  if (text.length > longestCell) throw new Unreadable(cellTooLong({ row, column }));
  const fault = unfit(text, { row, column });
  if (fault) throw new Unreadable(fault);
  return text === '' ? null : text;
}

export function cellOf(value: JsonValue | undefined, row: number, column: string): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textCell(value, row, column);
  if (value instanceof Exact && !/[eE]/.test(value.text)) return textCell(value.text, row, column);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
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

/** Keys as a header: they are cells as well. */
export const headerOf = (keys: readonly string[], row: number): Cell[] => {
  if (keys.length > mostColumns) throw new Unreadable(tooManyColumns({ row }, keys.length));
  return keys.map((key) => textCell(key, row, key.slice(0, 60)));
};

const isWritten = ({ cells }: GridRow): boolean => cells.some((cell) => cell !== null);

/** Rows of arrays as they are, or objects under a header of all their keys in the order they first appear in. */
export function rowsOf(values: readonly JsonValue[], lettersOf: (column: number) => string): GridRow[] {
  if (values.every((value) => Array.isArray(value))) {
    return values
      .map((value, index) => {
        const row = index + 1;
        if (value.length > mostColumns) throw new Unreadable(tooManyColumns({ row }, value.length));
        return { row, cells: value.map((cell, column) => cellOf(cell, row, lettersOf(column))) };
      })
      .filter(isWritten);
  }
  if (!values.every((value) => value instanceof Map)) throw notTable();
  const keys = new Set<string>();
  for (const value of values) for (const key of value.keys()) keys.add(key);
  const header = headerOf([...keys], 1);
  const rows = values.map((value, index) => ({
    row: index + 2,
    cells: Array.from(keys, (key) => cellOf(value.get(key), index + 2, key)),
  }));
  return [{ row: 1, cells: header }, ...rows].filter(isWritten);
}
