import { firstRow, printForm } from '../../../core/form/print-forms.ts';
import type { PrintedSheet } from '../../../core/printed-sheet.ts';
import type { Draft, SampleFile, SampleOptions } from '../../kind.ts';
import { type Expected, type Fault, sampleFilesOf } from '../../sample-files.ts';
import { livelihoodForms } from '../forms.ts';
import type { Progress, Project } from '../model.ts';
import { printProjects } from '../print.ts';
import { sampleProjects } from './projects.ts';

const progressSheet = livelihoodForms.forms.progress.label.zh;
const projectSheet = livelihoodForms.forms.projects.label.zh;

type Planted = { readonly project: Project; readonly expected: Expected } | null;

/** Plants an error in the content of a record; what must be found stands in the printed tables. */
const inProject = (name: string, spoil: (project: Project) => Planted): Fault<Project> => ({
  name,
  plant: (draft) => {
    const planted = spoil(draft.content);
    return planted && { sheets: printProjects({ ...draft, content: planted.project }), expected: planted.expected };
  },
});

const at = (rule: string, sheet: string, row: number): Expected[number] => ({ rule, sheet, row });

/** Changes the report of a quarter, by its place; null in a record that cannot have this error. */
const inReport = (
  name: string,
  rule: string,
  index: number,
  change: (report: Progress, project: Project) => Partial<Progress> | null,
): Fault<Project> =>
  inProject(name, (project) => {
    const report = project.progress[index];
    const changed = report && change(report, project);
    if (!report || !changed) return null;
    const progress = project.progress.map((one, position) => (position === index ? { ...one, ...changed } : one));
    return { project: { ...project, progress }, expected: [at(rule, progressSheet, firstRow + index)] };
  });

/** Prints a record with one more or one less thing in its sheets. */
const inSheets = (
  name: string,
  change: (sheets: readonly PrintedSheet[], draft: Draft<Project>) => readonly PrintedSheet[],
  expected: Expected,
): Fault<Project> => ({ name, plant: (draft) => ({ sheets: change(printProjects(draft), draft), expected }) });

const withCell = (sheets: readonly PrintedSheet[], name: string, label: string, text: string): PrintedSheet[] =>
  sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const header = sheet.rows[firstRow - 2] ?? [];
    const column = header.findIndex(
      (cell) => cell !== null && typeof cell === 'object' && 'bold' in cell && cell.bold === label,
    );
    const rows = sheet.rows.map((row, index) =>
      index === firstRow - 1
        ? header.map((_, position) => (position === column ? text : (row[position] ?? null)))
        : row,
    );
    return { ...sheet, rows };
  });

const summary = livelihoodForms.forms.summary;

const faults: readonly Fault<Project>[] = [
  inReport('percentage', 'percentage-differs', 1, ({ rate }) => (rate === null ? null : { rate: '99.9' })),
  inReport('decrease', 'progress-decreased', 3, ({ status }, { nature }) =>
    status === 'IN_PROGRESS' && nature === 'CONSTRUCTION'
      ? { quantity: '0', rate: '0.0', invested: null, investedRate: null }
      : null,
  ),
  inReport('status-word', 'unknown-status', 0, () => ({ statusWord: '甲乙丙丁', status: null, pace: null })),
  inProject('missing-quarter', (project) => ({
    project: { ...project, progress: project.progress.filter((_, index) => index !== 1) },
    expected: [at('missing-period', progressSheet, firstRow + 1)],
  })),
  inProject('two-quarters', (project) => ({
    project: { ...project, progress: project.progress.filter((_, index) => index === 0 || index === 3) },
    expected: [at('overdue-report', progressSheet, firstRow + 1)],
  })),
  inProject('same-quarter-twice', (project) => ({
    project: {
      ...project,
      progress: project.progress.flatMap((report, index) => (index === 0 ? [report, report] : [report])),
    },
    expected: [at('duplicate-period', progressSheet, firstRow + 1)],
  })),
  inProject('completed-without-a-day', (project) =>
    project.completedOn === null || project.nature === 'POLICY'
      ? null
      : {
          project: { ...project, completedOn: null, acceptance: null },
          expected: [at('completed-without-evidence', progressSheet, firstRow + 3)],
        },
  ),
  inProject('policy-that-is-built', (project) =>
    project.nature === 'POLICY'
      ? {
          project: { ...project, startedOn: project.dueOn, completedOn: null },
          expected: [at('policy-construction', projectSheet, firstRow)],
        }
      : null,
  ),
  inProject('days-reversed', (project) =>
    project.startedOn !== null && project.completedOn !== null
      ? {
          project: { ...project, startedOn: project.completedOn, completedOn: project.startedOn },
          expected: [at('completed-before-start', projectSheet, firstRow)],
        }
      : null,
  ),
  inProject('due-unclear', (project) => ({
    project: { ...project, dueWord: '长期坚持' },
    expected: [at('due-unclear', projectSheet, firstRow)],
  })),
  inProject('funds', (project) =>
    project.funds.length === 0
      ? null
      : {
          project: { ...project, funds: project.funds.slice(1) },
          expected: [at('funds-differ', projectSheet, firstRow)],
        },
  ),
  inProject('paid-too-much', (project) => {
    const [first, ...others] = project.funds;
    return first?.planned == null || first.planned === null
      ? null
      : {
          project: { ...project, funds: [{ ...first, paid: project.totalInvestment }, ...others] },
          expected: [at('paid-exceeds-plan', projectSheet, firstRow)],
        };
  }),
  inProject('incomplete-report', (project) =>
    project.type === 'WORK_REPORT'
      ? {
          project: {
            ...project,
            progress: project.progress.map((one, index) => (index === 2 ? { ...one, results: null } : one)),
          },
          expected: [at('incomplete-report', progressSheet, firstRow + 2)],
        }
      : null,
  ),
  inSheets('not-a-day', (sheets) => withCell(sheets, projectSheet, '完成日期', '年底前'), [
    at('not-a-day', projectSheet, firstRow),
  ]),
  inSheets('not-a-number', (sheets) => withCell(sheets, progressSheet, '累计完成量', '约半'), [
    at('not-a-number', progressSheet, firstRow),
  ]),
  inSheets('summary', (sheets) => [...sheets, printForm(summary, [{ label: '已取消', count: 1 }])], [
    at('counts-differ', summary.label.zh, firstRow),
  ]),
  {
    name: 'same-project-twice',
    plant: (draft) => ({
      sheets: printProjects(draft, [
        draft.content,
        { ...draft.content, targets: [], milestones: [], funds: [], progress: [], photos: [] },
      ]),
      expected: [at('duplicate-project', projectSheet, firstRow + 1)],
    }),
  },
];

/** Sample projects as their department's files, and the errors planted in some of them. */
export const sampleFiles = (options: SampleOptions & { readonly faults: boolean }): Generator<SampleFile> =>
  sampleFilesOf(sampleProjects(options), (draft) => printProjects(draft), options.faults ? faults : []);
