import { CsvError, type Parser, parse } from 'csv-parse';
import type { Finding } from '../core/finding.ts';
import { columnLetters } from '../core/grid.ts';
import { Endless, Undecodable } from './decode.ts';
import { cellTooLong, longestCell, mostColumns, type Place, refusal, tooManyColumns } from './refusal.ts';

/** A record that goes on for so many characters is no record. */
const longestRecord = 1 << 20;

/** Why no more records can be cut; it ends the reading. */
export class Misplaced extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('the text is not well-formed CSV');
    this.finding = finding;
  }
}

const unclosedQuote = (place: Place): Finding =>
  refusal(
    'unclosed-quote',
    [
      `第 ${place.row} 行 ${place.column} 列的引号没有闭合。`,
      `A quotation mark opened in row ${place.row}, column ${place.column} is never closed.`,
    ],
    [
      '请检查这一行的引号；引号本身要写成两个。',
      'Check the quotation marks of that row; a quotation mark itself is written twice.',
    ],
    place,
  );

const strayQuote = (place: Place): Finding =>
  refusal(
    'malformed-csv',
    [
      `第 ${place.row} 行 ${place.column} 列的引号不合 CSV 规则，可能前面有引号没有闭合。`,
      `Row ${place.row}, column ${place.column} has a quotation mark where CSV allows none; one before it may not be closed.`,
    ],
    [
      '含引号的单元格要整格加引号，格内引号写成两个；或用表格软件重新导出。',
      'Put quotation marks around the whole cell and write those within it twice, or export it again from a spreadsheet.',
    ],
    place,
  );

const recordTooLong = (row: number): Finding =>
  refusal(
    'record-too-long',
    [`第 ${row} 行超过 ${longestRecord} 个字符。`, `Row ${row} is longer than ${longestRecord} characters.`],
    ['请检查文件是否缺少换行。', 'Look for missing line ends.'],
    { row },
  );

/** Why a record is none of a published table. */
function shapeFault(cells: readonly string[], row: number): Finding | null {
  if (cells.length > mostColumns) return tooManyColumns({ row }, cells.length);
  let length = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const text = cells[index] as string;
    if (text.length > longestCell) return cellTooLong({ row, column: columnLetters(index) });
    length += text.length;
  }
  return length > longestRecord ? recordTooLong(row) : null;
}

const settled = (start: (done: (error?: Error | null) => void) => void): Promise<Error | null> =>
  new Promise((resolve) => start((error) => resolve(error ?? null)));

/** Cuts delimited text (RFC 4180) into records as it comes, holding at most one of them beside those of a piece. */
class RecordCutter {
  readonly #parser: Parser;
  #records: string[][] = [];
  #count = 0;
  /** Characters that came since a record ended. */
  #waiting = 0;
  #endsLine = true;
  #brokeAt: Place | null = null;

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: string[]) => {
        this.#records.push(record);
        this.#count += 1;
        return null;
      },
    });
    // Every write and the end tell of it themselves.
    this.#parser.on('error', () => undefined);
  }

  get isTooLong(): boolean {
    return this.#waiting > longestRecord;
  }

  /** The records that were cut since this was last asked. */
  taken(): string[][] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  /** Takes more text; says what is wrong with it. */
  async take(piece: string): Promise<Finding | null> {
    const before = this.#count;
    const error = await settled((done) => this.#parser.write(piece, done));
    this.#waiting = this.#count > before ? 0 : this.#waiting + piece.length;
    this.#endsLine = /[\r\n]$/.test(piece);
    return error && this.#finding(error);
  }

  /** Ends the last record; says what is wrong with it. */
  async end(): Promise<Finding | null> {
    const error = await settled((done) => this.#parser.end(done));
    return error && this.#finding(error);
  }

  /** Where the text that was taken ends, once it has been ended. */
  get place(): Place {
    if (this.#brokeAt) return this.#brokeAt;
    if (this.#endsLine) return { row: this.#count + 1, column: 'A' };
    return { row: this.#count, column: columnLetters((this.#records.at(-1)?.length ?? 1) - 1) };
  }

  close(): void {
    this.#parser.destroy();
  }

  #finding(error: Error): Finding {
    if (!(error instanceof CsvError)) throw error;
    const place = { row: this.#count + 1, column: columnLetters(Number(error['column'])) };
    this.#brokeAt = place;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? unclosedQuote(place) : strayQuote(place);
  }
}

/**
 * The records of a text, as many at a time as a piece of it holds; a record without end stops the reading early.
 * Throws `Misplaced` where the text breaks off or breaks the rules, after what came before it.
 */
export async function* recordsOf(
  pieces: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<readonly string[][]> {
  const cutter = new RecordCutter(separator);
  let row = 0;
  function* shaped(): Generator<readonly string[][]> {
    const records = cutter.taken();
    for (const [index, cells] of records.entries()) {
      const fault = shapeFault(cells, row + index + 1);
      if (!fault) continue;
      yield records.slice(0, index);
      throw new Misplaced(fault);
    }
    row += records.length;
    yield records;
  }
  try {
    for await (const piece of pieces) {
      const fault = await cutter.take(piece);
      yield* shaped();
      if (fault) throw new Misplaced(fault);
      if (cutter.isTooLong) break;
    }
    const fault = await cutter.end();
    yield* shaped();
    if (fault) throw new Misplaced(fault);
    if (cutter.isTooLong) throw new Misplaced(recordTooLong(row));
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    const fault = await cutter.end();
    throw new Misplaced(error instanceof Endless && fault ? fault : error.finding(cutter.place));
  } finally {
    cutter.close();
  }
}
