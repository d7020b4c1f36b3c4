import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  summary: '一份政策文件 One policy document',
  description:
    '一份文件：在某一天是否有效、元数据、正文、解读、相关文件、下载和引用。写文号、索引号或标识之一。' +
    'One document: whether it holds on a day, its data, text, interpretation, relations, downloads and citation. Name it by one of three attributes.',
  example: { number: '桓政字〔2023〕48号' },
  attributes: {
    number: {
      type: 'string',
      label: { zh: '文号', en: 'Document number' },
      description: '文号，如 桓政办字〔2021〕29号。Document number.',
    },
    'index-number': { type: 'string', label: { zh: '索引号', en: 'Index number' }, description: '索引号 Index number' },
    'document-id': {
      type: 'string',
      label: { zh: '文件标识', en: 'Identifier' },
      description: '平台给的标识 Identifier given by the platform',
    },
    'valid-on': {
      type: 'date',
      label: { zh: '判定日期', en: 'Judged on' },
      description: '有效性按这一天判定，如 2021-07-15；默认今天。Judge validity on this day; today by default.',
    },
    search: {
      type: 'string',
      label: { zh: '检索词', en: 'Words' },
      description: '在正文里查找的词。Words to find in its text.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
