import type { Cell } from '../grid.ts';
import { messageOf, type PersonalDatum, type PersonalType } from './datum.ts';
import { halfMasked } from './identity-number.ts';
import { personalInformationIn } from './index.ts';
import { amountLabel, closeLabel, isQuantityLabel, nameLabel, officeLabel, phoneLabel, roles } from './labels.ts';
import { maskedName } from './masked.ts';
import { isListedName, isPersonName } from './person-name.ts';

/** A row of a table, as the source counts its rows. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Something about a person in a table: the offset is within the cell. */
export interface TableDatum extends PersonalDatum {
  readonly row: number;
  /** 0-based. */
  readonly column: number;
}

/** So much of a title is kept to tell whose names follow. */
const longestTitle = 200;
const longestLabel = 20;

/** So many cells of a column are remembered to hold nothing. */
const mostKept = 256;
const longestKept = 64;

/** One of these is in every label of names. */
const inNameLabel = /[姓名户人者生儿民象员]/;

const plainLabel = (cell: Cell): string =>
  cell === null || cell.length > longestLabel * 2 ? '' : cell.normalize('NFKC').replace(/\s/g, '');

const isShort = (label: string): boolean => label !== '' && label.length <= longestLabel && !/\d{5}/.test(label);

/** Headers hold words alone: 姓名 beside an amount is a form that is filled in, not a header. */
const isHeader = (labels: readonly string[]): boolean => {
  const written = labels.filter((label) => label !== '');
  return written.length > 1 && written.every(isShort) && !written.some((label) => /^[-\d.,%*]+$/.test(label));
};

/** What a list of names tells of those on it, by its title and its other columns; null where names may stand. */
function listTypeOf(title: string, name: string, others: readonly string[]): PersonalType | null {
  const labels = [name, ...others].join(' ');
  for (const [type, words] of Object.entries(roles) as [keyof typeof roles, RegExp][])
    if (words.test(title) || words.test(labels)) return type;
  if (others.some((label) => closeLabel.test(label))) return 'named-household';
  if (others.some((label) => officeLabel.test(label))) return null;
  return others.some((label) => amountLabel.test(label) || isQuantityLabel(label) || phoneLabel.test(label))
    ? 'named-household'
    : null;
}

/**
 * Looks at a table row by row, keeping the last header: what a cell holds depends on its column, and whether a name may
 * stand depends on what stands beside it. A title (the name of a worksheet, the line above) tells whose names they are.
 */
export class TableScan {
  #title: string;
  #labels: readonly string[] = [];
  #nameColumn = -1;
  #type: PersonalType | null = null;
  #headerRow = -1;
  #clean: Set<string>[] = [];

  constructor(title = '') {
    this.#title = title;
  }

  *see(row: TableRow): Generator<TableDatum> {
    if (this.#takesHeader(row)) return;
    yield* this.#byColumns(row);
    for (const [column, cell] of row.cells.entries()) {
      if (cell === null || cell.length < 5 || this.#isClean(cell, column)) continue;
      for (const datum of this.#look(cell, column)) yield { ...datum, row: row.row, column };
    }
  }

  /** What the columns alone tell, where the cells are looked at as a text besides. */
  *seeColumns(row: TableRow): Generator<TableDatum> {
    if (!this.#takesHeader(row)) yield* this.#byColumns(row);
  }

  *#byColumns({ row, cells }: TableRow): Generator<TableDatum> {
    yield* this.#names(row, cells);
    if (!cells.some((cell) => cell?.includes('*'))) return;
    const isNamed = cells.some(
      (cell, column) =>
        cell !== null && (column === this.#nameColumn ? isListedName(cell) : cell.length < 6 && isPersonName(cell)),
    );
    if (!isNamed) return;
    for (const [column, cell] of cells.entries())
      for (const { start, end, shown, type } of halfMasked(cell ?? ''))
        yield {
          type,
          offset: start,
          shown,
          value: (cell ?? '').slice(start, end),
          message: messageOf(type),
          row,
          column,
        };
  }

  /** What a column says again and again (a unit, a subject) is looked at once. */
  #isClean(cell: string, column: number): boolean {
    return this.#clean[column]?.has(cell) === true;
  }

  #look(cell: string, column: number): readonly PersonalDatum[] {
    const found = personalInformationIn(cell, this.#labels[column]);
    if (found.length > 0 || cell.length > longestKept) return found;
    const clean = this.#clean[column] ?? new Set();
    this.#clean[column] = clean;
    if (clean.size >= mostKept) clean.clear();
    clean.add(cell);
    return found;
  }

  /** Takes a row as header or title; a second row of headers completes the first. */
  #takesHeader({ row, cells }: TableRow): boolean {
    const filled = cells.filter((cell) => cell !== null && cell.trim() !== '');
    if (filled.length === 1) {
      const text = filled[0]?.trim() ?? '';
      if (text.length < longestTitle) this.#title = `${this.#title} ${text}`.slice(-longestTitle);
      return false;
    }
    const isFirst = this.#headerRow < 0;
    const isNext = row === this.#headerRow + 1 && row > 0;
    // Rows of a long table are looked at for a header only where one of their cells could be the label of names.
    if (
      !isFirst &&
      !isNext &&
      !cells.some(
        (cell) => cell !== null && cell.length < 16 && inNameLabel.test(cell) && nameLabel.test(plainLabel(cell)),
      )
    )
      return false;
    const labels = cells.map(plainLabel);
    if (!isHeader(labels) || labels.some((label) => isPersonName(label) && !nameLabel.test(label))) return false;
    if (isNext && labels.every((label, column) => label === '' || !(this.#labels[column] ?? ''))) {
      // Columns of the upper row that reach down keep their labels.
      const width = Math.max(labels.length, this.#labels.length);
      this.#labels = Array.from({ length: width }, (_, column) => labels[column] || (this.#labels[column] ?? ''));
    } else if (isNext && !labels.some((label) => nameLabel.test(label))) return false;
    else this.#labels = labels;
    this.#headerRow = row;
    this.#clean = [];
    this.#nameColumn = this.#labels.findIndex((label) => nameLabel.test(label));
    const others = this.#labels.filter((label, column) => column !== this.#nameColumn && label !== '');
    this.#type = this.#nameColumn < 0 ? null : listTypeOf(this.#title, this.#labels[this.#nameColumn] ?? '', others);
    return true;
  }

  *#names(row: number, cells: readonly Cell[]): Generator<TableDatum> {
    const name = this.#nameColumn < 0 ? null : (cells[this.#nameColumn] ?? null);
    if (this.#type === null || name === null || !isListedName(name)) return;
    const type = this.#type;
    const value = name.trim();
    yield { type, offset: 0, shown: maskedName(value), value, message: messageOf(type), row, column: this.#nameColumn };
  }
}

/** All of a small table at once: its header first. */
export function personalInformationInTable(rows: readonly (readonly Cell[])[], title = ''): readonly TableDatum[] {
  const scan = new TableScan(title);
  return rows.flatMap((cells, index) => [...scan.see({ row: index + 1, cells })]);
}
