import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { readsRegister } from '../../graphql/division.ts';
import { type Moment, momentOf } from '../../graphql/moment.ts';
import { Organization, organizationById } from '../../graphql/organization.ts';
import { permalinkOf } from '../../graphql/published.ts';
import {
  type ArticleRow,
  articleById,
  articlesOf,
  documentById,
  type RegulatoryDocumentRow,
  type ResponsibilityRow,
  responsibilitiesOf,
} from './reads.ts';

const now = (context: Context): Moment => momentOf({}, context);

const Responsibility = builder.objectRef<ResponsibilityRow>('Responsibility').implement({
  description: '一项的责任单位。An organization made responsible for an article.',
  fields: (t) => ({
    writtenName: t.exposeString('writtenName', { description: '原文名称。The name as printed.' }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description:
        '对应的机构；别名表中没有时为 null。The organization behind the name; null when nobody is known by it.',
      resolve: ({ organizationId, organization }, _, context) => {
        if (!organizationId) return null;
        if (!organization) return organizationById(context).load(organizationId);
        readsRegister(context);
        return organization;
      },
    }),
  }),
});

export const ArticleLevel = builder.enumType('ArticleLevel', {
  description: '条目的层次。What an article is in the text.',
  values: {
    PART: { description: '部分：一、二、三。Part.' },
    POINT: { description: '要点：（一）（二）。Point.' },
    ARTICLE: { description: '条：第一条。Article.' },
    PARAGRAPH: { description: '未编号的段落。Paragraph without a number.' },
  },
});

export interface ArticleOf {
  readonly article: ArticleRow;
  readonly document: RegulatoryDocumentRow;
}

export const Article = builder.objectRef<ArticleOf>('Article');
builder.node(Article, {
  id: { resolve: ({ article }) => article.id, description: '标识。Its id.' },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'article' in value && 'document' in value,
  description: '可寻址的条目：部分、要点、条或段。An addressable part of the text.',
  loadWithoutCache: async (id, context) => {
    const found = await articleById(context, now(context)).load(id);
    const document = found && (await documentById(context, now(context)).load(found.documentId));
    return found && document ? { article: found.article, document } : null;
  },
  fields: (t) => ({
    level: t.field({ type: ArticleLevel, description: '层次。What it is.', resolve: ({ article }) => article.level }),
    marker: t.string({
      description: '原文编号，如（十四）；段落为空。As numbered in print; empty for a paragraph.',
      resolve: ({ article }) => article.marker,
    }),
    number: t.int({ nullable: true, description: '编号的数值。The number.', resolve: ({ article }) => article.number }),
    path: t.string({
      description: '在文件内的固定地址。Its stable address inside the document.',
      resolve: ({ article }) => article.path,
    }),
    heading: t.string({ nullable: true, description: '小标题。Heading.', resolve: ({ article }) => article.heading }),
    text: t.string({
      description: '全文，硬换行已接合。Its text, hard line breaks healed.',
      resolve: ({ article }) => article.text,
    }),
    permalink: t.field({
      type: 'URL',
      description: '固定地址。Permanent address.',
      resolve: ({ article, document }, _, context) => `${permalinkOf(document, context)}#${article.path}`,
    }),
    parent: t.field({
      type: Article,
      nullable: true,
      description: '所属部分。The part it stands in.',
      resolve: async ({ article, document }, _, context) => {
        const parent = ((await articlesOf(context).load(document.editionId)) ?? []).find(
          ({ position }) => position === article.parent,
        );
        return parent ? { article: parent, document } : null;
      },
    }),
    responsibilities: t.field({
      type: [Responsibility],
      description: '责任单位，依原文次序。Those made responsible, as listed.',
      resolve: async ({ article }, _, context) =>
        article.responsibilities ?? (await responsibilitiesOf(context).load(article.id)) ?? [],
    }),
  }),
});
