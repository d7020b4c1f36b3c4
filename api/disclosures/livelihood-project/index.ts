import './schema.ts';
import './list.ts';
import './lookup.ts';
import './totals-schema.ts';
import { defineKind } from '../kind.ts';
import { compareWithPublished } from './compare.ts';
import { continues } from './continue.ts';
import { everydayWords } from './everyday-words.ts';
import { identityOf } from './identity.ts';
import type { Project } from './model.ts';
import { templates } from './print.ts';
import { questions } from './questions.ts';
import { readLivelihoodProjects } from './read.ts';
import { kindName, plural } from './reads.ts';
import { rowsOf, writtenPlace } from './rows.ts';
import { sampleFiles } from './sample/faults.ts';
import { sampleProjects } from './sample/projects.ts';
import { exports } from './sheet.ts';

/** JSON has no integers of any length: amounts stand as their digits. */
const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** Everything a project says in words. */
const bodyOf = (project: Project): string =>
  [
    project.content,
    project.target,
    project.location,
    project.categoryWord,
    project.leader,
    project.fundSources,
    project.measures,
    project.steps,
    project.responsibilities,
    ...project.units.map(({ name }) => name),
    ...project.places.map(({ written }) => written),
    ...project.milestones.map(({ name }) => name),
    ...project.progress.flatMap(({ text, results, problems, nextSteps, statusWord }) => [
      text,
      results,
      problems,
      nextSteps,
      statusWord,
    ]),
    everydayWords([project.name, project.content, project.target].join('\n')),
  ]
    .filter((text) => text !== null)
    .join('\n');

/** 民生实事项目与政府工作报告任务。 */
export const livelihoodProject = defineKind<Project>({
  name: kindName,
  plural,
  label: { zh: '民生实事与工作报告任务', en: 'Livelihood projects and tasks of the work report' },
  shortLabel: { zh: '民生实事', en: 'Projects' },
  readTables: readLivelihoodProjects,
  stated: (project) => JSON.parse(JSON.stringify(project, exact)) as unknown,
  continues,
  compare: compareWithPublished,
  identity: ({ content }) => identityOf(content),
  organizations: ({ units }) => units.map(({ name }) => name),
  places: ({ places }) => [
    ...places.map(writtenPlace),
    // The town of a village is linked too: lists are filtered by it.
    ...places.flatMap(({ town, village }) => (village === null ? [] : [{ name: town, town: null }])),
  ],
  searchText: ({ metadata, content }) => ({ head: metadata.title, body: bodyOf(content) }),
  rows: rowsOf,
  exports,
  templates,
  questions,
  panels: [
    { tag: 'gk-projects', heading: '民生实事', attributes: { year: '2024' } },
    { tag: 'gk-project', heading: '一个项目的进展', attributes: { project: '起凤镇中心小学扩建工程', year: '2024' } },
  ],
  files: sampleFiles,
  sample: sampleProjects,
});
