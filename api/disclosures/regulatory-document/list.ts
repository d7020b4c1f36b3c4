import { parseDocumentNumber } from '../../core/document-number.ts';
import { publishedList } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { type Highlight, highlight } from '../../graphql/highlight.ts';
import {
  byPublication,
  codeFilter,
  indexNumber,
  organizationLookup,
  publishedAt,
  publisher,
  yearFilter,
} from '../../graphql/list-fields.ts';
import { sql } from '../../store/statements.ts';
import { genres, ranks, topics } from './code-lists.ts';
import { articlesOf, type RegulatoryDocumentRow, source } from './reads.ts';
import { RegulatoryDocument } from './schema.ts';
import { validity, validityCodes } from './validity.ts';

const mostPassages = 3;

async function highlights(rows: readonly RegulatoryDocumentRow[], words: readonly string[], context: Context) {
  const found = new Map<string, readonly Highlight[]>();
  const articles = await articlesOf(context).loadMany(rows.map(({ editionId }) => editionId));
  for (const [index, row] of rows.entries()) {
    const texts = articles[index];
    const passages = [
      highlight('title', row.title, words),
      row.number ? highlight('number', row.number, words) : null,
      ...(Array.isArray(texts) ? texts.map(({ path, text }) => highlight(`articles.${path}`, text, words)) : []),
    ];
    found.set(
      row.documentId,
      passages.filter((passage): passage is Highlight => passage !== null).slice(0, mostPassages),
    );
  }
  return found;
}

const date = sql`date`;

publishedList({
  name: 'RegulatoryDocument',
  field: 'regulatoryDocuments',
  label: { zh: '规范性文件', en: 'regulatory documents' },
  node: RegulatoryDocument,
  source,
  filters: {
    number: {
      type: 'text',
      expression: () => sql`r.number`,
      spelling: (written) => parseDocumentNumber(written)?.text ?? written,
      description: '发文字号；整个文号的空格、括号写法不限。Document number; a whole one in any spelling.',
    },
    issuerCode: { type: 'text', expression: () => sql`r.issuer_code`, description: '机关代字。Issuer code.' },
    year: yearFilter(sql`r.year`, '发文字号的年份。Year of the number.'),
    genre: codeFilter(genres, () => sql`r.genre`, '文种代码。Genre code.'),
    registration: {
      type: 'text',
      expression: () => sql`r.registration`,
      description: '规范性文件登记号，如 HTDR-2021-0010001。Registration number of a normative document.',
    },
    rank: codeFilter(ranks, () => sql`r.rank`, '效力层级代码。Code of its rank.'),
    topic: codeFilter(topics, () => sql`e.topic`, '主题分类代码，一级。Topic code, first level.'),
    subtopic: codeFilter(topics, () => sql`e.subtopic`, '主题分类代码，二级，如 02-01。Topic code, second level.'),
    publisher,
    responsible: {
      type: 'text',
      expression: () => sql`o.code`,
      lookup: organizationLookup(sql`o.id`),
      within: (condition) => sql`exists (
        select from article a join responsibility p on p.article_id = a.id join organization o on o.id = p.organization_id
        where a.edition_id = e.id and ${condition})`,
      description:
        '责任单位：统一社会信用代码或任一书写名称；有一项由它负责即可。An organization responsible for at least one article, by credit code or any written name.',
    },
    validity: codeFilter(validityCodes, validity, '有效性代码，按 validOn 判定。Validity code on validOn.'),
    indexNumber,
    formedOn: { type: 'date', expression: () => sql`e.formed_on`, description: '成文日期。Day signed.' },
    effectiveFrom: { type: 'date', expression: () => sql`e.effective_from`, description: '施行日期。In force from.' },
    effectiveTo: { type: 'date', expression: () => sql`e.effective_to`, description: '有效期至。Last day in force.' },
    publishedAt,
  },
  orders: {
    FORMED_ON: {
      key: { expression: sql`e.formed_on`, type: date, descending: true, nullable: true },
      description: '成文日期。Day signed.',
    },
    PUBLISHED_AT: byPublication,
    EFFECTIVE_FROM: {
      key: { expression: sql`e.effective_from`, type: date, descending: true, nullable: true },
      description: '施行日期。In force from.',
    },
  },
  facets: {
    TOPIC: { filter: 'topic', description: '主题分类。Topic.' },
    GENRE: { filter: 'genre', description: '文种。Genre.' },
    RANK: { filter: 'rank', description: '效力层级。Rank.' },
    VALIDITY: { filter: 'validity', description: '有效性。Validity.' },
    YEAR: { filter: 'year', description: '文号年份。Year of the number.' },
    PUBLISHER: { filter: 'publisher', description: '发布机构。Publisher.' },
  },
  highlights,
});
