import type { MoneyUnit } from '../../../core/money.ts';
import type { Scheme } from '../codes/classification.ts';
import { depthOfCode, labelOf } from '../codes/subject.ts';
import { formOf } from '../forms.ts';
import {
  type Amounts,
  type BudgetLine,
  type BudgetTable,
  type Level,
  noAmounts,
  type Side,
  type Stage,
} from '../model.ts';
import type { Series } from './figures.ts';

/** A table with its lines, not yet in a report. */
export interface MadeTable {
  readonly table: BudgetTable;
  readonly lines: readonly Omit<BudgetLine, 'table'>[];
}

interface Place {
  readonly year: number;
  readonly stage: Stage;
  readonly level: Level;
  readonly unit: MoneyUnit;
  readonly scale: number;
}

/** What a report of a stage prints of a series: a budget last year's outcome and its own, accounts all four. */
export const shown = (stage: Stage, { prior, approved, adjusted, final }: Series): Amounts =>
  stage === 'BUDGET' ? { ...noAmounts, prior, approved } : { ...noAmounts, prior, approved, adjusted, final };

/** Only the report's own number: what tables with several components print. */
export const ownOnly = (stage: Stage, { approved, final }: Series): Amounts =>
  stage === 'BUDGET' ? { ...noAmounts, approved } : { ...noAmounts, final };

interface Line {
  readonly code?: string;
  readonly scheme?: Scheme;
  readonly name?: string;
  readonly side?: Side;
  readonly depth?: number | null;
  readonly body?: string;
  readonly isPart?: boolean;
  /** Amounts by component. */
  readonly amounts: Readonly<Record<string, Amounts>>;
}

/** First row of figures in a printed table: a title, a line of units and the header stand above. */
const firstRow = 5;

/** Builds a table row by row, as a department prints it. */
export class TableBuilder {
  readonly #place: Place;
  readonly #form: string;
  readonly #lines: Omit<BudgetLine, 'table'>[] = [];
  readonly #rows = { left: 0, right: 0 };

  constructor(form: string, place: Place) {
    this.#form = form;
    this.#place = place;
  }

  add({ code, scheme, name, side, depth, body, isPart = false, amounts }: Line): this {
    const form = formOf(this.#form);
    const ofSide = side ?? (form.side === 'BALANCE' && form.layout !== 'DEBT' ? 'REVENUE' : form.side);
    const ofScheme = scheme ?? form.scheme;
    const column = ofSide === 'EXPENDITURE' && form.side === 'BALANCE' ? 'right' : 'left';
    this.#rows[column] += 1;
    for (const [component, each] of Object.entries(amounts)) {
      this.#lines.push({
        row: firstRow + this.#rows[column] - 1,
        side: ofSide,
        scheme: code === undefined ? 'ITEM' : ofScheme,
        code: code ?? null,
        name: name ?? (code === undefined ? '' : (labelOf(ofScheme, code, this.#place.year)?.zh ?? code)),
        depth: depth ?? (code === undefined || ofScheme === 'ITEM' ? null : depthOfCode(code)),
        isPart,
        component,
        economicCode: null,
        body: body ?? null,
        day: null,
        ...each,
      });
    }
    return this;
  }

  /** 合计, 总计 and the like. */
  total(
    code: 'YEAR_TOTAL' | 'GRAND_TOTAL',
    name: string,
    amounts: Readonly<Record<string, Amounts>>,
    side?: Side,
  ): this {
    return this.add({ code, scheme: 'ITEM', name, depth: 0, ...(side === undefined ? {} : { side }), amounts });
  }

  finish(statement: string | null = null): MadeTable {
    const { level, unit, scale, year, stage } = this.#place;
    const word = stage === 'BUDGET' ? '预算' : '决算';
    const label = formOf(this.#form).label.zh;
    return {
      table: {
        form: this.#form,
        title: `${year}年${label.replace(/表$/, '')}${word}表`,
        sheet: label.replace(/表$/, `${word}表`),
        state: this.#lines.length > 0 ? 'FILLED' : 'EMPTY_WITH_STATEMENT',
        statement,
        level,
        unit,
        scale,
        lines: this.#lines.length,
      },
      lines: this.#lines,
    };
  }
}

/** An item and the figures behind it; classes and groups are summed from items, so that every sum is right. */
export interface Item<Figures> {
  readonly code: string;
  readonly figures: Figures;
}

/** Classes, groups and items in the order of their codes, each with the items it sums. */
export function* classified<Figures>(
  items: readonly Item<Figures>[],
): Generator<{ readonly code: string; readonly below: readonly Figures[] }> {
  const sorted = [...items].sort((left, right) => (left.code < right.code ? -1 : 1));
  const seen = new Set<string>();
  for (const { code } of sorted) {
    for (const length of [3, 5, 7]) {
      const prefix = code.slice(0, length);
      if (prefix.length < length || seen.has(prefix)) continue;
      seen.add(prefix);
      yield {
        code: prefix,
        below: sorted.filter((item) => item.code.startsWith(prefix)).map(({ figures }) => figures),
      };
    }
  }
}
