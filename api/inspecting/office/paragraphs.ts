import { personalInformationIn } from '../../core/personal-information/index.ts';
import { TableScan } from '../../core/personal-information/table.ts';
import type { Collector } from '../collector.ts';
import { type FilePlace, personal, placed } from '../finding.ts';

interface Table {
  readonly number: number;
  readonly scan: TableScan;
  row: number;
  cells: string[];
  cell: string;
}

/** Longer paragraphs are looked at in pieces. */
const longest = 1 << 20;

/** Takes the paragraphs of a part of a document in order; those in tables become cells, looked at by rows. */
export class Paragraphs {
  readonly #collector: Collector;
  readonly #part: readonly [zh: string, en: string];
  readonly #tables: Table[] = [];
  /** A paragraph may hold a text box with paragraphs of its own. */
  readonly #texts: string[] = [];
  #count = 0;
  #tableCount = 0;
  #last = '';

  constructor(collector: Collector, part: readonly [zh: string, en: string]) {
    this.#collector = collector;
    this.#part = part;
  }

  get place(): FilePlace {
    const [zh, en] = this.#part;
    const table = this.#tables.at(-1);
    if (table)
      return placed(`${zh}第 ${table.number} 个表第 ${table.row} 行`, `${en}, table ${table.number}, row ${table.row}`);
    return placed(`${zh}第 ${Math.max(1, this.#count)} 段`, `${en}, paragraph ${Math.max(1, this.#count)}`);
  }

  open(tag: string): void {
    if (tag === 'p') {
      this.#texts.push('');
      this.#count += 1;
    } else if (tag === 'tbl') {
      this.#tableCount += 1;
      this.#tables.push({ number: this.#tableCount, scan: new TableScan(this.#last), row: 0, cells: [], cell: '' });
    } else if (tag === 'tr') this.#startRow();
    else if (tag === 'tc') this.#startCell();
  }

  text(piece: string): void {
    const at = this.#texts.length - 1;
    if (at < 0) return;
    const text = `${this.#texts[at]}${piece}`;
    this.#texts[at] = text.length > longest ? '' : text;
    if (text.length > longest) this.#see(text);
  }

  close(tag: string): void {
    const table = this.#tables.at(-1);
    if (tag === 'p') this.#endParagraph(this.#texts.pop() ?? '', table);
    else if (tag === 'tc' && table) table.cells.push(table.cell);
    else if (tag === 'tr' && table) this.#endRow(table);
    else if (tag === 'tbl') this.#tables.pop();
  }

  #startRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row += 1;
    table.cells = [];
  }

  #startCell(): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = '';
  }

  #endParagraph(text: string, table: Table | undefined): void {
    if (table && table.row > 0) {
      table.cell += table.cell === '' ? text : `\n${text}`;
      return;
    }
    if (text.trim() === '') return;
    this.#last = text;
    this.#see(text);
  }

  #see(text: string): void {
    for (const datum of personalInformationIn(text)) this.#collector.add(personal(datum, this.place));
  }

  #endRow(table: Table): void {
    const cells = table.cells.map((cell) => (cell === '' ? null : cell));
    for (const datum of table.scan.see({ row: table.row, cells })) {
      const { place } = this.place;
      const column = datum.column + 1;
      this.#collector.add(personal(datum, placed(`${place.zh}第 ${column} 格`, `${place.en}, cell ${column}`)));
    }
    table.cells = [];
  }
}
