import type { LocalDate } from '../../core/local-date.ts';
import type { Fen, MoneyUnit } from '../../core/money.ts';
import type { Scheme } from './codes/classification.ts';

/** What a report states (阶段): the budget, its adjustment, how it was carried out, or the final accounts. */
export type Stage = 'BUDGET' | 'ADJUSTMENT' | 'EXECUTION' | 'FINAL_ACCOUNTS';

/** Whose money (层级). They contain one another and are never added up. */
export type Level = 'COUNTY_TOTAL' | 'COUNTY_OWN' | 'TOWN' | 'DEPARTMENT' | 'UNIT';

/** One of the four budgets (四本预算). */
export type Fund = 'GENERAL' | 'GOVERNMENT_FUND' | 'STATE_CAPITAL' | 'SOCIAL_INSURANCE';

export type Side = 'REVENUE' | 'EXPENDITURE' | 'BALANCE';

/** The number kinds (数字口径): five different numbers, kept apart. */
export const measures = ['prior', 'approved', 'adjusted', 'executed', 'final'] as const;

export type Measure = (typeof measures)[number];

export type Amounts = Readonly<Record<Measure, Fen | null>>;

export const noAmounts: Amounts = { prior: null, approved: null, adjusted: null, executed: null, final: null };

/** A line of a table: one row, one component, up to five number kinds. */
export interface BudgetLine extends Amounts {
  /** Position of its table in the report. */
  readonly table: number;
  /** Row of the source. */
  readonly row: number;
  readonly side: Side;
  readonly scheme: Scheme;
  readonly code: string | null;
  /** As written, without line breaks and the spaces that indent it. */
  readonly name: string;
  /** 0 a total, 1 类, 2 款, 3 项; null where the source does not show it. */
  readonly depth: number | null;
  /** Printed under 其中: a part of the line above, not all of it. */
  readonly isPart: boolean;
  /** Which part of the row: TOTAL, BASIC, PROJECT … */
  readonly component: string;
  readonly economicCode: string | null;
  /** The unit, region or payee a row is about, where the table has such a column. */
  readonly body: string | null;
  readonly day: LocalDate | null;
}

/** FILLED has lines; EMPTY_WITH_STATEMENT says that there is nothing to show (空表并说明); EMPTY says nothing. */
export type TableState = 'FILLED' | 'EMPTY_WITH_STATEMENT' | 'EMPTY';

export interface BudgetTable {
  readonly form: string;
  /** Title as written. */
  readonly title: string;
  readonly sheet: string | null;
  readonly state: TableState;
  /** What the table says of itself below its rows. */
  readonly statement: string | null;
  readonly level: Level;
  readonly unit: MoneyUnit;
  /** Decimals the source prints. */
  readonly scale: number;
  /** How many lines. */
  readonly lines: number;
}

/** One report on one body's money in one year: what an edition of this kind states. */
export interface BudgetReport {
  readonly fiscalYear: number;
  readonly stage: Stage;
  readonly level: Level;
  /** The body whose money it is, as written. */
  readonly body: string;
  /** 批准（批复）日期. */
  readonly approvedOn: LocalDate | null;
  /** 公开日期 as printed. */
  readonly disclosedOn: LocalDate | null;
  readonly narrative: string | null;
  readonly tables: readonly BudgetTable[];
  readonly lines: Lines;
}

/** The lines of a report in order; from memory, or from a file when there are very many. */
export interface Lines extends Iterable<BudgetLine> {
  readonly count: number;
  /** SHA-256 over the canonical JSON of each line and a line feed. */
  readonly digest: string;
}

/** The number kind a plain amount column holds in a report of this stage. */
export const ownMeasure: Readonly<Record<Stage, Measure>> = {
  BUDGET: 'approved',
  ADJUSTMENT: 'adjusted',
  EXECUTION: 'executed',
  FINAL_ACCOUNTS: 'final',
};
