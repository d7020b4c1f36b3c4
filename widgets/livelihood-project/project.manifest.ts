import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  summary: '一个民生实事项目 One livelihood project',
  description:
    '一个民生实事项目或工作报告任务：目标、什么时候完成、完成多少、时间节点、历期进展、资金、地点和现场照片。' +
    'One livelihood project or task: its target, when it will be done, how far it is, milestones, reports by quarter, funds, places and photos.',
  example: { project: '起凤镇中心小学扩建工程', year: '2024' },
  attributes: {
    project: {
      type: 'string',
      label: { zh: '项目', en: 'Project' },
      isRequired: true,
      description: '项目：索引号或名称，如“付庙村道路改造”。The project, by its index number or its name.',
    },
    year: {
      type: 'number',
      label: { zh: '年度', en: 'Year' },
      description:
        '项目年度；同名项目有几年的，不写时取最近一年。Its year; of several of one name the latest without it.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
