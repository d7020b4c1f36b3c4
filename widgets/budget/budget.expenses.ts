import type { Row, TableBlock } from '../core/document.ts';
import { growthOf, largestOf, lengthOf } from '../core/exact.ts';
import type { Scene } from '../core/panel.ts';
import { type Chosen, type Figure, figuresOf, ofLevel } from './budget.report.ts';
import { cellOf } from './budget.spending.ts';
import { budgetWords } from './budget.words.ts';

/** 因公出国, 公务用车 (a subtotal of two), 公务接待; null when the report has no such table. */
export function expensesOf(chosen: Chosen): readonly Figure[] | null {
  const table = ofLevel(chosen.report.expenses, chosen.level) ?? chosen.report.expenses[0];
  if (!table || table.lines.length === 0) return null;
  const other = chosen.budget && chosen.budget !== chosen.report ? chosen.budget.expenses[0] : undefined;
  return figuresOf(table.lines, chosen, other?.lines ?? []);
}

/** The level they are stated for: a county states them once, whatever level of it one looks at. */
export const expensesLevel = ({ report, level }: Chosen): string =>
  (ofLevel(report.expenses, level) ?? report.expenses[0])?.level ?? level;

/** Beside other numbers only where they are of the same level. */
export const expensesAt = (chosen: Chosen): readonly Figure[] | null =>
  expensesLevel(chosen) === chosen.level ? expensesOf(chosen) : null;

export function expensesTable(figures: readonly Figure[], chosen: Chosen, scene: Scene): TableBlock {
  const words = budgetWords(scene.language);
  const longest = largestOf(figures.filter(({ depth }) => depth !== 0).flatMap(({ own, beside }) => [own, beside]));
  return {
    type: 'table',
    id: 'three-public',
    caption: words.threePublic,
    unit: words.unit,
    chart: 'bars',
    compared: words[chosen.beside],
    note: words.subtotalNote,
    columns: [
      { key: 'subject', label: words.subject, type: 'text' },
      { key: chosen.own, label: words[chosen.own], type: 'number' },
      { key: chosen.beside, label: words[chosen.beside], type: 'number' },
      { key: 'growth', label: words.difference, type: 'share' },
    ],
    rows: figures.map(
      ({ label, depth, own, beside }): Row => ({
        cells: [label, cellOf(own), cellOf(beside), growthOf(own, beside)],
        level: depth ?? 1,
        ...(depth === 0 || own === null ? {} : { mark: lengthOf(own, longest) }),
        ...(depth === 0 || beside === null ? {} : { before: lengthOf(beside, longest) }),
      }),
    ),
  };
}
