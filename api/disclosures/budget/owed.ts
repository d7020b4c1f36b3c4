import { builder } from '../../graphql/builder.ts';
import { Code, codeOf } from '../../graphql/code.ts';
import { badInput } from '../../graphql/errors.ts';
import { momentOf, visible } from '../../graphql/moment.ts';
import { Organization, organizationById } from '../../graphql/organization.ts';
import { organizationAsked } from '../../graphql/organization-asked.ts';
import { sql } from '../../store/statements.ts';
import { formCodes } from './code-lists.ts';
import { BudgetStage } from './enums.ts';
import { owedForms } from './forms.ts';
import type { Stage } from './model.ts';
import { kindName } from './reads.ts';

interface OwedRow {
  readonly organizationId: string;
  readonly type: string;
  readonly fiscalYear: number;
  readonly stage: Stage;
  readonly forms: readonly string[] | null;
  readonly empty: number;
}

const required = ({ type, stage }: OwedRow) => owedForms(type === 'GOVERNMENT' ? 'GOVERNMENT' : 'DEPARTMENT', stage);
const missing = (row: OwedRow) => required(row).filter(({ code }) => !row.forms?.includes(code));

const BudgetCompleteness = builder.objectRef<OwedRow>('BudgetCompleteness').implement({
  description:
    '一个机构一个年度一个阶段：应公开哪些表，还缺哪些。空表并说明算已公开。What a body must publish of a year’s budget or accounts, and what it still owes; an empty table with a statement counts as published.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      nullable: true,
      description: '机构。The organization.',
      resolve: ({ organizationId }, _, context) => organizationById(context).load(organizationId),
    }),
    fiscalYear: t.exposeInt('fiscalYear', { description: '预算年度。Fiscal year.' }),
    stage: t.field({
      type: BudgetStage,
      description: '预算或决算。Budget or final accounts.',
      resolve: ({ stage }) => stage,
    }),
    isPublished: t.boolean({
      description: '是否公开过这份报告。Whether the report is published at all.',
      resolve: ({ forms }) => forms !== null,
    }),
    requiredCount: t.int({
      description: '应公开几张表。How many tables must be published.',
      resolve: (row) => required(row).length,
    }),
    publishedCount: t.int({
      description: '已公开其中几张，含空表。How many of them are, empty ones included.',
      resolve: (row) => required(row).length - missing(row).length,
    }),
    emptyCount: t.exposeInt('empty', {
      description: '其中空表并说明的张数。How many of those are empty with a statement.',
    }),
    missing: t.field({
      type: [Code],
      description: '还缺的表。The tables it still owes.',
      resolve: (row) => missing(row).map(({ code }) => codeOf(formCodes, code)),
    }),
  }),
});

const mostYears = 20;

builder.queryField('budgetCompleteness', (t) =>
  t.field({
    type: [BudgetCompleteness],
    description: '预决算公开的完整性：哪个机构哪一年还缺哪些表。Who still owes which tables of which year.',
    args: {
      fromYear: t.arg.int({ required: true, description: '自哪一年。From this fiscal year.' }),
      toYear: t.arg.int({ required: true, description: '至哪一年。To this fiscal year.' }),
      organization: t.arg.string({
        description:
          '只看这个机构：统一社会信用代码或名称；默认县政府和各部门。Only this one, by credit code or name; by default the government and every department.',
      }),
      stages: t.arg({
        type: [BudgetStage],
        required: true,
        defaultValue: ['BUDGET', 'FINAL_ACCOUNTS'],
        description: '预算、决算。Budget, final accounts.',
      }),
      incompleteOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: '只列有缺的。Only where something is missing.',
      }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
    },
    complexity: ({ organization, fromYear, toYear }) => ({
      field: 20,
      multiplier: organization ? Math.max(1, Math.min(toYear - fromYear + 1, mostYears)) * 2 : 100,
    }),
    resolve: async (_, { fromYear, toYear, organization, stages, incompleteOnly, ...clocks }, context) => {
      if (toYear < fromYear || toYear - fromYear >= mostYears) {
        throw badInput(`年度须由小到大，至多 ${mostYears} 年。`, `Years must ascend, and be ${mostYears} at most.`);
      }
      const moment = momentOf(clocks, context);
      context.touched.add(kindName);
      const which =
        organization == null
          ? sql`o.type in ('GOVERNMENT', 'OFFICE', 'DEPARTMENT') and length(o.division_code) = 6`
          : sql`o.id = ${await organizationAsked(context, organization)}::uuid`;
      const rows = await context.store.read<OwedRow>(sql`
        select o.id as "organizationId", o.type::text as type, y.year as "fiscalYear", s.stage, r.forms, coalesce(r.empty, 0) as empty
        from organization o cross join generate_series(${fromYear}::int, ${toYear}::int) as y(year) cross join unnest(${stages}::text[]) as s(stage)
        left join lateral (
          select array_agg(distinct t.form) as forms, count(distinct t.form) filter (where t.state = 'EMPTY_WITH_STATEMENT')::int as empty
          from budget b join edition e on e.id = b.edition_id join budget_table t on t.edition_id = b.edition_id
          where b.organization_id = o.id and b.fiscal_year = y.year and b.stage = s.stage::budget_stage and t.state <> 'EMPTY' and e.kind = ${kindName} and ${visible(sql`e`, moment)}
        ) r on true
        where ${which} and (o.valid_from is null or extract(year from o.valid_from) <= y.year) and (o.valid_to is null or extract(year from o.valid_to) >= y.year)
        order by o.type, o.name, y.year desc, s.stage limit 2000`);
      if (organization != null && rows.length === 0) {
        throw badInput(
          `机构“${organization.slice(0, 40)}”在这些年度不存在。`,
          `The organization "${organization.slice(0, 40)}" did not exist in these years.`,
        );
      }
      return rows.filter((row) => !incompleteOnly || missing(row).length > 0);
    },
  }),
);
