import type { Language } from '../core/language.ts';

interface DocumentsWords {
  readonly title: string;
  readonly form: string;
  readonly search: string;
  readonly searchHint: string;
  readonly topic: string;
  readonly validity: string;
  readonly year: string;
  readonly all: string;
  readonly option: (label: string, count: number) => string;
  readonly onDay: (day: string) => string;
  readonly or: string;
  readonly conditions: {
    readonly validity: (validity: string, day: string) => string;
    readonly topic: (topic: string) => string;
    readonly genre: (genre: string) => string;
    readonly year: (year: string) => string;
    readonly publisher: (publisher: string) => string;
    readonly search: (search: string) => string;
  };
  readonly count: (total: number, conditions: readonly string[]) => string;
  readonly place: (first: number, last: number) => string;
  readonly noNumber: string;
  readonly nothingMatches: string;
  readonly nothingYet: string;
  readonly allOnPlatform: string;
  readonly bothWays: string;
  readonly stop: string;
}

const chinese: DocumentsWords = {
  title: '政策文件',
  form: '查找政策文件',
  search: '标题、文号或正文里的词',
  searchHint: '如：义务教育、29号',
  topic: '主题',
  validity: '有效性',
  year: '年份',
  all: '全部',
  option: (label, count) => `${label}（${count}）`,
  onDay: (day) => `有效性按${day}判定。`,
  or: '或',
  conditions: {
    validity: (validity, day) => `${day}${validity}`,
    topic: (topic) => `主题为“${topic}”`,
    genre: (genre) => `文种为${genre}`,
    year: (year) => `文号为${year}年`,
    publisher: (publisher) => `由${publisher}公开`,
    search: (search) => `含“${search}”`,
  },
  count: (total, conditions) =>
    conditions.length === 0 ? `共 ${total} 件政策文件` : `${conditions.join('、')}的政策文件共 ${total} 件`,
  place: (first, last) => (first === last ? `，这是第 ${first} 件` : `，这是第 ${first} 至 ${last} 件`),
  noNumber: '无文号',
  nothingMatches: '没有符合条件的政策文件。可以换一个词，或减少条件。',
  nothingYet: '这里还没有公开的政策文件；公开后会自动出现在这里。',
  allOnPlatform: '在平台上查看全部文件',
  bothWays: '标签上的 after 和 before 只能写一个；这两个属性由面板自己写，可以都删去。',
  stop: '。',
};

const english: DocumentsWords = {
  title: 'Policy documents',
  form: 'Find policy documents',
  search: 'Words of the title, number or text',
  searchHint: 'For example 义务教育 or 29号',
  topic: 'Topic',
  validity: 'Validity',
  year: 'Year',
  all: 'All',
  option: (label, count) => `${label} (${count})`,
  onDay: (day) => `Validity is judged on ${day}.`,
  or: ' or ',
  conditions: {
    validity: (validity, day) => `${validity.toLowerCase()}${day === '' ? '' : ` on ${day}`}`,
    topic: (topic) => `topic ${topic}`,
    genre: (genre) => `genre ${genre}`,
    year: (year) => `numbered in ${year}`,
    publisher: (publisher) => `published by ${publisher}`,
    search: (search) => `with “${search}”`,
  },
  count: (total, conditions) =>
    `${total} policy ${total === 1 ? 'document' : 'documents'}${conditions.length === 0 ? '' : ` (${conditions.join(', ')})`}`,
  place: (first, last) => (first === last ? `, number ${first} shown` : `, ${first} to ${last} shown`),
  noNumber: 'No number',
  nothingMatches: 'No policy document matches. Try another word, or fewer conditions.',
  nothingYet: 'No policy document has been published here yet. It will appear here as soon as one is.',
  allOnPlatform: 'All documents on the platform',
  bothWays: 'Only one of after and before may stand on the tag; the panel writes them itself, and both may be deleted.',
  stop: '.',
};

export const documentsWords = (language: Language): DocumentsWords => (language === 'en' ? english : chinese);
