import { commonAttributes, commonParts, type PanelDescriptor, turningAttributes } from '../core/descriptor.ts';
import { genreChoices, topicChoices, validityChoices } from './documents.offered.ts';

export const descriptor: PanelDescriptor = {
  summary: '政策文件列表 A list of policy documents',
  description:
    '可搜索、按有效性、主题和年份筛选、翻页的政策文件列表，每件标明现行有效、失效或已废止。' +
    'A list of policy documents with search, filters and pages; each says whether it is in force.',
  attributes: {
    topic: {
      type: 'string',
      label: { zh: '主题分类', en: 'Topic' },
      choices: topicChoices,
      takesOthers: true,
      description: '只列这个主题分类（代码）。Only this topic (code); several with commas.',
    },
    genre: {
      type: 'string',
      label: { zh: '文种', en: 'Genre' },
      choices: genreChoices,
      takesOthers: true,
      description: '只列这个文种（代码）。Only this genre (code); several with commas.',
    },
    publisher: {
      type: 'string',
      label: { zh: '发布机构', en: 'Publisher' },
      description:
        '只列这个机构（统一社会信用代码或名称）公开的文件。Only what this organization published, by credit code or any written name.',
    },
    search: {
      type: 'string',
      label: { zh: '检索词', en: 'Words' },
      description: '预先填好的搜索词，读者可改。Words to begin the search with.',
    },
    validity: {
      type: 'string',
      label: { zh: '有效性', en: 'Validity' },
      choices: validityChoices,
      takesOthers: true,
      description: '只列这种有效性，如 IN_FORCE。Only documents of this validity; several with commas.',
    },
    year: {
      type: 'number',
      label: { zh: '文号年份', en: 'Year of the number' },
      description: '只列文号为这一年的。Only those numbered in this year; several with commas.',
    },
    'valid-on': {
      type: 'date',
      label: { zh: '判定日期', en: 'Judged on' },
      description: '有效性按这一天判定，如 2021-07-15；默认今天。Judge validity on this day; today by default.',
    },
    'page-size': {
      type: 'number',
      label: { zh: '每页件数', en: 'On one page' },
      default: '10',
      description: '每页件数 1–20。Documents on one page.',
    },
    ...turningAttributes,
    page: {
      type: 'number',
      label: { zh: '第几页', en: 'Page' },
      isOffered: false,
      description: '翻到第几页，由面板自己写。Number of that page; the panel writes it itself.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
