import type { Finding } from '../../../core/finding.ts';
import { FindingList, finding } from '../../../core/finding-list.ts';
import type { Form } from '../forms.ts';
import { type BudgetLine, type BudgetTable, measures } from '../model.ts';
import type { PrintedShare } from '../read/row-reader.ts';
import { checkCode } from './codes.ts';
import { checkComponents } from './components.ts';
import { checkDebt } from './debt.ts';
import { DuplicateRows } from './duplicates.ts';
import { checkShares } from './shares.ts';
import { measureLabels, printed } from './sums.ts';
import { checkThreePublic } from './three-public.ts';
import { checkTree } from './tree.ts';

/** No published table has as many rows; of a longer one the rows are checked one by one, and no sums. */
const mostSummed = 50_000;

/** 各类支出决算数 ≤ 调整预算数. */
function* checkSpent(line: BudgetLine, table: BudgetTable): Generator<Finding> {
  const { final, adjusted, side, scheme, code, component } = line;
  if (side !== 'EXPENDITURE' || scheme !== 'FUNCTION' || code?.length !== 3 || component !== 'TOTAL') return;
  if (final === null || adjusted === null || final <= adjusted) return;
  yield finding(
    'final-exceeds-adjusted',
    'WARNING',
    { sheet: table.sheet, row: line.row, column: measureLabels.final[0] },
    [
      `“${line.name}”决算数 ${printed(final, table)} 超过调整预算数 ${printed(adjusted, table)}。`,
      `The final figure of "${line.name}", ${printed(final, table)}, exceeds its adjusted budget, ${printed(adjusted, table)}.`,
    ],
    ['请核对，或在情况说明中解释。', 'Check it, or explain it in the text.'],
  );
}

/** What is wrong within one table: line by line as they come, then its sums. */
export class TableRules {
  readonly #form: Form;
  readonly #year: number;
  readonly #sheet: string | null;
  readonly #found = new FindingList();
  readonly #lines: BudgetLine[] = [];
  readonly #duplicates: DuplicateRows;
  readonly #classes = new Set<string>();
  #isLong = false;

  constructor(form: Form, year: number, sheet: string | null) {
    this.#form = form;
    this.#duplicates = new DuplicateRows(form.layout);
    this.#year = year;
    this.#sheet = sheet;
  }

  see(line: BudgetLine): void {
    if (this.#form.layout === 'DETAIL' || this.#isLong) {
      // Millions of rows use a few hundred codes.
      const known = `${line.scheme} ${line.code}`;
      if (line.code === null || this.#classes.has(known)) return;
      this.#classes.add(known);
      this.#found.addAll(checkCode({ ...line, name: '' }, this.#year, this.#sheet));
      return;
    }
    this.#lines.push(line);
    if (this.#lines.length <= mostSummed) return;
    this.#isLong = true;
    this.#lines.length = 0;
  }

  /** The lines kept for rules across tables; none of a table too long to be summed. */
  get lines(): readonly BudgetLine[] {
    return this.#lines;
  }

  finish(table: BudgetTable, shares: readonly PrintedShare[]): Finding[] {
    const found = this.#found;
    const lines = this.#lines;
    const { layout } = this.#form;
    for (const row of rowsOf(lines)) {
      const [first] = row;
      if (first) found.addAll(checkCode(first, this.#year, this.#sheet));
      for (const line of row) {
        found.addAll(this.#duplicates.check(line, table));
        found.addAll(checkSpent(line, table));
      }
    }
    if (layout === 'THREE_PUBLIC') found.addAll(checkThreePublic(lines, table));
    else if (layout === 'DEBT') found.addAll(checkDebt(lines, table));
    else if (layout !== 'DETAIL') {
      found.addAll(checkTree(lines, table));
      const columns = new Set(lines.map(({ component }) => component));
      for (const row of rowsOf(lines)) found.addAll(checkComponents(row, columns, table));
    }
    found.addAll(checkShares(shares, table));
    found.addAll(checkState(table, lines));
    return found.all();
  }
}

function* rowsOf(lines: readonly BudgetLine[]): Generator<BudgetLine[]> {
  let row: BudgetLine[] = [];
  for (const line of lines) {
    const last = row.at(-1);
    if (last && (last.row !== line.row || last.side !== line.side)) {
      yield row;
      row = [];
    }
    row.push(line);
  }
  if (row.length > 0) yield row;
}

/** 没有数据的表格应当列出空表并说明. */
function* checkState(table: BudgetTable, lines: readonly BudgetLine[]): Generator<Finding> {
  const place = { sheet: table.sheet };
  if (table.state === 'EMPTY') {
    yield finding(
      'empty-table-without-statement',
      'ERROR',
      place,
      [`“${table.title}”没有数据，也没有说明。`, `"${table.title}" holds nothing and does not say so.`],
      [
        '空表也须公开，并在表下说明，如“本部门没有政府性基金收支”。',
        'An empty table must be published too, with a statement below it, such as 本部门没有政府性基金收支.',
      ],
    );
  }
  const hasNumbers = lines.some((line) => measures.some((measure) => line[measure] !== null && line[measure] !== 0n));
  if (table.state === 'FILLED' && hasNumbers && table.statement !== null && /空表/.test(table.statement)) {
    yield finding(
      'filled-table-says-empty',
      'WARNING',
      place,
      [`“${table.title}”有数据，却说明为空表。`, `"${table.title}" holds figures, but is said to be empty.`],
      ['请删去说明，或核对数据。', 'Remove the statement, or check the figures.'],
    );
  }
}
