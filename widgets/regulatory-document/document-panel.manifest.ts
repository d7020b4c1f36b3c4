import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'DocumentPanel',
  summary: '一份政策文件 One policy document',
  description:
    '一份文件的元数据、正文、责任单位、相关文件、解读、下载和引用。写文号、索引号或标识之一。' +
    'Metadata, text, responsible organs, relations, interpretations, downloads and citation. Name it by one of three attributes.',
  attributes: {
    number: { type: 'string', description: '文号，如 桓政办字〔2021〕29号。Document number.' },
    'index-number': { type: 'string', description: '索引号 Index number' },
    'document-id': { type: 'string', description: '平台给的标识 Identifier given by the platform' },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    facts: '元数据 Metadata',
    body: '正文 Text',
    relations: '相关文件 Related documents',
    interpretations: '政策解读 Interpretations',
    downloads: '下载 Downloads',
    citation: '引用 Citation',
  },
};
