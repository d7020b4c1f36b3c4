import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'SchoolFinderPanel',
  summary: '查学区 Which school',
  description:
    '填写村、社区、小区或路名门牌，查对口学校、要带的材料和日期；没有划片或几处同名时照实说明。所填地址只用于查询，不保存。' +
    'Write a village, compound or road and number to see its school, what to bring and when. What is written is not stored.',
  attributes: {
    place: { type: 'string', description: '先查这个地方，如“周坊村”。Look this place up first.' },
    stage: {
      type: 'string',
      default: 'PRIMARY',
      description: '先查的学段：PRIMARY 小学或 JUNIOR 初中。Stage to begin with.',
    },
    year: { type: 'number', description: '招生年度；默认已公开的最近一年。Year; by default the newest published.' },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    form: '查询表单 The form',
    answer: '一句话的答案 The answer in a sentence',
    empty: '没有时的说明 What is said when there is nothing',
  },
};
