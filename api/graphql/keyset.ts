import { empty, join, type Sql, sql } from '../store/statements.ts';

/** One key a list is sorted by. Nulls always stand last, whichever way the list is read by the caller. */
export interface SortKey {
  readonly expression: Sql;
  readonly type: Sql;
  readonly descending: boolean;
  readonly nullable: boolean;
}

type Value = string | number | null;

const orderTerm = ({ expression, descending, nullable }: SortKey, reverse: boolean): Sql => {
  const direction = descending !== reverse ? sql`desc` : sql`asc`;
  // For a NOT NULL column the nulls clause is left out, so that an index in the plain order serves.
  if (!nullable) return sql`${expression} ${direction}`;
  return reverse ? sql`${expression} ${direction} nulls first` : sql`${expression} ${direction} nulls last`;
};

export const orderBy = (keys: readonly SortKey[], reverse: boolean): Sql =>
  join(
    keys.map((key) => orderTerm(key, reverse)),
    ', ',
  );

/** Rows strictly beyond a value of one key, in reading direction. */
function beyond({ expression, type, descending, nullable }: SortKey, value: Value, reverse: boolean): Sql {
  const bound = sql`${value}::${type}`;
  if (value === null) return reverse ? sql`${expression} is not null` : sql`false`;
  const after = descending !== reverse ? sql`${expression} < ${bound}` : sql`${expression} > ${bound}`;
  return nullable && !reverse ? sql`(${after} or ${expression} is null)` : after;
}

const same = ({ expression, type }: SortKey, value: Value): Sql =>
  value === null ? sql`${expression} is null` : sql`${expression} = ${value}::${type}`;

/** The rows after (or, reversed, before) a place: `(a beyond) or (a same and b beyond) or …`. */
function beyondPlace(keys: readonly SortKey[], values: readonly Value[], reverse: boolean): Sql {
  const alternatives = keys.map((key, depth) => {
    const equal = keys.slice(0, depth).map((earlier, index) => same(earlier, values[index] ?? null));
    return join([...equal, beyond(key, values[depth] ?? null, reverse)], ' and ');
  });
  return alternatives.length === 0 ? empty : sql`(${join(alternatives, ' or ')})`;
}

/**
 * The rows beyond a place in at most two stretches, those with a first value and those without, read one after the other:
 * to the start of each an index leads, however deep in the list it lies.
 */
export function stretchesBeyond(keys: readonly SortKey[], values: readonly Value[], reverse: boolean): Sql[] {
  const [first] = keys;
  if (!first) return [];
  const { expression, type, descending, nullable } = first;
  const [value = null] = values;
  const rest = beyondPlace(keys, values, reverse);
  const absent = sql`${expression} is null`;
  if (value === null) return [sql`${absent} and ${rest}`, ...(reverse ? [sql`${expression} is not null`] : [])];
  const bound = sql`${value}::${type}`;
  const from = descending !== reverse ? sql`${expression} <= ${bound}` : sql`${expression} >= ${bound}`;
  return [sql`${from} and ${rest}`, ...(nullable && !reverse ? [absent] : [])];
}
