import type { Language } from '../core/language.ts';
import { quoted } from '../core/quoted.ts';

interface DocumentWords {
  readonly panel: string;
  readonly unnamed: string;
  readonly notFound: (name: string) => string;
  readonly noNumber: string;
  readonly named: (title: string, number: string) => string;
  readonly signed: (issuer: string, day: string) => string;
  readonly stands: (validity: string, day: string) => string;
  readonly repealed: (by: string) => string;
  readonly repealedUnknown: string;
  readonly amended: (by: string) => string;
  readonly lapsed: (day: string) => string;
  readonly notYet: (day: string) => string;
  readonly lapses: (day: string) => string;
  readonly lapsesSoon: (day: string, days: number) => string;
  readonly basisGone: (title: string, validity: string) => string;
  readonly form: string;
  readonly validOn: string;
  readonly validOnHint: string;
  readonly search: string;
  readonly found: (search: string, count: number) => string;
  readonly notFoundInText: (search: string) => string;
  readonly facts: Readonly<Record<Fact, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly presumed: (day: string) => string;
  readonly body: string;
  readonly responsible: (names: string) => string;
  readonly relations: string;
  readonly counted: (label: string, count: number) => string;
  readonly notHere: (title: string) => string;
  readonly statedIn: (marker: string) => string;
  readonly interpretations: string;
  readonly files: string;
  readonly edition: (number: number, note: string) => string;
  readonly between: string;
}

type Fact =
  | 'number'
  | 'registration'
  | 'issuer'
  | 'formedOn'
  | 'printedOn'
  | 'publishedOn'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'instrument'
  | 'genre'
  | 'rank'
  | 'topic'
  | 'eventClass'
  | 'indexNumber'
  | 'attribute'
  | 'addressees'
  | 'copiedTo'
  | 'summary'
  | 'edition'
  | 'citation'
  | 'download'
  | 'attachment';

const chinese: DocumentWords = {
  panel: '政策文件',
  unnamed:
    '标签上没有写明是哪一份文件；请写文号，例如 number="桓政办字〔2021〕29号"，或写 index-number、document-id 之一。',
  notFound: (name) => `平台上没有“${name}”这份文件：可能文号有误，也可能尚未公开。可以到平台上按标题查找。`,
  noNumber: '无文号',
  named: (title, number) => `${quoted(title)}（${number}）`,
  signed: (issuer, day) => `，${issuer}${day}成文`,
  stands: (validity, day) => `；截至${day}：${validity}。`,
  repealed: (by) => `本文件已被${quoted(by)}废止或代替。`,
  repealedUnknown: '本文件已废止。',
  amended: (by) => `本文件已被${quoted(by)}修改，请对照阅读。`,
  lapsed: (day) => `本文件的有效期到${day}为止，已经失效。`,
  notYet: (day) => `本文件自${day}起施行，还没有施行。`,
  lapses: (day) => `有效期至${day}。`,
  lapsesSoon: (day, days) => `有效期至${day}，还有 ${days} 天。`,
  basisGone: (title, validity) => `它所依据的${quoted(title)}${validity}。`,
  form: '查看某一天的有效性，或在正文里查找',
  validOn: '这一天是否有效',
  validOnHint: '不选日期时按今天',
  search: '在正文里查找',
  found: (search, count) => `正文里有“${search}”的共 ${count} 处`,
  notFoundInText: (search) => `正文里没有“${search}”。`,
  facts: {
    number: '文号',
    registration: '登记号',
    issuer: '发文机关',
    formedOn: '成文日期',
    printedOn: '印发日期',
    publishedOn: '发布日期',
    effectiveFrom: '施行日期',
    effectiveTo: '有效期至',
    instrument: '所印发的文件',
    genre: '文种',
    rank: '效力层级',
    topic: '主题分类',
    eventClass: '一类事',
    indexNumber: '索引号',
    attribute: '公开属性',
    addressees: '主送',
    copiedTo: '抄送',
    summary: '内容概述',
    edition: '版次',
    citation: '如何引用',
    download: '下载',
    attachment: '附件',
  },
  attributes: { PROACTIVE: '主动公开', ON_REQUEST: '依申请公开', WITHHELD: '不予公开' },
  presumed: (day) => `${day}（正文没有写明，按制定机关的规定推定）`,
  body: '正文',
  responsible: (names) => `责任单位：${names}`,
  relations: '相关文件',
  counted: (label, count) => `${label}（${count}）`,
  notHere: (title) => `${title}（本平台没有公开）`,
  statedIn: (marker) => `见${marker}`,
  interpretations: '政策解读',
  files: '引用与下载',
  edition: (number, note) => `第 ${number} 版${note === '' ? '' : `：${note}`}`,
  between: '、',
};

const english: DocumentWords = {
  panel: 'Policy document',
  unnamed:
    'The tag does not say which document; give its number, such as number="桓政办字〔2021〕29号", or one of index-number and document-id.',
  notFound: (name) =>
    `The platform has no document “${name}”: the number may be wrong, or it is not published yet. Try its title on the platform.`,
  noNumber: 'no number',
  named: (title, number) => `“${title}” (${number})`,
  signed: (issuer, day) => `, signed by ${issuer} on ${day}`,
  stands: (validity, day) => `; as of ${day}: ${validity.toLowerCase()}.`,
  repealed: (by) => `This document has been repealed or replaced by “${by}”.`,
  repealedUnknown: 'This document has been repealed.',
  amended: (by) => `This document has been amended by “${by}”; read both.`,
  lapsed: (day) => `This document was in force until ${day} and has lapsed.`,
  notYet: (day) => `This document comes into force on ${day}; it is not in force yet.`,
  lapses: (day) => `In force until ${day}.`,
  lapsesSoon: (day, days) => `In force until ${day}, for ${days} more ${days === 1 ? 'day' : 'days'}.`,
  basisGone: (title, validity) => `“${title}”, on which it rests: ${validity.toLowerCase()}.`,
  form: 'See whether it holds on a day, or find words in its text',
  validOn: 'Does it hold on this day',
  validOnHint: 'today unless a day is chosen',
  search: 'Find in the text',
  found: (search, count) => `“${search}” in ${count} ${count === 1 ? 'place' : 'places'} of the text`,
  notFoundInText: (search) => `“${search}” does not occur in the text.`,
  facts: {
    number: 'Number',
    registration: 'Registration',
    issuer: 'Issued by',
    formedOn: 'Signed',
    printedOn: 'Printed',
    publishedOn: 'Published',
    effectiveFrom: 'In force from',
    effectiveTo: 'In force until',
    instrument: 'Instrument it carries',
    genre: 'Genre',
    rank: 'Rank',
    topic: 'Topic',
    eventClass: 'Matter',
    indexNumber: 'Index number',
    attribute: 'Disclosure',
    addressees: 'To',
    copiedTo: 'Copied to',
    summary: 'Summary',
    edition: 'Edition',
    citation: 'How to cite',
    download: 'Download',
    attachment: 'Attachment',
  },
  attributes: { PROACTIVE: 'Disclosed proactively', ON_REQUEST: 'Disclosed on request', WITHHELD: 'Withheld' },
  presumed: (day) => `${day} (not stated in the text; by the rule of who made it)`,
  body: 'Text',
  responsible: (names) => `Responsible: ${names}`,
  relations: 'Related documents',
  counted: (label, count) => `${label} (${count})`,
  notHere: (title) => `${title} (not published here)`,
  statedIn: (marker) => `see ${marker}`,
  interpretations: 'Interpretation',
  files: 'Citation and downloads',
  edition: (number, note) => `Edition ${number}${note === '' ? '' : `: ${note}`}`,
  between: ', ',
};

export const documentWords = (language: Language): DocumentWords => (language === 'en' ? english : chinese);
