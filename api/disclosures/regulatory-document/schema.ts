import { builder } from '../../graphql/builder.ts';
import { Code, coded, codedOrNull, codeOf } from '../../graphql/code.ts';
import type { Context } from '../../graphql/context.ts';
import { said } from '../../graphql/language.ts';
import { Organization, type OrganizationRow, organizationById } from '../../graphql/organization.ts';
import { organizationIdAsked } from '../../graphql/organization-asked.ts';
import { recordNode } from '../../graphql/record.ts';
import { Article, ArticleLevel } from './article-schema.ts';
import { eventClasses, genres, ranks, topics } from './code-lists.ts';
import type { RelationType } from './content.ts';
import {
  type ArticleRow,
  articlesOf,
  documentById,
  documentByKey,
  issuersOf,
  kindName,
  type RegulatoryDocumentRow,
  relationsFrom,
  relationsTo,
  responsibilitiesOf,
  textOf,
} from './reads.ts';
import { RELATION_LABELS } from './relation-types.ts';
import { validityCodes } from './validity.ts';

export const RegulatoryDocument = builder.objectRef<RegulatoryDocumentRow>('RegulatoryDocument');

const DocumentNumber = builder.objectRef<RegulatoryDocumentRow & { number: string }>('DocumentNumber').implement({
  description: '发文字号，如 桓政办字〔2021〕29号。Document number: issuer code, year, sequence.',
  fields: (t) => ({
    text: t.exposeString('number', { description: '规范写法。Canonical spelling.' }),
    written: t.string({
      description: '原文写法，空格照录。As printed.',
      resolve: (row) => row.numberWritten ?? row.number,
    }),
    issuerCode: t.string({
      description: '机关代字，如 桓政办字。Code of the issuer.',
      resolve: (row) => row.issuerCode ?? '',
    }),
    year: t.exposeInt('year', { nullable: true, description: '年份。Year.' }),
    sequence: t.exposeInt('sequence', { nullable: true, description: '顺序号。Sequence in the year.' }),
  }),
});

const Instrument = builder.objectRef<{ title: string; genre: string }>('Instrument').implement({
  description: '通知所印发的文件，如《2021年桓台县政务公开工作要点》；有效性属于它。The instrument a notice carries.',
  fields: (t) => ({
    title: t.exposeString('title', { description: '标题，不含书名号。Its title.' }),
    genre: t.field({ type: Code, description: '文种。Its genre.', resolve: ({ genre }) => codeOf(genres, genre) }),
  }),
});

const Direction = builder.enumType('RelationDirection', {
  description: '关系的方向。Which way a relation points.',
  values: {
    OUTGOING: { description: '本文件指向他文件。From this document.' },
    INCOMING: { description: '他文件指向本文件。To this document.' },
    BOTH: { description: '两者。Either way.' },
  },
});

const TypeOfRelation = builder.enumType('RelationType', {
  description: '文件之间的关系。How one document stands to another.',
  values: Object.fromEntries(
    Object.entries(RELATION_LABELS).map(([type, { label, inverse }]) => [
      type,
      { description: `${label.zh}（反向：${inverse.zh}）。${label.en}; inverse: ${inverse.en}.` },
    ]),
  ),
});

interface RelationOf {
  readonly type: RelationType;
  readonly incoming: boolean;
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  readonly articlePosition: number | null;
  /** The edition whose article states it. */
  readonly stating: RegulatoryDocumentRow | null;
  readonly document: () => Promise<RegulatoryDocumentRow | null>;
}

const Relation = builder.objectRef<RelationOf>('Relation').implement({
  description: '与另一文件的关系。A relation to another document.',
  fields: (t) => ({
    type: t.field({ type: TypeOfRelation, description: '关系。The relation.', resolve: ({ type }) => type as never }),
    label: said(
      t,
      '从本文件看的说法，如“引用”“被引用”。Its name as seen from this document.',
      ({ type, incoming }) => RELATION_LABELS[type][incoming ? 'inverse' : 'label'],
    ),
    direction: t.field({
      type: Direction,
      description: '方向。Direction.',
      resolve: ({ incoming }) => (incoming ? 'INCOMING' : 'OUTGOING'),
    }),
    targetNumber: t.exposeString('targetNumber', {
      nullable: true,
      description: '另一文件的文号。Number of the other document.',
    }),
    targetTitle: t.exposeString('targetTitle', {
      nullable: true,
      description: '另一文件的标题。Title of the other document.',
    }),
    article: t.field({
      type: Article,
      nullable: true,
      description: '在哪一条写明。The article that states it.',
      resolve: async ({ stating, articlePosition }, _, context) => {
        if (!stating || articlePosition === null) return null;
        const article = ((await articlesOf(context).load(stating.editionId)) ?? []).find(
          ({ position }) => position === articlePosition,
        );
        return article ? { article, document: stating } : null;
      },
    }),
    document: t.field({
      type: RegulatoryDocument,
      nullable: true,
      description: '另一文件；本平台未公开时为 null。The other document, when this platform has published it.',
      resolve: ({ document }) => document(),
    }),
  }),
});

/** The articles an organization is responsible for. */
async function responsibleFor(
  articles: readonly ArticleRow[],
  written: string,
  context: Context,
): Promise<ArticleRow[]> {
  const wanted = await organizationIdAsked(context).load(written);
  const named = await Promise.all(
    articles.map(async (article) => {
      const rows = article.responsibilities ?? (await responsibilitiesOf(context).load(article.id)) ?? [];
      return rows.some(({ organizationId }) => organizationId === wanted);
    }),
  );
  return articles.filter((_, index) => named[index]);
}

async function outgoing(row: RegulatoryDocumentRow, context: Context): Promise<RelationOf[]> {
  const relations = row.relations ?? (await relationsFrom(context).load(row.editionId)) ?? [];
  const byKey = documentByKey(context, row.moment);
  return relations.map((relation) => ({
    type: relation.type as RelationType,
    incoming: false,
    targetNumber: relation.targetNumber,
    targetTitle: relation.targetTitle,
    articlePosition: relation.article,
    stating: row,
    document: async () => {
      const document = await byKey.load(relation.targetKey);
      return document?.documentId === row.documentId ? null : document;
    },
  }));
}

async function incoming(row: RegulatoryDocumentRow, context: Context): Promise<RelationOf[]> {
  const keys = [row.number, row.titleKey].filter((key): key is string => key !== null);
  const found = await Promise.all(keys.map((key) => relationsTo(context, row.moment).load(key)));
  const others = found.flatMap((relations) => relations ?? []).filter(({ sourceId }) => sourceId !== row.documentId);
  return Promise.all(
    others.map(async (relation) => {
      const document = await documentById(context, row.moment).load(relation.sourceId);
      return {
        type: relation.type as RelationType,
        incoming: true,
        targetNumber: document?.number ?? null,
        targetTitle: document?.title ?? null,
        articlePosition: relation.article,
        stating: document,
        document: async () => document,
      };
    }),
  );
}

const documentsOf = async (relations: Promise<RelationOf[]>, type: RelationType): Promise<RegulatoryDocumentRow[]> => {
  const found = (await relations).filter((relation) => relation.type === type);
  const documents = await Promise.all(found.map(({ document }) => document()));
  return documents.filter((document) => document !== null);
};

builder.node(RegulatoryDocument, {
  ...recordNode(kindName, documentById),
  description: '规范性文件、政策文件及其解读。A regulatory or policy document, or the interpretation of one.',
  fields: (t) => ({
    number: t.field({
      type: DocumentNumber,
      nullable: true,
      description: '发文字号；无文号时为 null。Document number; null when it has none (无文号).',
      resolve: (row) => (row.number === null ? null : { ...row, number: row.number }),
    }),
    registration: t.exposeString('registration', {
      nullable: true,
      description: '规范性文件登记号；只有规范性文件有。Registration number of a normative document.',
    }),
    issuers: t.field({
      type: [Organization],
      description: '发文机关，牵头的在前。Issuing organs, the lead first.',
      resolve: async ({ editionId }, _, context) => {
        const issuers = await issuersOf(context, editionId);
        const found = await Promise.all(
          issuers.map(({ organizationId }) => (organizationId ? organizationById(context).load(organizationId) : null)),
        );
        return found.filter((issuer): issuer is OrganizationRow => issuer !== null);
      },
    }),
    genre: coded(
      t,
      genres,
      'genre',
      '文种（中办发〔2012〕14号十五种）或解读。Genre of official document, or interpretation.',
    ),
    rank: coded(
      t,
      ranks,
      'rank',
      '效力层级：法律、行政法规、地方性法规、规章（县级只收录），行政规范性文件，其他政策性文件，解读。Rank: what a county lists from above, what it makes itself, and interpretations.',
    ),
    instrument: t.field({
      type: Instrument,
      nullable: true,
      description: '所印发的文件；没有时为 null。The instrument it carries, if any.',
      resolve: ({ instrumentTitle, instrumentGenre }) =>
        instrumentTitle && instrumentGenre ? { title: instrumentTitle, genre: instrumentGenre } : null,
    }),
    topic: codedOrNull(t, topics, 'topic', '主题分类，一级。Topic, first level.'),
    subtopic: codedOrNull(t, topics, 'subtopic', '主题分类，二级。Topic, second level.'),
    eventClasses: t.field({
      type: [Code],
      description: '“一类事”分类。Classes of life and business events.',
      resolve: (row) => row.eventClasses.map((code) => codeOf(eventClasses, code)),
    }),
    formedOn: t.expose('formedOn', { type: 'Date', nullable: true, description: '成文日期。Day it was signed.' }),
    printedOn: t.expose('printedOn', { type: 'Date', nullable: true, description: '印发日期。Day it was printed.' }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: '施行日期；原文未写时为 null。In force from this day; null when the text does not say.',
    }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description: '有效期至（含当日）；原文未写时为 null。Last day in force; null when the text does not say.',
    }),
    lapsesOn: t.expose('lapsesOn', {
      type: 'Date',
      nullable: true,
      description:
        '正文没有写明有效期的，按制定机关的规定推定的最后一日；写明了的、没有规定的为 null。Last day by its publisher’s rule for documents that state no period; null where the text states one or there is no rule.',
    }),
    validity: coded(
      t,
      validityCodes,
      'validity',
      '在 validOn 当天的有效性，由日期和关系推定。Validity on the day of validOn, derived from dates and relations.',
    ),
    addressees: t.exposeString('addressees', { nullable: true, description: '主送机关。Addressees.' }),
    annotation: t.exposeString('annotation', {
      nullable: true,
      description: '附注，如（此件公开发布）。Printed annotation.',
    }),
    copiedTo: t.stringList({ description: '抄送机关。Copied to.', resolve: ({ copiedTo }) => [...copiedTo] }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: '内容概述，至多 200 字。Summary, at most 200 characters.',
    }),
    text: t.string({
      complexity: 5,
      description: '全文，每段一行，硬换行已接合。Full text, a paragraph a line, hard line breaks healed.',
      resolve: async ({ editionId }, _, context) => (await textOf(context).load(editionId)) ?? '',
    }),
    articles: t.field({
      type: [Article],
      args: {
        level: t.arg({ type: ArticleLevel, description: '只要这一层。Only this level.' }),
        responsible: t.arg.string({
          description:
            '只要由这一机构（统一社会信用代码或任一书写名称）负责的。Only those this organization, by its credit code or any written name, is responsible for.',
        }),
      },
      complexity: { field: 5, multiplier: 10 },
      description: '条目，依原文次序。Its articles in order.',
      resolve: async (document, { level, responsible }, context) => {
        const articles = document.articles ?? (await articlesOf(context).load(document.editionId)) ?? [];
        const ofLevel = articles.filter((article) => !level || article.level === level);
        const wanted = responsible ? await responsibleFor(ofLevel, responsible, context) : ofLevel;
        return wanted.map((article) => ({ article, document }));
      },
    }),
    relations: t.field({
      type: [Relation],
      args: {
        direction: t.arg({ type: Direction, required: true, defaultValue: 'BOTH', description: '方向。Direction.' }),
        types: t.arg({ type: [TypeOfRelation], description: '只要这些关系。Only these.' }),
      },
      description: '与其他文件的关系。Relations to other documents.',
      resolve: async (row, { direction, types }, context) => {
        const [out, back] = await Promise.all([
          direction === 'INCOMING' ? [] : outgoing(row, context),
          direction === 'OUTGOING' ? [] : incoming(row, context),
        ]);
        const wanted = types as readonly string[] | null | undefined;
        return [...out, ...back].filter(({ type }) => !wanted || wanted.includes(type));
      },
    }),
    interpretations: t.field({
      type: [RegulatoryDocument],
      description: '对本文件的解读。Interpretations of this document.',
      resolve: (row, _, context) => documentsOf(incoming(row, context), 'INTERPRETS'),
    }),
    interprets: t.field({
      type: [RegulatoryDocument],
      description: '本文件所解读的文件。The documents this one interprets.',
      resolve: (row, _, context) => documentsOf(outgoing(row, context), 'INTERPRETS'),
    }),
  }),
});
