import { printForms, templateSheets } from '../../core/form/print-forms.ts';
import type { PrintedSheet } from '../../core/printed-sheet.ts';
import { coverOf } from '../cover.ts';
import type { Draft, Template } from '../kind.ts';
import { livelihoodForms } from './forms.ts';
import type { Project } from './model.ts';

const unitNames = ({ units }: Project, role: 'LEAD' | 'SUPPORT'): readonly string[] | null => {
  const names = units.filter((unit) => unit.role === role).map(({ name }) => name);
  return names.length > 0 ? names : null;
};

/** The tables of some projects, as their department would fill them in; all of one programme. */
export function printProjects(draft: Draft<Project>, projects: readonly Project[] = [draft.content]): PrintedSheet[] {
  const { type, year, programme } = draft.content;
  return printForms(
    livelihoodForms,
    { ...coverOf(draft.metadata), title: programme, type, year },
    {
      projects: projects.map((project) => ({
        ...project,
        category: project.categoryWord,
        lead: unitNames(project, 'LEAD'),
        support: unitNames(project, 'SUPPORT'),
        due: project.dueWord,
        quantity: null,
        rate: null,
        invested: null,
        investedRate: null,
        status: null,
        text: null,
        results: null,
        problems: null,
        nextSteps: null,
        reason: null,
      })),
      targets: projects.flatMap(({ name, targets }) =>
        targets.map((target) => ({ ...target, name, indicator: target.name })),
      ),
      milestones: projects.flatMap(({ name, milestones }) =>
        milestones.map((one) => ({ name, milestone: one.name, due: one.dueWord, doneOn: one.doneOn })),
      ),
      funds: projects.flatMap(({ name, funds }) => funds.map((fund) => ({ ...fund, name }))),
      progress: projects.flatMap(({ name, progress }) =>
        progress.map(({ quantity, unit, statusWord, ...report }) => ({
          ...report,
          name,
          status: statusWord,
          quantity: quantity === null ? null : { quantity, unit },
        })),
      ),
      photos: projects.flatMap(({ name, photos }) =>
        photos.map((photo) => ({ name, file: photo.name, caption: photo.caption, takenOn: photo.takenOn })),
      ),
    },
  );
}

const notes: readonly string[] = [
  '1. 年初填“项目表”“量化目标”“时间节点”“资金安排”，公布后目标即冻结，不再改动。',
  '2. 每季度（或每月）只填“进展情况”：一个项目一行，写明期次；数字均为年初以来累计。',
  '3. 项目名称各表一致、各期一致，进展才能接续到同一项目。',
  '4. 建设地点写到镇（街道）、村（社区），如“起凤镇付庙村”，群众按镇名查询。',
  '5. 政府工作报告任务每季度都要填工作进展、工作成效、下一步举措。',
  '6. 不需要的表可以删去；列名不要改。先校核：在发布台“导入”页选“只校核”，或在命令行 gongkai import livelihood-project 文件.xlsx --dry-run。',
];

export const templates: readonly Template[] = [
  {
    name: 'projects',
    label: { zh: '民生实事与工作报告任务模板', en: 'Template for projects and their progress' },
    sheets: () => templateSheets(livelihoodForms, notes),
  },
];
