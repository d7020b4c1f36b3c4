import { commonAttributes, commonParts, type PanelDescriptor, turningAttributes } from '../core/descriptor.ts';
import { kindChoices } from './kinds.ts';

export const descriptor: PanelDescriptor = {
  summary: '在全部公开信息中查找 Search in all that is published',
  description:
    '一个词查遍各种类的公开信息，每条标明种类；没有写词时列最新公开的。' +
    'Searches every kind at once, each result with its kind; without a word the newest are listed.',
  example: { q: '教育' },
  attributes: {
    q: {
      type: 'string',
      label: { zh: '检索词', en: 'Words' },
      description: '要找的词，读者可改。Words to find; readers may change them.',
    },
    kind: {
      type: 'string',
      label: { zh: '种类', en: 'Kind' },
      choices: kindChoices,
      takesOthers: true,
      description: '只找这些种类，多个用逗号，如 budget,emergency-plan。Only these kinds; several with commas.',
    },
    organization: {
      type: 'string',
      label: { zh: '机构', en: 'Organization' },
      description: '只找这个机构公开的：名称或信用代码。Only what this organization published, by name or credit code.',
    },
    'page-size': {
      type: 'number',
      label: { zh: '每页件数', en: 'On one page' },
      default: '10',
      description: '每页件数 1–20。Results on one page.',
    },
    ...turningAttributes,
    ...commonAttributes,
  },
  parts: commonParts,
};
