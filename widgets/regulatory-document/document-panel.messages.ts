import type { Language } from '../core/language.ts';

export interface DocumentMessages {
  readonly panel: string;
  readonly unnamed: string;
  readonly unnamedHint: string;
  readonly notFound: (name: string) => string;
  readonly notFoundHint: string;
  readonly withdrawn: (day: string) => string;
  readonly noNumber: string;
  readonly issuer: string;
  readonly formedOn: string;
  readonly printedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly topic: string;
  readonly eventClass: string;
  readonly indexNumber: string;
  readonly attribute: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly addressees: string;
  readonly copiedTo: string;
  readonly body: string;
  readonly pieces: (count: number) => string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly responsible: string;
  readonly relations: string;
  readonly statedIn: (marker: string) => string;
  readonly interpretations: string;
  readonly downloads: string;
  readonly citation: string;
  readonly edition: (number: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly selected: string;
}

const chinese: DocumentMessages = {
  panel: '政策文件',
  unnamed: '没有写明要显示哪一份文件。',
  unnamedHint: '请在标签上写文号，例如 number="桓政办字〔2021〕29号"。',
  notFound: (name) => `平台上没有“${name}”这份文件。`,
  notFoundHint: '可能文号有误，或者文件尚未公开、已经撤回。可以到平台上按标题查找。',
  withdrawn: (day) => `这份文件已于 ${day}撤回，理由：`,
  noNumber: '无文号',
  issuer: '发文机关',
  formedOn: '成文日期',
  printedOn: '印发日期',
  effectiveFrom: '施行日期',
  effectiveTo: '有效期至',
  topic: '主题分类',
  eventClass: '一类事',
  indexNumber: '索引号',
  attribute: '公开属性',
  attributes: { PROACTIVE: '主动公开', ON_REQUEST: '依申请公开', WITHHELD: '不予公开' },
  addressees: '主送',
  copiedTo: '抄送',
  body: '正文',
  pieces: (count) => `${count} 项`,
  openAll: '全部展开',
  closeAll: '全部收起',
  responsible: '责任单位',
  relations: '相关文件',
  statedIn: (marker) => `见${marker}`,
  interpretations: '政策解读',
  downloads: '下载',
  citation: '如何引用',
  edition: (number) => `第 ${number} 版`,
  copy: '复制引用',
  copied: '已复制。',
  selected: '已选中，请按 Ctrl+C 复制。',
};

const english: DocumentMessages = {
  panel: 'Policy document',
  unnamed: 'The tag does not say which document to show.',
  unnamedHint: 'Give a document number, such as number="桓政办字〔2021〕29号".',
  notFound: (name) => `The platform has no document “${name}”.`,
  notFoundHint:
    'The number may be wrong, or the document is not published yet or was withdrawn. Try its title on the platform.',
  withdrawn: (day) => `This document was withdrawn on ${day}. The reason given:`,
  noNumber: 'No number',
  issuer: 'Issued by',
  formedOn: 'Signed',
  printedOn: 'Printed',
  effectiveFrom: 'In force from',
  effectiveTo: 'In force until',
  topic: 'Topic',
  eventClass: 'Matter',
  indexNumber: 'Index number',
  attribute: 'Disclosure',
  attributes: { PROACTIVE: 'Disclosed proactively', ON_REQUEST: 'Disclosed on request', WITHHELD: 'Withheld' },
  addressees: 'To',
  copiedTo: 'Copied to',
  body: 'Text',
  pieces: (count) => `${count} ${count === 1 ? 'point' : 'points'}`,
  openAll: 'Open all',
  closeAll: 'Close all',
  responsible: 'Responsible',
  relations: 'Related documents',
  statedIn: (marker) => `see ${marker}`,
  interpretations: 'Interpretation',
  downloads: 'Download',
  citation: 'How to cite',
  edition: (number) => `Edition ${number}`,
  copy: 'Copy citation',
  copied: 'Copied.',
  selected: 'Selected: press Ctrl+C to copy.',
};

export const documentMessages = (language: Language): DocumentMessages => (language === 'en' ? english : chinese);
