import { builder } from '../../graphql/builder.ts';
import { Code, codeOf } from '../../graphql/code.ts';
import { momentOf, visible } from '../../graphql/moment.ts';
import { sql } from '../../store/statements.ts';
import { needsInterpretation } from './accompany.ts';
import { interpretationSections } from './code-lists.ts';
import { copiedPercent, isHeadingsOnly, mostCopied, SECTIONS, sectionsIn } from './interpretation.ts';
import {
  type ArticleRow,
  articlesOf,
  documentById,
  documentByKey,
  kindName,
  type RegulatoryDocumentRow,
  relationsFrom,
  textOf,
} from './reads.ts';
import { RegulatoryDocument } from './schema.ts';
import { yearStart } from './years.ts';

interface Check {
  readonly present: readonly string[];
  readonly copied: number | null;
  readonly headingsOnly: boolean;
}

const missingOf = ({ present }: Check): string[] =>
  SECTIONS.filter(({ code, isRequired }) => isRequired && !present.includes(code)).map(({ code }) => code);

const InterpretationCheck = builder.objectRef<Check>('InterpretationCheck').implement({
  description: '解读是否实质性。Whether an interpretation explains in substance.',
  fields: (t) => ({
    present: t.field({
      type: [Code],
      description: '有哪些内容。Which sections it has.',
      resolve: ({ present }) => present.map((code) => codeOf(interpretationSections, code)),
    }),
    missing: t.field({
      type: [Code],
      description: '缺哪些必备内容：政策背景、出台目的、重要举措。Which of the required sections it lacks.',
      resolve: (check) => missingOf(check).map((code) => codeOf(interpretationSections, code)),
    }),
    copiedShare: t.string({
      nullable: true,
      description:
        '逐字摘自所解读文件的文字占比，百分数，一位小数；文件未公开时为 null。Share copied word for word from the document, in percent with one decimal; null when the document is not published.',
      resolve: ({ copied }) => copied?.toFixed(1) ?? null,
    }),
    headingsOnly: t.exposeBoolean('headingsOnly', {
      description: '是否只罗列小标题。Whether it only lists headings.',
    }),
    isFormal: t.boolean({
      description:
        '是否形式化解读：缺必备内容、摘抄过半或只罗列小标题。Whether it is one in form only: lacks a required section, copies more than half, or lists headings.',
      resolve: (check) => missingOf(check).length > 0 || check.headingsOnly || (check.copied ?? 0) > mostCopied,
    }),
  }),
});

builder.objectField(RegulatoryDocument, 'interpretationCheck', (t) =>
  t.field({
    type: InterpretationCheck,
    nullable: true,
    complexity: 20,
    description:
      '对解读的实质性检查；不是解读时为 null。Whether this interpretation explains in substance; null for what is none.',
    resolve: async (row, _, context): Promise<Check | null> => {
      const relations = (await relationsFrom(context).load(row.editionId)) ?? [];
      const target = relations.find(({ type }) => type === 'INTERPRETS');
      const subject = target ? await documentByKey(context, row.moment).load(target.targetKey) : null;
      const [articles, own, source] = await Promise.all([
        articlesOf(context).load(row.editionId),
        textOf(context).load(row.editionId),
        subject ? textOf(context).load(subject.editionId) : null,
      ]);
      const rows: readonly ArticleRow[] = articles ?? [];
      if (row.rank !== 'INTERPRETATION') return null;
      return {
        present: sectionsIn(rows).map(({ code }) => code),
        copied: own !== null && source !== null ? copiedPercent(own, source) : null,
        headingsOnly: isHeadingsOnly(rows),
      };
    },
  }),
);

interface Coverage {
  readonly total: number;
  readonly interpreted: number;
  readonly missing: readonly string[];
  readonly find: (ids: readonly string[]) => Promise<RegulatoryDocumentRow[]>;
}

const mostMissing = 100;

const InterpretationCoverage = builder.objectRef<Coverage>('InterpretationCoverage').implement({
  description:
    '政策性文件的解读率：主动公开的政策性文件均应开展解读。How many policy documents are interpreted; all should be.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: '主动公开的规范性和政策性文件件数。How many documents there are.' }),
    interpreted: t.exposeInt('interpreted', { description: '其中已解读的件数。How many of them are interpreted.' }),
    share: t.string({
      nullable: true,
      description: '解读率，百分数，一位小数。Share in percent with one decimal.',
      resolve: ({ total, interpreted }) =>
        total === 0 ? null : (Math.round((interpreted * 1_000) / total) / 10).toFixed(1),
    }),
    missing: t.field({
      type: [RegulatoryDocument],
      complexity: { field: 5, multiplier: 20 },
      description: `尚无解读的，新的在前，至多 ${mostMissing} 件。Those without one, the newest first; at most ${mostMissing}.`,
      resolve: ({ missing, find }) => find(missing),
    }),
  }),
});

builder.queryField('interpretationCoverage', (t) =>
  t.field({
    type: InterpretationCoverage,
    args: {
      year: t.arg.int({ required: true, description: '哪一年成文的。Signed in this year.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
    },
    complexity: { field: 10, multiplier: 1 },
    description:
      '某年政策性文件的解读率和尚无解读的文件。How many of a year’s policy documents are interpreted, and which are not.',
    resolve: async (_, { year, ...clocks }, context) => {
      const from = yearStart(year, 'year');
      const moment = momentOf(clocks, context);
      context.touched.add(kindName);
      const rows = await context.store.read<{ documentId: string; interpreted: boolean }>(sql`
        select e.document_id as "documentId", exists (
          select from relation x join edition i on i.id = x.edition_id
          where x.type = 'INTERPRETS' and x.target_key in (r.number, r.title_key) and i.document_id <> e.document_id and ${visible(sql`i`, moment)}
        ) as interpreted
        from edition e join regulatory_document r on r.edition_id = e.id
        where e.kind = ${kindName} and ${visible(sql`e`, moment)} and e.formed_on >= ${from}::date
          and e.formed_on < ${from}::date + interval '1 year'
          and ${needsInterpretation}
        order by e.formed_on desc, e.document_id`);
      const missing = rows.filter(({ interpreted }) => !interpreted).map(({ documentId }) => documentId);
      return {
        total: rows.length,
        interpreted: rows.length - missing.length,
        missing: missing.slice(0, mostMissing),
        find: async (ids: readonly string[]) => {
          const found = await documentById(context, moment).loadMany([...ids]);
          return found.filter((one): one is RegulatoryDocumentRow => one !== null && !(one instanceof Error));
        },
      };
    },
  }),
);
