import type { Finding } from '../finding.ts';
import { FindingList } from '../finding-list.ts';
import type { GridRow, Workbook } from '../grid.ts';
import { labelKey } from '../table/labels.ts';
import { type OpenedSheet, openNext, openSheets } from '../table/opened-sheet.ts';
import { type Said, SaidColumns } from '../table/said-columns.ts';
import { Facts } from './facts.ts';
import type { Fields, FormRow, FormSet, FormsOf, Values } from './form.ts';
import { matchSheet } from './match.ts';
import { factNotRead, noTable, unclearForm, unknownFact, unknownForm } from './problems.ts';
import { readSheet } from './sheet-rows.ts';

/** A source of tables, and what its publisher said about it. */
export interface FormSource extends Said {
  readonly name: string;
  readonly workbook: Workbook;
  readonly given: ReadonlyMap<string, string>;
}

/** Running text found beside the tables, and where. */
export interface FoundText {
  readonly sheet: string | null;
  readonly row: number;
  readonly text: string;
}

/** Rows by the form they stand in. */
export type Rows<Forms extends FormsOf> = {
  readonly [Code in keyof Forms]: readonly FormRow<Forms[Code]['fields']>[];
};

/** Everything a source of forms says. */
export interface FormsRead<F extends Fields, Forms extends FormsOf> {
  readonly facts: Values<F>;
  /** Words above the tables and names of sheets: what the tables are called. */
  readonly titles: readonly string[];
  readonly rows: Rows<Forms>;
  readonly totals: Rows<Forms>;
  /** Notes below tables, and sheets of running text. */
  readonly texts: readonly FoundText[];
  readonly findings: readonly Finding[];
  /** What the publisher said of columns, to be remembered. */
  readonly memory: ReadonlyMap<string, string>;
}

const isCover = ({ name }: OpenedSheet): boolean => /封面|目录|填表说明|cover/i.test(name ?? '');

const textOf = ({ cells }: GridRow): string => cells.filter((cell) => cell !== null && cell.trim() !== '').join(' ');

/** Reads sheets as forms, one after the other. */
class FormsReader<F extends Fields, Forms extends FormsOf> {
  readonly #source: FormSource;
  readonly #set: FormSet<F, Forms>;
  readonly #said: SaidColumns<string>;
  readonly #facts: Facts<F>;
  readonly #findings = new FindingList();
  readonly #rows = new Map<string, FormRow<Fields>[]>();
  readonly #totals = new Map<string, FormRow<Fields>[]>();
  readonly #texts: FoundText[] = [];
  readonly #names: string[] = [];
  readonly #memory = new Map<string, string>();
  #tables = 0;

  constructor(source: FormSource, set: FormSet<F, Forms>) {
    this.#source = source;
    this.#set = set;
    const words = [...new Set(Object.values(set.forms).flatMap(({ fields }) => Object.keys(fields))), 'ignore'];
    const named = (word: string): string | null => {
      const key = word.trim();
      const byLabel = Object.values(set.forms).flatMap(({ fields }) =>
        Object.entries(fields).flatMap(([code, { label }]) => (labelKey(label.zh) === labelKey(key) ? [code] : [])),
      )[0];
      return words.find((one) => one.toLowerCase() === key.toLowerCase()) ?? byLabel ?? null;
    };
    this.#said = new SaidColumns(source, { words, named });
    this.#facts = new Facts(set.facts);
  }

  async read(): Promise<FormsRead<F, Forms>> {
    const { workbook, given, name } = this.#source;
    this.#findings.addAll(this.#said.findings);
    for (const [label, text] of given)
      if (labelKey(label) !== '表' && !this.#facts.say(label, text))
        this.#findings.add(unknownFact(label, this.#set.facts));
    const { sheets, more } = await openSheets(workbook.grids);
    for (const sheet of sheets) await this.#sheet(sheet);
    for (let next = await openNext(more); next; next = await openNext(more)) await this.#sheet(next);
    if (this.#tables === 0 && !this.#findings.all().some(({ severity }) => severity === 'ERROR'))
      this.#findings.add(noTable(this.#set.forms));
    this.#findings.addAll(this.#said.remarks());
    const { values, findings } = this.#facts.finish();
    this.#findings.addAll(findings);
    for (const { label, place } of this.#facts.unread) this.#findings.add(factNotRead(place.sheet, place.row, label));
    const of = (found: ReadonlyMap<string, FormRow<Fields>[]>): Rows<Forms> =>
      Object.fromEntries(
        Object.keys(this.#set.forms).map((code) => [code, found.get(code) ?? []]),
      ) as unknown as Rows<Forms>;
    return {
      facts: values,
      titles: [...this.#facts.titles, ...this.#names, name.replace(/\.[a-z]+$/i, '')],
      rows: of(this.#rows),
      totals: of(this.#totals),
      texts: this.#texts,
      findings: [...workbook.findings, ...this.#findings.all()],
      memory: this.#memory,
    };
  }

  async #sheet(sheet: OpenedSheet): Promise<void> {
    // The reader of the file reports hidden sheets; nobody sees them, so nothing is published from them.
    if (sheet.isHidden) return;
    const { forms } = this.#set;
    const words = sheet.head.slice(0, 8).map(textOf);
    const matches = matchSheet(forms, sheet.head, sheet.merges, this.#said.tentative, this.#namesOf(sheet, words));
    if (!matches.header || isCover(sheet)) {
      await this.#words(sheet);
      return;
    }
    const { header, equal } = matches;
    const form = forms[header.code];
    if (!form) return;
    this.#tables += 1;
    if (sheet.name !== null) this.#names.push(sheet.name);
    if (equal.length > 0)
      this.#findings.add({
        ...unclearForm(
          sheet.name,
          [header.code, ...equal].flatMap((code) => forms[code] ?? []),
        ),
      });
    this.#facts.read(
      sheet.head.filter(({ row }) => row < header.firstRow),
      sheet.name,
      false,
    );
    const said = this.#said.forHeader(header.columns, sheet.name);
    const columns = header.columns.map((column) => {
      const key = said(column.path, column.index);
      return key === undefined
        ? column
        : { ...column, key: key in form.fields ? key : null, path: key === 'ignore' ? ['备注'] : column.path };
    });
    const read = await readSheet(form, { ...header, columns }, sheet, this.#facts.unit);
    this.#findings.addAll(read.findings);
    for (const [key, word] of this.#said.memoryOf(header.columns, sheet.name)) this.#memory.set(key, word);
    const own = (found: Map<string, FormRow<Fields>[]>) => found.get(header.code) ?? [];
    this.#rows.set(header.code, own(this.#rows).concat(read.rows));
    this.#totals.set(header.code, own(this.#totals).concat(read.totals));
    for (const text of read.notes) this.#texts.push({ sheet: sheet.name, row: 0, text });
  }

  /** Codes of the forms a sheet is named after; what the publisher said decides alone. */
  #namesOf(sheet: OpenedSheet, words: readonly string[]): string[] {
    const { forms } = this.#set;
    const said = this.#source.given.get('表');
    const named = (text: string) =>
      Object.entries(forms).flatMap(([code, { names, label }]) =>
        labelKey(label.zh) === labelKey(text) || code === text || names.test(labelKey(text)) ? [code] : [],
      );
    if (said !== undefined) return named(said);
    return [...named(sheet.name ?? ''), ...words.filter((word) => word.length < 60).flatMap(named)];
  }

  /** A sheet without a table: facts of a cover, or running text. */
  async #words(sheet: OpenedSheet): Promise<void> {
    const rows = [...sheet.head];
    for await (const batch of sheet.rest) if (rows.length < 5_000) rows.push(...batch);
    if (/填表说明|目录/.test(sheet.name ?? '')) return;
    const pairs = rows.filter((row) => filledPair(row)).length;
    if (isCover(sheet) || (pairs > 1 && pairs * 2 >= rows.length)) {
      this.#facts.read(rows, sheet.name, isCover(sheet));
      return;
    }
    const isTable =
      rows.filter(({ cells }) => cells.filter((cell) => (cell ?? '').trim() !== '').length > 2).length > 2;
    if (isTable) this.#findings.add(unknownForm(sheet.name, this.#set.forms));
    else for (const row of rows) this.#texts.push({ sheet: sheet.name, row: row.row, text: textOf(row) });
  }
}

const filledPair = ({ cells }: GridRow): boolean => {
  const [first = '', ...others] = cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell.trim()]));
  return others.length < 2 && /^[^:：]{1,16}[:：]/.test(first);
};

/** Reads a source of forms: worksheets, or one CSV or JSON file. Never throws on bad data. */
export const readForms = <F extends Fields, Forms extends FormsOf>(
  source: FormSource,
  set: FormSet<F, Forms>,
): Promise<FormsRead<F, Forms>> => new FormsReader(source, set).read();
