import type { LocalDate } from '../../../core/local-date.ts';
import { fen } from '../../../core/money.ts';
import type { PrintedCell, PrintedSheet } from '../../../core/printed-sheet.ts';
import type { Draft } from '../../kind.ts';
import { linesOf } from '../lines.ts';
import type { BudgetLine, BudgetReport, Measure } from '../model.ts';
import { printReport } from '../print.ts';

/** A finding that a planted error must lead to. */
export interface Expected {
  readonly rule: string;
  readonly sheet?: string;
  readonly row?: number;
}

type BudgetDraft = Draft<BudgetReport>;

/** A report whose lines, tables and sheets can be spoiled. */
class Spoilt {
  readonly draft: BudgetDraft;
  lines: BudgetLine[];
  report: BudgetReport;
  readonly #afterwards: ((sheets: PrintedSheet[]) => PrintedSheet[])[] = [];

  constructor(draft: BudgetDraft) {
    this.draft = draft;
    this.report = draft.content;
    this.lines = [...draft.content.lines];
  }

  #tableOf(form: string): number {
    return this.report.tables.findIndex((table) => table.form === form);
  }

  sheetOf(form: string): string {
    return (this.report.tables[this.#tableOf(form)]?.sheet ?? '').slice(0, 31);
  }

  find(form: string, code: string, component = 'TOTAL', side?: string): BudgetLine {
    const table = this.#tableOf(form);
    const line = this.lines.find(
      (one) =>
        one.table === table &&
        one.code === code &&
        one.component === component &&
        (side === undefined || one.side === side),
    );
    if (!line) throw new RangeError(`there is no ${code} in ${form}`);
    return line;
  }

  at(form: string, code: string, component = 'TOTAL'): Pick<Expected, 'sheet' | 'row'> {
    return { sheet: this.sheetOf(form), row: this.find(form, code, component).row };
  }

  change(lines: readonly BudgetLine[], edit: (line: BudgetLine) => BudgetLine): void {
    const changed = new Set(lines);
    this.lines = this.lines.map((line) => (changed.has(line) ? edit(line) : line));
  }

  /** Moves an amount in several lines of a table alike. */
  shift(
    form: string,
    codes: readonly string[],
    measure: Measure,
    by: bigint,
    components: readonly string[] = ['TOTAL'],
  ): void {
    const lines = codes.flatMap((code) => components.map((component) => this.find(form, code, component)));
    this.change(lines, (line) => ({ ...line, [measure]: fen((line[measure] ?? 0n) + by) }));
  }

  /** Gives every code below one another beginning. */
  recode(form: string, from: string, to: string): BudgetLine[] {
    const table = this.#tableOf(form);
    const lines = this.lines.filter(
      (line) => line.table === table && line.scheme === 'FUNCTION' && line.code?.startsWith(from),
    );
    this.change(lines, (line) => ({ ...line, code: to + (line.code ?? '').slice(from.length) }));
    return lines;
  }

  say(statement: string | null, form: string): void {
    const position = this.#tableOf(form);
    this.report = {
      ...this.report,
      tables: this.report.tables.map((table, index) => (index === position ? { ...table, statement } : table)),
    };
  }

  onSheet(form: string, edit: (rows: PrintedCell[][]) => void): void {
    const name = this.sheetOf(form);
    this.#afterwards.push((sheets) =>
      sheets.map((sheet) => {
        if (sheet.name !== name) return sheet;
        const rows = sheet.rows.map((row) => [...row]);
        edit(rows);
        return { ...sheet, rows };
      }),
    );
  }

  add(sheet: PrintedSheet): void {
    this.#afterwards.push((sheets) => [...sheets, sheet]);
  }

  print(): PrintedSheet[] {
    const { title, publisher } = this.draft.metadata;
    const sheets = printReport(title, publisher, { ...this.report, lines: linesOf(this.lines) });
    return this.#afterwards.reduce((made, edit) => edit(made), sheets);
  }
}

export interface Fault {
  readonly name: string;
  readonly of: 'government' | 'department';
  readonly plant: (report: Spoilt) => readonly Expected[];
}

/** More than any rounding: a thousand units of a table. */
const government = 1_000_000_000n;
const department = 10_000_000n;
const yi = 10n ** 10n;

const textRow = (text: string): PrintedSheet => ({ name: '情况说明', rows: [[text]], widths: [100] });

/** Every kind of error, one a report, and all that each leads to. */
export const faults: readonly Fault[] = [
  {
    name: 'sum-of-children',
    of: 'government',
    plant: (report) => {
      report.shift('GENERAL_EXPENDITURE', ['2050202'], 'final', government);
      return [{ rule: 'sum-of-children', ...report.at('GENERAL_EXPENDITURE', '20502') }];
    },
  },
  {
    name: 'tax-and-non-tax',
    of: 'government',
    plant: (report) => {
      report.shift('GENERAL_REVENUE', ['YEAR_TOTAL'], 'final', government);
      report.shift('GENERAL_REVENUE', ['11002'], 'final', -government);
      return [{ rule: 'tax-and-non-tax', ...report.at('GENERAL_REVENUE', 'YEAR_TOTAL') }];
    },
  },
  {
    name: 'total-differs-from-parts',
    of: 'government',
    plant: (report) => {
      report.shift('FUND_REVENUE', ['11004'], 'approved', government);
      return [{ rule: 'total-differs-from-parts', ...report.at('FUND_REVENUE', 'GRAND_TOTAL') }];
    },
  },
  {
    name: 'revenue-differs-from-expenditure',
    of: 'government',
    plant: (report) => {
      report.shift('GENERAL_REVENUE', ['11002', 'GRAND_TOTAL'], 'adjusted', government);
      return [{ rule: 'revenue-differs-from-expenditure', ...report.at('GENERAL_REVENUE', 'GRAND_TOTAL') }];
    },
  },
  {
    name: 'unknown-code',
    of: 'government',
    plant: (report) => {
      const sheet = report.sheetOf('GENERAL_EXPENDITURE');
      return report
        .recode('GENERAL_EXPENDITURE', '216', '298')
        .map(({ row }) => ({ rule: 'unknown-code', sheet, row }));
    },
  },
  {
    name: 'code-not-in-year',
    of: 'government',
    plant: (report) => {
      const sheet = report.sheetOf('GENERAL_EXPENDITURE');
      return report
        .recode('GENERAL_EXPENDITURE', '216', '218')
        .map(({ row }) => ({ rule: 'code-not-in-year', sheet, row }));
    },
  },
  {
    name: 'malformed-code',
    of: 'government',
    plant: (report) => {
      const line = report.find('GENERAL_EXPENDITURE', '2160201');
      report.onSheet('GENERAL_EXPENDITURE', (rows) => {
        const row = rows[line.row - 1];
        if (row) row[0] = '216020';
      });
      return [{ rule: 'malformed-code', sheet: report.sheetOf('GENERAL_EXPENDITURE'), row: line.row }];
    },
  },
  {
    name: 'duplicate-code',
    of: 'government',
    plant: (report) => {
      const { row } = report.find('FUND_EXPENDITURE_OWN', '2296003');
      report.onSheet('FUND_EXPENDITURE_OWN', (rows) =>
        rows.splice(row, 0, ['2296003', '用于体育事业的彩票公益金支出', { number: '0' }]),
      );
      return [{ rule: 'duplicate-code', sheet: report.sheetOf('FUND_EXPENDITURE_OWN'), row: row + 1 }];
    },
  },
  {
    name: 'name-differs-from-code',
    of: 'government',
    plant: (report) => {
      const line = report.find('GENERAL_EXPENDITURE', '205');
      report.change([line], (old) => ({ ...old, name: '科学事业支出' }));
      return [{ rule: 'name-differs-from-code', sheet: report.sheetOf('GENERAL_EXPENDITURE'), row: line.row }];
    },
  },
  {
    name: 'final-exceeds-adjusted',
    of: 'government',
    plant: (report) => {
      const { adjusted, final } = report.find('FUND_EXPENDITURE_OWN', '229');
      const codes = ['2296002', '22960', '229', 'YEAR_TOTAL'];
      report.shift('FUND_EXPENDITURE_OWN', codes, 'final', (adjusted ?? 0n) - (final ?? 0n) + government);
      return [{ rule: 'final-exceeds-adjusted', ...report.at('FUND_EXPENDITURE_OWN', '229') }];
    },
  },
  {
    name: 'three-public-vehicles',
    of: 'government',
    plant: (report) => {
      report.shift('GOVERNMENT_THREE_PUBLIC', ['VEHICLE_RUNNING'], 'final', government);
      return [{ rule: 'three-public-vehicles', ...report.at('GOVERNMENT_THREE_PUBLIC', 'VEHICLES') }];
    },
  },
  {
    name: 'three-public-total',
    of: 'government',
    plant: (report) => {
      report.shift('GOVERNMENT_THREE_PUBLIC', ['RECEPTION'], 'final', government);
      return [{ rule: 'three-public-total', ...report.at('GOVERNMENT_THREE_PUBLIC', 'TOTAL') }];
    },
  },
  {
    name: 'debt-balance',
    of: 'government',
    plant: (report) => {
      report.shift('DEBT_GENERAL', ['ISSUED'], 'final', yi, ['DEBT_GENERAL']);
      report.shift('DEBT', ['ISSUED'], 'final', yi, ['DEBT_GENERAL', 'TOTAL']);
      const end = report.at('DEBT', 'BALANCE_END');
      return [
        { rule: 'debt-balance', ...end },
        { rule: 'debt-balance', ...end },
        { rule: 'debt-balance', ...report.at('DEBT_GENERAL', 'BALANCE_END', 'DEBT_GENERAL') },
      ];
    },
  },
  {
    name: 'debt-over-limit',
    of: 'government',
    plant: (report) => {
      const { final: limit } = report.find('DEBT_GENERAL', 'LIMIT', 'DEBT_GENERAL');
      const { final: end } = report.find('DEBT_GENERAL', 'BALANCE_END', 'DEBT_GENERAL');
      const by = (end ?? 0n) - (limit ?? 0n) - yi;
      report.shift('DEBT_GENERAL', ['LIMIT'], 'final', by, ['DEBT_GENERAL']);
      report.shift('DEBT', ['LIMIT'], 'final', by, ['DEBT_GENERAL', 'TOTAL']);
      return [
        { rule: 'debt-over-limit', ...report.at('DEBT', 'BALANCE_END') },
        { rule: 'debt-over-limit', ...report.at('DEBT_GENERAL', 'BALANCE_END', 'DEBT_GENERAL') },
      ];
    },
  },
  {
    name: 'debt-total',
    of: 'government',
    plant: (report) => {
      report.shift('DEBT', ['LIMIT'], 'final', yi);
      const at = report.at('DEBT', 'LIMIT');
      // Within the table, and against the two tables of general and of special debt.
      return [
        { rule: 'debt-total', ...at },
        { rule: 'debt-total', ...at },
      ];
    },
  },
  {
    name: 'empty-table-without-statement',
    of: 'government',
    plant: (report) => {
      report.say(null, 'INSURANCE_REVENUE');
      return [{ rule: 'empty-table-without-statement', sheet: report.sheetOf('INSURANCE_REVENUE') }];
    },
  },
  {
    name: 'not-a-number',
    of: 'government',
    plant: (report) => {
      const line = report.find('GENERAL_EXPENDITURE', '2010301');
      report.onSheet('GENERAL_EXPENDITURE', (rows) => {
        const row = rows[line.row - 1];
        if (row) row[row.length - 1] = '约八百万';
      });
      return [
        { rule: 'not-a-number', sheet: report.sheetOf('GENERAL_EXPENDITURE'), row: line.row },
        { rule: 'sum-of-children', ...report.at('GENERAL_EXPENDITURE', '20103') },
      ];
    },
  },
  {
    name: 'unknown-column',
    of: 'government',
    plant: (report) => {
      report.onSheet('GOVERNMENT_THREE_PUBLIC', (rows) => {
        for (const [index, row] of rows.entries()) {
          if (index === 2) row.push({ bold: '测算数' });
          else if (index > 3) row.push({ number: '1' });
        }
      });
      return [{ rule: 'unknown-column', sheet: report.sheetOf('GOVERNMENT_THREE_PUBLIC'), row: 3 }];
    },
  },
  {
    name: 'percentage-differs',
    of: 'department',
    plant: (report) => {
      report.add(textRow('年初预算为472.9万元，支出决算为500.12万元，完成年初预算的27.22%。'));
      return [{ rule: 'percentage-differs', sheet: '情况说明', row: 1 }];
    },
  },
  {
    name: 'published-late',
    of: 'department',
    plant: (report) => {
      report.report = {
        ...report.report,
        approvedOn: '2025-08-25' as LocalDate,
        disclosedOn: '2025-09-30' as LocalDate,
      };
      return [{ rule: 'published-late' }];
    },
  },
  {
    name: 'components-of-expenditure',
    of: 'department',
    plant: (report) => {
      report.shift('EXPENDITURE', ['YEAR_TOTAL'], 'final', department, ['BASIC']);
      const at = report.at('EXPENDITURE', 'YEAR_TOTAL');
      return [
        { rule: 'total-differs-from-parts', ...at },
        { rule: 'components-of-expenditure', ...at },
      ];
    },
  },
  {
    name: 'table-totals-differ',
    of: 'department',
    plant: (report) => {
      report.shift('REVENUE', ['2080505', '20805', '208', 'YEAR_TOTAL'], 'final', department, [
        'TOTAL',
        'APPROPRIATION',
      ]);
      return [{ rule: 'table-totals-differ', ...report.at('REVENUE', 'YEAR_TOTAL') }];
    },
  },
  {
    name: 'three-public-economic',
    of: 'department',
    plant: (report) => {
      report.shift('THREE_PUBLIC', ['RECEPTION', 'TOTAL'], 'final', department);
      return [{ rule: 'three-public-economic', ...report.at('THREE_PUBLIC', 'RECEPTION') }];
    },
  },
  {
    name: 'components-of-basic',
    of: 'department',
    plant: (report) => {
      report.shift('APPROPRIATION_BASIC', ['30101', '301', 'YEAR_TOTAL'], 'final', department, ['BASIC_PERSONNEL']);
      const sheet = report.sheetOf('APPROPRIATION_BASIC');
      return ['YEAR_TOTAL', '301', '30101'].map((code) => ({
        rule: 'components-of-basic',
        sheet,
        row: report.find('APPROPRIATION_BASIC', code).row,
      }));
    },
  },
];

/** A report with one error planted, as the workbook a department would publish, and what must be found in it. */
export function spoil(
  draft: BudgetDraft,
  fault: Fault,
): { readonly sheets: PrintedSheet[]; readonly expected: readonly Expected[] } {
  const report = new Spoilt(draft);
  const expected = fault.plant(report);
  return { sheets: report.print(), expected };
}
