import { givenMessages } from '../core/given.ts';
import { languageCode } from '../core/language.ts';
import type { Misuse, Scene, Variables } from '../core/panel.ts';
import { projectsWords } from './projects.words.ts';

export type Type = 'LIVELIHOOD' | 'WORK_REPORT' | 'ALL';

/** How a project stands, as far as the API selects by it. */
export const states = ['overdue', 'behind', 'unfinished', 'completed'] as const;
export type State = (typeof states)[number];

/** The parameters of a tag, understood. */
export interface ProjectsAsked {
  /** Null: the latest that is public. */
  readonly year: number | null;
  readonly town: string;
  readonly category: string;
  readonly unit: string;
  readonly type: Type;
  /** Null: however they stand. */
  readonly state: State | null;
  /** Words to find: those of the reader and those of the place. */
  readonly search: string;
  readonly size: number;
  readonly page: number;
}

const mostOnPage = 50;
const mostPages = 1_000;

const types: Readonly<Record<string, Type>> = { LIVELIHOOD: 'LIVELIHOOD', WORK_REPORT: 'WORK_REPORT', ALL: 'ALL' };

/** Everybody asks in a sentence; the words that only make it a question are in no record. */
const questions =
  /(什么|啥)时(候|间)|何时|几时|多久|(能|才)?(修|建|做|完|弄)(好|成)|完工|怎么样了?|我们|咱们?|的|[?？吗呢啊，。]/gu;

/** One character is not found by itself. */
const everyday: Readonly<Record<string, string>> = { 路: '道路', 灯: '路灯' };

const wholeNumber = (value: string, most: number): number | null =>
  /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : null;

export const questionWords = (q: string): string => {
  const words = q
    .replace(questions, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => everyday[word] ?? word);
  return words.length === 0 ? q.trim() : words.join(' ');
};

export function projectsAsked({ params, language }: Pick<Scene, 'params' | 'language'>): ProjectsAsked | Misuse {
  const words = projectsWords(language);
  const {
    year = '',
    town = '',
    place = '',
    search = '',
    q = search,
    category = '',
    unit = '',
    type = 'LIVELIHOOD',
    status = '',
  } = params;
  const { page = '1', 'page-size': pageSize = '10' } = params;
  if (!/^((19|20)\d\d)?$/.test(year)) return { misuse: words.badYear(year) };
  const typeAsked = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!typeAsked) return { misuse: words.badType(type) };
  const stateAsked = states.find((each) => each === status) ?? null;
  if (status !== '' && stateAsked === null) return { misuse: givenMessages(language).choice('status', status, states) };
  const [size, number] = [wholeNumber(pageSize, mostOnPage), wholeNumber(page, mostPages)];
  if (size === null) return { misuse: words.badPage('page-size', pageSize, mostOnPage) };
  if (number === null) return { misuse: words.badPage('page', page, mostPages) };
  return {
    year: year === '' ? null : Number(year),
    town: town.trim(),
    category: category.trim(),
    unit: unit.trim(),
    type: typeAsked,
    state: stateAsked,
    search: [place.trim(), q === '' ? '' : questionWords(q)].filter((part) => part !== '').join(' '),
    size,
    page: number,
  };
}

/** Neither done nor given up: what still can be late. */
const open = { status: { notIn: ['COMPLETED', 'OVERFULFILLED', 'CANCELLED'] } };

/** The same as the platform counts by. */
const inState = (state: State): Variables =>
  ({
    overdue: { isOverdue: { eq: true } },
    behind: { pace: { eq: 'BEHIND' }, isOverdue: { eq: false } },
    unfinished: open,
    completed: { status: { in: ['COMPLETED', 'OVERFULFILLED'] } },
  })[state];

export function variables(scene: Scene): Variables | Misuse {
  const asked = projectsAsked(scene);
  if ('misuse' in asked) return asked;
  const { year, town, category, unit, type, state, search } = asked;
  return {
    year,
    type: type === 'ALL' ? null : type,
    town: town === '' ? null : town,
    unit: unit === '' ? null : unit,
    category: category === '' ? null : category,
    search: search === '' ? null : search,
    lang: languageCode(scene.language),
    where: {
      ...(year === null ? {} : { year: { eq: year } }),
      ...(type === 'ALL' ? {} : { type: { eq: type } }),
      ...(town === '' ? {} : { town: { eq: town } }),
      ...(unit === '' ? {} : { leadUnit: { eq: unit } }),
      ...(category === '' ? {} : { category: { eq: category } }),
      ...(state === null ? {} : inState(state)),
    },
  };
}
