import type { Context } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { organizationsAsked } from '../../graphql/organization-asked.ts';
import { join, literal, type Sql, sql, word } from '../../store/statements.ts';
import type { Scheme } from './codes/classification.ts';
import { labelOf } from './codes/subject.ts';
import { formOf } from './forms.ts';
import type { Side } from './model.ts';
import { schemeOf } from './read/codes-in-rows.ts';
import { kindName } from './reads.ts';

export const totalMeasures = [
  'prior',
  'approved',
  'approvedInAccounts',
  'adjusted',
  'executed',
  'final',
  'overBudget',
] as const;

export type TotalMeasure = (typeof totalMeasures)[number];

/**
 * Where each number is taken from: the report whose own number it is. A budget repeats last year's execution and the
 * accounts repeat the budget; adding those in would count them twice.
 */
const sums: Readonly<Record<TotalMeasure, Sql>> = {
  prior: sql`sum(l.prior) filter (where b.stage = 'FINAL_ACCOUNTS')`,
  approved: sql`sum(l.approved) filter (where b.stage = 'BUDGET')`,
  approvedInAccounts: sql`sum(l.approved) filter (where b.stage = 'FINAL_ACCOUNTS')`,
  adjusted: sql`coalesce(sum(l.adjusted) filter (where b.stage = 'FINAL_ACCOUNTS'), sum(l.adjusted) filter (where b.stage = 'ADJUSTMENT'))`,
  executed: sql`sum(l.executed)`,
  final: sql`sum(l.final) filter (where b.stage = 'FINAL_ACCOUNTS')`,
  overBudget: sql`coalesce(sum(l.final - l.approved) filter (where b.stage = 'FINAL_ACCOUNTS'),
    sum(l.final) filter (where b.stage = 'FINAL_ACCOUNTS') - sum(l.approved) filter (where b.stage = 'BUDGET'))`,
};

/** The same numbers of one body in one year, under these names. */
const columns: Readonly<Record<TotalMeasure, Sql>> = {
  prior: sql`"prior"`,
  approved: sql`"approved"`,
  approvedInAccounts: sql`"approvedInAccounts"`,
  adjusted: sql`"adjusted"`,
  executed: sql`"executed"`,
  final: sql`"final"`,
  overBudget: sql`"overBudget"`,
};

export type Group = 'YEAR' | 'CODE' | 'ORGANIZATION';

const keys: Readonly<Record<Group, { readonly expression: Sql; readonly name: Sql }>> = {
  YEAR: { expression: sql`b.fiscal_year`, name: sql`"year"` },
  CODE: { expression: sql`l.code`, name: sql`"code"` },
  ORGANIZATION: { expression: sql`b.organization_id`, name: sql`"organizationId"` },
};

export interface TotalsQuery {
  readonly level: string;
  readonly table: string;
  readonly component: string;
  readonly side: Side | null;
  readonly codes: readonly string[] | null;
  readonly under: string | null;
  readonly depth: number | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly organizations: readonly string[] | null;
  readonly groupBy: readonly Group[];
  readonly orderBy: TotalMeasure | null;
  readonly first: number;
  /** Which of the costly extras are asked for. */
  readonly asked: ReadonlySet<string>;
}

export type TotalRow = Readonly<Record<TotalMeasure, string | null>> & {
  readonly year: number | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly organizationId: string | null;
  readonly reports: number;
  /** People in the divisions summed over; null where nobody has counted them. */
  readonly population: string | null;
  /** The whole of the table in the same group, by measure: what a share is of. */
  readonly whole: Readonly<Record<TotalMeasure, string | null>> | null;
};

function scope(query: TotalsQuery, moment: Moment, ids: readonly string[] | null): Sql[] {
  return [
    sql`l.form = ${word(query.table)}`,
    sql`l.level = ${word(query.level)}`,
    sql`e.kind = ${kindName}`,
    visible(sql`e`, moment),
    ...(query.fromYear === null ? [] : [sql`b.fiscal_year >= ${query.fromYear}`]),
    ...(query.toYear === null ? [] : [sql`b.fiscal_year <= ${query.toYear}`]),
    ...(ids === null ? [] : [sql`b.organization_id = any(${ids}::uuid[])`]),
  ];
}

/** A table of two sides says the same money twice, as it comes and as it goes: one side is added, what is spent unless another is asked. */
const sideCondition = ({ table, component, side }: TotalsQuery): Sql[] => {
  const chosen = side ?? (formOf(table).layout === 'BALANCE' ? 'EXPENDITURE' : null);
  return [sql`l.component = ${word(component)}`, ...(chosen === null ? [] : [sql`l.side = ${word(chosen)}`])];
};

/** Which lines are added: given codes, or one level of the classification. Never two levels at once. */
function linesCondition({ codes, under, depth, table }: TotalsQuery): Sql[] {
  if (codes !== null) return [sql`l.code = any(${codes}::text[])`];
  const level = depth ?? (under === null ? 1 : ({ 3: 2, 5: 3 }[under.length] ?? 1));
  const prefix = under === null ? [] : [sql`l.code like ${`${under.replace(/[\\%_]/g, '\\$&')}%`}`];
  // Totals of a table are lines too: 合计 and 总计 would be added up.
  const single =
    level === 0 ? [sql`l.code in ('TOTAL', ${formOf(table).layout === 'THREE_PUBLIC' ? 'TOTAL' : 'YEAR_TOTAL'})`] : [];
  return [sql`l.depth = ${literal(level)}`, ...prefix, ...single];
}

const joins = sql`budget_line l join budget b on b.edition_id = l.edition_id join edition e on e.id = l.edition_id`;

const totalOf = (measure: TotalMeasure): Sql => sql`sum(${columns[measure]})`;

/**
 * Sums by group, over sums by body and year: the accounts of one are held against the budget of the same body and year only,
 * and a body of which one of both is not public takes no part in that.
 */
function summed(groupBy: readonly Group[], conditions: readonly Sql[], hasReports: boolean): Sql {
  const names = groupBy.map((group) => keys[group].name);
  const ofBody = [
    ...groupBy.map((group) => sql`${keys[group].expression} as ${keys[group].name}`),
    ...totalMeasures.map((measure) => sql`${sums[measure]} as ${columns[measure]}`),
    ...(hasReports ? [sql`count(distinct l.edition_id) as reports`] : []),
  ];
  const ofGroup = [
    ...names,
    ...totalMeasures.map((measure) => sql`${totalOf(measure)}::text as ${columns[measure]}`),
    ...(hasReports ? [sql`sum(reports)::int as reports`] : []),
  ];
  const isByCode = groupBy.includes('CODE');
  return sql`select ${join(ofGroup, ', ')} from (
      select ${join(ofBody, ', ')} from ${joins} where ${join([...conditions], ' and ')}
      group by b.fiscal_year, b.organization_id, b.body ${isByCode ? sql`, l.code` : sql``}
    ) of_body ${names.length > 0 ? sql`group by ${join(names, ', ')}` : sql``}`;
}

/** Sums over many reports, in SQL: one statement for the sums, one for the wholes where shares are asked for, one for people. */
export async function readTotals(context: Context, moment: Moment, query: TotalsQuery): Promise<TotalRow[]> {
  context.touched.add(kindName);
  const ids =
    query.organizations === null ? null : [...(await organizationsAsked(context, query.organizations)).values()];
  const conditions = [...scope(query, moment, ids), ...sideCondition(query), ...linesCondition(query)];
  const { groupBy, orderBy, first } = query;
  const grouped = groupBy.map((group) => keys[group].name);
  const order = orderBy === null ? grouped : [sql`${totalOf(orderBy)} desc nulls last`, ...grouped];
  const rows = await context.store.read<TotalRow>(sql`
    ${summed(groupBy, conditions, query.asked.has('reports'))}
    ${order.length > 0 ? sql`order by ${join(order, ', ')}` : sql``} limit ${first}`);
  const wholes = query.asked.has('share') ? await readWholes(context, moment, query, ids) : null;
  const people = query.asked.has('perHead') ? await readPeople(context, moment, query, ids) : null;
  const names = await readNames(context, query.table, rows);
  return rows.map((row) => ({
    ...row,
    year: row.year ?? null,
    code: row.code ?? null,
    name: row.code === null ? null : (names.get(row.code) ?? null),
    reports: row.reports ?? 0,
    organizationId: row.organizationId ?? null,
    population: people?.get(groupKey(row)) ?? null,
    whole: wholes?.get(groupKey(row)) ?? null,
  }));
}

/** Names as tables print them, of codes that our lists lack. */
async function readNames(
  context: Context,
  table: string,
  rows: readonly TotalRow[],
): Promise<ReadonlyMap<string, string>> {
  const unknown = [
    ...new Set(
      rows.flatMap(({ code, year }) => (code && !labelOf(schemeOfCode(table, code), code, year ?? 9999) ? [code] : [])),
    ),
  ];
  if (unknown.length === 0) return new Map();
  const found = await context.store.read<{ code: string; name: string }>(sql`
    select wanted.code, line.name from unnest(${unknown}::text[]) as wanted(code)
    cross join lateral (select name from budget_line l where l.form = ${word(table)} and l.component = 'TOTAL' and l.code = wanted.code limit 1) line`);
  return new Map(found.map(({ code, name }) => [code, name]));
}

/** The list a code of a table is from. */
export const schemeOfCode = (table: string, code: string): Scheme => {
  const form = formOf(table);
  return /^\d+$/.test(code) ? schemeOf(code, form, form.side) : 'ITEM';
};

const groupKey = ({
  year,
  organizationId,
}: {
  readonly year?: number | null;
  readonly organizationId?: string | null;
}): string => `${year ?? ''} ${organizationId ?? ''}`;

/** What the classes of the table add up to in each year and organization. */
async function readWholes(context: Context, moment: Moment, query: TotalsQuery, ids: readonly string[] | null) {
  const groupBy = query.groupBy.filter((group) => group !== 'CODE');
  const conditions = [...scope(query, moment, ids), ...sideCondition(query), sql`l.depth = 1`];
  const rows = await context.store.read<TotalRow>(summed(groupBy, conditions, false));
  return new Map(rows.map((row) => [groupKey(row), row]));
}

/** The people of the divisions whose bodies are in each group, each division and year counted once. */
async function readPeople(context: Context, moment: Moment, query: TotalsQuery, ids: readonly string[] | null) {
  const groupBy = query.groupBy.filter((group) => group !== 'CODE');
  const named = groupBy.map((group) => keys[group].name);
  const rows = await context.store.read<{ year?: number; organizationId?: string; persons: string }>(sql`
    select ${join([...named, sql`sum(persons)::text as persons`], ', ')} from (
      select distinct ${join([...groupBy.map((group) => sql`${keys[group].expression} as ${keys[group].name}`), sql`p.division_code, p.year as counted, p.persons`], ', ')}
      from budget_table l join budget b on b.edition_id = l.edition_id join edition e on e.id = l.edition_id join organization o on o.id = b.organization_id
        join population p on p.division_code = left(o.division_code, 6) and p.year = b.fiscal_year
      where ${join(scope(query, moment, ids), ' and ')}
    ) counted ${named.length > 0 ? sql`group by ${join(named, ', ')}` : sql``}`);
  return new Map(rows.map((row) => [groupKey(row), row.persons]));
}
