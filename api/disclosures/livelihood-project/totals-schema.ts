import { builder } from '../../graphql/builder.ts';
import { chosenOrNull, codedOrNull } from '../../graphql/code.ts';
import { divisionField } from '../../graphql/division.ts';
import { badInput } from '../../graphql/errors.ts';
import { momentOf } from '../../graphql/moment.ts';
import { moneyField } from '../../graphql/money.ts';
import { organizationField } from '../../graphql/organization.ts';
import { categories } from './categories.ts';
import { shareOf } from './decimal.ts';
import { LivelihoodType } from './enums.ts';
import { LivelihoodSatisfaction, votesOf } from './part-schema.ts';
import { type Group, groups, readTotals, type TotalsRow } from './totals.ts';

const counts: readonly (readonly [key: keyof TotalsRow & string, description: string])[] = [
  ['items', '项数。How many projects.'],
  ['notStarted', '未开工。Not started.'],
  ['started', '已开工：除未开工、取消和状态不明外的全部。Started: all but not started, cancelled and unknown.'],
  ['inProgress', '进行中。In progress.'],
  ['ahead', '超进度，且没有逾期。Ahead of plan, and not overdue.'],
  ['behind', '欠进度，含已逾期的。Behind plan, all that are overdue among them.'],
  ['completed', '已完成，含超额完成。Completed, beyond the target included.'],
  ['overfulfilled', '其中超额完成。Of these beyond their target.'],
  ['suspended', '暂停。Suspended.'],
  ['cancelled', '取消。Cancelled.'],
  ['carriedOver', '结转下年。Carried over.'],
  ['unknown', '原文没有状态或不能归类。No status that is known.'],
  ['overdue', '按 validOn 那天：已过时限而未完成。Past due on the day of validOn and not completed.'],
];

const LivelihoodTotal = builder.objectRef<TotalsRow>('LivelihoodTotal').implement({
  description: '一组项目的总体进展。How far a group of projects is.',
  fields: (t) => ({
    year: t.exposeInt('year', {
      nullable: true,
      description: '年度；未按年度分组时为 null。Year; null unless grouped by it.',
    }),
    type: chosenOrNull(t, LivelihoodType, 'type', '类型；未按类型分组时为 null。Type; null unless grouped by it.'),
    category: codedOrNull(
      t,
      categories,
      'category',
      '类别；未按类别分组或原文没有时为 null。Category; null unless grouped by it.',
    ),
    town: divisionField(t, 'townCode', '镇（街道）；未按它分组或不在某个镇时为 null。Town; null unless grouped by it.'),
    leadUnit: organizationField(
      t,
      'leadId',
      '牵头单位；未按它分组或名录中没有时为 null。Lead unit; null unless grouped by it.',
    ),
    ...Object.fromEntries(
      counts.map(([key, description]) => [key, t.int({ description, resolve: (row) => Number(row[key]) })]),
    ),
    completedShare: t.field({
      type: 'Decimal',
      nullable: true,
      description: '已完成占全部的百分比。Completed in percent of all.',
      resolve: ({ completed, items }) => shareOf(completed, items),
    }),
    startedShare: t.field({
      type: 'Decimal',
      nullable: true,
      description: '已开工占全部的百分比。Started in percent of all.',
      resolve: ({ started, items }) => shareOf(started, items),
    }),
    totalInvestment: moneyField(t, 'total', '总投资合计。Total investment.', '万元'),
    plannedInvestment: moneyField(t, 'planned', '年度计划投资合计。Planned for the year.', '万元'),
    invested: moneyField(t, 'invested', '累计完成投资合计。Invested so far.', '万元'),
    investmentRate: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '投资完成率，%：有年度计划的项目，累计完成投资与计划之比，可超过 100。Invested in percent of plan, of projects that have a plan; it may exceed 100.',
      resolve: ({ planned, investedOfPlanned }) => shareOf(investedOfPlanned, planned),
    }),
    satisfaction: t.field({
      type: LivelihoodSatisfaction,
      nullable: true,
      description: '满意度票数合计；没有测评时为 null。Votes added up; null where there were none.',
      resolve: votesOf,
    }),
  }),
});

const descriptions: Readonly<Record<Group, string>> = {
  YEAR: '年度。Year.',
  TYPE: '类型。Type.',
  CATEGORY: '类别。Category.',
  TOWN: '镇（街道）；跨镇项目在各镇各计一次。Town; a project in several counts once in each.',
  LEAD_UNIT: '第一牵头单位。The first unit that leads.',
};

const GroupEnum = builder.enumType('LivelihoodGroup', {
  description: '分组。What to group by.',
  values: Object.fromEntries(
    groups.map((group) => [group, { value: group, description: descriptions[group] }]),
  ) as Record<Group, { value: Group; description: string }>,
});

const mostGroups = 500;

builder.queryField('livelihoodProgress', (t) =>
  t.field({
    type: [LivelihoodTotal],
    description:
      '民生实事和工作报告任务的总体进展：各年度、类别、镇街、单位有多少项、完成多少、投资多少。How far livelihood projects and tasks are: items, completed, invested, by year, category, town or unit.',
    args: {
      year: t.arg.int({ description: '只看这一年。Only this year.' }),
      fromYear: t.arg.int({ description: '自哪一年。From this year.' }),
      toYear: t.arg.int({ description: '至哪一年。To this year.' }),
      type: t.arg({ type: LivelihoodType, description: '只看民生实事或工作报告任务。Only these.' }),
      category: t.arg.string({ description: '只看这一类，如 TRANSPORT。Only this category, by its code.' }),
      town: t.arg.string({ description: '只看这个镇（街道），名称或代码。Only this town, by name or code.' }),
      leadUnit: t.arg.string({
        description: '只看这个单位牵头的，名称或代码。Only led by this unit, by name or code.',
      }),
      publisher: t.arg.string({
        description: '只看这个机构发布的，名称或代码。Only of this publisher, by name or code.',
      }),
      groupBy: t.arg({
        type: [GroupEnum],
        required: true,
        defaultValue: ['YEAR'],
        description: '分组，默认按年度；给 [] 为总计。Groups, by year unless said otherwise; [] for one total.',
      }),
      first: t.arg.int({
        description: `只取前几组，1–${mostGroups}；不给则全部，多于 ${mostGroups} 组时报错。Only the first so many groups; all of them without it, and an error where there are more than ${mostGroups}.`,
      }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '按这一天判断是否逾期；默认今天。Judge on this day what is overdue; today by default.',
      }),
    },
    complexity: ({ first }) => ({ field: 20, multiplier: Math.min(first ?? 100, 100) }),
    resolve: async (_, args, context) => {
      const { first, category, year } = args;
      if (first != null && (first < 1 || first > mostGroups))
        throw badInput(
          `first 为 ${first}，须在 1 到 ${mostGroups} 之间。`,
          `first is ${first}; it must be 1 to ${mostGroups}.`,
        );
      if (category != null && !Object.hasOwn(categories.labels, category))
        throw badInput(
          `没有类别“${category.slice(0, 40)}”；有：${Object.keys(categories.labels).join('、')}。`,
          `There is no category "${category.slice(0, 40)}"; there are: ${Object.keys(categories.labels).join(', ')}.`,
        );
      const rows = await readTotals(context, momentOf(args, context), {
        fromYear: year ?? args.fromYear ?? null,
        toYear: year ?? args.toYear ?? null,
        type: args.type ?? null,
        category: category ?? null,
        town: args.town ?? null,
        leadUnit: args.leadUnit ?? null,
        publisher: args.publisher ?? null,
        groupBy: args.groupBy,
        first: first ?? mostGroups + 1,
      });
      if (first == null && rows.length > mostGroups)
        throw badInput(
          `结果多于 ${mostGroups} 组；请缩小范围，或用 first 只取前几组。`,
          `There are more than ${mostGroups} groups; ask for less, or for only the first with first.`,
        );
      return rows;
    },
  }),
);
