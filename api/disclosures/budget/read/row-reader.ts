import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { GridRow } from '../../../core/grid.ts';
import type { MoneyUnit } from '../../../core/money.ts';
import { dayIn } from '../../../core/table/day-cell.ts';
import { inOneLine, labelOf } from '../../../core/table/labels.ts';
import { debt, threePublic } from '../codes/items.ts';
import { depthOfCode } from '../codes/subject.ts';
import type { Form } from '../forms.ts';
import { type BudgetLine, type Measure, noAmounts, type Side } from '../model.ts';
import { readAmount } from './amount.ts';
import { type Coded, codeBefore, codedByName, LevelColumns, schemeOf } from './codes-in-rows.ts';
import { Counts } from './counts.ts';
import type { Block, Column, Header } from './header.ts';
import { isCount, itemOf, readName, totalOf } from './names.ts';
import type { Role } from './roles.ts';

type Amount = Extract<Role, { as: 'amount' }>;

interface AmountColumn {
  /** Columns of one key are number kinds of one line. */
  readonly key: string;
  readonly index: number;
  readonly label: string;
  readonly role: Amount;
}

/** A percentage that a row prints, to be compared with what its amounts give. */
export interface PrintedShare {
  readonly row: number;
  readonly label: string;
  readonly text: string;
  readonly of: 'approved' | 'adjusted' | 'prior';
  readonly isGrowth: boolean;
  readonly line: BudgetLine;
}

export interface RowReading {
  readonly lines: readonly BudgetLine[];
  readonly shares: readonly PrintedShare[];
  readonly findings: readonly Finding[];
  readonly scale: number;
}

interface Place {
  readonly form: Form;
  readonly table: number;
  readonly unit: MoneyUnit;
}

const plainCode = /^\d+$/;

const subtotalDepth: Readonly<Record<string, number>> = {
  TOTAL: 0,
  GRAND_TOTAL: 0,
  YEAR_TOTAL: 0,
  ABROAD: 1,
  VEHICLES: 1,
  RECEPTION: 1,
  VEHICLE_PURCHASE: 2,
  VEHICLE_RUNNING: 2,
};

/** Reads the rows of one block of a table: what each is, and its amounts by component and number kind. */
class BlockReader {
  readonly #place: Place;
  #side: Side;
  /** Revenue above, expenditure below, in one column. */
  readonly #isUpright: boolean;
  readonly #amounts: readonly AmountColumn[];
  readonly #shares: readonly Column[];
  readonly #levels: readonly Column[];
  readonly #columns = new Map<Role['as'], Column>();
  readonly #levelColumns = new LevelColumns();
  readonly #counts = new Counts();
  #item: string | null = null;

  constructor({ columns, side }: Block, index: number, isOnly: boolean, place: Place) {
    this.#place = place;
    const { form } = place;
    this.#isUpright = form.layout === 'BALANCE' && isOnly;
    this.#side =
      form.side === 'BALANCE'
        ? (side ?? (form.layout === 'BALANCE' ? (index === 0 ? 'REVENUE' : 'EXPENDITURE') : 'BALANCE'))
        : form.side;
    this.#amounts = columns.flatMap((column) =>
      column.role?.as === 'amount'
        ? [
            {
              key: `${column.role.item ?? ''} ${column.role.component}`,
              index: column.index,
              label: labelOf(column),
              role: column.role,
            },
          ]
        : [],
    );
    this.#shares = columns.filter(({ role }) => role?.as === 'share');
    this.#levels = columns.filter(({ role }) => role?.as === 'level');
    for (const column of columns)
      if (column.role && !this.#columns.has(column.role.as)) this.#columns.set(column.role.as, column);
  }

  #at(as: Role['as']): Column | undefined {
    return this.#columns.get(as);
  }

  /** The text of a cell of this block. */
  #cell(row: GridRow, as: Role['as']): string {
    const column = this.#at(as);
    return column === undefined ? '' : (row.cells[column.index] ?? '').trim();
  }

  #codeOf(row: GridRow, bare: string, findings: Finding[]): Coded | null {
    if (this.#levels.length > 0)
      return this.#levelColumns.take(this.#levels.map(({ index }) => row.cells[index] ?? null));
    const { form } = this.#place;
    const cell = this.#cell(row, 'code');
    if (cell === '') return null;
    const written = plainCode.test(cell) ? cell : cell.normalize('NFKC').replace(/\s/g, '');
    if (depthOfCode(written) !== null) {
      return { scheme: schemeOf(written, form, this.#side), code: written, depth: depthOfCode(written) };
    }
    if (totalOf(written) ?? (bare === '' ? written : null)) return null;
    findings.push(
      finding(
        'malformed-code',
        'ERROR',
        { row: row.row, column: labelOf(this.#at('code') as Column) },
        [
          `“${written}”不是科目编码：类 3 位、款 5 位、项 7 位数字。`,
          `"${written}" is not a code: a class has 3 digits, a group 5, an item 7.`,
        ],
        [
          '请改正编码；如在表格软件中丢失了数字，请把该列设为文本。',
          'Correct it; if a spreadsheet dropped digits, make the column text.',
        ],
      ),
    );
    return null;
  }

  #amountsOf(row: GridRow, findings: Finding[]) {
    const found = new Map<string, { role: Amount; amounts: Record<Measure, BudgetLine['final']> }>();
    let scale = 0;
    for (const { index, label, role, key } of this.#amounts) {
      const entry = found.get(key) ?? { role, amounts: { ...noAmounts } };
      found.set(key, entry);
      const read = readAmount(row.cells[index] ?? null, this.#place.unit);
      if (!read.ok) {
        findings.push(
          finding(
            read.rule,
            'ERROR',
            { row: row.row, column: label },
            [`${read.zh}。`, `${read.en}.`],
            ['请改正这一格；没有数时留空或填“—”。', 'Correct this cell; leave it empty where there is nothing.'],
          ),
        );
        continue;
      }
      scale = Math.max(scale, read.scale);
      if (read.fen !== null) entry.amounts[role.measure] = read.fen;
    }
    return { found, scale };
  }

  /** The item a row is by its name, in tables whose rows are known by names. */
  #itemOf(bare: string, isPart: boolean): string | null {
    const { layout } = this.#place.form;
    if (layout === 'THREE_PUBLIC') return itemOf(threePublic, bare);
    if (layout !== 'DEBT') return totalOf(bare);
    const found = itemOf(debt, bare);
    // 其中：一般债务 below 债务限额 is the general part of that limit.
    if (found === null && (isPart || /^(一般|专项)债/.test(bare))) return this.#item;
    this.#item = found;
    return found;
  }

  #countsOf(row: GridRow, name: string): RowReading {
    const cells = this.#amounts.map(({ index, label }) => ({
      row: row.row,
      label,
      text: (row.cells[index] ?? '').trim(),
    }));
    return { lines: [], shares: [], findings: this.#counts.check(name, cells), scale: 0 };
  }

  /** A row of detailed lines: no place in a tree, no total, nothing to be known by its name. */
  #detail(row: GridRow): RowReading | null {
    const findings: Finding[] = [];
    const { found, scale } = this.#amountsOf(row, findings);
    const coded = this.#codeOf(row, 'detail', findings);
    const shared = {
      table: this.#place.table,
      row: row.row,
      side: this.#side,
      scheme: coded?.scheme ?? ('ITEM' as const),
      code: coded?.code ?? null,
      name: inOneLine(this.#cell(row, 'name')),
      depth: coded?.depth ?? null,
      isPart: false,
      economicCode: this.#cell(row, 'economic-code') || null,
      body: this.#cell(row, 'body') || null,
      day: dayIn(this.#cell(row, 'day') || undefined),
    };
    const lines = [...found.values()].map(
      ({ role, amounts }): BudgetLine => ({ ...shared, component: role.component, ...amounts }),
    );
    return { lines, shares: [], findings, scale };
  }

  read(row: GridRow): RowReading | null {
    if (this.#place.form.layout === 'DETAIL') return this.#detail(row);
    const findings: Finding[] = [];
    const written = this.#at('name') === undefined ? '' : (row.cells[this.#at('name')?.index ?? -1] ?? '');
    const before = codeBefore(readName(written).name);
    const plain = readName(before?.name ?? written);
    if (this.#isUpright && /支出|上解|还本|年终结余/.test(plain.bare)) this.#side = 'EXPENDITURE';
    const bodyCell = this.#cell(row, 'body');
    const { form, table } = this.#place;
    const { found, scale } = this.#amountsOf(row, findings);
    const hasAmount = [...found.values()].some(({ amounts }) =>
      Object.values(amounts).some((amount) => amount !== null),
    );
    const codeCell = this.#cell(row, 'code');
    if (plain.name === '' && bodyCell === '' && codeCell === '' && this.#levels.length === 0 && !hasAmount) {
      return findings.length > 0 ? { lines: [], shares: [], findings, scale } : null;
    }
    if (form.layout === 'THREE_PUBLIC' && isCount(plain.bare)) return this.#countsOf(row, plain.bare);
    const named = before
      ? { scheme: schemeOf(before.code, form, this.#side), code: before.code, depth: depthOfCode(before.code) }
      : null;
    const coded =
      this.#codeOf(row, plain.bare, findings) ??
      named ??
      (form.layout === 'CODED' || form.layout === 'BALANCE' ? codedByName(plain.bare, form, this.#side) : null);
    // A table of regions may name its rows in the column of regions alone.
    const rowName = plain.bare !== '' ? plain.bare : codeCell !== '' ? codeCell : bodyCell;
    const total = coded ? null : this.#itemOf(rowName, plain.isPart);
    const rowBody =
      total !== null ? null : bodyCell !== '' ? bodyCell : form.layout === 'REGIONS' ? plain.name || null : null;
    const economic = this.#cell(row, 'economic-code');
    const lines: BudgetLine[] = [];
    for (const { role, amounts } of found.values()) {
      const empty = Object.values(amounts).every((amount) => amount === null);
      if (empty && lines.length > 0) continue;
      const item = role.item ?? total;
      // Rows of units in a table whose columns are the items: the row says whose, the column what.
      const isUnitRow = role.item !== null && total !== 'TOTAL' && plain.name !== '' && total === null;
      const type = form.layout === 'DEBT' && role.component === 'TOTAL' ? debtType(plain.bare, form) : role.component;
      lines.push({
        table,
        row: row.row,
        side: this.#side,
        scheme: coded?.scheme ?? 'ITEM',
        code: coded?.code ?? item,
        name: isUnitRow
          ? labelOfItem(item)
          : plain.name !== ''
            ? plain.name
            : codeCell !== '' && !coded
              ? codeCell
              : labelOfItem(item) || bodyCell,
        depth: coded ? coded.depth : item !== null ? (subtotalDepth[item] ?? plain.depth) : plain.depth,
        isPart: plain.isPart && form.layout !== 'DEBT' && form.layout !== 'THREE_PUBLIC',
        component: type,
        economicCode: economic === '' ? null : economic,
        body: isUnitRow ? plain.name : rowBody,
        day: dayIn(this.#cell(row, 'day') || undefined),
        ...amounts,
      });
    }
    const [line] = lines;
    const shares = line
      ? this.#shares.flatMap((column): PrintedShare[] => {
          const text = (row.cells[column.index] ?? '').trim();
          if (column.role?.as !== 'share' || text === '') return [];
          return [
            { row: row.row, label: labelOf(column), text, of: column.role.of, isGrowth: column.role.isGrowth, line },
          ];
        })
      : [];
    return { lines, shares, findings, scale };
  }
}

const labelOfItem = (item: string | null): string =>
  [...threePublic, ...debt].find(({ code }) => code === item)?.label.zh ?? '';

function debtType(bare: string, form: Form): string {
  if (/一般债/.test(bare) || form.code === 'DEBT_GENERAL') return 'DEBT_GENERAL';
  return /专项债/.test(bare) || form.code === 'DEBT_SPECIAL' ? 'DEBT_SPECIAL' : 'TOTAL';
}

/** Reads rows below a header, block by block. */
export class RowReader {
  readonly #blocks: readonly BlockReader[];

  constructor(header: Header, place: Place) {
    this.#blocks = header.blocks.map(
      (block, index) => new BlockReader(block, index, header.blocks.length === 1, place),
    );
  }

  read(row: GridRow): RowReading[] {
    return this.#blocks.flatMap((block) => block.read(row) ?? []);
  }
}
