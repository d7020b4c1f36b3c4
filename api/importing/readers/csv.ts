import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Finding } from '../../core/finding.ts';
import { type Cell, columnLetters, type GridRow, type Source, type Workbook } from '../../core/grid.ts';
import { asWritten } from './apostrophe.ts';
import { decode, encodingOf, Undecodable } from './decode.ts';
import { cellTooLong, longestCell, mostColumns, refusal, tooManyColumns } from './refusal.ts';
import { headOf } from './source.ts';

const separators = [',', '\t', ';'] as const;

const batchSize = 1_000;

/** A record of so many characters means a quotation mark that is never closed. */
const longestRecord = 1 << 20;

const cellOf = (text: string): Cell => (text === '' ? null : asWritten(text));

/** The separator that the first lines use most outside of quotes; a comma where there is none. */
function separatorOf(text: string): (typeof separators)[number] {
  const bare = text.replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => bare.split(separator).length - 1);
  const most = Math.max(...counts);
  return separators[counts.indexOf(most)] ?? ',';
}

function faultOf(error: unknown, next: number): Finding {
  if (error instanceof Undecodable) return error.finding(next);
  if (!(error instanceof CsvError)) throw error;
  // Records that were read and not yet taken count too.
  const row = Math.max(next, Number(error['records'] ?? 0) + 1);
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return refusal(
      'unclosed-quote',
      [`第 ${row} 行的引号没有闭合。`, `A quotation mark opened in row ${row} is never closed.`],
      [
        '请检查这一行的引号；引号本身要写成两个。',
        'Check the quotation marks of that row; a quotation mark itself is written twice.',
      ],
      { row },
    );
  }
  return refusal(
    'malformed-csv',
    [`第 ${row} 行不是合格的 CSV（${error.code}）。`, `Row ${row} is not well-formed CSV (${error.code}).`],
    ['请用表格软件重新导出为 CSV。', 'Export it again as CSV from a spreadsheet.'],
    { row },
  );
}

function* checks(cells: readonly string[], row: number): Generator<Finding> {
  if (cells.length > mostColumns) yield tooManyColumns({ row }, cells.length);
  for (const [index, cell] of cells.entries()) {
    if (cell.length > longestCell) yield cellTooLong({ row, column: columnLetters(index) }, cell.length);
  }
}

/** Delimited text as one grid, streamed; `row` counts records as a spreadsheet counts its rows. */
export async function readCsv(source: Source, encoding: string | undefined): Promise<Workbook> {
  const decoding = await encodingOf(source, encoding);
  const findings: Finding[] = [...decoding.findings];
  if (!decoding.ok) return { findings, grids: none() };
  const head = new TextDecoder(decoding.encoding).decode(await headOf(source, 64 * 1024));
  async function* rows(): AsyncGenerator<readonly GridRow[]> {
    const text = Readable.from(decode(source, decoding.ok ? decoding.encoding : 'utf-8'));
    const parser = text.pipe(
      parse({
        bom: true,
        delimiter: separatorOf(head),
        relax_column_count: true,
        max_record_size: longestRecord,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    );
    text.once('error', (error) => parser.destroy(error));
    let batch: GridRow[] = [];
    let row = 0;
    try {
      for await (const record of parser as AsyncIterable<string[]>) {
        row += 1;
        const [fault] = checks(record, row);
        if (fault) {
          findings.push(fault);
          break;
        }
        if (record.every((cell) => cell === '')) continue;
        batch.push({ row, cells: record.map(cellOf) });
        if (batch.length === batchSize) {
          yield batch;
          batch = [];
        }
      }
    } catch (error) {
      findings.push(faultOf(error, row + 1));
    } finally {
      parser.destroy();
      text.destroy();
    }
    if (batch.length > 0) yield batch;
  }
  return {
    findings,
    grids: (async function* () {
      yield { name: null, isHidden: false, merges: [], rows: rows() };
    })(),
  };
}

async function* none(): AsyncGenerator<never> {}
