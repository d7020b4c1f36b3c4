import type { Language } from '../core/language.ts';

export interface DocumentsMessages {
  readonly title: string;
  readonly searchLabel: string;
  readonly searchButton: string;
  readonly topic: string;
  readonly allTopics: string;
  readonly validity: string;
  readonly allValidities: string;
  readonly count: (total: number, shown: string) => string;
  readonly place: (first: string, last: string) => string;
  readonly paging: string;
  readonly previous: string;
  readonly next: string;
  readonly noNumber: string;
  readonly nothingMatches: string;
  readonly nothingYet: string;
  readonly nothingYetHint: string;
  readonly clear: string;
  readonly all: string;
}

const chinese: DocumentsMessages = {
  title: '政策文件',
  searchLabel: '标题、文号或正文里的词',
  searchButton: '搜索',
  topic: '主题',
  allTopics: '全部主题',
  validity: '有效性',
  allValidities: '全部',
  count: (_, shown) => `共 ${shown} 件`,
  place: (first, last) => `，第 ${first}–${last} 件`,
  paging: '翻页',
  previous: '上一页',
  next: '下一页',
  noNumber: '无文号',
  nothingMatches: '没有符合条件的文件。可以换一个词，或清除条件查看全部。',
  nothingYet: '这里还没有公开的文件。',
  nothingYetHint: '文件公开后会自动出现在这里。',
  clear: '清除条件，查看全部',
  all: '在平台上查看全部文件',
};

const english: DocumentsMessages = {
  title: 'Policy documents',
  searchLabel: 'Words of the title, number or text',
  searchButton: 'Search',
  topic: 'Topic',
  allTopics: 'All topics',
  validity: 'Validity',
  allValidities: 'All',
  count: (total, shown) => `${shown} ${total === 1 ? 'document' : 'documents'}`,
  place: (first, last) => `, ${first}–${last} shown`,
  paging: 'Pages',
  previous: 'Previous',
  next: 'Next',
  noNumber: 'No number',
  nothingMatches: 'No document matches. Try another word, or clear the filters to see all.',
  nothingYet: 'No document has been published here yet.',
  nothingYetHint: 'It will appear here as soon as one is published.',
  clear: 'Clear filters and show all',
  all: 'All documents on the platform',
};

export const documentsMessages = (language: Language): DocumentsMessages => (language === 'en' ? english : chinese);
