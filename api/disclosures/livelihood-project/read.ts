import type { Finding } from '../../core/finding.ts';
import { FindingList, finding } from '../../core/finding-list.ts';
import { readForms } from '../../core/form/read-forms.ts';
import { metadataOf } from '../cover.ts';
import type { Draft, SourceTables } from '../kind.ts';
import { assemble, hasReport, nothingOf, type Programme, partsOf } from './assemble.ts';
import { livelihoodForms } from './forms.ts';
import { type Project, type ProjectType, titleOf } from './model.ts';
import { periodIn } from './period.ts';
import {
  duplicateProject,
  missingPeriodOfReport,
  missingType,
  missingYear,
  projectRules,
} from './rules/project-rules.ts';
import { summaryRules } from './rules/summary.ts';
import { totalRules } from './rules/totals.ts';
import { votesExceedVoters } from './rules/votes.ts';
import type { Sourced } from './sourced.ts';

const typeIn = (titles: readonly string[]): ProjectType | null => {
  if (titles.some((title) => /工作报告|任务分解|重点任务/.test(title))) return 'WORK_REPORT';
  return titles.some((title) => /民生|实事/.test(title)) ? 'LIVELIHOOD' : null;
};

const yearIn = (titles: readonly string[]): number | null => {
  const [year] = titles.flatMap((title) => /(?:^|\D)(20\d\d)(?:年|\D|$)/.exec(title)?.[1] ?? []);
  return year === undefined ? null : Number(year);
};

const periodOf = (titles: readonly string[]): string | null =>
  titles.map((title) => periodIn(title)).find((period) => period !== null) ?? null;

const noProject: Project = assemble({ type: 'LIVELIHOOD', year: 0, title: '', period: null }, nothingOf('')).project;

/** A table of projects, or the table of a quarter’s progress: each project a draft of its own. Never throws on bad data. */
export async function readLivelihoodProjects(source: SourceTables): Promise<Draft<Project>> {
  const { facts, titles, rows, totals, findings: problems, memory } = await readForms(source, livelihoodForms);
  const said = [facts.title ?? '', ...titles].filter((title) => title !== '');
  const type = facts.type ?? typeIn(said);
  const year = facts.year ?? yearIn(said);
  const programme: Programme = {
    type: type ?? 'LIVELIHOOD',
    year: year ?? 0,
    title: facts.title,
    period: facts.period ?? periodOf(said),
  };
  const findings = new FindingList();
  findings.addAll(problems);
  if (type === null) findings.add(missingType);
  if (year === null) findings.add(missingYear);
  const unclear = rows.projects.find(({ values }) => programme.period === null && hasReport(values));
  if (unclear) findings.add(missingPeriodOfReport(unclear));
  const parts = partsOf(rows);
  for (const {
    projects: [first, ...more],
  } of parts) {
    if (first) for (const row of more) findings.add(duplicateProject(row, first));
  }
  const sourced = parts.map((one) => assemble(programme, one));
  findings.addAll(totalRules(rows.projects, totals.projects));
  findings.addAll(summaryRules(rows.summary, totals.summary, sourced));
  if (parts.length === 0 && problems.every(({ severity }) => severity !== 'ERROR')) findings.add(noProjects);
  const draftOf = (one: Sourced): Draft<Project> => {
    const { metadata } = metadataOf(facts, { title: '', topic: null, subtopic: null });
    return {
      metadata: { ...metadata, title: titleOf(one.project) },
      content: one.project,
      findings: [...projectRules(one), ...votesExceedVoters(one, facts.voters)],
    };
  };
  const { metadata, findings: ofCover } = metadataOf(facts, { title: said[0] ?? '', topic: null, subtopic: null });
  const [first, ...others] = sourced.map(draftOf);
  const whole: readonly Finding[] = [...findings.all(), ...ofCover];
  if (!first) return { metadata, content: noProject, findings: whole, memory };
  return { ...first, findings: [...whole, ...first.findings], memory, others };
}

const noProjects = finding(
  'no-projects',
  'ERROR',
  {},
  ['没有读到任何项目。', 'There is no project in it.'],
  ['请在表中写明项目名称；只有汇总表时请一并附上项目表。', 'Name the projects; a summary alone is no record.'],
);
