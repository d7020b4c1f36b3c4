import type { Finding } from '../../../core/finding.ts';
import { type Fen, fen } from '../../../core/money.ts';
import { parentOf } from '../codes/subject.ts';
import { type BudgetLine, type BudgetTable, type Measure, measures } from '../model.ts';
import { differs, measureLabels, tolerance, total, unequal } from './sums.ts';

const codeKey = ({ scheme, code }: BudgetLine): string => `${scheme} ${code}`;

/** The nearest line above in the classification that the table prints; 类 and 项 may stand without their 款. */
function ancestorOf(line: BudgetLine, byCode: ReadonlyMap<string, BudgetLine>): BudgetLine | null {
  if (line.scheme === 'OTHER') {
    const parts = line.code?.split('.') ?? [];
    for (let length = parts.length - 1; length > 0; length -= 1) {
      const found = byCode.get(`OTHER ${parts.slice(0, length).join('.')}`);
      if (found) return found;
    }
    return null;
  }
  for (let code = parentOf(line.code ?? ''); code !== null; code = parentOf(code)) {
    const found = byCode.get(`${line.scheme} ${code}`);
    if (found) return found;
  }
  return null;
}

const isTotal = ({ scheme, code }: BudgetLine): boolean =>
  scheme === 'ITEM' && (code === 'GRAND_TOTAL' || code === 'YEAR_TOTAL');
const isCoded = ({ scheme, code }: BudgetLine): boolean => code !== null && scheme !== 'ITEM';

/** The lines of one side and component, with the line above each; in the order of the table. */
interface Branch {
  readonly lines: readonly BudgetLine[];
  readonly parents: ReadonlyMap<BudgetLine, BudgetLine | null>;
  /** Lines that may be anybody's: they print neither code, ordinal nor indent among lines that do. */
  readonly loose: readonly BudgetLine[];
}

function branch(lines: readonly BudgetLine[]): Branch {
  const byCode = new Map(lines.filter(isCoded).map((line) => [codeKey(line), line]));
  const parents = new Map<BudgetLine, BudgetLine | null>();
  const loose: BudgetLine[] = [];
  const marked = lines.some((line) => isCoded(line) || (line.depth !== null && !isTotal(line) && line.code === null));
  const stack: BudgetLine[] = [];
  for (const line of lines) {
    if (isTotal(line) || line.isPart) continue;
    if (isCoded(line)) {
      parents.set(line, ancestorOf(line, byCode));
      stack.splice(0, stack.length, line);
    } else if (line.code !== null || !marked) {
      parents.set(line, null);
    } else if (line.depth === null) loose.push(line);
    else {
      while (stack.length > 0 && (stack.at(-1)?.depth ?? 0) >= line.depth) stack.pop();
      parents.set(line, stack.at(-1) ?? null);
      stack.push(line);
    }
  }
  return { lines, parents, loose };
}

const sumOf = (lines: readonly BudgetLine[], measure: Measure): Fen => total(lines.map((line) => line[measure]));

/** Whether lines add up to an amount, with or without those that may belong elsewhere. */
function adds(
  stated: Fen,
  lines: readonly BudgetLine[],
  loose: readonly BudgetLine[],
  measure: Measure,
  table: BudgetTable,
): boolean {
  const sum = sumOf(lines, measure);
  const allowed = tolerance(table, lines.length + 1);
  return (
    !differs(stated, sum, allowed) || (loose.length > 0 && !differs(stated, fen(sum + sumOf(loose, measure)), allowed))
  );
}

const known = (lines: readonly BudgetLine[], measure: Measure): boolean => lines.some((line) => line[measure] !== null);

/** 项 → 款 → 类: every line is the sum of those below it, in every number column. */
function* checkParents({ lines, parents, loose }: Branch, table: BudgetTable): Generator<Finding> {
  const children = new Map<BudgetLine, BudgetLine[]>();
  for (const [line, parent] of parents) if (parent) children.set(parent, [...(children.get(parent) ?? []), line]);
  const partial = new Set(lines.flatMap((line) => (line.isPart && isCoded(line) ? [parentOf(line.code ?? '')] : [])));
  for (const [parent, below] of children) {
    if (partial.has(parent.code)) continue;
    for (const measure of measures) {
      const stated = parent[measure];
      if (stated === null || !known(below, measure) || adds(stated, below, loose, measure, table)) continue;
      yield unequal({
        rule: 'sum-of-children',
        table,
        row: parent.row,
        column: measureLabels[measure][0],
        name: [
          `“${parent.code ?? ''}${parent.code ? ' ' : ''}${parent.name}”`,
          `"${parent.code ?? ''} ${parent.name}"`,
        ],
        stated,
        computed: sumOf(below, measure),
        parts: [`下级 ${below.length} 行之和`, `the sum of the ${below.length} lines below it`],
      });
    }
  }
}

/** What stands between 本年合计 and 总计: transfers, debt, what is carried over. */
const comesAfter = ({ scheme, code }: BudgetLine): boolean =>
  code !== null &&
  (scheme === 'ITEM' ||
    (scheme === 'REVENUE' && /^(105|110)/.test(code)) ||
    (scheme === 'FUNCTION' && /^(230|231)/.test(code)));

/** The lines a total stands for: those above it, or, where it comes first, those below. */
function summed(index: number, lines: readonly BudgetLine[], tops: ReadonlySet<BudgetLine>): BudgetLine[] {
  const line = lines[index];
  const above = lines.slice(0, index).filter((one) => tops.has(one) || (isTotal(one) && one.code !== line?.code));
  if (above.length === 0) {
    const next = lines.findIndex((one, at) => at > index && (isTotal(one) || comesAfter(one)));
    return lines.slice(index + 1, next < 0 ? undefined : next).filter((one) => tops.has(one));
  }
  // 总计 after 本年合计: that total and what follows it, not its parts again.
  const last = above.findLastIndex(isTotal);
  return last < 0 ? above : above.slice(last);
}

/** 类 → 合计 → 总计. */
function* checkTotals({ lines, parents, loose }: Branch, table: BudgetTable): Generator<Finding> {
  const tops = new Set([...parents].flatMap(([line, parent]) => (parent === null ? [line] : [])));
  for (const [index, line] of lines.entries()) {
    if (!isTotal(line)) continue;
    const terms = summed(index, lines, tops);
    if (terms.length === 0) continue;
    for (const measure of measures) {
      const stated = line[measure];
      if (stated === null || !known(terms, measure) || adds(stated, terms, loose, measure, table)) continue;
      yield unequal({
        rule: isTaxes(terms) ? 'tax-and-non-tax' : 'total-differs-from-parts',
        table,
        row: line.row,
        column: measureLabels[measure][0],
        name: [`“${line.name}”`, `"${line.name}"`],
        stated,
        computed: sumOf(terms, measure),
        parts: isTaxes(terms)
          ? ['税收收入 + 非税收入', 'taxes + non-tax revenue']
          : [`其所含 ${terms.length} 行之和`, `the sum of the ${terms.length} lines it stands for`],
      });
    }
  }
}

const isTaxes = (terms: readonly BudgetLine[]): boolean =>
  terms.length === 2 && terms.every(({ scheme, code }) => scheme === 'REVENUE' && (code === '101' || code === '103'));

/** 收入总计 = 支出总计, side by side in one table, for each number kind. */
function* checkBalance(lines: readonly BudgetLine[], table: BudgetTable): Generator<Finding> {
  const grand = (side: string) =>
    lines.findLast((line) => line.side === side && line.code === 'GRAND_TOTAL' && line.component === 'TOTAL');
  const [revenue, expenditure] = [grand('REVENUE'), grand('EXPENDITURE')];
  if (!revenue || !expenditure) return;
  for (const measure of measures) {
    const [stated, other] = [revenue[measure], expenditure[measure]];
    if (stated === null || other === null || !differs(stated, other, tolerance(table, 2))) continue;
    yield unequal({
      rule: 'revenue-differs-from-expenditure',
      table,
      row: revenue.row,
      column: measureLabels[measure][0],
      name: [`收入方“${revenue.name}”`, `"${revenue.name}" of revenue`],
      stated,
      computed: other,
      parts: [`支出方“${expenditure.name}”`, `"${expenditure.name}" of expenditure`],
    });
  }
}

/** Sums within a table whose rows are a classification or a list with totals. */
export function* checkTree(lines: readonly BudgetLine[], table: BudgetTable): Generator<Finding> {
  const groups = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const key = `${line.side} ${line.component}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  for (const group of groups.values()) {
    const found = branch(group);
    yield* checkParents(found, table);
    yield* checkTotals(found, table);
  }
  yield* checkBalance(lines, table);
}
