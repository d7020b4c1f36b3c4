import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { categories, projectTypes } from './projects.categories.ts';

export const descriptor: PanelDescriptor = {
  summary: '民生实事进展 Progress of livelihood projects',
  description:
    '一年的民生实事项目：对照公布时的目标完成了多少、哪些滞后、什么时候完成；可按镇（街道）、类别、牵头单位和完成情况筛选，也可以问“我们村的路什么时候修好”。' +
    'Livelihood projects of a year: how far they are against the target first published, which are behind, and when they will be done; by town, category, unit and state, or by words such as a village and “road”.',
  attributes: {
    year: {
      type: 'number',
      label: { zh: '年度', en: 'Year' },
      description: '年度，如 2024；不写时为最近一年。Year; the latest without it.',
    },
    town: {
      type: 'string',
      label: { zh: '镇（街道）', en: 'Town' },
      description: '镇（街道）：名称或代码，如“起凤镇”。A town, by any written name or its code.',
    },
    place: {
      type: 'string',
      label: { zh: '地方', en: 'Place' },
      description: '村、社区或其他地点，如“付庙村”。A village, community or other place.',
    },
    q: { type: 'string', label: { zh: '检索词', en: 'Words' }, description: '检索词，如“道路”。Words to look for.' },
    search: {
      type: 'string',
      label: { zh: '检索词', en: 'Words' },
      isOffered: false,
      description: '同 q，为以前的标签保留。The same as q, kept for tags pasted before.',
    },
    category: {
      type: 'string',
      label: { zh: '类别', en: 'Category' },
      choices: categories,
      description: '类别代码，如 TRANSPORT 交通出行、HOUSING 住房。Code of the category, such as TRANSPORT or HOUSING.',
    },
    unit: {
      type: 'string',
      label: { zh: '牵头单位', en: 'Lead unit' },
      description: '牵头单位：名称或统一社会信用代码。The unit that leads, by any written name or its credit code.',
    },
    type: {
      type: 'string',
      label: { zh: '项目类型', en: 'Type' },
      choices: projectTypes,
      default: 'LIVELIHOOD',
      description:
        'LIVELIHOOD 民生实事，WORK_REPORT 政府工作报告任务，ALL 两者。Livelihood projects, tasks of the work report, or both.',
    },
    status: {
      type: 'string',
      label: { zh: '完成情况', en: 'State' },
      choices: [
        { value: 'overdue', zh: '逾期未完成', en: 'Overdue' },
        { value: 'behind', zh: '未到期而进度滞后', en: 'Behind plan' },
        { value: 'unfinished', zh: '未完成', en: 'Unfinished' },
        { value: 'completed', zh: '已完成', en: 'Completed' },
      ],
      description:
        '只列这样的：overdue 逾期未完成、behind 未到期而进度滞后、unfinished 未完成、completed 已完成。Only those overdue, behind plan and not yet due, unfinished or completed.',
    },
    'page-size': {
      type: 'number',
      label: { zh: '每页件数', en: 'On one page' },
      default: '10',
      description: '每页几项，1–50。How many on a page.',
    },
    page: {
      type: 'number',
      label: { zh: '第几页', en: 'Page' },
      isOffered: false,
      default: '1',
      description: '第几页。Which page.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
