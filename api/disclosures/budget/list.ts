import { labelsOf } from '../../graphql/code.ts';
import { publishedList } from '../../graphql/connection.ts';
import { highlight } from '../../graphql/highlight.ts';
import { organizationFacet, organizationFilter } from '../../graphql/organization-facet.ts';
import { sql } from '../../store/statements.ts';
import { levels, stages } from './code-lists.ts';
import { from, source } from './reads.ts';
import { Budget } from './schema.ts';

const joined = sql`${from} left join organization body on body.id = b.organization_id`;

publishedList({
  name: 'Budget',
  field: 'budgets',
  label: { zh: '预算与决算', en: 'budgets and final accounts' },
  node: Budget,
  source: { ...source, from: () => joined },
  filters: {
    fiscalYear: { type: 'int', expression: () => sql`b.fiscal_year`, description: '预算年度。Fiscal year.' },
    stage: {
      type: 'text',
      expression: () => sql`b.stage::text`,
      codes: stages,
      description: '阶段代码：BUDGET、ADJUSTMENT、EXECUTION、FINAL_ACCOUNTS。Code of the stage.',
    },
    level: {
      type: 'text',
      expression: () => sql`b.level::text`,
      codes: levels,
      description: '层级代码：COUNTY_TOTAL、COUNTY_OWN、TOWN、DEPARTMENT、UNIT。Code of the level.',
    },
    organization: organizationFilter(
      sql`body`,
      '所列收支的机构：统一社会信用代码或任一书写名称，如“县财政局”。The body whose money it is, by credit code or any written name.',
    ),
    publisher: organizationFilter(
      sql`publisher`,
      '发布机构：统一社会信用代码或任一书写名称。The publisher, by credit code or any written name.',
    ),
    indexNumber: { type: 'text', expression: () => sql`d.index_number`, description: '索引号。Index number.' },
    approvedOn: { type: 'date', expression: () => sql`b.approved_on`, description: '批准日期。Day of approval.' },
    publishedAt: {
      type: 'instant',
      expression: () => sql`e.published_at`,
      description: '这一版的发布时刻。When this edition was published.',
    },
  },
  orders: {
    FISCAL_YEAR: {
      key: { expression: sql`b.fiscal_year`, type: sql`int`, descending: true, nullable: false },
      description: '预算年度。Fiscal year.',
    },
    PUBLISHED_AT: {
      key: { expression: sql`e.published_at`, type: sql`timestamptz`, descending: true, nullable: false },
      description: '发布时刻。When published.',
    },
  },
  facets: {
    FISCAL_YEAR: {
      description: '预算年度。Fiscal year.',
      expression: () => sql`b.fiscal_year`,
      filter: 'fiscalYear',
      labels: async (values) => new Map(values.map((value) => [value, { zh: `${value}年`, en: value }])),
    },
    STAGE: {
      description: '阶段。Stage.',
      expression: () => sql`b.stage::text`,
      filter: 'stage',
      labels: (values) => labelsOf(stages, values),
    },
    LEVEL: {
      description: '层级。Level.',
      expression: () => sql`b.level::text`,
      filter: 'level',
      labels: (values) => labelsOf(levels, values),
    },
    ORGANIZATION: organizationFacet(sql`body`, 'organization', '机构。The body whose money it is.'),
  },
  highlights: async (rows, words) =>
    new Map(
      rows.map(({ documentId, title }) => [
        documentId,
        [highlight('title', title, words)].filter((passage) => passage !== null),
      ]),
    ),
});
