import { publishedList } from '../../graphql/connection.ts';
import {
  byPublication,
  codeFilter,
  indexNumber,
  organizationFilter,
  publishedAt,
  publisher,
  yearFilter,
} from '../../graphql/list-fields.ts';
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
    fiscalYear: yearFilter(sql`b.fiscal_year`, '预算年度。Fiscal year.'),
    stage: codeFilter(
      stages,
      () => sql`b.stage::text`,
      '阶段代码：BUDGET、ADJUSTMENT、EXECUTION、FINAL_ACCOUNTS。Code of the stage.',
    ),
    level: codeFilter(
      levels,
      () => sql`b.level::text`,
      '层级代码：COUNTY_TOTAL、COUNTY_OWN、TOWN、DEPARTMENT、UNIT。Code of the level.',
    ),
    organization: organizationFilter(
      sql`body`,
      '所列收支的机构：统一社会信用代码或任一书写名称，如“县财政局”。The body whose money it is, by credit code or any written name.',
    ),
    publisher,
    indexNumber,
    approvedOn: { type: 'date', expression: () => sql`b.approved_on`, description: '批准日期。Day of approval.' },
    publishedAt,
  },
  orders: {
    FISCAL_YEAR: {
      key: { expression: sql`b.fiscal_year`, type: sql`int`, descending: true, nullable: false },
      description: '预算年度。Fiscal year.',
    },
    PUBLISHED_AT: byPublication,
  },
  facets: {
    FISCAL_YEAR: { filter: 'fiscalYear', description: '预算年度。Fiscal year.' },
    STAGE: { filter: 'stage', description: '阶段。Stage.' },
    LEVEL: { filter: 'level', description: '层级。Level.' },
    ORGANIZATION: { filter: 'organization', description: '机构。The body whose money it is.' },
  },
});
