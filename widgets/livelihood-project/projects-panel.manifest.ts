import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'ProjectsPanel',
  summary: '民生实事进展 Progress of livelihood projects',
  description:
    '一年、一个镇或一个单位的民生实事项目和工作报告任务：完成多少、哪些滞后、何时完成。标签里的内容在脚本或平台不可用时保留。' +
    'Livelihood projects and tasks of a year, a town or a unit: how many are done, which are behind, when they are due. What stands inside the tag stays when the script or the platform is not available.',
  attributes: {
    year: { type: 'number', description: '年度，如 2024；不写时各年都列。Year; all years without it.' },
    town: {
      type: 'string',
      description: '镇（街道）：名称或代码，如“起凤镇”。A town, by any written name or its code.',
    },
    unit: {
      type: 'string',
      description: '牵头单位：名称或统一社会信用代码。The unit that leads, by any written name or its credit code.',
    },
    type: {
      type: 'string',
      description: 'LIVELIHOOD 只列民生实事，WORK_REPORT 只列工作报告任务。Only livelihood projects, or only tasks.',
    },
    search: { type: 'string', description: '只列含这些词的，如“道路”。Only those with these words.' },
    'page-size': { type: 'number', default: '10', description: '列几项 1–20。How many are listed.' },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    list: '项目列表 The list',
    empty: '没有项目时的说明 What is said when there is nothing',
  },
};
