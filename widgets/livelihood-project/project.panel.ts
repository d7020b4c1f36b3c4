import type { Block, Shown } from '../core/document.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { recordSource } from '../core/record-source.ts';
import {
  fundTable,
  milestoneSteps,
  photoBlocks,
  projectFacts,
  projectFigures,
  reportTable,
  voteTable,
} from './project.blocks.ts';
import { descriptor } from './project.manifest.ts';
import { projectQuery } from './project.query.ts';
import { type Project, type ProjectAnswer, projectShape } from './project.shape.ts';
import { progressOf, standingOf, targetChanged, whenDone } from './project.standing.ts';
import { projectWords } from './project.words.ts';

const isIndexNumber = (said: string): boolean => /^\S+\/\d{4}-\d+$/.test(said);

function variables({ params, language }: Scene): Variables | Misuse {
  const words = projectWords(language);
  const { project = '', year = '' } = params;
  if (project.trim() === '') return { misuse: words.unnamed };
  if (!/^((19|20)\d\d)?$/.test(year)) return { misuse: words.badYear(year) };
  const isNumber = isIndexNumber(project.trim());
  return {
    indexNumber: project.trim(),
    name: project.trim().slice(0, 100),
    isNumber,
    isName: !isNumber,
    where: year === '' ? {} : { year: { eq: Number(year) } },
    lang: languageCode(language),
  };
}

/** The day on which it is judged what is overdue: of the instant asked for, in China. */
const dayOf = ({ params, today }: Scene): string => {
  const instant = Date.parse(params['as-of'] ?? '');
  return Number.isNaN(instant) ? today : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
};

const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** Of the names that hold the words, the one that is exactly so; of several years the latest. */
function chosen({ one, found }: ProjectAnswer, name: string): readonly Project[] {
  if (one) return [one];
  const nodes = [...(found?.nodes ?? [])].sort((left, right) => right.year - left.year);
  const same = nodes.filter((node) => plainName(node.name) === plainName(name));
  if (same.length > 0) return same;
  return new Set(nodes.map((node) => node.name)).size === 1 ? nodes : [];
}

/** How many pairs of neighbouring characters two names share. */
function likeness(one: string, other: string): number {
  const pairs = new Set(Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => one.slice(at, at + 2)));
  return [...pairs].filter((pair) => other.includes(pair)).length;
}

/** No such project, or several: which there are, for whoever wrote the tag. */
function unknown(answer: ProjectAnswer, scene: Scene): Shown {
  const words = projectWords(scene.language);
  const { project = '', year = '' } = scene.params;
  const matching = (answer.found?.nodes ?? []).map((node) => words.yearOf(node.name, node.year));
  const like = (answer.others?.nodes ?? [])
    .map((node) => ({ text: words.yearOf(node.name, node.year), like: likeness(project, node.name) }))
    .filter((each) => each.like > 0)
    .sort((one, other) => other.like - one.like)
    .map(({ text }) => text);
  const names = [...new Set(matching.length > 0 ? matching : like)].slice(0, 5).join(words.separator);
  const isSeveral = matching.length > 0;
  const stranger = isIndexNumber(project.trim()) ? words.unknownNumber(project) : words.unknownName(project, year);
  const hint = names === '' ? '' : words.similar(names);
  return {
    title: words.title,
    state: 'misused',
    sentence: isSeveral ? words.several(project, names) : `${stranger}${hint}`,
    blocks: [],
    source: { publisher: answer.platform.name, permalink: `${scene.platform}/livelihood-projects` },
  };
}

const isDone = ({ status }: Project): boolean => status === 'COMPLETED' || status === 'OVERFULFILLED';

function show(answer: ProjectAnswer, scene: Scene): Shown {
  const { language, params } = scene;
  const [project, ...others] = chosen(answer, params['project'] ?? '');
  if (!project) return unknown(answer, scene);
  const words = projectWords(language);
  const progress = progressOf(project, language)?.text ?? '';
  const when = whenDone(project, language);
  const changed = targetChanged(project, language);
  const said = (tone: 'plain' | 'late', text: string): Block => ({ type: 'notice', tone, text });
  return {
    title: project.name,
    badge: standingOf(project, language),
    state: 'data',
    sentence: isDone(project)
      ? words.sentenceDone(project.name, when, progress)
      : words.sentence(project.name, when, progress),
    blocks: [
      projectFigures(project, language),
      ...(changed === null ? [] : [said('late', changed)]),
      ...(project.isReportOverdue ? [said('late', words.silent)] : []),
      projectFacts(project, language),
      ...milestoneSteps(project, dayOf(scene), language),
      ...reportTable(project, language),
      ...fundTable(project, language),
      ...voteTable(project, language),
      ...photoBlocks(project, language),
      ...(others.length === 0
        ? []
        : [
            said(
              'plain',
              words.otherYears(others.map(({ name, year }) => words.yearOf(name, year)).join(words.separator)),
            ),
          ]),
    ],
    source: recordSource(project),
  };
}

/** `<gk-project>`: one livelihood project, how far it is and when it will be done. */
export const project = panelOf<ProjectAnswer>({
  descriptor,
  query: projectQuery,
  guard: projectShape,
  variables,
  show,
});
