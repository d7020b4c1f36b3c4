import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { visible } from '../../graphql/moment.ts';
import { Money, moneyField, moneyOf } from '../../graphql/money.ts';
import { sql } from '../../store/statements.ts';
import { ownMeasure, type Stage } from './model.ts';
import { type BudgetRow, kindName } from './reads.ts';

interface ReconciliationRow {
  readonly own: string | null;
  readonly below: string | null;
  readonly count: number;
}

export const BudgetReconciliation = builder.objectRef<ReconciliationRow>('BudgetReconciliation').implement({
  description:
    '部门与所属单位之和（政府与各部门之和）的对账；差额可由内部往来、转移支付、债务和预备费产生。A department beside the sum of its units, or a government beside that of its departments; transfers among them, to others, debt and the reserve make a difference.',
  fields: (t) => ({
    own: moneyField(t, 'own', '本表支出合计。Total expenditure it states itself.'),
    below: moneyField(t, 'below', '已公开的下级机构支出合计之和。The sum of what those below it published.'),
    difference: t.field({
      type: Money,
      nullable: true,
      description: '差额：本表减下级之和。Own total less that sum.',
      resolve: ({ own, below }) =>
        own === null || below === null ? null : moneyOf((BigInt(own) - BigInt(below)).toString()),
    }),
    count: t.exposeInt('count', { description: '下级机构中已公开的个数。How many below it have published.' }),
  }),
});

/** The table whose 合计 is the body's whole expenditure. */
const expenditureForm = (level: string): string =>
  ({ COUNTY_TOTAL: 'GENERAL_EXPENDITURE', COUNTY_OWN: 'GENERAL_EXPENDITURE_OWN', TOWN: 'GENERAL_EXPENDITURE' })[
    level
  ] ?? 'EXPENDITURE';

export async function reconciliationOf(row: BudgetRow, context: Context): Promise<ReconciliationRow | null> {
  if (row.organizationId === null || row.level === 'UNIT') return null;
  context.touched.add(kindName);
  const measure = ownMeasure[row.stage as Stage];
  const amount = {
    approved: sql`l.approved`,
    adjusted: sql`l.adjusted`,
    executed: sql`l.executed`,
    final: sql`l.final`,
    prior: sql`l.prior`,
  }[measure];
  const lower = row.level === 'DEPARTMENT' ? 'UNIT' : 'DEPARTMENT';
  const [found] = await context.store.read<ReconciliationRow>(sql`
    select (select ${amount}::text from budget_line l where l.edition_id = ${row.editionId}::uuid and l.form = ${expenditureForm(row.level)}
        and l.component = 'TOTAL' and l.code in ('YEAR_TOTAL', 'GRAND_TOTAL') order by l.code desc limit 1) as own,
      sum(${amount})::text as below, count(*)::int as count
    from edition e join budget b on b.edition_id = e.id join organization o on o.id = b.organization_id
      join budget_line l on l.edition_id = e.id and l.form = 'EXPENDITURE' and l.component = 'TOTAL' and l.code = 'YEAR_TOTAL'
    where e.kind = ${kindName} and b.level = ${lower}::budget_level and b.fiscal_year = ${row.fiscalYear} and b.stage = ${row.stage}::budget_stage
      and o.parent_id = ${row.organizationId}::uuid and ${visible(sql`e`, row.moment)}`);
  return found ?? null;
}
