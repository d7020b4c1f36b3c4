import { languageCode } from '../core/language.ts';
import type { Misuse, Scene, Variables } from '../core/panel.ts';
import { budgetWords } from './budget.words.ts';

export const views = ['overview', 'bars', 'revenue', 'three-public', 'years', 'head'] as const;
export type View = (typeof views)[number];

export type Stage = 'BUDGET' | 'FINAL_ACCOUNTS';

/** How many years stand side by side. */
const yearsShown = 5;

/** The parameters of a tag, understood. */
export interface Asked {
  readonly organization: string;
  readonly year: number;
  readonly from: number;
  readonly stage: Stage;
  readonly level: string | null;
  readonly view: View;
  /** The code below which one looks, 3, 5 or 7 digits; empty: the whole. */
  readonly code: string;
}

const oneOf =
  <Value extends string>(names: Readonly<Record<string, Value>>) =>
  (said: string): Value | undefined =>
    Object.hasOwn(names, said) ? names[said] : undefined;

const stageOf = oneOf<Stage>({
  FINAL_ACCOUNTS: 'FINAL_ACCOUNTS',
  决算: 'FINAL_ACCOUNTS',
  BUDGET: 'BUDGET',
  预算: 'BUDGET',
});

const levelOf = oneOf({
  COUNTY_TOTAL: 'COUNTY_TOTAL',
  全县: 'COUNTY_TOTAL',
  COUNTY_OWN: 'COUNTY_OWN',
  本级: 'COUNTY_OWN',
  县本级: 'COUNTY_OWN',
});

/** What a tag asks for, or what is wrong with it. */
export function askedOf({ params, language }: Pick<Scene, 'params' | 'language'>): Asked | Misuse {
  const words = budgetWords(language);
  const { organization = '', year = '', stage = 'FINAL_ACCOUNTS', level = '', view = 'overview', code = '' } = params;
  if (organization === '' || year === '') return { misuse: words.unnamed };
  if (!/^(19|20)\d\d$/.test(year)) return { misuse: words.badYear(year) };
  const stageAsked = stageOf(stage);
  if (!stageAsked) return { misuse: words.badStage(stage) };
  const levelAsked = level === '' ? null : levelOf(level);
  if (levelAsked === undefined) return { misuse: words.badLevel(level) };
  const viewAsked = views.find((each) => each === view);
  if (!viewAsked) return { misuse: words.badView(view, views.join(', ')) };
  if (!/^(\d{3}(\d{2}){0,2})?$/.test(code)) return { misuse: words.badCode(code) };
  return {
    organization,
    year: Number(year),
    from: Number(year) - yearsShown + 1,
    stage: stageAsked,
    level: levelAsked,
    view: viewAsked,
    code,
  };
}

export function variables(scene: Scene): Variables | Misuse {
  const asked = askedOf(scene);
  if ('misuse' in asked) return asked;
  const { organization, year, from, stage, code, view } = asked;
  const isGroupOrItem = code.length > 3;
  return {
    organization,
    body: /^[0-9A-Z]{18}$/.test(organization) ? { code: organization } : { name: organization },
    report: { organization, fiscalYear: year, stage },
    year,
    from,
    lang: languageCode(scene.language),
    class: code === '' ? null : code.slice(0, 3),
    group: isGroupOrItem ? code.slice(0, 5) : null,
    isInClass: code !== '',
    isInGroup: isGroupOrItem,
    isSpent: view === 'overview' || view === 'bars',
    isSides: view === 'revenue',
    isHead: view === 'head' || (view === 'overview' && code === ''),
    below: code.length === 3 || code.length === 5 ? code : null,
    // Years tell of the very code one looks at: the lines of its own depth, under what it belongs to.
    ...({ 0: { depth: 0, under: null }, 3: { depth: 1, under: null } }[code.length] ?? {
      depth: code.length === 5 ? 2 : 3,
      under: code.slice(0, code.length - 2),
    }),
  };
}
