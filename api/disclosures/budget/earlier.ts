import { type Fen, fen } from '../../core/money.ts';
import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';
import type { BudgetReport } from './model.ts';
import type { PublishedAmount } from './rules/report-rules.ts';

interface Row {
  readonly form: string;
  readonly code: string;
  readonly component: string;
  readonly approved: string;
}

/** The tables of the live edition of this report: what a reader finds in it today. */
export async function publishedForms(
  tx: Transaction,
  report: BudgetReport,
  publisherId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ form: string }[]>(sql`
    select distinct t.form
    from budget b join edition e on e.id = b.edition_id join budget_table t on t.edition_id = e.id
    where e.publisher_id = ${publisherId}::uuid and e.published_at is not null and e.published_until is null
      and b.body = ${report.body} and b.fiscal_year = ${report.fiscalYear} and b.stage = ${report.stage}::budget_stage
      and b.level = ${report.level}::budget_level`);
  return new Set(rows.map(({ form }) => form));
}

/** The amounts of the budget this publisher has in public for the same body, year and level. */
export async function publishedBudget(
  tx: Transaction,
  report: BudgetReport,
  publisherId: string,
): Promise<PublishedAmount[]> {
  const rows = await tx.$queryRaw<Row[]>(sql`
    select l.form, l.code, l.component, min(l.approved)::text as approved
    from budget b join edition e on e.id = b.edition_id join budget_line l on l.edition_id = e.id
    where e.publisher_id = ${publisherId}::uuid and e.published_at is not null and e.published_until is null
      and b.body = ${report.body} and b.fiscal_year = ${report.fiscalYear} and b.stage = 'BUDGET' and b.level = ${report.level}::budget_level
      and l.code is not null and l.approved is not null
    group by l.form, l.code, l.component having count(*) = 1`);
  return rows.map(({ approved, ...line }) => ({ ...line, approved: fen(BigInt(approved)) as Fen }));
}
