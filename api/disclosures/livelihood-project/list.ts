import { publishedList } from '../../graphql/connection.ts';
import { highlightsIn } from '../../graphql/highlight.ts';
import {
  byPublication,
  codeFilter,
  indexNumber,
  organizationNames,
  publishedAt,
  publisher,
  yearFilter,
} from '../../graphql/list-fields.ts';
import { sql } from '../../store/statements.ts';
import { categories } from './categories.ts';
import { paces, statuses, types } from './code-lists.ts';
import { leadUnitsAsked, townsAsked } from './names-asked.ts';
import { isOverdueOn, paceOn } from './overdue.ts';
import { from, source } from './reads.ts';
import { LivelihoodProject } from './schema.ts';

const joined = sql`${from} left join organization lead on lead.id = p.lead_id`;

publishedList({
  name: 'LivelihoodProject',
  field: 'livelihoodProjects',
  label: { zh: '民生实事与工作报告任务', en: 'livelihood projects and tasks of the work report' },
  node: LivelihoodProject,
  source: { ...source, from: () => joined },
  filters: {
    year: yearFilter(sql`p.year`, '项目年度。Year.'),
    type: codeFilter(types, () => sql`p.type::text`, '类型：LIVELIHOOD 民生实事，WORK_REPORT 工作报告任务。Type.'),
    category: codeFilter(
      categories,
      () => sql`p.category`,
      '类别代码，如 TRANSPORT 交通出行、HOUSING 住房。Code of the category.',
    ),
    status: codeFilter(statuses, () => sql`p.status::text`, '状态代码，如 COMPLETED。Code of the status.'),
    pace: codeFilter(
      paces,
      ({ validOn }) => paceOn(validOn),
      '快慢代码：AHEAD、ON、BEHIND；已逾期的为 BEHIND。Code of the pace; what is overdue is BEHIND.',
    ),
    isOverdue: {
      type: 'truth',
      expression: ({ validOn }) => isOverdueOn(validOn),
      description: '按 validOn 那天：已过完成时限而未完成。Past its due day on the day of validOn, and not completed.',
    },
    town: {
      type: 'text',
      expression: () => sql`named.town`,
      within: (condition) =>
        sql`exists (select from unnest(p.town_keys || p.town_codes) as named(town) where ${condition})`,
      lookup: { expression: sql`named.town`, type: sql`text`, find: townsAsked },
      description:
        '所在镇（街道）：名称或代码，如“起凤镇”“起凤”或 370321101；用 eq 或 in。The town, by any written name or by its code; with eq or in.',
    },
    leadUnit: {
      type: 'text',
      expression: () => sql`named.name`,
      within: (condition) => sql`exists (select from livelihood_unit u cross join lateral (
        select u.key as name union all select o.code from organization o where o.id = u.organization_id
        union all select n.name from organization_name n where n.organization_id = u.organization_id) named
        where u.edition_id = e.id and u.role = 'LEAD' and ${condition})`,
      lookup: { expression: sql`named.name`, type: sql`text`, find: leadUnitsAsked },
      description:
        '牵头单位：任一书写名称或统一社会信用代码，如“县交通运输局”；用 eq 或 in。The unit that leads, by any written name or its credit code; with eq or in.',
    },
    publisher,
    dueOn: { type: 'date', expression: () => sql`p.due_on`, description: '完成时限。The day it is due.' },
    completedOn: { type: 'date', expression: () => sql`p.completed_on`, description: '完成日期。Completed on.' },
    indexNumber,
    publishedAt,
  },
  orders: {
    PROGRAMME: {
      key: {
        expression: sql`(p.year * 1000000 + case p.type when 'LIVELIHOOD' then 500000 else 0 end + 99999 - least(coalesce(p.number, 99999), 99999))`,
        type: sql`int`,
        descending: true,
        nullable: false,
      },
      description:
        '年度新的在前，同年民生实事在前，按序号。The newest year first, livelihood projects before tasks, by number.',
    },
    DUE_ON: {
      key: { expression: sql`p.due_on`, type: sql`date`, descending: false, nullable: true },
      description: '完成时限。The day it is due.',
    },
    COMPLETION_RATE: {
      key: { expression: sql`p.completion_rate`, type: sql`numeric`, descending: true, nullable: true },
      description: '完成率。Percent of the target.',
    },
    PUBLISHED_AT: byPublication,
  },
  facets: {
    YEAR: { filter: 'year', description: '项目年度。Year.' },
    TYPE: { filter: 'type', description: '类型。Type.' },
    CATEGORY: { filter: 'category', description: '类别。Category.' },
    STATUS: { filter: 'status', description: '状态。Status.' },
    PACE: { filter: 'pace', description: '快慢。Pace.' },
    TOWN: {
      description: '所在镇（街道）；一个项目可在几个镇。Town; a project may be in several.',
      // Each town of a project counts, and one in none counts among those without.
      expression: () =>
        sql`unnest(case when cardinality(p.town_codes) = 0 then array[null]::text[] else p.town_codes end)`,
      filter: 'town',
      labels: async (values, context) => {
        const rows = await context.store.read<{ code: string; name: string }>(
          sql`select code, name from division where code = any(${values}::text[])`,
        );
        return new Map(rows.map(({ code, name }) => [code, { zh: name, en: name }]));
      },
    },
    LEAD_UNIT: {
      description: '牵头单位（第一个）。The first unit that leads.',
      expression: () => sql`lead.code`,
      filter: 'leadUnit',
      labels: organizationNames,
    },
  },
  highlights: highlightsIn('title', 'content', 'target', 'location'),
});
