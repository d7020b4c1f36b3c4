import type { Finding } from '../finding.ts';
import { FindingList, finding } from '../finding-list.ts';
import type { GridRow } from '../grid.ts';
import type { MoneyUnit } from '../money.ts';
import { filled, isNumbering, labelKey, labelOf, wordsIn } from '../table/labels.ts';
import { MergedCells } from '../table/merged-cells.ts';
import type { OpenedSheet } from '../table/opened-sheet.ts';
import type { Fields, Form, FormRow, Values } from './form.ts';
import { isIgnored, type MatchedColumn, type MatchedHeader } from './match.ts';
import { columnNotRead, duplicateColumn, missingCell, missingColumn, raggedRow, tooManyRows } from './problems.ts';

/** A form's rows are held whole; what is counted in millions is no form. */
const mostRows = 200_000;

/** What published tables print where there is nothing. */
const nothing = /^[-–—―─－/／]{0,4}$/;

const total = /^(合计|总计|小计|共计|total)$/i;
const note = /^(注|说明|备注|附注|填表|※|\*)/;
const heading = /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/;

/** The rows of one sheet, read. */
export interface SheetRows<F extends Fields> {
  readonly rows: readonly FormRow<F>[];
  /** Rows of 合计 and 小计: not records, but to be compared with them. */
  readonly totals: readonly FormRow<F>[];
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads the rows below a header, one by one. */
class RowsReader<F extends Fields> {
  readonly #form: Form<F>;
  readonly #header: MatchedHeader;
  readonly #sheet: OpenedSheet;
  readonly #unit: MoneyUnit | null;
  readonly #columns: readonly (MatchedColumn & { readonly key: string })[];
  readonly #labels: ReadonlySet<string>;
  readonly #merged: MergedCells;
  #section: string | null = null;
  readonly findings = new FindingList();
  readonly rows: FormRow<F>[] = [];
  readonly totals: FormRow<F>[] = [];
  readonly notes: string[] = [];

  constructor(form: Form<F>, header: MatchedHeader, sheet: OpenedSheet, unit: MoneyUnit | null) {
    this.#form = form;
    this.#header = header;
    this.#sheet = sheet;
    this.#unit = unit;
    this.#merged = new MergedCells(sheet.merges);
    const columns = new Map<string, MatchedColumn & { readonly key: string }>();
    for (const column of header.columns) {
      const { key } = column;
      const first = key === null ? undefined : columns.get(key);
      if (key === null) {
        if (!isIgnored(column.path))
          this.findings.add(columnNotRead(sheet.name, header, column, Object.keys(form.fields)));
      } else if (first) this.findings.add(duplicateColumn(sheet.name, header, column, first));
      else columns.set(key, { ...column, key });
    }
    this.#columns = [...columns.values()];
    this.#labels = new Set(header.columns.map(({ path }) => labelKey(path.at(-1) ?? '')));
    for (const [key, { required = false }] of Object.entries(form.fields))
      if (required && !columns.has(key)) this.findings.add(missingColumn(sheet.name, header, key, form));
  }

  see(row: GridRow): void {
    if (row.row <= this.#header.lastRow) return;
    const words = wordsIn(row);
    if (words.length === 0 || isNumbering(row)) return;
    // The header again, at the top of a printed page.
    if (words.length > 1 && words.every((word) => this.#labels.has(labelKey(word)))) return;
    const [first = ''] = words;
    if (words.length === 1 && this.#columns.length > 1 && this.#isAside(row, first)) return;
    // A worksheet leaves out what is empty; a delimited line of another length has lost or gained something.
    if (this.#sheet.name === null && row.cells.length !== this.#header.width)
      this.findings.add(raggedRow(row.row, row.cells.length, this.#header.width));
    const isTotal = words.slice(0, 2).some((word) => total.test(labelKey(word)));
    const read = { values: this.#values(row, isTotal), sheet: this.#sheet.name, row: row.row, section: this.#section };
    (isTotal ? this.totals : this.rows).push(read);
  }

  /** One cell in a wide table: a note below it or a heading inside it. */
  #isAside(row: GridRow, word: string): boolean {
    if (note.test(word) || word.length > 60) {
      this.notes.push(word);
      return true;
    }
    const [column = 0] = filled(row);
    const isWide = this.#merged.widthAt(row.row, column) > 2;
    if (!isWide && !heading.test(word)) return false;
    this.#section = word;
    return true;
  }

  #values(row: GridRow, isTotal: boolean): Values<F> {
    const values = new Map<string, unknown>();
    for (const column of this.#columns) {
      const text = this.#merged.textAt(row, column.index);
      const type = this.#form.fields[column.key]?.type;
      const place = { sheet: this.#sheet.name, row: row.row, column: labelOf(column) };
      if (!type || nothing.test(text)) {
        if (!isTotal && this.#form.fields[column.key]?.required) this.findings.add(missingCell(place));
        continue;
      }
      const read = type.read(text, { unit: column.unit ?? this.#unit });
      if (read.ok) values.set(column.key, read.value);
      else if (!isTotal) this.findings.add(finding(read.rule, 'ERROR', place, read.message, read.remedy));
    }
    return Object.fromEntries(Object.keys(this.#form.fields).map((key) => [key, values.get(key) ?? null])) as Values<F>;
  }
}

/** Reads one sheet as one form. Never throws on bad data. */
export async function readSheet<F extends Fields>(
  form: Form<F>,
  header: MatchedHeader,
  sheet: OpenedSheet,
  unit: MoneyUnit | null,
): Promise<SheetRows<F>> {
  const reader = new RowsReader(form, header, sheet, unit);
  for (const row of sheet.head) reader.see(row);
  for await (const batch of sheet.rest) {
    // The rest must be read to its end, for the reader of the file to finish.
    if (reader.rows.length <= mostRows) for (const row of batch) reader.see(row);
  }
  if (reader.rows.length > mostRows) reader.findings.add(tooManyRows(mostRows));
  return { rows: reader.rows, totals: reader.totals, notes: reader.notes, findings: reader.findings.all() };
}
