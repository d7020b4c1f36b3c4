import { type CitationStyle, cite } from '../core/citation.ts';
import { type LocalDate, today } from '../core/local-date.ts';
import { join, type Sql, sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import { type Context, groupBy, loaderOf } from './context.ts';
import { readsRegister } from './division.ts';
import { lang, said } from './language.ts';
import type { Moment } from './moment.ts';
import {
  Organization,
  type OrganizationRow,
  organizationById,
  organizationColumn,
  organizationFields,
} from './organization.ts';
import { EditionProof, proofOf } from './proof.ts';
import { rowsBelow } from './rows-below.ts';

/** What every published record has, as its kind reads it. */
export interface PublishedRow {
  readonly documentId: string;
  readonly editionId: string;
  readonly kind: string;
  /** Path segment of the kind's pages. */
  readonly plural: string;
  readonly indexNumber: string;
  readonly editionNumber: number;
  readonly title: string;
  readonly number: string | null;
  readonly attribute: 'PROACTIVE' | 'ON_REQUEST' | 'WITHHELD';
  readonly publisherId: string;
  /** Read along with the row where it was asked for. */
  readonly publisher?: OrganizationRow;
  readonly formedOn: LocalDate | null;
  readonly isSample: boolean;
  readonly digest: string;
  readonly publishedAt: Date;
  readonly moment: Moment;
}

const always: Sql = sql`e.document_id as "documentId", e.id as "editionId", d.index_number as "indexNumber", e.title,
  e.publisher_id as "publisherId", e.formed_on as "formedOn"`;

/** What is read only where one of these fields is asked for. */
const onDemand: readonly (readonly [fields: readonly string[], column: (asked: ReadonlySet<string>) => Sql])[] = [
  [['versionUrl', 'edition', 'attachments', 'citation', 'diff', 'changes'], () => sql`e.number as "editionNumber"`],
  [['attribute'], () => sql`e.attribute`],
  [['isSample'], () => sql`e.is_sample as "isSample"`],
  [['digest', 'citation'], () => sql`e.digest`],
  [['modifiedAt', 'firstPublishedAt', 'citation'], () => sql`e.published_at as "publishedAt"`],
  [['publisher', 'citation', 'license'], (asked) => sql`${organizationColumn(sql`publisher`, asked)} as publisher`],
];

export const publishedFields: ReadonlySet<string> = new Set([
  ...onDemand.flatMap(([fields]) => fields),
  ...organizationFields,
]);

/**
 * Columns that make a PublishedRow: all of them, or those behind the fields asked for. They need `publisherJoin`.
 * Its kind is known to whoever reads it.
 */
export const publishedColumns = (asked: ReadonlySet<string> = publishedFields): Sql =>
  join(
    [
      always,
      ...onDemand.flatMap(([fields, column]) => (fields.some((field) => asked.has(field)) ? [column(asked)] : [])),
    ],
    ', ',
  );

export const publisherJoin: Sql = sql`left join organization publisher on publisher.id = e.publisher_id`;

export const permalinkOf = ({ kind, indexNumber }: PublishedRow, { baseUrl }: Context): string =>
  `${baseUrl}/id/${kind}/${indexNumber}`;
export const pageOf = ({ plural, indexNumber }: PublishedRow, { baseUrl }: Context): string =>
  `${baseUrl}/${plural}/${indexNumber}`;
export const versionOf = (row: PublishedRow, context: Context, number = row.editionNumber): string =>
  `${pageOf(row, context)}/editions/${number}`;

interface EditionRow {
  readonly documentId: string;
  readonly editionId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedUntil: Date | null;
  readonly reason: string;
  readonly changeNote: string | null;
  readonly digest: string;
}

/** Every edition the public has seen up to the moment, newest first; a withheld one never shows. */
const editionsOf = (context: Context, moment: Moment) =>
  loaderOf<EditionRow[]>(context, 'editions', moment, async (ids) => {
    // Without asOf no instant is compared: the clock of the database may be ahead of ours.
    const { asOf } = moment;
    const rows = await context.store.read<EditionRow>(sql`
      select document_id as "documentId", id as "editionId", number, published_at as "publishedAt",
        ${asOf ? sql`case when published_until <= ${asOf} then published_until end` : sql`published_until`} as "publishedUntil",
        reason, change_note as "changeNote", digest
      from edition e
      where document_id = any(${ids}::uuid[]) and ${asOf ? sql`published_at <= ${asOf}` : sql`published_at is not null`}
        and attribute = 'PROACTIVE'
      order by number desc`);
    return groupBy(rows, ({ documentId }) => documentId);
  });

interface FindingRow {
  readonly editionId: string;
  readonly rule: string;
  readonly severity: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly messageZh: string;
  readonly messageEn: string;
  readonly remedyZh: string | null;
  readonly remedyEn: string | null;
}

const findingsOf = rowsBelow<FindingRow>(
  'finding',
  sql`rule, severity, sheet, row, "column", message_zh as "messageZh", message_en as "messageEn",
    remedy_zh as "remedyZh", remedy_en as "remedyEn"`,
);

interface AttachmentRow {
  readonly editionId: string;
  readonly position: number;
  readonly role: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

const attachmentsOf = rowsBelow<AttachmentRow>('attachment', sql`role, name, media_type as "mediaType", size, sha256`);

const Severity = builder.enumType('Severity', {
  description: '发现的轻重。How serious a finding is.',
  values: {
    ERROR: { description: '错误：不能发布。Keeps an edition from being published.' },
    WARNING: { description: '提醒：很可能有误。Probably wrong.' },
    NOTICE: { description: '说明：供参考。Worth knowing.' },
  },
});

const Finding = builder.objectRef<FindingRow>('Finding').implement({
  description: '对数据的一条发现（如原文错字）：随文件公开。What a rule says about the data; published with it.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: '规则代码。Code of the rule.' }),
    severity: t.field({
      type: Severity,
      description: '轻重。How serious.',
      resolve: ({ severity }) => severity as 'NOTICE',
    }),
    sheet: t.exposeString('sheet', {
      nullable: true,
      description: '工作表名。The worksheet, where a file has several.',
    }),
    row: t.exposeInt('row', { nullable: true, description: '原文件的行号，从 1 起。Line of the source file, from 1.' }),
    column: t.exposeString('column', {
      nullable: true,
      description: '列名，或行内第几字。Column, or character in the line.',
    }),
    message: said(t, '发现了什么。What was found.', ({ messageZh, messageEn }) => ({ zh: messageZh, en: messageEn })),
    remedy: t.string({
      nullable: true,
      args: { lang: t.arg(lang) },
      description: '怎么办。What to do.',
      resolve: (row, args) => (args.lang === 'EN' ? row.remedyEn : row.remedyZh),
    }),
  }),
});

const Attachment = builder.objectRef<AttachmentRow & { readonly owner: PublishedRow }>('Attachment').implement({
  description: '附件或原文件，逐字节保存。A file of an edition, kept byte for byte.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '文件名。File name.' }),
    role: t.exposeString('role', { description: 'SOURCE 原文件，ATTACHMENT 附件。SOURCE or ATTACHMENT.' }),
    mediaType: t.exposeString('mediaType', { description: '媒体类型。Media type.' }),
    size: t.exposeInt('size', { description: '字节数。Size in bytes.' }),
    sha256: t.exposeString('sha256', { description: '内容的 SHA-256。SHA-256 of its bytes.' }),
    url: t.field({
      type: 'URL',
      description: '下载地址。Where to download it.',
      resolve: ({ owner, position }, _, context) => `${versionOf(owner, context)}/attachments/${position}`,
    }),
  }),
});

const EditionReason = builder.enumType('EditionReason', {
  description: '为何有这一版。Why there is this edition.',
  values: {
    FIRST: { description: '首次发布。First publication.' },
    UPDATE: { description: '更新。Update.' },
    CORRECTION: { description: '更正。Correction.' },
    REPUBLICATION: { description: '重新发布。Published again after a withdrawal.' },
  },
});

const Edition = builder.objectRef<EditionRow & { readonly owner: PublishedRow }>('Edition').implement({
  description: '一个版次：发布后不再改动。One numbered statement of a document; it never changes once published.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: '第几版。Its number, from 1.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: '发布时刻。When it was published.' }),
    supersededAt: t.expose('publishedUntil', {
      type: 'DateTime',
      nullable: true,
      description: '被替代或撤回的时刻；现行版为 null。When it was replaced; null for the current one.',
    }),
    reason: t.field({ type: EditionReason, description: '原因。Why.', resolve: ({ reason }) => reason as 'FIRST' }),
    changeNote: t.exposeString('changeNote', { nullable: true, description: '变更说明。What changed.' }),
    digest: t.expose('digest', {
      type: 'Digest',
      description: '本版全部内容（RFC 8785 规范 JSON）的摘要。Digest of all it states.',
    }),
    url: t.field({
      type: 'URL',
      description: '这一版的固定地址。Permanent address of exactly this edition.',
      resolve: ({ owner, number }, _, context) => versionOf(owner, context, number),
    }),
    proof: t.field({
      type: EditionProof,
      nullable: true,
      complexity: { field: 3, multiplier: 1 },
      description: '已记入透明日志的证明；无从证明时为 null。Proof that it is in the log; null where there is none.',
      resolve: ({ editionId }, _, context) => proofOf(editionId, context),
    }),
  }),
});

const License = builder
  .objectRef<{ readonly uri: string; readonly title: string; readonly attribution: string }>('License')
  .implement({
    description: '许可。The terms under which it may be used again.',
    fields: (t) => ({
      uri: t.expose('uri', { type: 'URL', description: '许可的地址。Address of the licence.' }),
      title: t.exposeString('title', { description: '许可名称。Its name.' }),
      attribution: t.exposeString('attribution', { description: '署名句。The sentence to attribute with.' }),
    }),
  });

const Attribute = builder.enumType('DisclosureAttribute', {
  description: '公开属性。The disclosure attribute, fixed at drafting.',
  values: {
    PROACTIVE: { description: '主动公开。Disclosed proactively.' },
    ON_REQUEST: { description: '依申请公开。Disclosed on request.' },
    WITHHELD: { description: '不予公开。Withheld.' },
  },
});

const CitationStyleEnum = builder.enumType('CitationStyle', {
  description: '引用格式。Citation style.',
  values: {
    GBT7714: { description: 'GB/T 7714—2015 参考文献格式。The Chinese national standard for references.' },
    APA: { description: 'APA 第 7 版格式。The style of the American Psychological Association.' },
    BIBTEX: { description: 'BibTeX 条目，供 LaTeX 使用。An entry for BibTeX.' },
    CSL_JSON: { description: 'CSL-JSON，供 Zotero 等文献软件使用。For Zotero and other reference managers.' },
  } satisfies Record<CitationStyle, { description: string }>,
});

const publisherOf = (row: PublishedRow, context: Context): OrganizationRow | Promise<OrganizationRow> => {
  if (!row.publisher) return loadPublisher(row, context);
  readsRegister(context);
  return row.publisher;
};

const loadPublisher = async (row: PublishedRow, context: Context): Promise<OrganizationRow> => {
  const publisher = await organizationById(context).load(row.publisherId);
  if (!publisher) throw new Error(`edition ${row.editionId} has no publisher ${row.publisherId}`);
  return publisher;
};

const editionsOfRow = async (row: PublishedRow, context: Context) =>
  ((await editionsOf(context, row.moment).load(row.documentId)) ?? []).map((edition) => ({ ...edition, owner: row }));

export const Published = builder.interfaceRef<PublishedRow>('Published').implement({
  description: '任何已公开的记录，不论种类。Every published record, whatever its kind.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: '种类，如 regulatory-document。Its kind.' }),
    indexNumber: t.exposeString('indexNumber', {
      description: '索引号：首次公开时编定，终身不变、不复用。Index number, issued once for all time.',
    }),
    title: t.exposeString('title', { description: '标题。Title.' }),
    permalink: t.field({
      type: 'URL',
      description: '永久标识地址，按 Accept 转到网页或数据。Permanent identifier; leads to the page or data.',
      resolve: (row, _, context) => permalinkOf(row, context),
    }),
    url: t.field({
      type: 'URL',
      description: '网页地址。Its page.',
      resolve: (row, _, context) => pageOf(row, context),
    }),
    versionUrl: t.field({
      type: 'URL',
      description: '恰为这一版的网页。The page of exactly this edition.',
      resolve: (row, _, context) => versionOf(row, context),
    }),
    publisher: t.field({
      type: Organization,
      description: '发布机构。The publishing organization.',
      resolve: (row, _, context) => publisherOf(row, context),
    }),
    attribute: t.field({
      type: Attribute,
      description: '公开属性。Disclosure attribute.',
      resolve: ({ attribute }) => attribute,
    }),
    firstPublishedAt: t.field({
      type: 'DateTime',
      description: '首次发布时刻。When it was first published.',
      resolve: async (row, _, context) => (await editionsOfRow(row, context)).at(-1)?.publishedAt ?? row.publishedAt,
    }),
    modifiedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: '这一版的发布时刻。When this edition was published.',
    }),
    digest: t.expose('digest', { type: 'Digest', description: '这一版内容的摘要。Digest of this edition.' }),
    edition: t.field({
      type: Edition,
      description: '所示版次。The edition shown.',
      resolve: async (row, _, context) => {
        const found = (await editionsOfRow(row, context)).find(({ number }) => number === row.editionNumber);
        if (!found) throw new Error(`edition ${row.editionId} is not in its own history`);
        return found;
      },
    }),
    editions: t.field({
      type: [Edition],
      description: '已公开的全部版次，新的在前。Every published edition, newest first.',
      resolve: (row, _, context) => editionsOfRow(row, context),
    }),
    license: t.field({
      type: License,
      description: '许可与署名。Licence and attribution.',
      resolve: async (row, _, context) => ({
        uri: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'CC BY 4.0',
        attribution: `${(await publisherOf(row, context)).name}，${permalinkOf(row, context)}`,
      }),
    }),
    isSample: t.exposeBoolean('isSample', {
      description: '是否示例数据（虚构）。Whether this is made-up sample data (示例).',
    }),
    findings: t.field({
      type: [Finding],
      description: '检查发现的问题，照原样公开。What the checks found, published as it is.',
      resolve: ({ editionId }, _, context) => findingsOf(context, editionId),
    }),
    attachments: t.field({
      type: [Attachment],
      description: '原文件与附件。The source file and attachments.',
      resolve: async (row, _, context) =>
        (await attachmentsOf(context, row.editionId)).map((attachment) => ({ ...attachment, owner: row })),
    }),
    citation: t.string({
      args: {
        style: t.arg({ type: CitationStyleEnum, required: true, defaultValue: 'GBT7714', description: '格式。Style.' }),
        accessedOn: t.arg({
          type: 'Date',
          description:
            '访问日期；默认为读取之日，给了 asOf 时为那一天，与 validOn 无关。The access date; the day of reading by default, or that of asOf, whatever validOn is.',
        }),
      },
      description: '引用文字，含固定地址、版次和摘要。A citation with permanent address, edition and digest.',
      resolve: async (row, { style, accessedOn }, context) =>
        cite(style, {
          title: row.title,
          publisher: (await publisherOf(row, context)).name,
          number: row.number,
          issuedOn: row.formedOn ?? today(row.publishedAt),
          accessedOn: accessedOn ?? row.moment.readOn,
          url: versionOf(row, context),
          edition: row.editionNumber,
          digest: row.digest,
        }),
    }),
  }),
});
