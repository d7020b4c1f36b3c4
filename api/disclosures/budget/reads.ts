import type { LocalDate } from '../../core/local-date.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import type { Moment } from '../../graphql/moment.ts';
import { type PublishedRow, publishedColumns, publisherJoin } from '../../graphql/published.ts';
import { recordById, recordSource, recordsOf } from '../../graphql/record.ts';
import { rowsBelow } from '../../graphql/rows-below.ts';
import { join, type Sql, sql } from '../../store/statements.ts';
import type { Measure } from './model.ts';

export const kindName = 'budget';
export const plural = 'budgets';

export interface BudgetRow extends PublishedRow {
  readonly fiscalYear: number;
  readonly stage: string;
  readonly level: string;
  readonly body: string;
  readonly organizationId: string | null;
  readonly approvedOn: LocalDate | null;
  readonly disclosedOn: LocalDate | null;
  readonly narrative: string | null;
  readonly lineCount: number;
  readonly linesDigest: string;
}

export const from: Sql = sql`edition e join budget b on b.edition_id = e.id join document d on d.id = e.document_id ${publisherJoin}`;

const columns = (
  _: Moment,
  asked?: ReadonlySet<string>,
): Sql => sql`${publishedColumns(asked)}, null as number, b.fiscal_year as "fiscalYear", b.stage, b.level, b.body,
  b.organization_id as "organizationId", b.approved_on as "approvedOn", b.disclosed_on as "disclosedOn",
  ${asked && !asked.has('narrative') ? sql`null` : sql`b.narrative`} as narrative, b.line_count as "lineCount", b.lines_digest as "linesDigest"`;

export const source = recordSource<BudgetRow>({ kind: kindName, plural, from: () => from, columns });

/** Visible reports that meet a condition, the newest year first. */
export const read = recordsOf(source, { by: () => sql`b.fiscal_year desc`, most: 1000 });

export const budgetById = recordById(kindName, read);

export interface TableRow {
  readonly editionId: string;
  readonly position: number;
  readonly form: string;
  readonly title: string;
  readonly sheet: string | null;
  readonly state: string;
  readonly statement: string | null;
  readonly level: string;
  readonly unit: string;
  readonly scale: number;
  readonly lineCount: number;
}

export const tablesOf = rowsBelow<TableRow>(
  'budget_table',
  sql`form, title, sheet, state, statement, level, unit, scale, line_count as "lineCount"`,
);

/** A line as stored; amounts as text, for they may exceed what a number holds. */
export interface LineRow extends Readonly<Record<Measure, string | null>> {
  readonly editionId: string;
  readonly position: number;
  readonly tablePosition: number;
  readonly form: string;
  readonly row: number;
  readonly side: string;
  readonly scheme: string;
  readonly code: string | null;
  readonly name: string;
  readonly depth: number | null;
  readonly isPart: boolean;
  readonly component: string;
  readonly economicCode: string | null;
  readonly body: string | null;
  readonly day: LocalDate | null;
}

export const lineColumns: Sql = sql`l.edition_id as "editionId", l.position, l.table_position as "tablePosition", l.form, l.row, l.side, l.scheme,
  l.code, l.name, l.depth, l.is_part as "isPart", l.component, l.economic_code as "economicCode", l.body, l.day,
  l.prior::text, l.approved::text, l.adjusted::text, l.executed::text, l.final::text`;

export interface LineArguments {
  readonly first: number;
  readonly after: number | null;
  readonly depth: number | null;
  readonly under: string | null;
  readonly component: string | null;
  readonly side: string | null;
}

/** Lines of tables, asked for alike, in one statement: `first` of each table. */
export function linesOf(context: Context, args: LineArguments) {
  const { first, after, depth, under, component, side } = args;
  return loaderOf<LineRow[]>(context, `budget lines ${JSON.stringify(args)}`, null, async (keys) => {
    const tables = keys.map((key) => key.split(' '));
    const conditions: Sql[] = [
      sql`l.edition_id = t.edition_id`,
      sql`l.table_position = t.position`,
      ...(after === null ? [] : [sql`l.position > ${after}`]),
      ...(depth === null ? [] : [sql`l.depth = ${depth}`]),
      ...(under === null ? [] : [sql`l.code like ${`${under.replace(/[\\%_]/g, '\\$&')}_%`}`]),
      ...(component === null ? [] : [sql`l.component = ${component}`]),
      ...(side === null ? [] : [sql`l.side = ${side}`]),
    ];
    const rows = await context.store.read<LineRow>(sql`
      select line.* from unnest(${tables.map(([id]) => id)}::uuid[], ${tables.map(([, position]) => Number(position))}::int[]) as t(edition_id, position)
      cross join lateral (select ${lineColumns} from budget_line l where ${join(conditions, ' and ')} order by l.position limit ${first}) line
      order by line."editionId", line.position`);
    return groupBy(rows, ({ editionId, tablePosition }) => `${editionId} ${tablePosition}`);
  });
}

/** As many coded lines of a table as a tree is made of. */
const mostInTree = 5_000;

/** All coded lines of a table and component: what a tree is made of, read once however deep it is asked. */
export const codedLinesOf = (context: Context) =>
  loaderOf<LineRow[]>(context, 'coded budget lines', null, async (keys) => {
    const tables = keys.map((key) => key.split(' '));
    const rows = await context.store.read<LineRow>(sql`
      select line.* from unnest(${tables.map(([id]) => id)}::uuid[], ${tables.map(([, position]) => Number(position))}::int[], ${tables.map(([, , component]) => component)}::text[]) as t(edition_id, position, component)
      cross join lateral (select ${lineColumns} from budget_line l where l.edition_id = t.edition_id and l.table_position = t.position
        and l.component = t.component and l.code is not null and l.scheme <> 'ITEM' order by l.position limit ${mostInTree}) line
      order by line."editionId", line.position`);
    return groupBy(rows, ({ editionId, tablePosition, component }) => `${editionId} ${tablePosition} ${component}`);
  });
