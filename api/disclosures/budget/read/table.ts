import type { Finding } from '../../../core/finding.ts';
import { FindingList, finding } from '../../../core/finding-list.ts';
import { columnLetters, type GridRow } from '../../../core/grid.ts';
import type { MoneyUnit } from '../../../core/money.ts';
import { sayColumn } from '../../../core/said-at-import.ts';
import { isNumbering, labelKey, labelOf, wordsIn } from '../../../core/table/labels.ts';
import type { OpenedSheet } from '../../../core/table/opened-sheet.ts';
import { type ColumnsSaid, columnNamed } from '../../../core/table/said-columns.ts';
import type { Form } from '../forms.ts';
import { type BudgetLine, type BudgetTable, type Level, measures, type TableState } from '../model.ts';
import { debtByYears } from './debt-years.ts';
import { type Column, findHeader, type Header, plainHeader, withRoles } from './header.ts';
import { isNote, saysNothing } from './names.ts';
import { type Reading, type Role, roleWords } from './roles.ts';
import { type PrintedShare, RowReader } from './row-reader.ts';

export interface TableContext {
  readonly form: Form;
  readonly position: number;
  readonly title: string;
  readonly level: Level;
  readonly unit: MoneyUnit | null;
  readonly reading: Reading;
  readonly said: ColumnsSaid<Role>;
  readonly emit: (line: BudgetLine) => void;
}

export interface ReadTable {
  readonly table: BudgetTable;
  readonly shares: readonly PrintedShare[];
  readonly findings: readonly Finding[];
  readonly header: Header | null;
}

const looksNumeric = (text: string): boolean => /^[-+−(]?[\d０-９][\d０-９,，.]*\)?$/.test(text.trim());

/** Columns that were not understood: of numbers they must be explained, of words they are merely left out. */
function unknownColumns(header: Header, sample: readonly GridRow[], sheet: string | null): Finding[] {
  return header.columns.flatMap((column): Finding[] => {
    if (column.role !== null) return [];
    const label = labelOf(column);
    const letters = columnLetters(column.index);
    const place = { sheet, row: header.lastRow, column: label };
    const holdsNumbers = sample.some(({ cells }) => looksNumeric(cells[column.index] ?? ''));
    if (!holdsNumbers) {
      return [
        finding(
          'column-not-read',
          'NOTICE',
          place,
          [
            `“${label}”（${letters} 列）不是已知的列，未读入。`,
            `"${label}" (column ${letters}) is none that we know and was not read.`,
          ],
          [`如需读入，请${sayColumn(label, '含义').zh}。`, `To read it, ${sayColumn(label, '<meaning>').en}.`],
        ),
      ];
    }
    return [
      finding(
        'unknown-column',
        'ERROR',
        place,
        [
          `“${label}”（${letters} 列）的含义不能确定，不作猜测。`,
          `What "${label}" (column ${letters}) means is not certain, and it is not guessed.`,
        ],
        [
          `请${sayColumn(label, '含义').zh}，含义为：${roleWords.join('、')}。说明一次即可，同样的表头以后照此读入。`,
          `Say it: ${sayColumn(label, '<meaning>').en}, one of: ${roleWords.join(', ')}. It is remembered for this header.`,
        ],
      ),
    ];
  });
}

/** Amounts of one meaning in two columns of a block: the second would take the place of the first. */
function duplicateColumns({ blocks, lastRow }: Header, sheet: string | null): Finding[] {
  return blocks.flatMap(({ columns }) => {
    const seen = new Map<string, Column>();
    return columns.flatMap((column): Finding[] => {
      const { role, index } = column;
      if (role?.as !== 'amount') return [];
      const key = `${role.item ?? ''} ${role.component} ${role.measure}`;
      const first = seen.get(key);
      if (!first) seen.set(key, column);
      // Other labels of one meaning are several years or sources, which a publisher explains.
      if (!first || labelOf(first) !== labelOf(column)) return [];
      const named = columnNamed(index, sheet);
      return [
        finding(
          'duplicate-column',
          'ERROR',
          { sheet, row: lastRow, column: labelOf(column) },
          [
            `${columnLetters(first.index)} 列与 ${columnLetters(index)} 列都是“${labelOf(column)}”，不作取舍。`,
            `Columns ${columnLetters(first.index)} and ${columnLetters(index)} are both "${labelOf(column)}"; none is preferred.`,
          ],
          [
            `请删去一列，或用列的字母指明不读哪一列：${sayColumn(named, 'ignore').zh}。`,
            `Delete one, or say by its letter which is not read: ${sayColumn(named, 'ignore').en}.`,
          ],
        ),
      ];
    });
  });
}

/** Whether a row holds more than one cell with something in it. */
const isWide = ({ cells }: GridRow): boolean => {
  let found = false;
  for (const cell of cells) {
    if (cell === null || cell.trim() === '') continue;
    if (found) return true;
    found = true;
  }
  return false;
};

/** A row that is words about the table: one cell, and either a note or a statement that there is nothing. */
function noteIn(row: GridRow): string | null {
  const [first, ...others] = wordsIn(row);
  if (first === undefined || others.length > 0) return null;
  return isNote(first) || saysNothing(first) ? first : null;
}

const ragged = (row: GridRow, width: number, sheet: string | null): Finding =>
  finding(
    'ragged-row',
    'ERROR',
    { sheet, row: row.row },
    [
      `这一行有 ${row.cells.length} 格，表头有 ${width} 列。`,
      `This row has ${row.cells.length} cells; the header has ${width} columns.`,
    ],
    [
      '请检查是否多了或少了分隔符，或有未加引号的逗号。',
      'Look for a missing or extra separator, or a comma that is not quoted.',
    ],
  );

/** Reads one sheet as one table: its lines are emitted as they come, so that a million are never held. */
export async function readTable(sheet: OpenedSheet, context: TableContext): Promise<ReadTable> {
  const { form, position, reading, said, emit, title, level } = context;
  const unit = context.unit ?? '元';
  const findings = new FindingList();
  const guess =
    findHeader(sheet.head, sheet.merges, reading, said.tentative) ??
    (form.layout === 'DETAIL' ? plainHeader(sheet.head) : null);
  const header = guess && withRoles(guess, reading, said.forHeader(guess.columns, sheet.name));
  const reader = header ? new RowReader(header, { form, table: position, unit }) : null;
  if (header) findings.addAll(unknownColumns(header, sheet.head, sheet.name));
  if (header) findings.addAll(duplicateColumns(header, sheet.name));
  const labels = new Set(header?.columns.map(({ path }) => labelKey(path.at(-1) ?? '')));
  const notes: string[] = [];
  const shares: PrintedShare[] = [];
  const debts: BudgetLine[] = [];
  const seen = { lines: 0, amounts: false, scale: 0 };
  const take = (line: BudgetLine) => {
    seen.lines += 1;
    seen.amounts ||= measures.some((measure) => line[measure] !== null);
    if (form.layout === 'DEBT') debts.push(line);
    else emit(line);
  };
  const isLong = form.layout === 'DETAIL';
  const see = (row: GridRow): void => {
    const wide = isWide(row);
    const note = wide ? null : noteIn(row);
    if (note !== null) {
      notes.push(note);
      return;
    }
    if (!reader || !header || row.row <= header.lastRow) return;
    if (!isLong && isNumbering(row)) return;
    // The header again, at the top of a printed page.
    if (wide && !isLong && wordsIn(row).every((word) => labels.has(labelKey(word)))) return;
    // A worksheet leaves out what is empty; a delimited line that is short has lost something.
    if (sheet.name === null && wide && row.cells.length !== header.width) {
      findings.add(ragged(row, header.width, sheet.name));
    }
    for (const read of reader.read(row)) {
      if (read.findings.length > 0)
        findings.addAll(
          read.findings.map((found) => (sheet.name === null ? found : { ...found, sheet: sheet.name ?? '' })),
        );
      seen.scale = Math.max(seen.scale, read.scale);
      for (const share of read.shares) shares.push(share);
      for (const line of read.lines) take(line);
    }
  };
  for (const row of sheet.head) see(row);
  for await (const batch of sheet.rest) for (const row of batch) see(row);
  for (const line of debtByYears(debts)) emit(line);
  const statement = notes.join('\n') || null;
  const state: TableState = seen.amounts
    ? 'FILLED'
    : statement !== null && saysNothing(statement)
      ? 'EMPTY_WITH_STATEMENT'
      : 'EMPTY';
  const table: BudgetTable = {
    form: form.code,
    title,
    sheet: sheet.name,
    state,
    statement,
    level,
    unit,
    scale: seen.scale,
    lines: seen.lines,
  };
  return { table, shares, findings: findings.all(), header };
}
