import type { Source, Workbook } from '../core/grid.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { refusal } from './refusal.ts';
import { headOf } from './source.ts';
import { readXlsx } from './xlsx.ts';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const refused: readonly (readonly [magic: readonly number[], zh: string, en: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    '这是旧版 Excel（.xls）文件或加密的工作簿',
    'This is an old Excel file (.xls) or an encrypted workbook',
  ],
  [[0x25, 0x50, 0x44, 0x46], '这是 PDF 文件', 'This is a PDF file'],
];

/** A source of tables by what its first bytes say it is: XLSX, JSON or delimited text. */
export async function readWorkbook(
  source: Source,
  { encoding }: { readonly encoding?: string | undefined } = {},
): Promise<Workbook> {
  const head = await headOf(source, 64);
  const other = refused.find(([magic]) => startsWith(head, magic));
  if (other) {
    return {
      grids: (async function* () {})(),
      findings: [
        refusal(
          'not-a-table-file',
          [`${other[1]}，不能直接读取。`, `${other[2]}; it cannot be read as it is.`],
          ['请在表格软件中另存为 .xlsx 或 CSV。', 'Save it as .xlsx or CSV in a spreadsheet.'],
        ),
      ],
    };
  }
  if (startsWith(head, [0x50, 0x4b])) return readXlsx(source);
  const text = new TextDecoder().decode(head).replace(/^\ufeff?\s*/, '');
  if (/\.(json|jsonl|ndjson)$/i.test(source.name) || /^(\[\s*[[{\]]|\{\s*["}])/.test(text))
    return readJson(source, encoding);
  return readCsv(source, encoding);
}
