import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  summary: '一个机构的公开情况 What one organization discloses',
  description:
    '一个机构公开了什么、各种类多少件、最近何时更新，以及到期未公开或逾期的：预决算的表、预案评估、项目、解读、依据已失效的文件。' +
    'What an organization has published by kind, when last, and what is missing or overdue: tables of budgets, assessments of plans, projects, interpretations, documents whose basis is gone.',
  example: { organization: '县财政局' },
  attributes: {
    organization: {
      type: 'string',
      label: { zh: '机构', en: 'Organization' },
      isRequired: true,
      description: '机构：统一社会信用代码或名称，如“县财政局”。The body, by credit code or any written name.',
    },
    years: {
      type: 'number',
      label: { zh: '年数', en: 'Years' },
      default: '3',
      description: '查最近几年的预决算，1–10。Budgets of how many years.',
    },
    'valid-on': {
      type: 'date',
      label: { zh: '判定日期', en: 'Judged on' },
      description: '按这一天判断是否到期，默认今天。Judge on this day what is due; today by default.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
