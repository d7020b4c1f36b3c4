import { fenIn, growthOf, sumOf } from '../core/exact.ts';
import type { Asked, Stage } from './budget.asked.ts';
import type { BudgetAnswer, BudgetLine, BudgetReport, SpendingTable } from './budget.shape.ts';

/** The report's own number, and the one it is set beside. */
type Measure = 'prior' | 'approved' | 'final';

/** A line with the two numbers shown of it. */
export interface Figure {
  readonly code: string;
  readonly label: string;
  readonly side: string;
  readonly depth: number | null;
  readonly own: bigint | null;
  readonly beside: bigint | null;
}

/** The report that is shown, and what belongs to it. */
export interface Chosen {
  readonly report: BudgetReport;
  /** The budget of the same year and level, which its accounts may not repeat. */
  readonly budget: BudgetReport | null;
  readonly stage: Stage;
  /** It is not the stage asked for: that one is not public. */
  readonly isFallback: boolean;
  readonly level: string;
  readonly isOtherLevel: boolean;
  /** Levels of which expenditure is public in this year. */
  readonly levels: readonly string[];
  readonly own: Measure;
  readonly beside: Measure;
}

const stagesFor: Readonly<Record<Stage, readonly Stage[]>> = {
  FINAL_ACCOUNTS: ['FINAL_ACCOUNTS', 'BUDGET'],
  BUDGET: ['BUDGET', 'FINAL_ACCOUNTS'],
};

/** The whole of the county before its own level, and either before anything else: they contain one another. */
const levelOrder = ['COUNTY_TOTAL', 'COUNTY_OWN', 'DEPARTMENT', 'TOWN', 'UNIT'];

/** A county's report of all its towns holds the tables of its own level too: the level is the table's. */
const levelsOf = ({ level, spending }: BudgetReport): readonly string[] =>
  spending.length === 0 ? [level] : spending.map((table) => table.level);

/** What is shown of all that is public of the year; null when that is neither a budget nor final accounts. */
export function chosenOf({ reports }: BudgetAnswer, asked: Asked): Chosen | null {
  for (const stage of stagesFor[asked.stage]) {
    const ofStage = reports.nodes.filter((report) => report.stage === stage);
    const levels = levelOrder.filter((level) => ofStage.some((report) => levelsOf(report).includes(level)));
    const level = levels.find((each) => each === asked.level) ?? levels[0];
    const has = (report: BudgetReport): boolean => level !== undefined && levelsOf(report).includes(level);
    const report = ofStage.find((each) => has(each) && each.level === level) ?? ofStage.find(has);
    if (!report || level === undefined) continue;
    return {
      report,
      budget: reports.nodes.find((each) => each.stage === 'BUDGET' && has(each)) ?? null,
      stage,
      isFallback: stage !== asked.stage,
      level,
      isOtherLevel: asked.level !== null && asked.level !== level,
      levels,
      own: stage === 'FINAL_ACCOUNTS' ? 'final' : 'approved',
      beside: stage === 'FINAL_ACCOUNTS' ? 'approved' : 'prior',
    };
  }
  return null;
}

/** The table of a level; of two, the one whose name says so. */
export const ofLevel = <Table extends { readonly form: string; readonly level: string }>(
  tables: readonly Table[],
  level: string,
): Table | undefined => tables.find((table) => table.level === level);

/** A code that no list knows is named as its table names it. */
export const labelOf = ({ code, name }: Pick<BudgetLine, 'code' | 'name'>): string =>
  code && code.label !== code.code ? code.label : name;

/** Lines as figures; those under 其中 are parts of others and stay out of sums. */
export function figuresOf(
  lines: readonly BudgetLine[],
  { own, beside }: Pick<Chosen, 'own' | 'beside'>,
  inBudget: readonly BudgetLine[] = [],
): readonly Figure[] {
  const approved = new Map(inBudget.map((line) => [line.code?.code, fenIn(line.approved)]));
  return lines
    .filter(({ isPart }) => !isPart)
    .map((line) => {
      const stated = fenIn(line[beside]);
      const code = line.code?.code ?? '';
      return {
        code,
        label: labelOf(line),
        side: line.side,
        depth: line.depth,
        own: fenIn(line[own]),
        beside: stated ?? (beside === 'approved' && code !== '' ? (approved.get(code) ?? null) : null),
      };
    });
}

/** Expenditure at the place one looks at: the whole or a code, what it is made of, and the way back up. */
export interface Place {
  readonly table: SpendingTable;
  readonly code: string;
  readonly label: string;
  readonly total: Figure;
  /** All expenditure of the table: what a part is a share of. */
  readonly all: Figure;
  readonly parts: readonly Figure[];
  /** Classes and groups above, the class first; empty for the whole. */
  readonly above: readonly Figure[];
  readonly isUnknownCode: boolean;
  /** The budget's numbers are from the budget itself: these accounts do not repeat them. */
  readonly isBesideFromBudget: boolean;
}

const byCode = (figures: readonly Figure[], code: string): Figure | undefined =>
  figures.find((figure) => figure.code === code);

function totalOf(totals: readonly Figure[], classes: readonly Figure[]): Figure {
  const stated = byCode(totals, 'YEAR_TOTAL') ?? byCode(totals, 'GRAND_TOTAL');
  if (stated && stated.own !== null) return stated;
  const beside = classes.some((each) => each.beside !== null) ? sumOf(classes.map((each) => each.beside)) : null;
  return { code: 'TOTAL', label: '', side: 'EXPENDITURE', depth: 0, own: sumOf(classes.map(({ own }) => own)), beside };
}

const transfers = /^23[0134]$/;

/** Transfers and repaid debt stand beside 本年支出 where the total says that it is without them. */
function classesIn(classes: readonly Figure[], total: bigint | null): readonly Figure[] {
  if (sumOf(classes.map(({ own }) => own)) === total) return classes;
  const without = classes.filter(({ code }) => !transfers.test(code));
  return sumOf(without.map(({ own }) => own)) === total ? without : classes;
}

export function placeOf(chosen: Chosen, code: string): Place | null {
  const table = ofLevel(chosen.report.spending, chosen.level);
  if (!table) return null;
  const other =
    chosen.budget && chosen.budget !== chosen.report ? ofLevel(chosen.budget.spending, chosen.level) : undefined;
  const read = (name: 'totals' | 'classes' | 'groups' | 'items') =>
    figuresOf(table[name] ?? [], chosen, other?.[name] ?? []);
  const isBesideFromBudget =
    chosen.beside === 'approved' && other !== undefined && table.classes.every(({ approved }) => approved === null);
  const stated = read('classes');
  const all = totalOf(read('totals'), stated);
  const classes = classesIn(stated, all.own);
  const whole = { table, all, isBesideFromBudget };
  const top: Place = { ...whole, code: '', label: '', total: all, parts: classes, above: [], isUnknownCode: false };
  if (code === '') return top;
  const [groups, items] = [read('groups'), read('items')];
  const steps = [byCode(stated, code.slice(0, 3)), byCode(groups, code.slice(0, 5)), byCode(items, code)];
  const here = steps[(code.length - 3) / 2];
  if (!here) return { ...top, isUnknownCode: true };
  const below = [groups, items, []][(code.length - 3) / 2] ?? [];
  return {
    ...whole,
    code,
    label: here.label,
    total: here,
    parts: below,
    above: steps.slice(0, (code.length - 3) / 2).filter((step) => step !== undefined),
    isUnknownCode: false,
  };
}

/** The largest first; what is not stated comes last. */
export const bySize = (figures: readonly Figure[]): readonly Figure[] =>
  [...figures].sort((one, other) => {
    if (one.own === other.own) return 0;
    if (one.own === null) return 1;
    return other.own === null || one.own > other.own ? -1 : 1;
  });

export const growthFrom = ({ own, beside }: Figure): string | null => growthOf(own, beside);
