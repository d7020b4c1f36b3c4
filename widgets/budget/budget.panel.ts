import type { Block, Row, Shown } from '../core/document.ts';
import { percent, spokenWan } from '../core/figures.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { descriptor } from './budget-panel.manifest.ts';
import { budgetMessages } from './budget-panel.messages.ts';
import { budgetQuery } from './budget-panel.query.ts';
import { type BudgetAnswer, type BudgetLine, budgetShape } from './budget-panel.shape.ts';

/** The stage as the tag says it, in code or in Chinese; undefined for one that is none. */
const stageOf = (said: string): string | undefined => {
  if (said === '' || said === 'FINAL_ACCOUNTS' || said === '决算') return 'FINAL_ACCOUNTS';
  return said === 'BUDGET' || said === '预算' ? 'BUDGET' : undefined;
};

function variables({ params, language }: Scene): Variables | Misuse {
  const text = budgetMessages(language);
  const { organization = '', year = '', stage = '' } = params;
  if (organization === '' || year === '') return { misuse: text.unnamed };
  if (!/^(19|20)\d\d$/.test(year)) return { misuse: text.year(year) };
  const asked = stageOf(stage);
  if (!asked) return { misuse: text.stage(stage) };
  return {
    report: { organization, fiscalYear: Number(year), stage: asked },
    body: /^[0-9A-Z]{18}$/.test(organization) ? { code: organization } : { name: organization },
    lang: languageCode(language),
  };
}

const amountOf = (money: BudgetLine['final']): string | null => money?.amount ?? null;

function table(
  id: string,
  caption: string,
  lines: readonly BudgetLine[],
  own: 'approved' | 'final',
  { language }: Scene,
): Block {
  const text = budgetMessages(language);
  const longest = Math.max(1, ...lines.map((line) => Math.abs(Number(amountOf(line[own]) ?? 0))));
  return {
    type: 'table',
    id,
    caption,
    unit: text.unit,
    chart: 'bars',
    columns: [
      { key: 'subject', label: text.subject, type: 'text' },
      { key: own, label: text[own], type: 'number' },
    ],
    rows: lines.map(
      (line): Row => ({
        cells: [line.code?.label ?? text.total, amountOf(line[own])],
        level: line.depth ?? 1,
        mark: Number(amountOf(line[own]) ?? 0) / longest,
      }),
    ),
  };
}

function show({ budget, organization, platform }: BudgetAnswer, scene: Scene): Shown {
  const text = budgetMessages(scene.language);
  if (!budget) {
    const isUnknown = organization === null;
    const said = isUnknown ? text.stranger(scene.params['organization'] ?? '') : text.nothing;
    return {
      title: text.title,
      state: isUnknown ? 'misused' : 'empty',
      sentence: said,
      blocks: [],
      source: { publisher: platform.name, permalink: `${scene.platform}/budgets` },
    };
  }
  const lines = budget.classes[0]?.lines ?? [];
  const own = lines.some(({ final }) => final !== null) ? 'final' : 'approved';
  const sorted = [...lines].sort((left, right) => Number(amountOf(right[own])) - Number(amountOf(left[own])));
  const total = sorted.reduce((sum, line) => sum + Number(amountOf(line[own]) ?? 0), 0);
  const [largest] = sorted;
  const share = largest && total > 0 ? percent(Number(amountOf(largest[own])) / total, scene.language) : '';
  return {
    title: budget.title,
    state: 'data',
    sentence: text.sentence(
      budget.title,
      spokenWan(total.toFixed(2), scene.language),
      largest?.code?.label ?? '',
      share,
    ),
    blocks: [table('classes', text.byFunction, sorted, own, scene)],
    source: {
      publisher: budget.publisher.name,
      permalink: budget.permalink,
      publishedAt: budget.firstPublishedAt,
      modifiedAt: budget.modifiedAt,
      isSample: budget.isSample,
    },
  };
}

/** `<gk-budget>`: what one body spends in one year (预算与决算). */
export const budget = panelOf<BudgetAnswer>({ descriptor, query: budgetQuery, guard: budgetShape, variables, show });
