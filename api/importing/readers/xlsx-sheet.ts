import type { Finding } from '../../core/finding.ts';
import { type Cell, columnLetters, type Merge } from '../../core/grid.ts';
import { asWritten } from './apostrophe.ts';
import { longestCell, mostColumns, refusal } from './refusal.ts';
import { limits, Refused, tooLarge } from './xlsx-limits.ts';
import { dateText, decimalText, type Format, shareText } from './xlsx-values.ts';
import { readXml } from './xlsx-xml.ts';

export interface SheetContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly formats: readonly Format[];
  readonly is1904: boolean;
  /** Cells read so far in the whole workbook. */
  readonly counted: { cells: number; rows: number };
}

export interface ReadSheet {
  readonly rows: readonly { readonly row: number; readonly cells: Cell[] }[];
  readonly merges: readonly Merge[];
  readonly findings: readonly Finding[];
}

interface Reference {
  readonly row: number;
  readonly column: number;
}

function referenceOf(text: string): Reference | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]), column };
}

const mergeOf = (text: string): Merge | null => {
  const [from, to] = text.split(':').map(referenceOf);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
};

interface OpenCell {
  readonly at: Reference;
  readonly type: string;
  readonly style: number;
  value: string | null;
  hasFormula: boolean;
  text: string;
}

/** Reads one worksheet's cells as the exact text a person sees. */
export async function readSheet(bytes: AsyncIterable<Uint8Array>, context: SheetContext): Promise<ReadSheet> {
  const { sheet, strings, formats, is1904, counted } = context;
  const rows = new Map<number, Cell[]>();
  const merges: Merge[] = [];
  const findings: Finding[] = [];
  const hidden = { rows: [] as number[], columns: [] as string[] };
  let row = 0;
  let column = -1;
  let cell: OpenCell | null = null;
  let collecting: 'value' | 'text' | null = null;
  let isPhonetic = false;

  const put = ({ row: at, column: index }: Reference, value: Cell): void => {
    if (value === null || value === '') return;
    if (index >= mostColumns) {
      throw new Refused(
        'cell-too-far',
        `单元格 ${columnLetters(index)}${at} 在第 ${mostColumns} 列之外。`,
        `Cell ${columnLetters(index)}${at} is beyond column ${mostColumns}.`,
        { sheet, row: at, column: `${columnLetters(index)}${at}` },
      );
    }
    if (value.length > longestCell)
      throw new Refused(
        'cell-too-long',
        `单元格 ${columnLetters(index)}${at} 超过 ${longestCell} 个字符。`,
        `Cell ${columnLetters(index)}${at} holds more than ${longestCell} characters.`,
        { sheet, row: at },
      );
    counted.cells += 1;
    if (counted.cells > limits.cells) throw tooLarge('单元格数', `${limits.cells} cells`);
    let cells = rows.get(at);
    if (!cells) {
      counted.rows += 1;
      if (counted.rows > limits.rows) throw tooLarge('行数', `${limits.rows} rows`);
      cells = [];
      rows.set(at, cells);
    }
    while (cells.length < index) cells.push(null);
    cells[index] = value;
  };

  const fault = (rule: string, at: Reference, zh: string, en: string): null => {
    const place = `${columnLetters(at.column)}${at.row}`;
    findings.push(
      refusal(
        rule,
        [`单元格 ${place} ${zh}`, `Cell ${place} ${en}`],
        ['请在表格软件中填入数值后重新保存。', 'Put the value itself into the cell and save again.'],
        { sheet, row: at.row, column: place },
      ),
    );
    return null;
  };

  const textOf = ({ at, type, style, value, text, hasFormula }: OpenCell): Cell => {
    if (type === 'inlineStr') return asWritten(text);
    if (value === null)
      return hasFormula
        ? fault('formula-without-value', at, '的公式没有计算结果。', 'holds a formula without a value.')
        : null;
    if (type === 's') return asWritten(strings[Number(value)] ?? '');
    if (type === 'e') return fault('error-value', at, `的值是 ${value}。`, `holds the error ${value}.`);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'str' || type === 'd') return value;
    const decimal = decimalText(value);
    if (decimal === null) return fault('error-value', at, '的数值无法读取。', 'holds a number that cannot be read.');
    const format = formats[style] ?? 'general';
    if (format === 'share') return shareText(decimal);
    return format === 'date' ? (dateText(decimal, is1904) ?? decimal) : decimal;
  };

  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.get('r') ?? row + 1);
        column = -1;
        if (attributes.get('hidden') === '1') hidden.rows.push(row);
      } else if (name === 'c') {
        const at = referenceOf(attributes.get('r') ?? '') ?? { row, column: column + 1 };
        column = at.column;
        cell = {
          at,
          type: attributes.get('t') ?? 'n',
          style: Number(attributes.get('s') ?? 0),
          value: null,
          hasFormula: false,
          text: '',
        };
      } else if (name === 'v') collecting = 'value';
      else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 't' && !isPhonetic) collecting = 'text';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 'mergeCell') {
        const merge = mergeOf(attributes.get('ref') ?? '');
        if (merge && merges.length < limits.rows) merges.push(merge);
      } else if (name === 'col' && attributes.get('hidden') === '1')
        hidden.columns.push(columnLetters(Number(attributes.get('min') ?? 1) - 1));
    },
    text: (piece) => {
      if (!cell || collecting === null) return;
      if (collecting === 'value') cell.value = (cell.value ?? '') + piece;
      else cell.text += piece;
      if ((cell.value?.length ?? 0) + cell.text.length > longestCell + 1) put(cell.at, 'x'.repeat(longestCell + 1));
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = null;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && cell) {
        put(cell.at, textOf(cell));
        cell = null;
      }
    },
  });
  findings.push(...hiddenFindings(sheet, hidden));
  const last = Math.max(0, ...rows.keys());
  return {
    rows: [...rows].sort(([left], [right]) => left - right).map(([number, cells]) => ({ row: number, cells })),
    merges: merges
      .filter(({ top }) => top <= last)
      .map((merge) => ({
        ...merge,
        bottom: Math.min(merge.bottom, last),
        right: Math.min(merge.right, mostColumns - 1),
      })),
    findings,
  };
}

function* hiddenFindings(
  sheet: string,
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly string[] },
): Generator<Finding> {
  const notice = (rule: string, zh: string, en: string): Finding => ({
    rule,
    severity: 'NOTICE',
    sheet,
    message: { zh, en },
    remedy: {
      zh: '隐藏的内容同样读入；不应公开的请删除后再导入。',
      en: 'What is hidden is read too; delete what must not be public.',
    },
  });
  const some = (list: readonly (string | number)[]) => list.slice(0, 10).join('、') + (list.length > 10 ? '…' : '');
  if (rows.length > 0)
    yield notice(
      'hidden-rows',
      `有 ${rows.length} 个隐藏行：${some(rows)}。`,
      `${rows.length} rows are hidden: ${some(rows)}.`,
    );
  if (columns.length > 0)
    yield notice('hidden-columns', `有隐藏列：${some(columns)}。`, `Columns are hidden: ${some(columns)}.`);
}
