import type { Block, FiguresBlock, Shown } from '../core/document.ts';
import { shareOf, wanOf } from '../core/exact.ts';
import { percent } from '../core/figures.ts';
import { formatDate } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import type { Asked, View } from './budget.asked.ts';
import { emptyTables } from './budget.choices.ts';
import { expensesAt, expensesLevel, expensesOf, expensesTable } from './budget.expenses.ts';
import { headOf, headTable } from './budget.head.ts';
import { bySize, type Chosen, growthFrom, type Place } from './budget.report.ts';
import { balanceSentence, comparedWith, headSentence, spentSentence, yearsSentence } from './budget.sentences.ts';
import type { BudgetAnswer } from './budget.shape.ts';
import { balanceNotice, balanceOf, sidesBlocks } from './budget.sides.ts';
import { besideTable, compositionTable, pathBlock } from './budget.spending.ts';
import { type BudgetWords, budgetWords } from './budget.words.ts';
import { yearsOf, yearsTable } from './budget.years.ts';

/** What one view says, beside what stands around every view. */
export type Seen = Pick<Shown, 'sentence' | 'blocks'>;

/** Everything a view is made from. */
export interface Around {
  readonly answer: BudgetAnswer;
  readonly asked: Asked;
  readonly chosen: Chosen;
  readonly scene: Scene;
  readonly words: BudgetWords;
}

/** The same, for what is read from a table of expenditure. */
export interface Matter extends Around {
  readonly place: Place;
}

const said = (text: string): Block => ({ type: 'notice', tone: 'plain', text });

/** 桓台县2024年全县支出, 桓台县财政局2024年教育支出. */
export function whatOf({ report, level, stage }: Chosen, { language }: Scene, item: string): string {
  const words = budgetWords(language);
  const scope = words.ofCounty[level] ?? '';
  const body = scope === '' || language === 'en' ? report.body : report.body.replace(/人民政府$/, '');
  return words.what(body, report.fiscalYear, scope, stage, item);
}

function spentOf({ chosen, place, scene, words }: Matter): string {
  const { total, parts, all, label, code } = place;
  const [largest] = parts.length > 1 ? bySize(parts) : [];
  return spentSentence(
    {
      what: whatOf(chosen, scene, label === '' ? words.expenditure : label),
      total: total.own ?? 0n,
      largest: largest && largest.own !== null ? { label: largest.label, amount: largest.own } : null,
      compared: comparedWith(total.own, total.beside, words.beside[chosen.beside], scene.language),
      ofAll: code === '' ? null : shareOf(total.own, all.own),
    },
    scene.language,
  );
}

type FigureItem = FiguresBlock['items'][number];

/** Few large numbers: what was spent, what was planned, the three public expenses, per head. */
function figures({ answer, chosen, place, scene, words }: Matter): FiguresBlock {
  const { total, all, code } = place;
  const growth = growthFrom(total);
  const expenses = code === '' ? expensesAt(chosen)?.find(({ depth }) => depth === 0) : undefined;
  const head = code === '' ? headOf(answer, chosen, place) : null;
  const share = code === '' ? null : shareOf(total.own, all.own);
  const amount = (label: string, fen: bigint | null, note = ''): readonly FigureItem[] =>
    fen === null ? [] : [{ label, value: wanOf(fen), unit: words.unit, ...(note === '' ? {} : { note }) }];
  const compared =
    growth === null ? '' : comparedWith(total.own, total.beside, words.beside[chosen.beside], scene.language);
  return {
    type: 'figures',
    items: [
      ...amount(words[chosen.own], total.own, compared),
      ...amount(words[chosen.beside], total.beside),
      ...(share === null ? [] : [{ label: words.shareOfAll, value: percent(share, scene.language) }]),
      ...amount(words.threePublic, expenses?.own ?? null),
      ...(head?.whole ? [{ label: words.perHead, value: head.whole, unit: words.perHeadUnit }] : []),
    ],
  };
}

function overview(matter: Matter): Seen {
  const { answer, asked, chosen, place, scene, words } = matter;
  const years = yearsOf(answer, chosen, asked, place.code);
  const isWhole = place.code === '';
  const balance = isWhole ? balanceNotice(balanceOf(chosen), scene) : null;
  const expenses = isWhole ? expensesAt(chosen) : null;
  const dueOn = answer.due?.[0]?.dueOn;
  const isPlanless =
    isWhole && chosen.stage === 'FINAL_ACCOUNTS' && chosen.budget === null && place.total.beside === null;
  return {
    sentence: spentOf(matter),
    blocks: [
      ...pathBlock(place, scene),
      figures(matter),
      ...(isPlanless
        ? [said(words.noBudget(String(chosen.report.fiscalYear), dueOn ? formatDate(dueOn, scene.language) : ''))]
        : []),
      compositionTable(place, chosen, scene),
      ...(balance ? [balance] : []),
      ...(years.filter(({ amount }) => amount !== null).length > 1 ? [yearsTable(years, place.label, scene)] : []),
      ...(expenses
        ? [
            {
              type: 'group' as const,
              heading: words.threePublic,
              isFolded: true,
              blocks: [expensesTable(expenses, chosen, scene)],
            },
          ]
        : []),
      ...(isWhole ? emptyTables(chosen, scene) : []),
    ],
  };
}

const bars = (matter: Matter): Seen => ({
  sentence: spentOf(matter),
  blocks: [
    ...pathBlock(matter.place, matter.scene),
    besideTable(matter.place, matter.chosen, matter.answer.due?.[0]?.dueOn ?? null, matter.scene),
  ],
});

function revenue({ chosen, scene, words }: Around): Seen {
  const balance = balanceOf(chosen);
  const what = whatOf(chosen, scene, words.sides);
  const sentence = balance ? balanceSentence(balance.revenue, balance.expenditure, scene.language) : words.noSides;
  return { sentence: words.saidOf(what, sentence), blocks: sidesBlocks(chosen, scene) };
}

function threePublic({ chosen, scene, words }: Around): Seen {
  const expenses = expensesOf(chosen);
  if (!expenses) return emptyOr(chosen.report.expenses[0], words.noExpenses, words);
  const total = expenses.find(({ depth }) => depth === 0);
  const [largest] = bySize(expenses.filter(({ depth }) => depth === 1));
  return {
    sentence: spentSentence(
      {
        what: whatOf({ ...chosen, level: expensesLevel(chosen) }, scene, words.threePublic),
        total: total?.own ?? 0n,
        largest:
          largest && largest.own !== null && largest.own > 0n ? { label: largest.label, amount: largest.own } : null,
        compared: comparedWith(total?.own ?? null, total?.beside ?? null, words.beside[chosen.beside], scene.language),
        ofAll: null,
      },
      scene.language,
    ),
    blocks: [expensesTable(expenses, chosen, scene)],
  };
}

function years({ answer, asked, chosen, place, scene, words }: Matter): Seen {
  const all = yearsOf(answer, chosen, asked, place.code);
  const known = all.flatMap(({ year, amount }) => (amount === null ? [] : [{ year, amount }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return { sentence: words.noYears, blocks: [...pathBlock(place, scene), said(words.noYears)] };
  const what = words.yearsWhat(
    chosen.report.body,
    words.ofCounty[chosen.level] ?? '',
    place.label || words.expenditure,
  );
  return {
    sentence: yearsSentence(what, first, last, scene.language),
    blocks: [...pathBlock(place, scene), yearsTable(all, place.label, scene)],
  };
}

function head(matter: Matter): Seen {
  const { answer, chosen, place, scene, words } = matter;
  const known = headOf(answer, chosen, place);
  const [largest] = known?.parts ?? [];
  if (!known || !largest) {
    const { sentence, blocks } = bars(matter);
    return { sentence, blocks: [said(words.noHead), ...blocks] };
  }
  return {
    sentence: headSentence(
      whatOf(chosen, scene, place.label === '' ? words.expenditure : place.label),
      known.whole,
      { label: largest.label, amount: largest.perHead },
      scene.language,
    ),
    blocks: [...pathBlock(place, scene), headTable(known, scene)],
  };
}

/** A table that is there and empty is not a table that is not there. */
function emptyOr(
  table: { readonly statement: string | null } | undefined,
  otherwise: string,
  words: BudgetWords,
): Seen {
  const sentence = table ? words.emptySays(table.statement ?? words.emptyUnexplained) : otherwise;
  return { sentence, blocks: [said(sentence)] };
}

type SpendingView = 'overview' | 'bars' | 'years' | 'head';

const spendingViews: Readonly<Record<SpendingView, (matter: Matter) => Seen>> = { overview, bars, years, head };

const filled = (place: Place | null): Place | null =>
  place !== null && (place.table.state === 'FILLED' || place.parts.length > 0) ? place : null;

/** What a view says, and whether the table it is read from is empty or not there. */
export function seenIn(view: View, around: Around, place: Place | null): Seen & { readonly isEmpty: boolean } {
  const { chosen, words } = around;
  if (view === 'revenue') return { ...revenue(around), isEmpty: false };
  if (view === 'three-public') return { ...threePublic(around), isEmpty: expensesOf(chosen) === null };
  const spending = filled(place);
  if (spending) return { ...spendingViews[view]({ ...around, place: spending }), isEmpty: false };
  const none = emptyOr(place?.table, words.noTable, words);
  // Many bodies publish nothing but their three public expenses apart from the rest.
  if (view !== 'overview' || !expensesOf(chosen)) return { ...none, isEmpty: true };
  const { sentence, blocks } = threePublic(around);
  return { sentence, blocks: [...none.blocks, ...blocks], isEmpty: false };
}
