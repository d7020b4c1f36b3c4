import type { Finding } from '../core/finding.ts';
import { columnLetters, type Grid, type GridRow, type Source, type Workbook } from '../core/grid.ts';
import { decode, encodingOf, Undecodable } from './decode.ts';
import { faultOf, notTable, rowsOf, Unreadable } from './json-cells.ts';
import { linesOf } from './json-lines.ts';
import { JsonFault, type JsonValue, parseJson } from './json-text.ts';
import { refusal } from './refusal.ts';
import { emptyFile, type TextEncoding } from './text.ts';
import { unfit } from './unfit.ts';

const largest = 50 << 20;
const batchSize = 1_000;

const gridOf = (name: string | null, rows: readonly GridRow[]): Grid => ({
  name,
  isHidden: false,
  merges: [],
  rows: (async function* () {
    for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize);
  })(),
});

/** A sheet's rows; what is wrong in them names the sheet. */
function sheetOf(sheet: JsonValue, index: number): Grid {
  const rows = sheet instanceof Map ? sheet.get('rows') : undefined;
  if (!(sheet instanceof Map) || !Array.isArray(rows)) throw notTable();
  const stated = sheet.get('name');
  const name = typeof stated === 'string' && stated !== '' ? stated : `sheet ${index + 1}`;
  const fault = unfit(name, { row: 1 });
  if (fault) throw new Unreadable(fault);
  try {
    return gridOf(name, rowsOf(rows, columnLetters));
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable({ ...error.finding, sheet: name }) : error;
  }
}

function gridsOf(value: JsonValue): Grid[] {
  if (Array.isArray(value)) return [gridOf(null, rowsOf(value, columnLetters))];
  const sheets = value instanceof Map ? value.get('sheets') : undefined;
  if (!Array.isArray(sheets)) throw notTable();
  return sheets.map(sheetOf);
}

const tooLarge = (): Finding =>
  refusal(
    'file-too-large',
    [`JSON 文件超过 ${largest >> 20} MB。`, `The JSON file is larger than ${largest >> 20} MB.`],
    ['请改用 JSON Lines（.jsonl）或 CSV。', 'Use JSON Lines (.jsonl) or CSV.'],
  );

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

async function wholeGrids(source: Source, encoding: TextEncoding): Promise<Grid[]> {
  let text = '';
  try {
    for await (const piece of decode(source, encoding)) {
      text += piece;
      if (text.length > largest) throw new Unreadable(tooLarge());
    }
    return gridsOf(parseJson(text));
  } catch (error) {
    if (error instanceof JsonFault)
      throw new Unreadable(faultOf(error, lineAt(text, error.at), error.at - text.lastIndexOf('\n', error.at - 1)));
    if (error instanceof Undecodable) throw new Unreadable(error.finding({ row: lineAt(text, text.length) }));
    throw error;
  }
}

/** A JSON document, or JSON Lines, as grids. Numbers keep every digit they are written with. */
export async function readJson(source: Source, stated: string | undefined): Promise<Workbook> {
  const refused = (findings: readonly Finding[]): Workbook => ({ findings, grids: (async function* () {})() });
  const isLines = /\.(jsonl|ndjson)$/i.test(source.name);
  if (!isLines && source.size > largest) return refused([tooLarge()]);
  const decoding = await encodingOf(source, stated);
  if (!decoding.ok) return refused(decoding.findings);
  if (source.size === 0) return refused([emptyFile()]);
  const findings: Finding[] = [...decoding.findings];
  const { encoding } = decoding;
  async function* grids(): AsyncGenerator<Grid> {
    if (isLines) {
      const rows = linesOf(decode(source, encoding), (error, row) => {
        if (error instanceof Unreadable) findings.push(error.finding);
        else if (error instanceof Undecodable) findings.push(error.finding({ row }));
        else throw error;
      });
      yield { name: null, isHidden: false, merges: [], rows };
      return;
    }
    try {
      yield* await wholeGrids(source, encoding);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      findings.push(error.finding);
    }
  }
  return { findings, grids: grids() };
}
