import type { Finding } from '../../../core/finding.ts';
import { finding, type Sentence } from '../../../core/finding-list.ts';
import { type Fen, fen, formatMoney, halfOfLast } from '../../../core/money.ts';
import type { BudgetTable, Measure } from '../model.ts';

/** The number kinds as tables call them. */
export const measureLabels: Readonly<Record<Measure, Sentence>> = {
  prior: ['上年数', 'prior year'],
  approved: ['预算数', 'approved'],
  adjusted: ['调整预算数', 'adjusted'],
  executed: ['执行数', 'executed'],
  final: ['决算数', 'final'],
};

/** What a rounded table may be off by: half of its last decimal for every term (§ tolerance of published tables). */
export const tolerance = ({ unit, scale }: Pick<BudgetTable, 'unit' | 'scale'>, terms: number): bigint =>
  // Tenths of a fen to fen; a table printed to the fen is exact.
  (halfOfLast(unit, scale) * BigInt(terms)) / 10n;

export const differs = (left: Fen, right: Fen, allowed: bigint): boolean => {
  const difference = left - right;
  return (difference < 0n ? -difference : difference) > allowed;
};

/** An amount as its table prints it. */
export const printed = (amount: Fen, { unit, scale }: Pick<BudgetTable, 'unit' | 'scale'>): string =>
  `${formatMoney(amount, unit, scale)}${unit}`;

export const total = (amounts: readonly (Fen | null)[]): Fen =>
  fen(amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n));

interface Unequal {
  readonly rule: string;
  readonly table: BudgetTable;
  readonly row?: number;
  readonly column: string;
  readonly name: Sentence;
  readonly stated: Fen;
  readonly computed: Fen;
  readonly parts: Sentence;
}

/** One sentence for every sum that is not what it should be. */
export const unequal = ({ rule, table, row, column, name, stated, computed, parts }: Unequal): Finding =>
  finding(
    rule,
    'ERROR',
    { sheet: table.sheet, ...(row === undefined ? {} : { row }), column },
    [
      `${name[0]}为 ${printed(stated, table)}，${parts[0]}为 ${printed(computed, table)}，相差 ${printed(fen(stated - computed), table)}。`,
      `${name[1]} is ${printed(stated, table)}, but ${parts[1]} is ${printed(computed, table)}; they differ by ${printed(fen(stated - computed), table)}.`,
    ],
    ['请核对这一行和它的各组成项，改正后重新导入。', 'Check this row and its parts, and import again.'],
  );
