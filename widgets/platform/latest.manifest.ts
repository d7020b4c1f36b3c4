import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { kindChoices } from './kinds.ts';

export const descriptor: PanelDescriptor = {
  summary: '最新公开 What was published last',
  description:
    '最近公开了什么：发布、更新、更正、撤回，各在哪一天，取自透明日志。' +
    'What happened last: published, updated, corrected, withdrawn, and on which day; from the log of publications.',
  attributes: {
    kind: {
      type: 'string',
      label: { zh: '种类', en: 'Kind' },
      choices: kindChoices,
      takesOthers: true,
      description: '只列这些种类，多个用逗号，如 budget,emergency-plan。Only these kinds; several with commas.',
    },
    organization: {
      type: 'string',
      label: { zh: '机构', en: 'Organization' },
      description: '只列这个机构的：名称或信用代码。Only of this organization, by name or credit code.',
    },
    first: {
      type: 'number',
      label: { zh: '条数', en: 'How many' },
      default: '10',
      description: '列几条 1–20。How many are listed.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
