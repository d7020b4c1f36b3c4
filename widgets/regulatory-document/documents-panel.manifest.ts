import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'DocumentsPanel',
  summary: '政策文件列表 A list of policy documents',
  description:
    '可搜索、按主题和有效性筛选、翻页的政策文件列表。标签里的内容在脚本或平台不可用时保留。' +
    'A list with search, filters and paging. What stands inside the tag stays when the script or the platform is not available.',
  attributes: {
    topic: { type: 'string', description: '只列这个主题分类（代码）。Only this topic (code); several with commas.' },
    genre: { type: 'string', description: '只列这个文种（代码）。Only this genre (code); several with commas.' },
    publisher: {
      type: 'string',
      description:
        '只列这个机构（统一社会信用代码）公开的文件。Only what this organization published (its credit code).',
    },
    search: { type: 'string', description: '预先填好的搜索词，读者可改。Words to begin the search with.' },
    validity: {
      type: 'string',
      description: '只列这种有效性，如 IN_FORCE。Only documents of this validity; several with commas.',
    },
    'page-size': { type: 'number', default: '10', description: '每页件数 1–20。Documents on one page.' },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    controls: '搜索与筛选 Search and filters',
    list: '文件列表 The list',
    empty: '没有文件时的说明 What is said when there is nothing',
    paging: '翻页 Paging',
  },
};
