import { organizationKey } from '../../core/organization-name.ts';
import { builder } from '../../graphql/builder.ts';
import { momentOf } from '../../graphql/moment.ts';
import { idOf } from '../../graphql/node-id.ts';
import { tombstoneOf, withdrawn } from '../../graphql/withdrawal.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { BudgetLevel, BudgetStage } from './enums.ts';
import { kindName, read } from './reads.ts';
import { Budget } from './schema.ts';

const Report = builder.inputType('BudgetReport', {
  description: '哪个机构哪一年的预算或决算。Whose budget or accounts, and of which year.',
  fields: (t) => ({
    organization: t.string({
      required: true,
      description: '机构：统一社会信用代码或任一书写名称，如“县财政局”。By credit code or any written name.',
    }),
    fiscalYear: t.int({ required: true, description: '预算年度。Fiscal year.' }),
    stage: t.field({ type: BudgetStage, required: true, description: '预算、决算等。Budget, final accounts …' }),
    level: t.field({
      type: BudgetLevel,
      description: '层级；一个机构有几个层级的报告时须给出。Needed where a body has reports of several levels.',
    }),
  }),
});

const By = builder.inputType('BudgetBy', {
  isOneOf: true,
  description: '指明一份预算或决算，三者择一。Names one report, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    indexNumber: t.string({ description: '索引号。Its index number.' }),
    report: t.field({ type: Report, description: '机构、年度和阶段。Body, year and stage.' }),
  }),
});

function conditionOf({ id, indexNumber, report }: typeof By.$inferInput): Sql {
  if (indexNumber != null) return sql`d.index_number = ${indexNumber.trim()}`;
  if (report == null) return sql`d.id = ${idOf(id ?? '', 'Budget')}::uuid`;
  const { organization, fiscalYear, stage, level } = report;
  return sql`exists (select from budget named join organization o on o.id = named.organization_id where named.edition_id = e.id
    and (o.code = ${organization} or o.id in (select organization_id from organization_name where name = ${organizationKey(organization)}))
    and named.fiscal_year = ${fiscalYear} and named.stage = ${stage}::budget_stage
    and ${level == null ? sql`true` : sql`named.level = ${level}::budget_level`})`;
}

builder.queryField('budget', (t) =>
  t.field({
    type: Budget,
    nullable: true,
    args: {
      by: t.arg({ type: By, required: true, description: '哪一份。Which one.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '与其他种类一致；预决算不按日期失效。As elsewhere; a budget does not expire.',
      }),
    },
    description:
      '一份预算或决算；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。One report; null when it never was public, WITHDRAWN with the reason when it no longer is.',
    resolve: async (_, { by, ...clocks }, context) => {
      const moment = momentOf(clocks, context);
      const condition = conditionOf(by);
      const [found] = await read(context, moment, condition);
      if (found) return found;
      const tombstone = await tombstoneOf(context.store, kindName, moment, condition);
      if (tombstone) throw withdrawn(tombstone);
      return null;
    },
  }),
);
