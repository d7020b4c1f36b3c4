import { countyLevels, stageChoices } from '../budget/budget.offered.ts';
import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { projectTypes } from '../livelihood-project/projects.categories.ts';

export const descriptor: PanelDescriptor = {
  summary: '句中的一个数 One number in a sentence',
  description:
    '一个数，写在句子里，附单位、出处和日期，随平台更新；写 as-of 则固定在那一时刻。' +
    'One number inside a sentence, with its unit, source and date; it follows the platform, or with as-of stays as it was.',
  example: { of: 'budget', organization: '县财政局', year: '2024' },
  isInline: true,
  attributes: {
    of: {
      type: 'string',
      label: { zh: '取数的面板', en: 'Panel' },
      isRequired: true,
      choices: [
        { value: 'budget', zh: '预算与决算', en: 'Budget and final accounts' },
        { value: 'documents', zh: '政策文件', en: 'Policy documents' },
        { value: 'projects', zh: '民生实事', en: 'Livelihood projects' },
        { value: 'emergency', zh: '预警和应急响应', en: 'Warnings and responses' },
        { value: 'emergency-plan', zh: '应急预案', en: 'Emergency plans' },
      ],
      description:
        '取哪个面板的数：budget、documents、projects、emergency 或 emergency-plan。The panel whose number it is.',
    },
    value: {
      type: 'string',
      label: { zh: '哪个数', en: 'Which number' },
      default: 'total',
      description:
        '哪个数，单位随它（金额是万元，英文面板里是元）：budget 写 total（支出合计）或科目代码如 205；documents 写 total、in-force（现行有效）、lapsed（失效）、repealed（已废止），件；projects 写 total、done（已完成）、overdue（逾期），项，或 planned（计划投资）、invested（完成投资）；emergency-plan 写 total、current（现行有效）、overdue（评估超期），件；emergency 写 total，项。' +
        'Which number, with its unit (money in 万元, ten thousand yuan; in yuan where the panel speaks English): of a budget total or a code such as 205; of documents total, in-force, lapsed, repealed; of projects total, done, overdue, or planned, invested; of emergency-plan total, current, overdue; of emergency total.',
    },
    organization: {
      type: 'string',
      label: { zh: '机构', en: 'Organization' },
      description:
        '哪个机构，名称或信用代码：预决算的机构、文件和预案的发布机构、项目的牵头单位。Whose: the body of a budget, the publisher, the unit that leads.',
    },
    year: {
      type: 'number',
      label: { zh: '年度', en: 'Year' },
      description:
        '哪一年；预决算必写，项目不写时为最近一年。Which year; a budget needs it, of projects it is the newest without it.',
    },
    stage: {
      type: 'string',
      label: { zh: '阶段', en: 'Stage' },
      choices: stageChoices,
      takesOthers: true,
      default: 'FINAL_ACCOUNTS',
      description: '预决算的阶段：BUDGET（预算）或 FINAL_ACCOUNTS（决算）。Budget or final accounts.',
    },
    level: {
      type: 'string',
      label: { zh: '层级', en: 'Level' },
      choices: [
        ...countyLevels,
        { value: 'DEPARTMENT', zh: '部门', en: 'A department' },
        { value: 'UNIT', zh: '单位', en: 'A unit' },
        { value: 'TOWN', zh: '乡镇（街道）', en: 'A town' },
      ],
      description:
        '政府预决算的层级：COUNTY_TOTAL（全县）或 COUNTY_OWN（县本级）。Level of a government’s budget: the whole county or its own.',
    },
    type: {
      type: 'string',
      label: { zh: '项目种类', en: 'Sort of projects' },
      choices: projectTypes,
      default: 'LIVELIHOOD',
      description:
        '哪些项目：LIVELIHOOD（民生实事）、WORK_REPORT（政府工作报告任务）或 ALL；与 gk-projects 相同。Which projects, as in gk-projects: livelihood, tasks of the work report, or all.',
    },
    place: {
      type: 'string',
      label: { zh: '地方', en: 'Place' },
      description: '只看这里的预警和响应，名称或代码。Only what is in force here.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
