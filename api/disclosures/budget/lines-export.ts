import { organizationKey } from '../../core/organization-name.ts';
import type { RowColumn } from '../../core/row-column.ts';
import { visible } from '../../graphql/moment.ts';
import { organizationAsked } from '../../graphql/organization-asked.ts';
import { join, type Sql, sql } from '../../store/statements.ts';
import type { LinesExport, LinesParameter } from '../lines.ts';
import { kindName } from './reads.ts';

const column = (key: string, zh: string, en: string, type: RowColumn['type'], width = 14): RowColumn => ({
  key,
  label: { zh, en },
  type,
  width,
});

const columns: readonly RowColumn[] = [
  column('indexNumber', '索引号', 'Index number', 'code', 28),
  column('fiscalYear', '年度', 'Fiscal year', 'integer', 8),
  column('stage', '阶段', 'Stage', 'code', 16),
  column('level', '层级', 'Level', 'code', 14),
  column('body', '机构', 'Body', 'text', 28),
  column('table', '表', 'Table', 'code', 24),
  column('side', '收支', 'Side', 'code', 12),
  column('scheme', '分类', 'Classification', 'code', 20),
  column('code', '科目编码', 'Code', 'code', 12),
  column('name', '科目名称', 'Name', 'text', 36),
  column('depth', '级次', 'Depth', 'integer', 6),
  column('component', '分项', 'Component', 'code', 18),
  column('rowBody', '所列单位', 'Unit of the row', 'text', 20),
  column('prior', '上年数（元）', 'Prior year (yuan)', 'money', 18),
  column('approved', '预算数（元）', 'Approved (yuan)', 'money', 18),
  column('adjusted', '调整预算数（元）', 'Adjusted (yuan)', 'money', 18),
  column('executed', '执行数（元）', 'Executed (yuan)', 'money', 18),
  column('final', '决算数（元）', 'Final (yuan)', 'money', 18),
  column('isSample', '示例数据', 'Sample data', 'boolean', 10),
];

const parameter = (name: string, pattern: RegExp, zh: string, en: string): LinesParameter => ({
  name,
  pattern,
  description: { zh, en },
});

const parameters: readonly LinesParameter[] = [
  parameter('fiscalYear', /^\d{4}$/, '年度，如 2024', 'a fiscal year such as 2024'),
  parameter(
    'stage',
    /^(BUDGET|ADJUSTMENT|EXECUTION|FINAL_ACCOUNTS)$/,
    '阶段：BUDGET、ADJUSTMENT、EXECUTION、FINAL_ACCOUNTS',
    'a stage: BUDGET, ADJUSTMENT, EXECUTION, FINAL_ACCOUNTS',
  ),
  parameter(
    'level',
    /^(COUNTY_TOTAL|COUNTY_OWN|TOWN|DEPARTMENT|UNIT)$/,
    '层级：COUNTY_TOTAL、COUNTY_OWN、TOWN、DEPARTMENT、UNIT',
    'a level: COUNTY_TOTAL, COUNTY_OWN, TOWN, DEPARTMENT, UNIT',
  ),
  parameter('table', /^[A-Z_]{2,40}$/, '表的代码，如 EXPENDITURE', 'the code of a table such as EXPENDITURE'),
  parameter(
    'organization',
    /^.{2,60}$/u,
    '机构的统一社会信用代码或书写名称',
    'the credit code or a written name of a body',
  ),
  parameter('code', /^\d{3,7}$/, '科目编码，如 205，含其下级', 'a code such as 205, with those below it'),
];

const conditions: Readonly<Record<string, (value: string) => Sql>> = {
  fiscalYear: (value) => sql`b.fiscal_year = ${Number(value)}`,
  stage: (value) => sql`b.stage = ${value}::budget_stage`,
  level: (value) => sql`l.level = ${value}::budget_level`,
  table: (value) => sql`l.form = ${value}`,
  organization: (value) => sql`b.organization_id = any(array(select id from organization where code = ${value}
    union select organization_id from organization_name where name = ${organizationKey(value)}))`,
  code: (value) => sql`l.code like ${`${value}%`}`,
};

/** Every line of every budget and final account, in the order of their reports. */
export const linesExport: LinesExport = {
  plural: 'budget-lines',
  label: { zh: '预决算明细', en: 'Budget lines' },
  columns,
  parameters,
  check: async (context, { organization }) => {
    if (typeof organization === 'string') await organizationAsked(context, organization);
  },
  select: (moment, given) => sql`
    select d.index_number, b.fiscal_year, b.stage, l.level, b.body, l.form, l.side, l.scheme, l.code, l.name, l.depth, l.component, l.body,
      l.prior, l.approved, l.adjusted, l.executed, l.final, e.is_sample
    from edition e join document d on d.id = e.document_id join budget b on b.edition_id = e.id join budget_line l on l.edition_id = e.id
    where ${join([sql`e.kind = ${kindName}`, visible(sql`e`, moment), ...[...given].flatMap(([name, value]) => conditions[name]?.(value) ?? [])], ' and ')}
    order by l.edition_id, l.position`,
};
