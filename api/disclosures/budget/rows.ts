import type { TableRows } from '../../store/rows.ts';
import type { ResolveOrganization } from '../kind.ts';
import type { BudgetReport } from './model.ts';

/** Lines as rows, made one by one: a report may have a million. */
function* lineRows(editionId: string, { lines, tables }: BudgetReport): Generator<Record<string, unknown>> {
  let position = 0;
  for (const line of lines) {
    const table = tables[line.table];
    yield {
      edition_id: editionId,
      position,
      table_position: line.table,
      form: table?.form ?? '',
      level: table?.level ?? '',
      row: line.row,
      side: line.side,
      scheme: line.scheme,
      code: line.code,
      name: line.name,
      depth: line.depth,
      is_part: line.isPart,
      component: line.component,
      economic_code: line.economicCode,
      body: line.body,
      day: line.day,
      prior: line.prior?.toString() ?? null,
      approved: line.approved?.toString() ?? null,
      adjusted: line.adjusted?.toString() ?? null,
      executed: line.executed?.toString() ?? null,
      final: line.final?.toString() ?? null,
    };
    position += 1;
  }
}

/** The rows of one edition, parents first. Amounts are whole fen, exact up to 90 万亿元. */
export function rowsOf(editionId: string, report: BudgetReport, resolve: ResolveOrganization): readonly TableRows[] {
  return [
    {
      table: 'budget',
      rows: [
        {
          edition_id: editionId,
          fiscal_year: report.fiscalYear,
          stage: report.stage,
          level: report.level,
          body: report.body,
          organization_id: resolve(report.body),
          approved_on: report.approvedOn,
          disclosed_on: report.disclosedOn,
          narrative: report.narrative,
          line_count: report.lines.count,
          lines_digest: report.lines.digest,
        },
      ],
    },
    {
      table: 'budget_table',
      rows: report.tables.map((table, position) => ({
        edition_id: editionId,
        position,
        form: table.form,
        title: table.title,
        sheet: table.sheet,
        state: table.state,
        statement: table.statement,
        level: table.level,
        unit: table.unit,
        scale: table.scale,
        line_count: table.lines,
      })),
    },
    { table: 'budget_line', rows: lineRows(editionId, report) },
  ];
}
