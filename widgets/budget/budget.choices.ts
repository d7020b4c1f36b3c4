import { capital } from '../core/capital.ts';
import type { Block, FactsBlock, Field, FormBlock } from '../core/document.ts';
import type { Scene } from '../core/panel.ts';
import { type Asked, views } from './budget.asked.ts';
import type { Chosen } from './budget.report.ts';
import type { BudgetAnswer } from './budget.shape.ts';
import { budgetWords } from './budget.words.ts';

/** Tables that are published empty, as the law has it, each with what it says of itself. */
export function emptyTables({ report }: Chosen, scene: Scene): readonly Block[] {
  const words = budgetWords(scene.language);
  const items = report.all
    .filter(({ state }) => state !== 'FILLED')
    .map(({ label, statement }) => ({ label: label.label, text: statement ?? words.emptyUnexplained }));
  if (items.length === 0) return [];
  const facts: FactsBlock = { type: 'facts', items };
  return [{ type: 'group', heading: words.empties, isFolded: true, blocks: [facts] }];
}

const separator = (language: Scene['language']): string => (language === 'en' ? ', ' : '、');

/** 2015、2017—2024. */
export function yearsSpelt(years: readonly number[], language: Scene['language']): string {
  const runs: [number, number][] = [];
  for (const year of [...years].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  const dash = language === 'en' ? '–' : '—';
  return runs.map(([one, other]) => (one === other ? `${one}` : `${one}${dash}${other}`)).join(separator(language));
}

export const publishedYears = ({ published }: BudgetAnswer): readonly number[] =>
  (published.facets[0]?.buckets ?? []).map(({ value }) => Number(value)).sort((one, other) => other - one);

const choice = (
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
): Field => ({
  name,
  label,
  kind: 'choice',
  value,
  options: options.map(([each, text]) => ({ value: each, text })),
});

/** What a reader may choose: what is seen, the year, the stage and the level where there are several. */
export function choices(answer: BudgetAnswer, asked: Asked, chosen: Chosen | null, scene: Scene): FormBlock {
  const words = budgetWords(scene.language);
  const years = [...new Set([asked.year, ...publishedYears(answer)])].sort((one, other) => other - one);
  const stages = (['BUDGET', 'FINAL_ACCOUNTS'] as const).filter((stage) =>
    answer.reports.nodes.some((report) => report.stage === stage),
  );
  const ofYear = choice(
    'year',
    words.year,
    String(asked.year),
    years.map((year) => [String(year), words.yearText(String(year))]),
  );
  if (!chosen) return { type: 'form', label: words.choose, fields: [ofYear] };
  const { stage, level, levels } = chosen;
  return {
    type: 'form',
    label: words.choose,
    fields: [
      choice(
        'view',
        words.view,
        asked.view,
        views.map((view) => [view, words.views[view] ?? view]),
      ),
      ofYear,
      ...(stages.length > 1
        ? [
            choice(
              'stage',
              words.stage,
              stage,
              stages.map((each) => [each, capital(words.stages[each])]),
            ),
          ]
        : []),
      ...(levels.length > 1
        ? [
            choice(
              'level',
              words.level,
              level,
              levels.map((each) => [each, words.levels[each] ?? each]),
            ),
          ]
        : []),
    ],
  };
}
