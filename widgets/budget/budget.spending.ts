import type { Block, Column, FactsBlock, Params, Row, TableBlock } from '../core/document.ts';
import { largestOf, lengthOf, shareOf, sumOf, wanOf } from '../core/exact.ts';
import { formatDate } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import { bySize, type Chosen, type Figure, type Place } from './budget.report.ts';
import { spoken } from './budget.sentences.ts';
import { type BudgetWords, budgetWords } from './budget.words.ts';

export const cellOf = (fen: bigint | null): string | null => (fen === null ? null : wanOf(fen));

/** Where the same panel stands with other parameters, for whoever has no script. */
export function addressWith({ platform, params }: Scene, go: Params): string {
  const query = new URLSearchParams(Object.entries({ ...params, ...go }).filter(([, value]) => value !== ''));
  return `${platform}/w/budget?${query}`;
}

/** Only codes of the classification have something below them; an item (7 digits) is the finest. */
const goBelow = ({ code }: Figure): { go?: Params } => (/^(\d{3}|\d{5})$/.test(code) ? { go: { code } } : {});

/** What has to be known to read the rows; `budget` where they show numbers of another report. */
function noteOf(place: Place, budget: Chosen['budget'], words: BudgetWords, { language }: Scene): string {
  const apart = (place.total.own ?? 0n) - sumOf(place.parts.map(({ own }) => own));
  return [
    ...(place.code !== '' && place.parts.length === 0 ? [words.lowest] : []),
    ...(place.parts.length > 0 && apart !== 0n ? [words.remainder(spoken(apart < 0n ? -apart : apart, language))] : []),
    ...(place.isBesideFromBudget && budget ? [words.budgetFrom(budget.title)] : []),
  ].join(language === 'en' ? ' ' : '');
}

/** What is finest is shown as itself. */
const shownParts = (place: Place): readonly Figure[] =>
  place.parts.length === 0 ? [place.total] : bySize(place.parts);

/** Areas for what expenditure is made of; a negative amount has no area, so that it is bars then. */
export function compositionTable(place: Place, chosen: Chosen, scene: Scene): TableBlock {
  const words = budgetWords(scene.language);
  const parts = shownParts(place);
  const isNegative = parts.some(({ own }) => own !== null && own < 0n);
  const longest = isNegative ? largestOf(parts.map(({ own }) => own)) : (place.total.own ?? 0n);
  const note = noteOf(place, null, words, scene);
  return {
    type: 'table',
    id: 'composition',
    caption: words.byFunction(place.label),
    unit: words.unit,
    chart: isNegative ? 'bars' : 'treemap',
    columns: [
      { key: 'subject', label: words.subject, type: 'text' },
      { key: chosen.own, label: words[chosen.own], type: 'number' },
      { key: 'share', label: words.share, type: 'share' },
    ],
    rows: parts.map(
      (part): Row => ({
        cells: [part.label, cellOf(part.own), shareOf(part.own, place.total.own)],
        level: 1,
        ...goBelow(part),
        ...(part.own === null ? {} : { mark: lengthOf(part.own, longest) }),
      }),
    ),
    ...(note === '' ? {} : { note }),
  };
}

/** Bars of what was spent with the budget as a thin mark, the total first; where no budget is published a note says so. */
export function besideTable(place: Place, chosen: Chosen, dueOn: string | null, scene: Scene): TableBlock {
  const words = budgetWords(scene.language);
  const parts = shownParts(place);
  const longest = largestOf(parts.flatMap(({ own, beside }) => [own, beside]));
  const isBeside = [place.total, ...parts].some(({ beside }) => beside !== null);
  const due = dueOn === null ? '' : formatDate(dueOn, scene.language);
  const isUnpublished = chosen.stage === 'FINAL_ACCOUNTS' && chosen.budget === null && !isBeside;
  const note = [
    ...(isUnpublished ? [words.noBudget(String(chosen.report.fiscalYear), due)] : []),
    noteOf(place, isBeside ? chosen.budget : null, words, scene),
  ]
    .filter((part) => part !== '')
    .join(scene.language === 'en' ? ' ' : '');
  const cells = (label: string, { own, beside }: Figure): Row['cells'] =>
    isBeside ? [label, cellOf(own), cellOf(beside), shareOf(own, beside)] : [label, cellOf(own)];
  // What the bars measure comes first: the number that is drawn is the first of its row.
  const columns: Column[] = [
    { key: chosen.own, label: words[chosen.own], type: 'number' },
    { key: chosen.beside, label: words[chosen.beside], type: 'number' },
    { key: 'executed', label: chosen.own === 'final' ? words.executed : words.ofPrior, type: 'share' },
  ];
  return {
    type: 'table',
    id: 'budget-and-final',
    caption: words.barsOf(place.label),
    unit: words.unit,
    chart: 'bars',
    ...(isBeside ? { compared: words[chosen.beside] } : {}),
    columns: [
      { key: 'subject', label: words.subject, type: 'text' },
      ...columns.filter(({ key }) => isBeside || key === chosen.own),
    ],
    rows: [
      { cells: cells(words.total, place.total), level: 0 },
      ...parts.map(
        (part): Row => ({
          cells: cells(part.label, part),
          level: 1,
          ...goBelow(part),
          ...(part.own === null ? {} : { mark: lengthOf(part.own, longest) }),
          ...(part.beside === null ? {} : { before: lengthOf(part.beside, longest) }),
        }),
      ),
    ],
    ...(note === '' ? {} : { note }),
  };
}

/** The way back up: all expenditure, the class, the group, and where one is. */
export function pathBlock(place: Place, scene: Scene): readonly Block[] {
  if (place.code === '') return [];
  const words = budgetWords(scene.language);
  const up = [{ code: '', label: words.all }, ...place.above];
  const block: FactsBlock = {
    type: 'facts',
    items: [
      ...up.map(({ code, label }) => ({
        label: words.up,
        text: label,
        href: addressWith(scene, { code }),
        go: { code },
      })),
      { label: words.subject, text: `${place.code} ${place.label}` },
    ],
  };
  return [block];
}
