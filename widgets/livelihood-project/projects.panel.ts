import type { Field, FiguresBlock, FormBlock, ListBlock, Shown } from '../core/document.ts';
import { groupDigits } from '../core/figures.ts';
import { panelOf, type Scene } from '../core/panel.ts';
import type { ProjectHead } from './project.head.ts';
import { isLate, progressOf, standingOf, targetChanged, whenDone } from './project.standing.ts';
import { type ProjectsAsked, projectsAsked, variables } from './projects.asked.ts';
import { descriptor } from './projects.manifest.ts';
import { projectsQuery } from './projects.query.ts';
import { type Edge, type ProjectsAnswer, projectsShape } from './projects.shape.ts';
import { projectsWords } from './projects.words.ts';

/** What was done, as far as a list has room for it; all of it stands on the page of the project. */
const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

const isCompleted = ({ status }: ProjectHead): boolean => status === 'COMPLETED' || status === 'OVERFULFILLED';

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
    ...(edges.length < total
      ? { more: { text: words.more(edges.length, total), href: `${scene.platform}/livelihood-projects` } }
      : {}),
    ...(from + size < edges.length ? { next: { page: String(page + 1) } } : {}),
    ...(page > 1 ? { previous: { page: page === 2 ? '' : String(page - 1) } } : {}),
  };
}

/** A choice among what there is; what the tag says stays a choice though nothing has it. */
function choice(name: string, label: string, value: string, options: readonly (readonly [string, string])[]): Field {
  const known = options.some(([each]) => each === value) ? options : [[value, value] as const, ...options];
  return { name, label, kind: 'choice', value, options: known.map(([each, text]) => ({ value: each, text })) };
}

function formOf({ found }: ProjectsAnswer, asked: ProjectsAsked, year: number | null, scene: Scene): FormBlock {
  const words = projectsWords(scene.language);
  const any = ['', words.any] as const;
  const { search = '', q = search, place = '' } = scene.params;
  const buckets = (field: string) => found.facets.find((facet) => facet.field === field)?.buckets ?? [];
  // A name reads better in an address than a code, and either is understood.
  const named = (field: string, value: string) => ({
    value: buckets(field).find((bucket) => bucket.value === value)?.label ?? value,
    options: buckets(field).map(({ label }) => [label, label] as const),
  });
  const [town, unit] = [named('TOWN', asked.town), named('LEAD_UNIT', asked.unit)];
  const years = [...new Set([...buckets('YEAR').map(({ value }) => value), ...(year === null ? [] : [String(year)])])]
    .sort()
    .reverse();
  const categories = buckets('CATEGORY').map(({ value, label }) => [value, label] as const);
  return {
    type: 'form',
    label: words.choose,
    fields: [
      { name: 'q', label: words.q, kind: 'search', value: q, hint: words.qHint },
      ...(place === '' ? [] : [{ name: 'place', label: words.place, kind: 'search' as const, value: place }]),
      choice('town', words.town, town.value, [any, ...town.options]),
      choice('category', words.category, asked.category, [any, ...categories]),
      choice('unit', words.unit, unit.value, [any, ...unit.options]),
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
      count(words.completed, completed, completedShare === null ? undefined : words.ofAll(completedShare)),
      // What is overdue is behind too; here each stands once.
      count(words.behind, behind - overdue),
      count(words.overdue, overdue),
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

/** When it will be done, for who asked of one road; how many are done and which is next, for who asked of a town. */
function answerOf(edges: readonly Edge[], total: number, { language }: Scene): string {
  const words = projectsWords(language);
  const nodes = edges.map(({ node }) => node);
  const [first] = nodes.filter((node) => !isCompleted(node));
  const shown = nodes.length === 1 ? nodes[0] : first;
  if (nodes.length === 1 && shown) {
    return words.one(shown.name, whenDone(shown, language), progressOf(shown, language)?.text ?? '');
  }
  const counted = words.several(total, nodes.filter(isCompleted).length, nodes.filter(isLate).length);
  return shown ? `${counted}${words.nextUp(shown.name, whenDone(shown, language))}` : counted;
}

function show(answer: ProjectsAnswer, scene: Scene): Shown {
  const asked = projectsAsked(scene);
  if ('misuse' in asked) throw new TypeError(asked.misuse);
  const words = projectsWords(scene.language);
  const year = asked.year ?? answer.found.edges[0]?.node.year ?? null;
  const ofYear = answer.found.edges.filter(({ node }) => node.year === year);
  const edges = inOrder(ofYear);
  const totals = answer.totals.find((each) => each.year === year);
  // Without a year every year was counted; of one there is the sum, or all of it is here.
  const total =
    asked.year !== null ? answer.found.totalCount : asked.search === '' ? (totals?.items ?? 0) : edges.length;
  const isNarrowed = asked.search !== '' || asked.town !== '' || asked.category !== '' || asked.unit !== '';
  const title = words.title(year, words.types[asked.type]);
  const form = formOf(answer, asked, year, scene);
  const source = {
    publisher: ofYear[0]?.node.publisher.name ?? answer.platform.name,
    permalink: `${scene.platform}/livelihood-projects`,
    isSample: ofYear.some(({ node }) => node.isSample),
  };
  if (edges.length === 0) {
    const sentence = asked.search === '' ? words.nothing : words.nothingFound(asked.search);
    return {
      title,
      state: 'empty',
      sentence,
      blocks: [form, { type: 'notice', tone: 'plain', text: sentence }],
      source,
    };
  }
  const late = totals ? words.late(totals.behind - totals.overdue, totals.overdue) : '';
  return {
    title,
    state: 'data',
    sentence: isNarrowed
      ? answerOf(edges, total, scene)
      : `${words.title(year, words.types[asked.type]).replace(/进展$/, '')}${words.all(total, totals?.completed ?? 0, late)}`,
    blocks: [
      form,
      ...(asked.search === '' && totals ? [figuresOf(totals, scene)] : []),
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
