import type { Finding } from '../core/finding.ts';
import { finding } from '../core/finding-list.ts';
import { choice, day, line, paragraphs } from '../core/form/cell-types.ts';
import { field, type Values } from '../core/form/form.ts';
import { sayAttribute } from '../core/said-at-import.ts';
import type { Attribute, Metadata } from './kind.ts';

const attributes: Readonly<Record<Attribute, string>> = {
  PROACTIVE: '主动公开',
  ON_REQUEST: '依申请公开',
  WITHHELD: '不予公开',
};

/** What the cover of every form says of the record (公共元数据); a kind adds its own facts. */
export const coverFacts = {
  title: field('标题', 'Title', line, { aliases: /^(名称|文件名称|文件标题|题名)$/ }),
  publisher: field('发布机构', 'Publisher', line, {
    required: true,
    aliases: /^(发布单位|公开机构|公开单位|发文机关|填报单位|责任单位)$/,
    note: '机构名录中的名称或别名',
  }),
  attribute: field('公开属性', 'Disclosure attribute', choice(attributes), { aliases: /^公开方式$/ }),
  formedOn: field('成文日期', 'Signed on', day, { aliases: /^(发文日期|签发日期|填报日期|制表日期)$/ }),
  effectiveFrom: field('施行日期', 'In force from', day, { aliases: /^(实施日期|生效日期|施行时间|实施时间)$/ }),
  effectiveTo: field('有效期至', 'In force until', day, { aliases: /^(失效日期|截止日期)$/ }),
  summary: field('摘要', 'Summary', paragraphs, { aliases: /^(内容概述|概述|简介)$/ }),
};

export type CoverValues = Values<typeof coverFacts>;

const missingAttribute = finding(
  'missing-attribute',
  'WARNING',
  {},
  ['没有写明公开属性，不能发布。', 'The disclosure attribute is not stated; it cannot be published.'],
  [
    `请在封面写“公开属性：主动公开”，或${sayAttribute.zh}。`,
    `Write 公开属性：主动公开 on the cover, or ${sayAttribute.en}.`,
  ],
);

/** What a kind knows of its records beside their cover. */
export interface KindMetadata {
  /** The title of a record whose cover gives none. */
  readonly title: string;
  readonly topic: string | null;
  readonly subtopic: string | null;
  readonly eventClasses?: readonly string[];
  readonly summary?: string | null;
}

/** The metadata a cover states, completed by what its kind knows, and what is missing from it. */
export function metadataOf(
  cover: CoverValues,
  { title, topic, subtopic, eventClasses = [], summary = null }: KindMetadata,
): { readonly metadata: Metadata; readonly findings: readonly Finding[] } {
  return {
    metadata: {
      title: cover.title ?? title,
      summary: cover.summary ?? summary,
      attribute: cover.attribute,
      topic,
      subtopic,
      eventClasses,
      formedOn: cover.formedOn,
      printedOn: null,
      effectiveFrom: cover.effectiveFrom,
      effectiveTo: cover.effectiveTo,
      publisher: cover.publisher ?? '',
    },
    findings: cover.attribute === null ? [missingAttribute] : [],
  };
}

/** The cover of a record: what `metadataOf` reads back. */
export const coverOf = ({
  title,
  publisher,
  attribute,
  formedOn,
  effectiveFrom,
  effectiveTo,
  summary,
}: Metadata): CoverValues => ({ title, publisher, attribute, formedOn, effectiveFrom, effectiveTo, summary });
