import type { Scene } from '../core/panel.ts';
import type { ProjectHead } from './project.head.ts';
import { isCompleted, isLate, progressOf, whenDone } from './project.standing.ts';
import type { ProjectsAsked } from './projects.asked.ts';
import type { Edge, ProjectsAnswer } from './projects.shape.ts';
import { projectsWords } from './projects.words.ts';

type Totals = ProjectsAnswer['totals'][number];

/** A name reads better than a code, in an address and in a sentence; either is understood. */
export const nameIn = ({ found }: ProjectsAnswer, field: string, value: string): string =>
  found.facets.find((facet) => facet.field === field)?.buckets.find((bucket) => bucket.value === value)?.label ?? value;

/** Which projects they are, by all that they were chosen by. */
export function scopeOf(answer: ProjectsAnswer, asked: ProjectsAsked, year: number | null, scene: Scene) {
  const words = projectsWords(scene.language);
  return {
    year,
    types: words.types[asked.type],
    town: nameIn(answer, 'TOWN', asked.town),
    unit: nameIn(answer, 'LEAD_UNIT', asked.unit),
    category: nameIn(answer, 'CATEGORY', asked.category),
  };
}

/** How many of a year's projects are in the state asked for, as the platform counts them. */
export function countOf(totals: Totals, state: ProjectsAsked['state']): number {
  const { items, completed, behind, overdue, cancelled } = totals;
  // What is overdue is behind too, and counted as overdue.
  return { all: items, completed, behind: behind - overdue, overdue, unfinished: items - completed - cancelled }[
    state ?? 'all'
  ];
}

/** What comes next of those that are not done. */
function nextOf(nodes: readonly ProjectHead[], { language }: Scene): string {
  const next = nodes.find((node) => !isCompleted(node));
  return next ? projectsWords(language).nextUp(next.name, whenDone(next, language)) : '';
}

/** When it will be done, for who asked of one road; how many there are of what was chosen, and which is next, for all others. */
export function sentenceOf(
  edges: readonly Edge[],
  total: number,
  totals: Totals | undefined,
  asked: ProjectsAsked,
  scope: string,
  scene: Scene,
): string {
  const words = projectsWords(scene.language);
  const nodes = edges.map(({ node }) => node);
  const [only] = nodes;
  if (asked.state !== null) {
    return total === 0
      ? words.noneIn(scope, words.states[asked.state])
      : words.inState(scope, words.states[asked.state], total);
  }
  if (asked.search !== '') {
    if (nodes.length === 1 && only) {
      return words.one(only.name, whenDone(only, scene.language), progressOf(only, scene.language)?.text ?? '');
    }
    const counted = words.several(scope, total, nodes.filter(isCompleted).length, nodes.filter(isLate).length);
    return `${counted}${nextOf(nodes, scene)}`;
  }
  const late = totals ? words.late(totals.behind - totals.overdue, totals.overdue) : '';
  const isNarrowed = asked.town !== '' || asked.category !== '' || asked.unit !== '';
  return `${words.all(scope, total, totals?.completed ?? 0, late)}${isNarrowed ? nextOf(nodes, scene) : ''}`;
}
