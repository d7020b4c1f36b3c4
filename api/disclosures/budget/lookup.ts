import { builder } from '../../graphql/builder.ts';
import { publishedOne } from '../../graphql/lookup.ts';
import { writtenAs } from '../../graphql/organization-asked.ts';
import { sql } from '../../store/statements.ts';
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

publishedOne({
  name: 'Budget',
  field: 'budget',
  kind: kindName,
  node: Budget,
  one: { zh: '一份预算或决算', en: 'One report' },
  naming: '指明一份预算或决算，三者择一。Names one report, in one of these ways.',
  which: '哪一份。Which one.',
  validOn: '与其他种类一致；预决算不按日期失效。As elsewhere; a budget does not expire.',
  names: (t) => ({ report: t.field({ type: Report, description: '机构、年度和阶段。Body, year and stage.' }) }),
  condition: ({ report }) =>
    report == null
      ? null
      : sql`exists (select from budget named join organization o on o.id = named.organization_id
          where named.edition_id = e.id and ${writtenAs(sql`o`, report.organization)}
          and named.fiscal_year = ${report.fiscalYear} and named.stage = ${report.stage}::budget_stage
          and ${report.level == null ? sql`true` : sql`named.level = ${report.level}::budget_level`})`,
  read,
});
