import type { Row, TableBlock } from '../core/document.ts';
import { fenIn, growthOf, largestOf, lengthOf } from '../core/exact.ts';
import type { Scene } from '../core/panel.ts';
import type { Asked } from './budget.asked.ts';
import { type Chosen, ofLevel } from './budget.report.ts';
import type { BudgetAnswer } from './budget.shape.ts';
import { cellOf } from './budget.spending.ts';
import { budgetWords } from './budget.words.ts';

export interface Year {
  readonly year: number;
  /** Null: the accounts of that year are not public, or have no such line. */
  readonly amount: bigint | null;
}

/** Final accounts of the years up to the one asked for, from the first that is public; a year without stays as a gap. */
export function yearsOf(
  { years }: BudgetAnswer,
  { level }: Chosen,
  { year, from }: Asked,
  code: string,
): readonly Year[] {
  const amounts = new Map<number, bigint | null>();
  for (const { fiscalYear, tables } of years.nodes) {
    const lines = ofLevel(tables, level)?.lines.filter(({ isPart }) => !isPart);
    if (!lines) continue;
    const wanted = code === '' ? ['YEAR_TOTAL', 'GRAND_TOTAL'] : [code];
    const line = wanted
      .map((each) => lines.find((one) => one.code?.code === each))
      .find((found) => found !== undefined);
    amounts.set(fiscalYear, fenIn(line?.final) ?? null);
  }
  const first = Math.min(...amounts.keys());
  return Array.from({ length: year - from + 1 }, (_, index) => from + index)
    .filter((each) => each >= first)
    .map((each) => ({ year: each, amount: amounts.get(each) ?? null }));
}

export function yearsTable(years: readonly Year[], label: string, scene: Scene): TableBlock {
  const words = budgetWords(scene.language);
  const longest = largestOf(years.map(({ amount }) => amount));
  const gaps = years.filter(({ amount }) => amount === null);
  return {
    type: 'table',
    id: 'years',
    caption: words.yearsOf(label),
    unit: words.unit,
    chart: 'columns',
    columns: [
      { key: 'year', label: words.year, type: 'text' },
      { key: 'final', label: words.final, type: 'number' },
      { key: 'growth', label: words.growth, type: 'share' },
    ],
    rows: years.map(
      ({ year, amount }, index): Row => ({
        cells: [words.yearText(String(year)), cellOf(amount), growthOf(amount, years[index - 1]?.amount ?? null)],
        level: 1,
        ...(amount === null ? {} : { mark: lengthOf(amount, longest) }),
      }),
    ),
    ...(gaps.length === 0
      ? {}
      : { note: gaps.map(({ year }) => words.notPublished(String(year))).join(scene.language === 'en' ? ' ' : '') }),
  };
}
