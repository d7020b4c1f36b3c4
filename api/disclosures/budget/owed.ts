import type { LocalDate } from '../../core/local-date.ts';
import { builder } from '../../graphql/builder.ts';
import { Code, codeOf } from '../../graphql/code.ts';
import { badInput } from '../../graphql/errors.ts';
import { momentOf, visible } from '../../graphql/moment.ts';
import { Organization, organizationById } from '../../graphql/organization.ts';
import { organizationAsked } from '../../graphql/organization-asked.ts';
import { sql } from '../../store/statements.ts';
import { formCodes } from './code-lists.ts';
import { dueOn } from './deadlines.ts';
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
  /** The day on which what is due is judged. */
  readonly validOn: LocalDate;
}

const ownerOf = ({ type }: OwedRow) => (type === 'GOVERNMENT' ? 'GOVERNMENT' : 'DEPARTMENT');
const required = (row: OwedRow) => owedForms(ownerOf(row), row.stage);
const absent = (row: OwedRow) => required(row).filter(({ code }) => !row.forms?.includes(code));
const dayOf = (row: OwedRow) => dueOn(ownerOf(row), row.stage, row.fiscalYear);

/** Nothing is owed before the day has passed, nor where no law names one. */
const isDue = (row: OwedRow): boolean => {
  const day = dayOf(row);
  return day !== null && row.validOn > day;
};
const missing = (row: OwedRow) => (isDue(row) ? absent(row) : []);

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
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        '最迟应公开的日期，按法定最长期限推算（预算法第14、52、77、80条）：预算以当年3月31日批准计，决算以次年9月30日批准计，批准后20日内公开；部门另加财政部门批复的20日。即政府预算4月20日、部门预算5月10日、政府决算次年10月20日、部门决算次年11月9日。实际批准早的，应更早公开。The latest legal day to publish it: a budget is taken as approved on 31 March, final accounts on 30 September of the next year; the government publishes within 20 days, a department within 20 days of its own approval, which takes 20 more. What was approved earlier must be published earlier.',
      resolve: dayOf,
    }),
    isDue: t.boolean({
      description: '在 validOn 那天，最迟公开的日期已过。Whether that day had passed on validOn.',
      resolve: isDue,
    }),
    requiredCount: t.int({
      description: '应公开几张表。How many tables must be published.',
      resolve: (row) => required(row).length,
    }),
    publishedCount: t.int({
      description: '已公开其中几张，含空表。How many of them are, empty ones included.',
      resolve: (row) => required(row).length - absent(row).length,
    }),
    emptyCount: t.exposeInt('empty', {
      description: '其中空表并说明的张数。How many of those are empty with a statement.',
    }),
    missing: t.field({
      type: [Code],
      description:
        '在 validOn 那天已到期而还缺的表；未到期的不算。The tables it still owes on validOn; what is not yet due is not owed.',
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
      validOn: t.arg({
        type: 'Date',
        description: '按这一天判断是否到期；默认今天。Judge on this day what is due; today by default.',
      }),
      incompleteOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: '只列到期而有缺的。Only where something due is missing.',
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
      const rows = await context.store.read<Omit<OwedRow, 'validOn'>>(sql`
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
      return rows
        .map((row) => ({ ...row, validOn: moment.validOn }))
        .filter((row) => !incompleteOnly || missing(row).length > 0);
    },
  }),
);
