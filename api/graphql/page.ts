import type { LocalDate } from '../core/local-date.ts';
import { empty, join, literal, type Sql, sql } from '../store/statements.ts';
import type { Context } from './context.ts';
import { argumentsHash, decodeCursor, encodeCursor } from './cursor.ts';
import { ApiError, badInput } from './errors.ts';
import { allConditions, type Conditions } from './filter.ts';
import { orderBy, type SortKey, stretchesBeyond } from './keyset.ts';
import { type Moment, type MomentArguments, momentOf, visible } from './moment.ts';
import { type Search, searchOf } from './search.ts';

export interface PageArguments extends MomentArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly search?: string | null | undefined;
}

export const defaultPageSize = 20;
export const largestPage = 100;

/** Page sizes that stand in the text: knowing how few rows are wanted, PostgreSQL keeps one plan instead of planning each time. */
const usualSizes: ReadonlySet<number> = new Set([1, 5, 10, defaultPageSize, 50, largestPage]);

/** What a statement is about: some rows, each looked up by itself, or a list as a whole, to be counted or sifted. */
export type Reach = 'rows' | 'whole';

/** Where a list of one kind comes from. `edition` is `e` in every statement. */
export interface ListSource<Row> {
  /** What a stored answer depends on: the kind's name. */
  readonly collection: string;
  /** `edition e join …`, without a where. What nothing asks for, PostgreSQL leaves out of the plan. */
  readonly from: (moment: Moment, reach: Reach) => Sql;
  /** `asked` holds the names of the fields the query reads. */
  readonly columns: (moment: Moment, asked: ReadonlySet<string>) => Sql;
  readonly read: (row: Record<string, unknown>, moment: Moment) => Row;
}

/** Everything a list was asked for, ready to be counted, paged or grouped. */
export interface ListPlan<Row> {
  readonly source: ListSource<Row>;
  readonly moment: Moment;
  readonly conditions: Conditions;
  readonly search: Search | null;
  readonly keys: readonly SortKey[];
  readonly hash: string;
}

export interface PageRow<Row> {
  readonly node: Row;
  /** Signed only when asked for. */
  readonly cursor: () => string;
  readonly score: number | null;
}

export interface Page<Row> {
  readonly plan: ListPlan<Row>;
  readonly rows: readonly PageRow<Row>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const edition = sql`e`;

/** The last change a reader can know of, in milliseconds. Staging a draft is no such change: it must not show even in a cursor. */
export const lastChange = sql`(select (extract(epoch from max(at)) * 1000)::int8 from event where type in ('PUBLISHED', 'WITHDRAWN'))`;

/** All that must hold for a row to be in the list. `except` leaves out the list's own filter of a facet. */
export const listConditions = <Row>(
  { source, moment, conditions, search }: ListPlan<Row>,
  collection: Sql,
  except?: string,
): Sql =>
  join(
    [
      sql`e.kind = ${source.collection}`,
      visible(collection, moment),
      ...allConditions(conditions, except),
      ...(search ? [search.condition] : []),
    ],
    ' and ',
  );

/** Checks `first`/`last`: exactly one, 1 to 100, never clamped (R4). */
export function pageSize({ first, last, after, before }: PageArguments): { size: number; reverse: boolean } {
  if (first != null && last != null) {
    throw badInput('first 与 last 只能给一个。', 'give either first or last, not both.');
  }
  if (after != null && before != null) {
    throw badInput('after 与 before 只能给一个。', 'give either after or before, not both.');
  }
  const size = first ?? last ?? defaultPageSize;
  const name = last != null ? 'last' : 'first';
  if (size < 1 || size > largestPage) {
    throw badInput(
      `${name} 为 ${size}，须在 1 到 ${largestPage} 之间。`,
      `${name} is ${size}; it must be between 1 and ${largestPage}.`,
    );
  }
  if (last != null && after != null) throw badInput('last 请配合 before 使用。', 'last goes with before.');
  if (first != null && before != null) throw badInput('first 请配合 after 使用。', 'first goes with after.');
  return { size, reverse: last != null || before != null };
}

interface PlaceOfList {
  readonly values: readonly (string | number | null)[];
  readonly moment: Moment;
}

function placeOf(
  cursor: string,
  list: string,
  context: Context,
  given: MomentArguments,
  { readOn }: Moment,
): PlaceOfList {
  const { values, snapshot } = decodeCursor(cursor, list, context.cursorKey);
  if (!snapshot)
    throw new ApiError('CURSOR_EXPIRED', {
      zh: '游标已失效；请从头开始。',
      en: 'The cursor has expired; start again.',
    });
  const [instant, validOn] = snapshot.split('|');
  const asOf = new Date(instant ?? '');
  return { values, moment: { asOf, validOn: given.validOn ?? (validOn as LocalDate), readOn } };
}

/**
 * One page of a list. The first page notes the platform's last event; the following pages read the list as it stood
 * then, so that nothing is lost or repeated while others publish.
 */
export async function readPage<Row>(
  context: Context,
  source: ListSource<Row>,
  args: PageArguments,
  ask: {
    readonly conditions: (moment: Moment) => Promise<Conditions>;
    readonly keys: (search: Search | null) => readonly SortKey[];
    readonly asked: unknown;
    readonly names: ReadonlySet<string>;
  },
): Promise<Page<Row>> {
  const { size, reverse } = pageSize(args);
  context.touched.add(source.collection);
  const given = momentOf(args, context);
  const search = searchOf(args.search, edition);
  const hash = argumentsHash([
    source.collection,
    ask.asked,
    args.search ?? null,
    args.asOf ?? null,
    args.validOn ?? null,
  ]);
  const cursor = args.after ?? args.before;
  const place = cursor == null ? null : placeOf(cursor, hash, context, args, given);
  const moment = place?.moment ?? given;
  const keys = ask.keys(search);
  const plan: ListPlan<Row> = { source, moment, conditions: await ask.conditions(moment), search, keys, hash };
  const statement = pageStatement(plan, ask.names, size, reverse);
  const rows: Record<string, unknown>[] = [];
  for (const stretch of place ? stretchesBeyond(keys, place.values, reverse) : [null]) {
    if (rows.length <= size) rows.push(...(await context.store.read<Record<string, unknown>>(statement(stretch))));
  }
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  if (reverse) kept.reverse();
  return {
    plan,
    rows: kept.map((row) => ({
      node: source.read(row, moment),
      cursor: () =>
        encodeCursor(
          { values: valuesOf(row, keys.length), snapshot: snapshotOf(row, moment, context) },
          hash,
          context.cursorKey,
        ),
      score: (row['score'] as number | null) ?? null,
    })),
    hasNextPage: reverse ? place !== null : more,
    hasPreviousPage: reverse ? more : place !== null,
  };
}

/**
 * The rows of a page are found first, by their ids, and only then read: what is skipped or sorted away is looked at in
 * an index alone, and joined to nothing.
 */
const pageStatement =
  <Row>(
    plan: ListPlan<Row>,
    names: ReadonlySet<string>,
    size: number,
    reverse: boolean,
  ): ((stretch: Sql | null) => Sql) =>
  (stretch) => {
    const { source, moment, search, keys } = plan;
    const named = keys.map((key, index) => ({ ...key, expression: keyName(index) }));
    const values = keys.map(({ expression }, index) => sql`${expression} as ${keyName(index)}`);
    return sql`
    select ${source.columns(moment, names)}, ${join(
      named.map(({ expression }) => sql`page.${expression}`),
      ', ',
    )}, page.score,
      ${moment.asOf ? sql`null::int8` : lastChange} as snapshot
    from (
      select e.id, ${join(values, ', ')}, ${search ? search.score : sql`null::int`} as score
      from ${source.from(moment, 'whole')}
      where ${listConditions(plan, edition)} ${stretch ? sql`and ${stretch}` : empty}
      order by ${orderBy(keys, reverse)}
      limit ${usualSizes.has(size) ? literal(size + 1) : size + 1}
    ) page, ${source.from(moment, 'rows')}
    where e.id = page.id
    order by ${orderBy(named, reverse)}`;
  };

const names = [sql`key_0`, sql`key_1`, sql`key_2`, sql`key_3`, sql`key_4`];

function keyName(index: number): Sql {
  const name = names[index];
  if (!name) throw badInput(`orderBy 至多 ${names.length - 1} 项。`, `orderBy takes at most ${names.length - 1} keys.`);
  return name;
}

const valuesOf = (row: Record<string, unknown>, count: number): (string | number | null)[] =>
  Array.from({ length: count }, (_, index) => {
    const value = row[`key_${index}`];
    if (value instanceof Date) return value.toISOString();
    return (value as string | number | null) ?? null;
  });

function snapshotOf(row: Record<string, unknown>, { asOf, validOn }: Moment, { now }: Context): string {
  const instant = asOf ?? (typeof row['snapshot'] === 'number' ? new Date(row['snapshot']) : now);
  return `${instant.toISOString()}|${validOn}`;
}

/** How many rows the whole list has, in one statement. */
export async function countOf<Row>(context: Context, plan: ListPlan<Row>): Promise<number> {
  const [row] = await context.store.read<{ total: number }>(
    sql`select count(*)::int as total from ${plan.source.from(plan.moment, 'whole')} where ${listConditions(plan, edition)}`,
  );
  return row?.total ?? 0;
}
