import { editionFields, listDocument, oneDocument } from '../../core/export-documents.ts';
import { cell, type Fields, listOf } from '../../core/record.ts';
import {
  column,
  day,
  digest,
  indexNumber,
  permalink,
  publishedAt,
  publisher,
  sample,
} from '../../core/record-columns.ts';
import { type Exports, fill, type Sheet } from '../../core/sheet.ts';

/** A list of documents: one row each. */
const documents: Sheet<Fields> = {
  name: { zh: '规范性文件', en: 'Regulatory documents' },
  columns: [
    indexNumber,
    column('title', '标题', 'Title', 60),
    column('number', '发文字号', 'Number', 24, cell('number', 'text')),
    column('genre', '文种', 'Genre', 8, cell('genre', 'label')),
    publisher,
    column('publisherCode', '发布机构代码', 'Publisher code', 22, cell('publisher', 'code')),
    column('topic', '主题分类', 'Topic', 24, cell('topic', 'label')),
    day('formedOn', '成文日期', 'Signed on'),
    day('printedOn', '印发日期', 'Printed on'),
    day('effectiveFrom', '施行日期', 'In force from'),
    day('effectiveTo', '有效期至', 'In force to'),
    column('validity', '有效性', 'Validity', 10, cell('validity', 'label')),
    publishedAt,
    sample,
    permalink,
    digest,
  ],
};

/** The articles of one document. */
const articles: Sheet<Fields> = {
  name: { zh: '条目', en: 'Articles' },
  columns: [
    column('path', '地址', 'Path', 8),
    column('level', '层次', 'Level', 12),
    column('marker', '编号', 'Marker', 10),
    column('heading', '小标题', 'Heading', 30),
    column('text', '内容', 'Text', 100),
    column('responsibilities', '责任单位', 'Responsible', 60, (row) =>
      listOf(row, 'responsibilities')
        .map(({ writtenName }) => String(writtenName))
        .join('、'),
    ),
    permalink,
  ],
};

const relations: Sheet<Fields> = {
  name: { zh: '关系', en: 'Relations' },
  columns: [
    column('label', '关系', 'Relation', 10),
    column('direction', '方向', 'Direction', 12),
    column('targetNumber', '文号', 'Number', 26),
    column('targetTitle', '标题', 'Title', 80),
    column('document', '永久地址', 'Permalink', 60, cell('document', 'permalink')),
  ],
};

const shared = `id indexNumber title number { text written issuerCode year sequence } registration
  genre { code label } instrument { title genre { code label } } publisher { name code } topic { code label } subtopic { code label }
  formedOn printedOn effectiveFrom effectiveTo validity { code label } modifiedAt isSample permalink versionUrl digest`;

export const exports: Exports = {
  list: {
    document: listDocument('RegulatoryDocument', 'regulatoryDocuments', shared),
    sheet: documents,
  },
  one: {
    document: oneDocument(
      'RegulatoryDocument',
      'regulatoryDocument',
      `${shared} attribute annotation addressees copiedTo summary eventClasses { code label } issuers { name code }
        ${editionFields}
        text articles { path level marker number heading text permalink responsibilities { writtenName organization { name code } } }
        relations { type label direction targetNumber targetTitle document { permalink number { text } title } }
        findings { rule severity row column message remedy } attachments { name role mediaType size sha256 url }`,
    ),
    sheets: (record) => [
      fill(articles, listOf(record, 'articles')),
      fill(relations, listOf(record, 'relations')),
      fill(documents, [record]),
    ],
  },
};
