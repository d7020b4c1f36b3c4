import { wordsAround } from '../../../widgets/core/around.ts';
import type { PanelLanguage } from '../../../widgets/core/document.ts';
import { formatInstant, formatInstantDay } from '../../../widgets/core/format.ts';
import type { Language } from '../../../widgets/core/language.ts';
import { traditional } from '../../core/chinese.ts';

/** Under what the data may be used, said on everything that leaves. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

const chinese = {
  colon: '：',
  listed: '、',
  source: '来源',
  published: '发布',
  updated: '更新',
  asOf: '截至',
  link: '链接',
  licence: '数据许可',
  terms: '许可全文',
  notes: '说明',
  sample: '示例',
  sampleHint: '示例数据，不是真实公文',
  edition: '版次',
  indexNumber: '索引号',
  digest: '摘要值',
  citation: '引用',
  files: '下载',
  picture: '图片',
  whole: '在平台上查看全文',
  all: '在平台上查看全部',
  open: '打开面板页',
  status: '状态',
  title: '标题',
  facts: '要点',
  figures: '数字',
  item: '项目',
  content: '内容',
  value: '数值',
  unit: '单位',
  remark: '备注',
  progress: '进度',
  excerpt: '摘录',
  steps: '步骤',
  step: '节点',
  time: '时间',
  number: '编号',
  heading: '标题',
  text: '正文',
  list: '列表',
  unlabelled: '图上未写名称的',
  before: '上期',
  choose: '查看',
  previous: '上一页',
  next: '下一页',
  nothing: '没有表格',
};

type Words = typeof chinese;

const english: Words = {
  colon: ': ',
  listed: ', ',
  source: 'Source',
  published: 'Published',
  updated: 'Updated',
  asOf: 'As of',
  link: 'Link',
  licence: 'Licence',
  terms: 'Terms',
  notes: 'Notes',
  sample: 'Sample',
  sampleHint: 'Sample data, not real documents',
  edition: 'Edition',
  indexNumber: 'Index number',
  digest: 'Digest',
  citation: 'Citation',
  files: 'Download',
  picture: 'Picture',
  whole: 'Read it whole on the platform',
  all: 'See all on the platform',
  open: 'Open this panel',
  status: 'State',
  title: 'Title',
  facts: 'Facts',
  figures: 'Figures',
  item: 'Item',
  content: 'Content',
  value: 'Value',
  unit: 'Unit',
  remark: 'Note',
  progress: 'Progress',
  excerpt: 'Excerpt',
  steps: 'Steps',
  step: 'Step',
  time: 'Time',
  number: 'Number',
  heading: 'Heading',
  text: 'Text',
  list: 'List',
  unlabelled: 'Without a name in the drawing',
  before: 'before',
  choose: 'Show',
  previous: 'Previous page',
  next: 'Next page',
  nothing: 'No table',
};

/** What is called otherwise in Taiwan, of the words that stand around what is disclosed; that stays as it was issued. */
const inTaiwan: Readonly<Record<string, string>> = { 链接: '連結', 打印: '列印', 数据: '資料' };

const asInTaiwan = (word: string): string =>
  traditional(word.replace(/链接|打印|数据/g, (known) => inTaiwan[known] ?? known));

const converted = Object.fromEntries(Object.entries(chinese).map(([name, word]) => [name, asInTaiwan(word)])) as Words;

/** Words that stand around every panel, in its language. */
export const wordsOf = (lang: PanelLanguage): Words => {
  if (lang === 'en') return english;
  return lang === 'zh-TW' ? converted : chinese;
};

const aroundConverted = Object.fromEntries(
  Object.entries(wordsAround('zh-CN')).map(([name, word]) => [name, asInTaiwan(word)]),
);

/** The words a panel draws around a document, in its language. */
export const aroundIn = (lang: PanelLanguage): Readonly<Record<string, string>> =>
  lang === 'zh-TW' ? aroundConverted : wordsAround(lang);

/** A sentence written in Chinese and English, in the language of a panel. */
export const inLanguage = (lang: PanelLanguage, zh: string, en: string): string => {
  if (lang === 'en') return en;
  return lang === 'zh-TW' ? asInTaiwan(zh) : zh;
};

/** The language in which days are spelled. */
export const spelling = (lang: PanelLanguage): Language => (lang === 'en' ? 'en' : 'zh-CN');

/** When a document holds: the day it is asked on, or the very instant it was asked for. */
export const heldAt = ({ asOf, lang }: { asOf: string | null; lang: PanelLanguage }, now: Date): string =>
  asOf === null ? formatInstantDay(now.toISOString(), spelling(lang)) : formatInstant(asOf, spelling(lang));

const reordering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text that reads as it is written: without marks that turn the order of characters or that no document may hold, in one line. */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(reordering, '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .trim();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A plain text inside XML. */
export const xml = (text: string): string => plain(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** An address that leads somewhere; a script is none. */
export const soundHref = (href: string | undefined): string | undefined =>
  href !== undefined && /^(https?:\/\/|\/(?!\/))/i.test(href) ? href : undefined;
