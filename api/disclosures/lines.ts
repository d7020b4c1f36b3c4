import type { Bilingual } from '../core/finding.ts';
import type { RowColumn } from '../core/row-column.ts';
import type { Context } from '../graphql/context.ts';
import type { Moment } from '../graphql/moment.ts';
import type { Sql } from '../store/statements.ts';

/** A way to narrow what is exported. */
export interface LinesParameter {
  readonly name: string;
  readonly pattern: RegExp;
  readonly description: Bilingual;
}

/** The rows below a kind's records, given as whole files: millions of them, straight from the database. */
export interface LinesExport {
  /** Path segment, e.g. `budget-lines`. */
  readonly plural: string;
  readonly label: Bilingual;
  readonly columns: readonly RowColumn[];
  readonly parameters: readonly LinesParameter[];
  /** Refuses a value that means nothing, where only the database can tell; otherwise the file would be empty. */
  check?(context: Context, given: Readonly<Record<string, unknown>>): Promise<void>;
  /** Selects the columns in their order. It must pass `visible()`, as every public read does. */
  select(moment: Moment, given: ReadonlyMap<string, string>): Sql;
}
