import type { Block, FactsBlock, FiguresBlock, Row, Shown, TableBlock } from '../core/document.ts';
import { formatDate, formatInstantDay } from '../core/format.ts';
import { dayGiven, givenMessages, wholeGiven } from '../core/given.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { descriptor } from './department.manifest.ts';
import { debtBlocks, debts } from './department.owed.ts';
import { departmentQuery } from './department.query.ts';
import { type DepartmentAnswer, departmentShape, publishedOf } from './department.shape.ts';
import { departmentWords } from './department.words.ts';
import { kindLabel, kinds } from './kinds.ts';

/** The day in China on which dues are judged: the one asked for, else that of `as-of`, else today. */
function judgedOn({ params, today }: Scene): string {
  const asked = dayGiven(params['valid-on']);
  if (asked) return asked;
  const instant = Date.parse(params['as-of'] ?? '');
  return Number.isNaN(instant) ? today : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

function variables(scene: Scene): Variables | Misuse {
  const { params, language } = scene;
  const say = givenMessages(language);
  const { organization = '', years, 'valid-on': day } = params;
  if (organization.trim() === '') return { misuse: departmentWords(language).unnamed };
  if (wholeGiven(years, 1, 10) === null) return { misuse: say.whole('years', years ?? '', 1, 10) };
  if (dayGiven(day) === null) return { misuse: say.day('valid-on', day ?? '') };
  const toYear = Number(judgedOn(scene).slice(0, 4));
  const fromYear = toYear - (wholeGiven(years, 1, 10) ?? 3) + 1;
  const order = [{ field: 'PUBLISHED_AT', direction: 'DESC' }];
  return {
    by: /^[0-9A-Z]{18}$/.test(organization) ? { code: organization } : { name: organization },
    name: organization,
    publisher: { eq: organization },
    years: Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index),
    fromYear,
    toYear,
    lastYear: toYear - 1,
    day: judgedOn(scene),
    lang: languageCode(language),
    ...Object.fromEntries(kinds.map(({ list }) => [`${list}Order`, order])),
  };
}

interface Newest {
  readonly total: number;
  readonly at: string | null;
}

function summed(answer: DepartmentAnswer): Newest {
  const parts = kinds.map(({ list }) => publishedOf(answer, list));
  const instants = parts.flatMap(({ nodes }) => nodes.map(({ modifiedAt }) => modifiedAt));
  return {
    total: parts.reduce((sum, { totalCount }) => sum + totalCount, 0),
    at: instants.sort((left, right) => Date.parse(right) - Date.parse(left))[0] ?? null,
  };
}

/** How much of each kind, the newest and its day; a kind it has nothing of is a line as well. */
function byKind(answer: DepartmentAnswer, { language }: Scene): TableBlock {
  const words = departmentWords(language);
  const dayOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    type: 'table',
    id: 'kinds',
    caption: words.byKind,
    columns: [
      { key: 'kind', label: words.kind, type: 'text' },
      { key: 'count', label: words.count, type: 'number' },
      { key: 'newest', label: words.newest, type: 'text' },
      { key: 'day', label: words.day, type: 'date' },
    ],
    rows: kinds.map(({ name, list }): Row => {
      const { totalCount, nodes } = publishedOf(answer, list);
      const [newest] = nodes;
      return {
        cells: [
          kindLabel(name, language),
          String(totalCount),
          newest?.title ?? null,
          newest ? dayOf(newest.modifiedAt) : null,
        ],
        ...(newest ? { href: newest.permalink } : {}),
      };
    }),
  };
}

function figures({ total, at }: Newest, owed: number, { language }: Scene): FiguresBlock {
  const words = departmentWords(language);
  return {
    type: 'figures',
    items: [
      { label: words.published, value: String(total), unit: words.unit },
      { label: words.owed, value: String(owed), unit: words.unitOwed },
      { label: words.updated, value: at === null ? words.never : formatInstantDay(at, language) },
    ],
  };
}

type Organization = NonNullable<DepartmentAnswer['organization']>;

function about({ code, type, parent, successor }: Organization, { language }: Scene): FactsBlock {
  const { about: name } = departmentWords(language);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [name.type, type.label],
    [name.parent, parent?.name],
    [name.successor, successor?.name],
    [name.code, code],
  ];
  return { type: 'facts', items: facts.flatMap(([label, text]) => (text ? [{ label, text }] : [])) };
}

function show(answer: DepartmentAnswer, scene: Scene): Shown {
  const { language, platform } = scene;
  const words = departmentWords(language);
  const { organization } = answer;
  const day = judgedOn(scene);
  if (!organization) {
    const source = { publisher: answer.platform.name, permalink: platform };
    return { title: words.title(''), state: 'misused', sentence: words.unnamed, blocks: [], source };
  }
  const { name, validTo, successor } = organization;
  const newest = summed(answer);
  const owed = debts(answer, scene);
  const isEnded = validTo !== null && validTo < day;
  const ended: readonly Block[] = isEnded
    ? [{ type: 'notice', tone: 'ended', text: words.ended(name, formatDate(validTo, language), successor?.name ?? '') }]
    : [];
  return {
    title: words.title(name),
    state: newest.total === 0 && owed.count === 0 ? 'empty' : 'data',
    sentence:
      newest.at === null
        ? words.nothing(name, owed.count)
        : words.sentence(name, newest.total, formatInstantDay(newest.at, language), owed.count),
    blocks: [
      ...ended,
      figures(newest, owed.count, scene),
      byKind(answer, scene),
      debtBlocks(owed, day, scene),
      about(organization, scene),
    ],
    source: {
      publisher: answer.platform.name,
      permalink: `${platform}/`,
      isSample: organization.isSample,
      ...(newest.at === null ? {} : { modifiedAt: newest.at }),
    },
  };
}

/** `<gk-department>`: what one organization has published, and what it owes. */
export const department = panelOf<DepartmentAnswer>({
  descriptor,
  query: departmentQuery,
  guard: departmentShape,
  variables,
  show,
});
