import type { Block, Row, TableBlock } from '../core/document.ts';
import { largestOf, lengthOf } from '../core/exact.ts';
import type { Scene } from '../core/panel.ts';
import { type Chosen, type Figure, figuresOf } from './budget.report.ts';
import { balanceSentence } from './budget.sentences.ts';
import type { SideTable } from './budget.shape.ts';
import { cellOf } from './budget.spending.ts';
import { budgetWords } from './budget.words.ts';

type Side = 'REVENUE' | 'EXPENDITURE';

const formsOf: Readonly<Record<Side, RegExp>> = {
  REVENUE: /^(SUMMARY|GENERAL_BALANCE|GENERAL_REVENUE)$/,
  EXPENDITURE: /^(SUMMARY|GENERAL_BALANCE|GENERAL_EXPENDITURE)/,
};

/** The tables both sides are read from: one table of both, or one of each. */
function tableOf({ report, level }: Chosen, side: Side): SideTable | undefined {
  const tables = report.sides.filter((table) => table.level === level && formsOf[side].test(table.form));
  return tables.find(({ form }) => /^(SUMMARY|GENERAL_BALANCE)$/.test(form)) ?? tables[0];
}

export interface Balance {
  readonly revenue: bigint;
  readonly expenditure: bigint;
}

/** What both sides come to, of the same kind: 总计 after transfers and carry-over, else 本年合计. Null: not both stated. */
export function balanceOf(chosen: Chosen): Balance | null {
  const totals = (side: Side): readonly Figure[] =>
    figuresOf(tableOf(chosen, side)?.totals ?? [], chosen).filter((figure) => figure.side === side);
  const [income, spent] = [totals('REVENUE'), totals('EXPENDITURE')];
  for (const code of ['GRAND_TOTAL', 'YEAR_TOTAL']) {
    const revenue = income.find((figure) => figure.code === code)?.own ?? null;
    const expenditure = spent.find((figure) => figure.code === code)?.own ?? null;
    if (revenue !== null && expenditure !== null) return { revenue, expenditure };
  }
  return null;
}

/** The lines that stand highest: classes, totals, and groups whose class the table leaves out. */
function highest(figures: readonly Figure[]): readonly Figure[] {
  const codes = new Set(figures.map(({ code }) => code));
  return figures.filter(({ code, depth }) => {
    if (depth === null || depth <= 1) return true;
    return depth === 2 && !codes.has(code.slice(0, 3));
  });
}

function sideTable(chosen: Chosen, side: Side, longest: bigint, scene: Scene): TableBlock {
  const words = budgetWords(scene.language);
  const figures = linesOf(chosen, side);
  const isRevenue = side === 'REVENUE';
  return {
    type: 'table',
    id: isRevenue ? 'revenue' : 'expenditure',
    caption: isRevenue ? words.revenue : words.expenditure,
    unit: words.unit,
    chart: 'bars',
    columns: [
      { key: 'subject', label: isRevenue ? words.revenueItem : words.subject, type: 'text' },
      { key: chosen.own, label: words[chosen.own], type: 'number' },
    ],
    rows: figures.map((figure): Row => {
      const isTotal = figure.depth === 0;
      return {
        cells: [figure.label, cellOf(figure.own)],
        level: isTotal ? 0 : 1,
        ...(isTotal || figure.own === null ? {} : { mark: lengthOf(figure.own, longest) }),
      };
    }),
  };
}

const linesOf = (chosen: Chosen, side: Side): readonly Figure[] =>
  highest(figuresOf(tableOf(chosen, side)?.lines ?? [], chosen).filter((figure) => figure.side === side));

/** Revenue and expenditure side by side, to one scale, and whether they balance. */
export function sidesBlocks(chosen: Chosen, scene: Scene): readonly Block[] {
  const words = budgetWords(scene.language);
  const sides = (['REVENUE', 'EXPENDITURE'] as const).filter((side) => linesOf(chosen, side).length > 0);
  if (sides.length === 0) return [{ type: 'notice', tone: 'plain', text: words.noSides }];
  const balance = balanceOf(chosen);
  const longest = largestOf(
    sides.flatMap((side) => linesOf(chosen, side).flatMap(({ own, depth }) => (depth === 0 ? [] : [own]))),
  );
  return [
    balanceNotice(balance, scene) ?? { type: 'notice', tone: 'plain', text: words.noSides },
    ...sides.map((side) => sideTable(chosen, side, longest, scene)),
  ];
}

export function balanceNotice(balance: Balance | null, { language }: Scene): Block | null {
  if (!balance) return null;
  return {
    type: 'notice',
    tone: balance.revenue === balance.expenditure ? 'plain' : 'late',
    text: balanceSentence(balance.revenue, balance.expenditure, language),
  };
}
