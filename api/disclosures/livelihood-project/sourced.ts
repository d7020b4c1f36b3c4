import type { Place as CellPlace } from '../../core/finding-list.ts';
import type { RowPlace } from '../../core/form/form.ts';
import type { Project } from './model.ts';

/** A project and where in the source it and its reports stand; nowhere for what is taken from the platform. */
export interface Sourced {
  readonly project: Project;
  readonly row: RowPlace | null;
  readonly reports: ReadonlyMap<string, RowPlace>;
}

const at = (row: RowPlace | null | undefined, column: string): CellPlace =>
  row ? { sheet: row.sheet, row: row.row, column } : { column };

export const planCell = ({ row }: Sourced, column: string): CellPlace => at(row, column);

export const reportCell = ({ row, reports }: Sourced, period: string, column: string): CellPlace =>
  at(reports.get(period) ?? row, column);
