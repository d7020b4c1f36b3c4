import type { Finding } from '../../core/finding.ts';
import { columnLetters } from '../../core/grid.ts';
import { cellTooLong, longestCell, mostColumns, type Place, refusal, tooManyColumns } from './refusal.ts';

/** A record that goes on for so many characters is no record. */
const longestRecord = 1 << 20;

/** Text that breaks the rules of RFC 4180; it ends the reading. */
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

const recordTooLong = (place: Place): Finding =>
  refusal(
    'record-too-long',
    [
      `第 ${place.row} 行超过 ${longestRecord} 个字符。`,
      `Row ${place.row} is longer than ${longestRecord} characters.`,
    ],
    ['请检查文件是否缺少换行。', 'Look for missing line ends.'],
    place,
  );

/** The same text with memory of its own: what is cut out of a long string keeps all of it alive. */
export const detached = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);

/**
 * Cuts delimited text (RFC 4180) into records as it comes, holding at most one of them. Written for speed: a line without
 * quotation marks is found and split by the engine's own searches.
 */
export class RecordCutter {
  readonly #separator: string;
  #rest = '';
  #row = 0;
  #column = 0;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** Records handed out so far: the number of the last one, as a spreadsheet counts its rows. */
  get row(): number {
    return this.#row;
  }

  /** Where the text that was taken ends. */
  get place(): Place {
    try {
      this.#column = 0;
      this.#record(this.#rest, 0, false);
    } catch (error) {
      if (!(error instanceof Misplaced)) throw error;
    }
    return this.#here;
  }

  get #here(): Place {
    return { row: this.#row + 1, column: columnLetters(this.#column) };
  }

  /** The records that end in this text, or with it. Throws `Misplaced`. */
  *take(piece: string, isLast: boolean): Generator<string[]> {
    const text = this.#rest + piece;
    let at = 0;
    let quote = text.indexOf('"');
    let carriage = text.indexOf('\r');
    while (at < text.length) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (carriage >= 0 && carriage < at) carriage = text.indexOf('\r', at);
      const newline = text.indexOf('\n', at);
      const isCarriage = carriage >= 0 && (newline < 0 || carriage < newline);
      const end = isCarriage ? carriage : newline < 0 ? text.length : newline;
      let next = end + (isCarriage && newline === end + 1 ? 2 : 1);
      let cells: string[];
      if (quote >= 0 && quote < end) {
        this.#column = 0;
        const record = this.#record(text, at, isLast);
        if (!record) break;
        ({ cells, next } = record);
      } else {
        // A carriage return at the very end may be half of a line end.
        if (!isLast && (isCarriage ? end + 1 : end) === text.length) break;
        cells = detached(text.slice(at, end)).split(this.#separator);
      }
      at = next;
      this.#row += 1;
      yield cells;
    }
    this.#rest = detached(text.slice(at));
    if (this.#rest.length > longestRecord) throw new Misplaced(this.#tooLong());
  }

  /** A record with quotation marks, cell by cell; null when more text is needed to tell where it ends. */
  #record(text: string, start: number, isLast: boolean): { readonly cells: string[]; readonly next: number } | null {
    const cells: string[] = [];
    for (let at = start; ; at += 1) {
      this.#column = cells.length;
      const from = at;
      at = text[from] === '"' ? this.#quotedEnd(text, from, isLast) : this.#bareEnd(text, from);
      if (at < 0 || (at >= text.length && !isLast)) return null;
      cells.push(
        detached(text[from] === '"' ? text.slice(from + 1, at - 1).replaceAll('""', '"') : text.slice(from, at)),
      );
      const mark = text[at];
      if (mark === this.#separator) continue;
      if (mark === '\n' || mark === undefined) return { cells, next: at + 1 };
      if (mark !== '\r') throw new Misplaced(strayQuote(this.#here));
      if (at + 1 === text.length && !isLast) return null;
      return { cells, next: at + (text[at + 1] === '\n' ? 2 : 1) };
    }
  }

  /** Behind the mark that closes a quoted cell; -1 when it has not come yet. */
  #quotedEnd(text: string, from: number, isLast: boolean): number {
    let close = text.indexOf('"', from + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close >= 0) return close + 1;
    if (isLast) throw new Misplaced(unclosedQuote(this.#here));
    return -1;
  }

  #bareEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const character = text[at];
      if (character === this.#separator || character === '\n' || character === '\r') return at;
      if (character === '"') throw new Misplaced(strayQuote(this.#here));
    }
    return text.length;
  }

  /** Why what is left has no end. */
  #tooLong(): Finding {
    try {
      this.#column = 0;
      const record = this.#record(this.#rest, 0, true);
      const far = record?.cells.findIndex((cell) => cell.length > longestCell) ?? -1;
      if (far >= 0) return cellTooLong({ row: this.#row + 1, column: columnLetters(far) });
      const count = record?.cells.length ?? 0;
      return count > mostColumns ? tooManyColumns({ row: this.#row + 1 }, count) : recordTooLong(this.#here);
    } catch (error) {
      if (error instanceof Misplaced) return error.finding;
      throw error;
    }
  }
}
