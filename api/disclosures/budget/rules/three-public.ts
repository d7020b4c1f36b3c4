import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { fen } from '../../../core/money.ts';
import { type BudgetLine, type BudgetTable, measures } from '../model.ts';
import { differs, measureLabels, printed, tolerance, unequal } from './sums.ts';

const identities = [
  {
    rule: 'three-public-vehicles',
    whole: 'VEHICLES',
    parts: ['VEHICLE_PURCHASE', 'VEHICLE_RUNNING'],
    words: ['购置费 + 运行维护费', 'purchase + running'],
  },
  {
    rule: 'three-public-total',
    whole: 'TOTAL',
    parts: ['ABROAD', 'VEHICLES', 'RECEPTION'],
    words: ['因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费', 'travel abroad + vehicles + receptions'],
  },
] as const;

/** Money spent is not less than nothing; what was paid back is a matter of the accounts, not of this table. */
function* checkNegative(lines: readonly BudgetLine[], table: BudgetTable): Generator<Finding> {
  for (const line of lines) {
    for (const measure of measures) {
      const amount = line[measure];
      if (amount === null || amount >= 0n) continue;
      yield finding(
        'three-public-negative',
        'ERROR',
        { sheet: table.sheet, row: line.row, column: measureLabels[measure][0] },
        [
          `“${line.name}”为 ${printed(amount, table)}，“三公”经费不能为负数。`,
          `"${line.name}" is ${printed(amount, table)}; the three public expenses cannot be negative.`,
        ],
        ['请核对这一格；退回的款项请在情况说明中写明。', 'Check this cell; explain in the text what was paid back.'],
      );
    }
  }
}

/** 合计 has three parts, one of which is a subtotal of two: adding all five would count the vehicles twice. */
export function* checkThreePublic(lines: readonly BudgetLine[], table: BudgetTable): Generator<Finding> {
  yield* checkNegative(lines, table);
  const bodies = new Map<string, Map<string, BudgetLine>>();
  for (const line of lines) {
    const key = `${line.body ?? ''} ${line.component}`;
    const items = bodies.get(key) ?? new Map<string, BudgetLine>();
    if (line.code !== null && !items.has(line.code)) items.set(line.code, line);
    bodies.set(key, items);
  }
  for (const items of bodies.values()) {
    for (const { rule, whole, parts, words } of identities) {
      const line = items.get(whole);
      if (!line) continue;
      for (const measure of measures) {
        const stated = line[measure];
        const amounts = parts.map((part) => items.get(part)?.[measure] ?? null);
        if (stated === null || amounts.every((amount) => amount === null)) continue;
        const computed = fen(amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n));
        if (!differs(stated, computed, tolerance(table, parts.length + 1))) continue;
        yield unequal({
          rule,
          table,
          row: line.row,
          column: measureLabels[measure][0],
          name: [`“${line.name}”`, `"${line.name}"`],
          stated,
          computed,
          parts: words,
        });
      }
    }
  }
}
