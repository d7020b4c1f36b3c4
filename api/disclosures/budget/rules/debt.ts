import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { type Fen, fen } from '../../../core/money.ts';
import { componentLabel } from '../components.ts';
import { type BudgetLine, type BudgetTable, type Measure, measures } from '../model.ts';
import { differs, measureLabels, printed, tolerance, unequal } from './sums.ts';

type Items = ReadonlyMap<string, BudgetLine>;

/** An amount in the number kind asked for, or, where a table has one kind a row, the only one it prints. */
function amountOf(line: BudgetLine | undefined, measure: Measure): Fen | null {
  if (!line) return null;
  if (line[measure] !== null) return line[measure];
  const printedKinds = measures.filter((each) => line[each] !== null);
  const [only] = printedKinds;
  return printedKinds.length === 1 && only ? line[only] : null;
}

const kindsOf = (items: Items): Measure[] => {
  const ends = [items.get('BALANCE_END'), items.get('LIMIT')];
  return measures.filter((measure) => ends.some((line) => line?.[measure] != null));
};

const byComponent = (lines: readonly BudgetLine[]): Map<string, Map<string, BudgetLine>> => {
  const found = new Map<string, Map<string, BudgetLine>>();
  for (const line of lines) {
    const key = `${line.body ?? ''}\n${line.component}`;
    const items = found.get(key) ?? new Map<string, BudgetLine>();
    if (line.code !== null && !items.has(line.code)) items.set(line.code, line);
    found.set(key, items);
  }
  return found;
};

/** 年初余额 + 发行 − 还本 = 年末余额. */
function* checkBalance(items: Items, type: string, table: BudgetTable): Generator<Finding> {
  const end = items.get('BALANCE_END');
  if (!end || !items.has('BALANCE_START') || !items.has('ISSUED') || !items.has('REPAID')) return;
  for (const measure of kindsOf(items)) {
    const [stated, start, issued, repaid] = ['BALANCE_END', 'BALANCE_START', 'ISSUED', 'REPAID'].map((code) =>
      amountOf(items.get(code), measure),
    );
    if (stated == null || start == null) continue;
    const computed = fen(start + (issued ?? 0n) - (repaid ?? 0n));
    if (!differs(stated, computed, tolerance(table, 4))) continue;
    yield unequal({
      rule: 'debt-balance',
      table,
      row: end.row,
      column: measureLabels[measure][0],
      name: [`${componentLabel(type).zh}“${end.name}”`, `"${end.name}" (${componentLabel(type).en})`],
      stated,
      computed,
      parts: ['年初余额 + 发行额 − 还本额', 'opening balance + issued − repaid'],
    });
  }
}

/** 余额 ≤ 限额. */
function* checkLimit(items: Items, type: string, table: BudgetTable): Generator<Finding> {
  const end = items.get('BALANCE_END');
  if (!end) return;
  for (const measure of kindsOf(items)) {
    const [balance, limit] = ['BALANCE_END', 'LIMIT'].map((code) => amountOf(items.get(code), measure));
    if (balance == null || limit == null || balance <= limit) continue;
    yield finding(
      'debt-over-limit',
      'ERROR',
      { sheet: table.sheet, row: end.row, column: measureLabels[measure][0] },
      [
        `${componentLabel(type).zh}余额 ${printed(balance, table)} 超过限额 ${printed(limit, table)}。`,
        `The balance of debt (${componentLabel(type).en}), ${printed(balance, table)}, exceeds its limit, ${printed(limit, table)}.`,
      ],
      ['请核对限额与余额。', 'Check limit and balance.'],
    );
  }
}

/** 合计 = 一般债务 + 专项债务. */
function* checkTypes(all: ReadonlyMap<string, Items>, table: BudgetTable): Generator<Finding> {
  for (const [key, whole] of all) {
    const [body = '', type = ''] = key.split('\n');
    if (type !== 'TOTAL') continue;
    const [general, special] = ['DEBT_GENERAL', 'DEBT_SPECIAL'].map((part) => all.get(`${body}\n${part}`));
    if (!general || !special) continue;
    for (const [code, line] of whole) {
      for (const measure of measures) {
        const [stated, left, right] = [
          line[measure],
          general.get(code)?.[measure] ?? null,
          special.get(code)?.[measure] ?? null,
        ];
        if (stated === null || left === null || right === null) continue;
        if (!differs(stated, fen(left + right), tolerance(table, 3))) continue;
        yield unequal({
          rule: 'debt-total',
          table,
          row: line.row,
          column: measureLabels[measure][0],
          name: [`“${line.name}”`, `"${line.name}"`],
          stated,
          computed: fen(left + right),
          parts: ['一般债务 + 专项债务', 'general + special debt'],
        });
      }
    }
  }
}

/** The three promises of a table of debt (财预〔2018〕209号). */
export function* checkDebt(lines: readonly BudgetLine[], table: BudgetTable): Generator<Finding> {
  const all = byComponent(lines);
  for (const [key, items] of all) {
    const type = key.split('\n')[1] ?? 'TOTAL';
    yield* checkBalance(items, type, table);
    yield* checkLimit(items, type, table);
  }
  yield* checkTypes(all, table);
}
