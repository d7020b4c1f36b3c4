import type { Block, Shown } from '../core/document.ts';
import { panelOf, type Scene } from '../core/panel.ts';
import { recordSource } from '../core/record-source.ts';
import { type Asked, askedOf, variables } from './budget.asked.ts';
import { choices, emptyTables, publishedYears, yearsSpelt } from './budget.choices.ts';
import { descriptor } from './budget.manifest.ts';
import { budgetQuery } from './budget.query.ts';
import { type Chosen, chosenOf, type Place, placeOf } from './budget.report.ts';
import { type BudgetAnswer, budgetShape } from './budget.shape.ts';
import { seenIn } from './budget.views.ts';
import { budgetWords } from './budget.words.ts';

const said = (text: string): Block => ({ type: 'notice', tone: 'plain', text });

/** Nothing is public of that year: which years are, to choose from. */
function nothing(answer: BudgetAnswer, asked: Asked, scene: Scene): Shown {
  const words = budgetWords(scene.language);
  const body = answer.organization?.name ?? asked.organization;
  const years = publishedYears(answer);
  const sentence =
    years.length === 0
      ? words.nothingYet(body)
      : `${words.nothing(body, String(asked.year))}${words.publishedYears(yearsSpelt(years, scene.language))}`;
  return {
    title: words.title,
    state: 'empty',
    sentence,
    blocks: [...(years.length === 0 ? [] : [choices(answer, asked, null, scene)]), said(sentence)],
    source: { publisher: answer.platform.name, permalink: `${scene.platform}/budgets` },
  };
}

/** What does not go without saying: another stage or level than asked for, tables that lack. */
function notices(chosen: Chosen, place: Place | null, asked: Asked, scene: Scene): readonly Block[] {
  const words = budgetWords(scene.language);
  const { report, isFallback, isOtherLevel, stage, level } = chosen;
  const missing = report.missingTables.map(({ label }) => label).join(scene.language === 'en' ? ', ' : '、');
  return [
    ...(isFallback ? [said(words.fallback(String(asked.year), words.stages[asked.stage], words.stages[stage]))] : []),
    ...(isOtherLevel ? [said(words.otherLevel(words.levels[level] ?? level))] : []),
    ...(place?.isUnknownCode ? [said(words.noSuchCode(asked.code))] : []),
    ...(missing === '' ? [] : [said(words.missing(missing))]),
  ];
}

function show(answer: BudgetAnswer, scene: Scene): Shown {
  const asked = askedOf(scene);
  if ('misuse' in asked) throw new TypeError(asked.misuse);
  const chosen = chosenOf(answer, asked);
  if (!chosen) return nothing(answer, asked, scene);
  const words = budgetWords(scene.language);
  const place = placeOf(chosen, asked.code);
  const { sentence, blocks, isEmpty } = seenIn(asked.view, { answer, asked, chosen, scene, words }, place);
  return {
    title: chosen.report.title,
    state: isEmpty ? 'empty' : 'data',
    sentence,
    blocks: [
      choices(answer, asked, chosen, scene),
      ...notices(chosen, place, asked, scene),
      ...blocks,
      ...(isEmpty ? emptyTables(chosen, scene) : []),
    ],
    source: recordSource(chosen.report),
  };
}

/** `<gk-budget>`: what one body plans and spends in one year (预算与决算). */
export const budget = panelOf<BudgetAnswer>({ descriptor, query: budgetQuery, guard: budgetShape, variables, show });
