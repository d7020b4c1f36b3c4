import type { Shown } from '../core/document.ts';
import { givenMessages } from '../core/given.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { descriptor } from './figure.manifest.ts';
import { figureQuery } from './figure.query.ts';
import { type FigureAnswer, figureShape } from './figure.shape.ts';
import { figureOf } from './figure.values.ts';
import { figureWords } from './figure.words.ts';

const validities: Readonly<Record<string, string>> = { 'in-force': 'IN_FORCE', lapsed: 'LAPSED', repealed: 'REPEALED' };

/** The stage as the tag says it, in code or in Chinese. */
const stages: Readonly<Record<string, string>> = {
  '': 'FINAL_ACCOUNTS',
  FINAL_ACCOUNTS: 'FINAL_ACCOUNTS',
  决算: 'FINAL_ACCOUNTS',
  BUDGET: 'BUDGET',
  预算: 'BUDGET',
};

/** What may be said beside `of` and `value`. */
const taken: Readonly<Record<string, readonly string[]>> = {
  budget: ['organization', 'year', 'stage', 'level'],
  documents: ['organization', 'year'],
  projects: ['organization', 'year', 'type'],
  'emergency-plan': ['organization'],
  emergency: ['place'],
};
const narrowing = ['organization', 'year', 'stage', 'level', 'type', 'place'] as const;
const types = ['LIVELIHOOD', 'WORK_REPORT', 'ALL'] as const;
const levels: readonly string[] = ['COUNTY_TOTAL', 'COUNTY_OWN', 'DEPARTMENT', 'UNIT', 'TOWN'];

/** The first thing that cannot be right, in words. */
function wrong({ params, language }: Scene): string | null {
  const words = figureWords(language);
  const say = givenMessages(language);
  const { of = '', value = 'total', organization, year, stage = '', level, type = types[0] } = params;
  const takes = Object.hasOwn(taken, of) ? taken[of] : undefined;
  if (!takes) return words.unnamed;
  const other = narrowing.find((name) => params[name] !== undefined && !takes.includes(name));
  if (other) return words.untaken(of, other);
  if (year !== undefined && !/^(19|20)\d\d$/.test(year)) return words.year(year);
  if (!types.some((each) => each === type)) return say.choice('type', type, types);
  if (of === 'budget') {
    if (organization === undefined || year === undefined) return words.budgetNeeds;
    if (!Object.hasOwn(stages, stage)) return say.choice('stage', stage, ['BUDGET', 'FINAL_ACCOUNTS']);
    if (level !== undefined && !levels.includes(level)) return say.choice('level', level, levels);
    return value === 'total' || /^\d{3}(\d{2}){0,2}$/.test(value) ? null : words.budgetValue(value);
  }
  const choices = {
    documents: words.documents,
    projects: words.projects,
    'emergency-plan': words.plans,
    emergency: words.emergency,
  }[of];
  if (!choices) return words.unnamed;
  return Object.hasOwn(choices, value) ? null : say.choice('value', value, Object.keys(choices));
}

/** The class or group above a code, under which it is looked for; null for a class. */
const above = (code: string): string | null => (code.length > 3 ? code.slice(0, -2) : null);

function variables(scene: Scene): Variables | Misuse {
  const misuse = wrong(scene);
  if (misuse !== null) return { misuse };
  const { of = '', value = 'total', organization, year, stage = '', level, type = types[0], place } = scene.params;
  const isCode = of === 'budget' && value !== 'total';
  const publisher = organization === undefined ? undefined : { eq: organization };
  const validity = validities[value];
  return {
    isBudget: of === 'budget',
    isDocuments: of === 'documents',
    isProjects: of === 'projects',
    isPlans: of === 'emergency-plan',
    isEmergency: of === 'emergency',
    report: {
      organization: organization ?? '',
      fiscalYear: Number(year ?? 0),
      stage: stages[stage] ?? 'FINAL_ACCOUNTS',
      level,
    },
    depth: isCode ? (value.length - 1) / 2 : 1,
    under: isCode ? above(value) : null,
    documents: {
      publisher,
      validity: validity && { eq: validity },
      year: year === undefined ? undefined : { eq: Number(year) },
    },
    plans: {
      publisher,
      standing: value === 'current' ? { eq: 'IN_FORCE' } : undefined,
      assessment: value === 'overdue' ? { eq: 'OVERDUE' } : undefined,
    },
    unit: organization ?? null,
    year: year === undefined ? null : Number(year),
    type: type === 'ALL' ? null : type,
    place: place ?? null,
    lang: languageCode(scene.language),
  };
}

function show(answer: FigureAnswer, scene: Scene): Shown {
  const words = figureWords(scene.language);
  const { title, value, unit, spoken, note, source } = figureOf(answer, scene);
  if (value === null) {
    const text = answer.budget ? words.notInReport(title) : words.nothing(title);
    return { title, state: 'empty', sentence: text, blocks: [{ type: 'notice', tone: 'plain', text }], source };
  }
  return {
    title,
    state: 'data',
    sentence: words.sentence(title, spoken),
    blocks: [{ type: 'figures', items: [{ label: title, value, ...(unit === '' ? {} : { unit }), note }] }],
    source,
    words: { sample: words.sample },
  };
}

/** `<gk-figure>`: one number in the sentence of a page, with where it comes from. */
export const figure = panelOf<FigureAnswer>({ descriptor, query: figureQuery, guard: figureShape, variables, show });
