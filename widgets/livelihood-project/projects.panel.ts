import type { Field, FiguresBlock, FormBlock, ListBlock, Shown } from '../core/document.ts';
import { groupDigits } from '../core/figures.ts';
import { panelOf, type Scene } from '../core/panel.ts';
import { isLate, progressOf, standingOf, targetChanged, whenDone } from './project.standing.ts';
import { type ProjectsAsked, projectsAsked, states, variables } from './projects.asked.ts';
import { descriptor } from './projects.manifest.ts';
import { projectsQuery } from './projects.query.ts';
import { countOf, nameIn, scopeOf, sentenceOf } from './projects.sentence.ts';
import { type Edge, type ProjectsAnswer, projectsShape } from './projects.shape.ts';
import { projectsWords } from './projects.words.ts';

/** What was done, as far as a list has room for it; all of it stands on the page of the project. */
const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** What lags first, livelihood projects before tasks, then by number. */
const inOrder = (edges: readonly Edge[]): readonly Edge[] =>
  [...edges].sort(({ node: one }, { node: other }) => {
    const byLag = Number(isLate(other)) - Number(isLate(one));
    const byType = one.type < other.type ? -1 : Number(one.type > other.type);
    return byLag || byType || (one.number ?? 99_999) - (other.number ?? 99_999) || (one.name < other.name ? -1 : 1);
  });

function itemOf({ node, highlights }: Edge, { language }: Scene): ListBlock['items'][number] {
  const words = projectsWords(language);
  const progress = progressOf(node, language);
  const colon = language === 'en' ? ': ' : '：';
  const report = node.latestReport?.progress
    ? `${node.latestReport.periodLabel}${colon}${brief(node.latestReport.progress)}`
    : undefined;
  const changed = targetChanged(node, language);
  const hits = highlights
    .filter(({ field }) => field === 'title')
    .flatMap(({ ranges }) => ranges)
    .flatMap(([start = 0, end = 0]): [number, number][] => (end <= node.name.length ? [[start, end]] : []));
  return {
    title: node.name,
    href: node.permalink,
    badge: standingOf(node, language),
    meta: [
      ...(node.number === null ? [] : [words.number(node.number)]),
      whenDone(node, language),
      ...(node.location === null ? [] : [node.location]),
      ...node.units.slice(0, 1).map(({ name }) => name),
      ...(changed === null ? [] : [changed]),
    ],
    ...(report === undefined ? {} : { text: report }),
    ...(hits.length === 0 ? {} : { hits }),
    ...(progress === null ? {} : { progress: { share: progress.share, target: 1, text: progress.text } }),
  };
}

function listOf(edges: readonly Edge[], total: number, asked: ProjectsAsked, scene: Scene): ListBlock {
  const words = projectsWords(scene.language);
  const { size } = asked;
  // Whoever chooses another town while on the third page wants what there is of it.
  const page = Math.min(asked.page, Math.max(1, Math.ceil(edges.length / size)));
  const from = (page - 1) * size;
  return {
    type: 'list',
    items: edges.slice(from, from + size).map((edge) => itemOf(edge, scene)),
    total,
    more: {
      text: edges.length < total ? words.more(edges.length, total) : words.allOnPlatform,
      href: `${scene.platform}/livelihood-projects`,
    },
    ...(from + size < edges.length ? { next: { page: String(page + 1) } } : {}),
    ...(page > 1 ? { previous: { page: page === 2 ? '' : String(page - 1) } } : {}),
  };
}

/** A choice among what there is; what the tag says stays a choice though nothing has it. */
function choice(name: string, label: string, value: string, options: readonly (readonly [string, string])[]): Field {
  const known = options.some(([each]) => each === value) ? options : [[value, value] as const, ...options];
  return { name, label, kind: 'choice', value, options: known.map(([each, text]) => ({ value: each, text })) };
}

const bucketsOf = ({ found }: ProjectsAnswer, field: string) =>
  found.facets.find((facet) => facet.field === field)?.buckets ?? [];

/** The newest first. */
const yearsIn = (answer: ProjectsAnswer): readonly string[] =>
  bucketsOf(answer, 'YEAR')
    .map(({ value }) => value)
    .sort()
    .reverse();

function formOf(answer: ProjectsAnswer, asked: ProjectsAsked, year: number | null, scene: Scene): FormBlock {
  const words = projectsWords(scene.language);
  const any = ['', words.any] as const;
  const { search = '', q = search, place = '' } = scene.params;
  const buckets = (field: string) => bucketsOf(answer, field);
  const names = (field: string) => buckets(field).map(({ label }) => [label, label] as const);
  const years = [...new Set([...yearsIn(answer), ...(year === null ? [] : [String(year)])])].sort().reverse();
  const categories = buckets('CATEGORY').map(({ value, label }) => [value, label] as const);
  return {
    type: 'form',
    label: words.choose,
    fields: [
      { name: 'q', label: words.q, kind: 'search', value: q, hint: words.qHint },
      ...(place === '' ? [] : [{ name: 'place', label: words.place, kind: 'search' as const, value: place }]),
      choice('town', words.town, nameIn(answer, 'TOWN', asked.town), [any, ...names('TOWN')]),
      choice('category', words.category, asked.category, [any, ...categories]),
      choice('unit', words.unit, nameIn(answer, 'LEAD_UNIT', asked.unit), [any, ...names('LEAD_UNIT')]),
      choice('status', words.state, asked.state ?? '', [
        any,
        ...states.map((each) => [each, words.states[each]] as const),
      ]),
      choice('year', words.year, year === null ? '' : String(year), [
        ...(year === null ? [['', words.latest] as const] : []),
        ...years.map((each) => [each, words.yearText(each)] as const),
      ]),
      choice('type', words.type, asked.type, [
        ['LIVELIHOOD', words.types.LIVELIHOOD],
        ['WORK_REPORT', words.types.WORK_REPORT],
        ['ALL', words.types.ALL],
      ]),
    ],
  };
}

/** All of the year together, as the platform counts them. */
function figuresOf(total: ProjectsAnswer['totals'][number], { language }: Scene): FiguresBlock {
  const words = projectsWords(language);
  const { items, completed, behind, overdue, completedShare, invested, plannedInvestment, investmentRate } = total;
  const count = (label: string, value: number, note?: string) => ({
    label,
    value: String(value),
    unit: words.itemsUnit,
    ...(note === undefined ? {} : { note }),
  });
  return {
    type: 'figures',
    items: [
      count(words.items, items),
      count(words.states.completed, completed, completedShare === null ? undefined : words.ofAll(completedShare)),
      // What is overdue is behind too; here each stands once.
      count(words.states.behind, behind - overdue),
      count(words.states.overdue, overdue),
      ...(invested === null
        ? []
        : [
            {
              label: words.invested,
              value: invested.amount,
              unit: words.wan,
              ...(plannedInvestment === null || investmentRate === null
                ? {}
                : { note: words.ofPlan(groupDigits(plannedInvestment.amount), investmentRate) }),
            },
          ]),
    ],
  };
}

function show(answer: ProjectsAnswer, scene: Scene): Shown {
  const asked = projectsAsked(scene);
  if ('misuse' in asked) throw new TypeError(asked.misuse);
  const words = projectsWords(scene.language);
  const { found } = answer;
  const latest = answer.totals.reduce<number | null>((last, { year }) => Math.max(last ?? 0, year ?? 0) || null, null);
  // The latest year is that of all its projects, not of those that are late; only what is searched for has a latest of its own.
  const year = asked.year ?? (asked.search === '' ? latest : (found.edges[0]?.node.year ?? null));
  const ofYear = found.edges.filter(({ node }) => node.year === year);
  const edges = inOrder(ofYear);
  const totals = answer.totals.find((each) => each.year === year);
  // Without a year every year was found; of one there is the sum, or all of it is here.
  const summed = asked.search === '' ? totals && countOf(totals, asked.state) : edges.length;
  const total = asked.year === null ? (summed ?? 0) : found.totalCount;
  const chosen = words.scope(scopeOf(answer, asked, year, scene));
  const scope = asked.search === '' ? chosen : words.about(chosen, asked.search);
  const title = words.title(chosen, asked.state === null ? '' : words.states[asked.state]);
  const form = formOf(answer, asked, year, scene);
  const source = {
    publisher: ofYear[0]?.node.publisher.name ?? answer.platform.name,
    permalink: `${scene.platform}/livelihood-projects`,
    isSample: ofYear.some(({ node }) => node.isSample),
  };
  if (edges.length === 0) {
    const others = yearsIn(answer).filter((each) => each !== String(year));
    const isOtherYear = year !== null && totals === undefined && others.length > 0;
    const none = isOtherYear ? words.notOfYear(year, others) : words.nothing;
    const nothing = asked.search === '' ? none : words.nothingFound(asked.search);
    const isOfState = asked.state !== null && totals !== undefined;
    const sentence = isOfState ? sentenceOf(edges, 0, totals, asked, scope, scene) : nothing;
    return {
      title,
      state: 'empty',
      sentence,
      blocks: [form, { type: 'notice', tone: 'plain', text: sentence }],
      source,
    };
  }
  return {
    title,
    state: 'data',
    sentence: sentenceOf(edges, total, totals, asked, scope, scene),
    blocks: [
      form,
      ...(asked.search === '' && asked.state === null && totals ? [figuresOf(totals, scene)] : []),
      listOf(edges, total, asked, scene),
    ],
    source,
  };
}

/** `<gk-projects>`: how far livelihood projects of a year are, and when they will be done (民生实事进展). */
export const projects = panelOf<ProjectsAnswer>({
  descriptor,
  query: projectsQuery,
  guard: projectsShape,
  variables,
  show,
});
