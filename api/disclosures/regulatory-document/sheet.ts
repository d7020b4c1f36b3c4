import { type CellValue, type Exports, fill, publishedAtColumn, type Sheet } from '../../core/sheet.ts';

type Fields = Record<string, unknown>;

const at = (record: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Fields)[key] : null),
    record,
  );

const cell =
  (...path: readonly string[]) =>
  (record: Fields): CellValue => {
    const value = at(record, ...path);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };

const list = (record: Fields, key: string): Fields[] => {
  const value = record[key];
  return Array.isArray(value) ? (value as Fields[]) : [];
};

/** A list of documents: one row each. */
const documents: Sheet<Fields> = {
  name: { zh: '规范性文件', en: 'Regulatory documents' },
  columns: [
    { key: 'indexNumber', label: { zh: '索引号', en: 'Index number' }, value: cell('indexNumber'), width: 28 },
    { key: 'title', label: { zh: '标题', en: 'Title' }, value: cell('title'), width: 60 },
    { key: 'number', label: { zh: '发文字号', en: 'Number' }, value: cell('number', 'text'), width: 24 },
    { key: 'genre', label: { zh: '文种', en: 'Genre' }, value: cell('genre', 'label'), width: 8 },
    { key: 'publisher', label: { zh: '发布机构', en: 'Publisher' }, value: cell('publisher', 'name'), width: 24 },
    {
      key: 'publisherCode',
      label: { zh: '发布机构代码', en: 'Publisher code' },
      value: cell('publisher', 'code'),
      width: 22,
    },
    { key: 'topic', label: { zh: '主题分类', en: 'Topic' }, value: cell('topic', 'label'), width: 24 },
    { key: 'formedOn', label: { zh: '成文日期', en: 'Signed on' }, value: cell('formedOn'), width: 12, isDay: true },
    { key: 'printedOn', label: { zh: '印发日期', en: 'Printed on' }, value: cell('printedOn'), width: 12, isDay: true },
    {
      key: 'effectiveFrom',
      label: { zh: '施行日期', en: 'In force from' },
      value: cell('effectiveFrom'),
      width: 12,
      isDay: true,
    },
    {
      key: 'effectiveTo',
      label: { zh: '有效期至', en: 'In force to' },
      value: cell('effectiveTo'),
      width: 12,
      isDay: true,
    },
    { key: 'validity', label: { zh: '有效性', en: 'Validity' }, value: cell('validity', 'label'), width: 10 },
    publishedAtColumn,
    {
      key: 'sample',
      label: { zh: '示例数据', en: 'Sample data' },
      value: (row) => (row['isSample'] ? '示例' : ''),
      width: 8,
    },
    { key: 'permalink', label: { zh: '永久地址', en: 'Permalink' }, value: cell('permalink'), width: 60 },
    { key: 'digest', label: { zh: '校验值（SHA-256）', en: 'Digest (SHA-256)' }, value: cell('digest'), width: 40 },
  ],
};

/** The articles of one document. */
const articles: Sheet<Fields> = {
  name: { zh: '条目', en: 'Articles' },
  columns: [
    { key: 'path', label: { zh: '地址', en: 'Path' }, value: cell('path'), width: 8 },
    { key: 'level', label: { zh: '层次', en: 'Level' }, value: cell('level'), width: 12 },
    { key: 'marker', label: { zh: '编号', en: 'Marker' }, value: cell('marker'), width: 10 },
    { key: 'heading', label: { zh: '小标题', en: 'Heading' }, value: cell('heading'), width: 30 },
    { key: 'text', label: { zh: '内容', en: 'Text' }, value: cell('text'), width: 100 },
    {
      key: 'responsibilities',
      label: { zh: '责任单位', en: 'Responsible' },
      value: (row) =>
        list(row, 'responsibilities')
          .map(({ writtenName }) => String(writtenName))
          .join('、'),
      width: 60,
    },
    { key: 'permalink', label: { zh: '永久地址', en: 'Permalink' }, value: cell('permalink'), width: 60 },
  ],
};

const relations: Sheet<Fields> = {
  name: { zh: '关系', en: 'Relations' },
  columns: [
    { key: 'label', label: { zh: '关系', en: 'Relation' }, value: cell('label'), width: 10 },
    { key: 'direction', label: { zh: '方向', en: 'Direction' }, value: cell('direction'), width: 12 },
    { key: 'targetNumber', label: { zh: '文号', en: 'Number' }, value: cell('targetNumber'), width: 26 },
    { key: 'targetTitle', label: { zh: '标题', en: 'Title' }, value: cell('targetTitle'), width: 80 },
    { key: 'document', label: { zh: '永久地址', en: 'Permalink' }, value: cell('document', 'permalink'), width: 60 },
  ],
};

const shared = `id indexNumber title number { text written issuerCode year sequence } registration
  genre { code label } instrument { title genre { code label } } publisher { name code } topic { code label } subtopic { code label }
  formedOn printedOn effectiveFrom effectiveTo validity { code label } modifiedAt isSample permalink versionUrl digest`;

export const exports: Exports = {
  list: {
    document: `query RegulatoryDocuments($where: RegulatoryDocumentWhere, $search: String, $first: Int, $after: Cursor, $asOf: DateTime, $validOn: Date) {
      list: regulatoryDocuments(where: $where, search: $search, first: $first, after: $after, asOf: $asOf, validOn: $validOn) {
        pageInfo { hasNextPage endCursor } nodes { ${shared} } } }`,
    sheet: documents,
  },
  one: {
    document: `query RegulatoryDocument($indexNumber: String!, $asOf: DateTime, $validOn: Date) {
      one: regulatoryDocument(by: { indexNumber: $indexNumber }, asOf: $asOf, validOn: $validOn) {
        ${shared} attribute annotation addressees copiedTo summary eventClasses { code label } issuers { name code }
        firstPublishedAt edition { number publishedAt reason changeNote digest } license { uri title attribution } citation
        text articles { path level marker number heading text permalink responsibilities { writtenName organization { name code } } }
        relations { type label direction targetNumber targetTitle document { permalink number { text } title } }
        findings { rule severity row column message remedy } attachments { name role mediaType size sha256 url } } }`,
    sheets: (record) => [
      fill(articles, list(record, 'articles')),
      fill(relations, list(record, 'relations')),
      fill(documents, [record]),
    ],
  },
};
