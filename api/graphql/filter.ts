import type { Bilingual } from '../core/finding.ts';
import { empty, join, type Sql, sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import type { CodeList } from './code.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import type { Moment } from './moment.ts';

/** The scalar operators (R8). Only fields that an index serves are offered, so every filter is cheap. */
const Text = builder.inputType('TextFilter', {
  description: '文字条件；各项须同时满足。Conditions on a text; all given must hold.',
  fields: (t) => ({
    eq: t.string({ description: '等于。Equal to.' }),
    ne: t.string({ description: '不等于。Not equal to.' }),
    in: t.stringList({ description: '为其中之一（至多 100 个）。One of these, at most 100.' }),
    notIn: t.stringList({ description: '不为其中任何一个。None of these.' }),
    startsWith: t.string({ description: '以此开头。Begins with.' }),
    isNull: t.boolean({ description: 'true：没有值；false：有值。Whether the value is absent.' }),
  }),
});

const Int = builder.inputType('IntFilter', {
  description: '整数条件；各项须同时满足。Conditions on a whole number; all given must hold.',
  fields: (t) => ({
    eq: t.int({ description: '等于。Equal to.' }),
    ne: t.int({ description: '不等于。Not equal to.' }),
    in: t.intList({ description: '为其中之一。One of these.' }),
    notIn: t.intList({ description: '不为其中任何一个。None of these.' }),
    lt: t.int({ description: '小于。Less than.' }),
    lte: t.int({ description: '不大于。At most.' }),
    gt: t.int({ description: '大于。Greater than.' }),
    gte: t.int({ description: '不小于。At least.' }),
    isNull: t.boolean({ description: 'true：没有值；false：有值。Whether the value is absent.' }),
  }),
});

const DateRange = builder.inputType('DateFilter', {
  description: '日期条件；各项须同时满足，首尾含在内。Conditions on a day; all given must hold.',
  fields: (t) => ({
    eq: t.field({ type: 'Date', description: '等于。On this day.' }),
    lt: t.field({ type: 'Date', description: '早于。Before.' }),
    lte: t.field({ type: 'Date', description: '不晚于。On or before.' }),
    gt: t.field({ type: 'Date', description: '晚于。After.' }),
    gte: t.field({ type: 'Date', description: '不早于。On or after.' }),
    isNull: t.boolean({ description: 'true：没有日期；false：有日期。Whether the day is absent.' }),
  }),
});

const Instant = builder.inputType('DateTimeFilter', {
  description: '时刻条件；各项须同时满足。Conditions on an instant; all given must hold.',
  fields: (t) => ({
    lt: t.field({ type: 'DateTime', description: '早于。Before.' }),
    lte: t.field({ type: 'DateTime', description: '不晚于。At or before.' }),
    gt: t.field({ type: 'DateTime', description: '晚于。After.' }),
    gte: t.field({ type: 'DateTime', description: '不早于。At or after.' }),
  }),
});

const Truth = builder.inputType('BooleanFilter', {
  description: '是非条件。A condition that holds or does not.',
  fields: (t) => ({ eq: t.boolean({ description: 'true：是；false：否。Whether it holds.' }) }),
});

const inputs = { text: Text, int: Int, date: DateRange, instant: Instant, truth: Truth };
const sqlTypes = { text: sql`text`, int: sql`int`, date: sql`date`, instant: sql`timestamptz`, truth: sql`boolean` };

/** What is compared with instead of what was written, and its value for each. */
export interface Lookup {
  readonly expression: Sql;
  readonly type: Sql;
  /** Throws where a value means nothing, for an empty list would not tell a wrong name from a right one. `where` names the field. */
  readonly find: (
    context: Context,
    written: readonly string[],
    moment: Moment,
    where: string,
  ) => Promise<ReadonlyMap<string, string>>;
}

/** What was found for the values of each field that is looked up. */
type Found = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Names for values, looked up together. */
export type Labels = (values: readonly string[], context: Context) => Promise<ReadonlyMap<string, Bilingual>>;

export interface FilterField {
  readonly type: keyof typeof inputs;
  /** What is compared; may depend on the day validity is judged. */
  readonly expression: (moment: Moment) => Sql;
  /** Where the value stands in rows below the record: wraps the condition, so that one row that meets it is enough. */
  readonly within?: (condition: Sql) => Sql;
  /** The list its values are from: any other is told, not answered with an empty list. */
  readonly codes?: CodeList;
  /** The stored spelling of a whole value that can be written in several ways. */
  readonly spelling?: (value: string) => string;
  /** Whole values that only the database can tell the meaning of, such as names of organizations. */
  readonly lookup?: Lookup;
  /** What its values are called where they are counted, unless they are of `codes`. */
  readonly labels?: Labels;
  readonly description: string;
}

type Condition = Readonly<Record<string, unknown>>;

const mostValues = 100;

function atMost(operator: string, values: readonly unknown[]): void {
  if (values.length > mostValues) {
    throw badInput(
      `${operator} 至多 ${mostValues} 个值，给了 ${values.length} 个。`,
      `${operator} takes at most ${mostValues} values; ${values.length} were given.`,
    );
  }
}

function listOf(operator: string, value: unknown, type: Sql): Sql {
  const values = value as readonly (string | number)[];
  atMost(operator, values);
  return sql`${values}::${type}[]`;
}

const likeLiteral = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

const operators: Readonly<Record<string, (left: Sql, value: unknown, type: Sql) => Sql>> = {
  eq: (left, value, type) => sql`${left} = ${value}::${type}`,
  ne: (left, value, type) => sql`${left} is distinct from ${value}::${type}`,
  in: (left, value, type) => sql`${left} = any(${listOf('in', value, type)})`,
  notIn: (left, value, type) => sql`(${left} is null or ${left} <> all(${listOf('notIn', value, type)}))`,
  lt: (left, value, type) => sql`${left} < ${value}::${type}`,
  lte: (left, value, type) => sql`${left} <= ${value}::${type}`,
  gt: (left, value, type) => sql`${left} > ${value}::${type}`,
  gte: (left, value, type) => sql`${left} >= ${value}::${type}`,
  startsWith: (left, value) => sql`${left} like ${likeLiteral(String(value))}`,
  isNull: (left, value) => (value ? sql`${left} is null` : sql`${left} is not null`),
};

/** Operators that compare with whole values; the others take a part of one, or none. */
const whole: ReadonlySet<string> = new Set(['eq', 'ne', 'in', 'notIn']);
const mostNamed = 30;

/** The code a value is: itself, or the one of that name (防汛抗旱 for FLOOD_DROUGHT). Any other is told with those that are. */
function codeFor(name: string, { labels }: CodeList, value: string): string {
  if (Object.hasOwn(labels, value)) return value;
  const named = Object.entries(labels).find(([, { zh, en }]) => zh === value.trim() || en === value.trim());
  if (named) return named[0];
  const known = Object.entries(labels);
  const shown = known.slice(0, mostNamed);
  const more = known.length > shown.length;
  const given = value.slice(0, 40);
  throw badInput(
    `where.${name} 没有代码“${given}”；有：${shown.map(([code, { zh }]) => `${code}（${zh}）`).join('、')}${more ? `等 ${known.length} 个` : ''}。`,
    `where.${name} knows no code "${given}"; there are: ${shown.map(([code]) => code).join(', ')}${more ? ` and ${known.length - shown.length} more` : ''}.`,
  );
}

/** The value as it is stored, or a refusal. */
function stored(name: string, { codes, spelling }: FilterField, operator: string, value: unknown): unknown {
  if (!whole.has(operator) || !(codes || spelling)) return value;
  const one = (text: string): string => {
    const code = codes ? codeFor(name, codes, text) : text;
    return spelling ? spelling(code) : code;
  };
  return Array.isArray(value) ? value.map((each) => one(String(each))) : one(String(value));
}

/** One field's condition, e.g. `{ gte: "2021-01-01" }`. An explicit null is refused: it would silently match nothing. */
function conditionOf(name: string, field: FilterField, condition: Condition, moment: Moment, found: Found): Sql[] {
  const { type, expression, within = (inner) => inner, lookup } = field;
  return Object.entries(condition).map(([operator, value]) => {
    if (value === null) {
      throw badInput(
        `where.${name}.${operator} 为 null；要找没有值的，请用 isNull: true。`,
        `where.${name}.${operator} is null; to find absent values use isNull: true.`,
      );
    }
    const apply = operators[operator];
    const values = lookup && whole.has(operator) ? found.get(name) : undefined;
    if (apply && lookup && values) {
      const one = (text: unknown): string => values.get(String(text)) ?? '';
      return within(apply(lookup.expression, Array.isArray(value) ? value.map(one) : one(value), lookup.type));
    }
    return apply ? within(apply(expression(moment), stored(name, field, operator, value), sqlTypes[type])) : empty;
  });
}

const deepest = 3;
const mostConditions = 100;

const branching: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/**
 * Conditions of all branches together, and the values of their lists. A branch is a condition too, or empty ones would
 * cost nothing. Counting ends above the limit. Variables that are not checked yet are counted as they are.
 */
function sizeOf(where: unknown): { readonly conditions: number; readonly values: number } {
  const branches: unknown[] = [where];
  let conditions = 0;
  let values = 0;
  for (let branch = branches.pop(); branch !== undefined && conditions <= mostConditions; branch = branches.pop()) {
    for (const [name, value] of Object.entries(branch ?? {})) {
      const given: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
      if (branching.has(name)) {
        const inner = Array.isArray(value) ? value : [value];
        conditions += inner.length;
        if (conditions <= mostConditions) branches.push(...inner);
      } else {
        conditions += given.length;
        for (const one of given) values += Array.isArray(one) ? one.length : 0;
      }
    }
  }
  return { conditions: Math.min(conditions, mostConditions + 1), values };
}

/** What a filter adds to the price of a query: a point for each condition and each value of its lists. */
export function priceOfWhere(where: unknown): number {
  const { conditions, values } = sizeOf(where);
  return conditions + values;
}

/** Refuses a filter of too many conditions before anything is made of it: each becomes a part of a statement. */
export function checkSize(where: unknown): void {
  if (typeof where !== 'object') return;
  if (sizeOf(where).conditions <= mostConditions) return;
  throw badInput(
    `where 的条件超过上限 ${mostConditions} 个（AND/OR/NOT 各分支合计）；同一项的多个值请用 in，或分成几次查询。`,
    `where holds more than ${mostConditions} conditions, all branches of AND/OR/NOT together; use in for several values of one field, or ask in several queries.`,
  );
}

/** The same for filters in variables, before they are compared with the schema piece by piece. Lists of plain values are no filters. */
export function checkFilterVariables(variables: Readonly<Record<string, unknown>>): void {
  for (const value of Object.values(variables)) {
    if (!Array.isArray(value)) checkSize(value);
    else if (value.some((one) => typeof one === 'object')) checkSize({ OR: value });
  }
}

/** The conditions of a `where`, apart by top-level field so that a facet can leave out its own. */
export interface Conditions {
  readonly byField: ReadonlyMap<string, Sql>;
  readonly rest: readonly Sql[];
}

const noConditions: Conditions = { byField: new Map(), rest: [] };

export const allConditions = ({ byField, rest }: Conditions, except?: string): Sql[] => [
  ...[...byField].filter(([field]) => field !== except).map(([, condition]) => condition),
  ...rest,
];

function compile(
  fields: Readonly<Record<string, FilterField>>,
  where: Condition,
  moment: Moment,
  found: Found,
  depth: number,
): Conditions {
  if (depth > deepest) {
    throw badInput(
      `where 的 AND/OR/NOT 嵌套超过 ${deepest} 层；请展开。`,
      `AND/OR/NOT in where nest more than ${deepest} deep; flatten them.`,
    );
  }
  const byField = new Map<string, Sql>();
  const rest: Sql[] = [];
  const group = (inner: unknown): Sql => {
    const conditions = allConditions(compile(fields, inner as Condition, moment, found, depth + 1));
    return conditions.length === 0 ? sql`true` : sql`(${join(conditions, ' and ')})`;
  };
  for (const [name, value] of Object.entries(where)) {
    if (value === null || value === undefined) continue;
    if (name === 'AND') rest.push(...(value as unknown[]).map(group));
    else if (name === 'OR') {
      const alternatives = (value as unknown[]).map(group);
      rest.push(alternatives.length === 0 ? sql`false` : sql`(${join(alternatives, ' or ')})`);
    } else if (name === 'NOT') rest.push(sql`not coalesce(${group(value)}, false)`);
    else {
      const field = fields[name];
      if (!field) continue;
      const conditions = conditionOf(name, field, value as Condition, moment, found);
      if (conditions.length > 0) byField.set(name, join(conditions, ' and '));
    }
  }
  return { byField, rest };
}

/** Adds what must be looked up before a condition can be made, by field. */
function gather(fields: Readonly<Record<string, FilterField>>, where: Condition, written: Map<string, Set<string>>) {
  for (const [name, value] of Object.entries(where)) {
    if (value === null || value === undefined) continue;
    if (name === 'AND' || name === 'OR') for (const inner of value as Condition[]) gather(fields, inner, written);
    else if (name === 'NOT') gather(fields, value as Condition, written);
    else if (fields[name]?.lookup) {
      for (const [operator, given] of Object.entries(value as Condition)) {
        if (given === null || !whole.has(operator)) continue;
        const values = Array.isArray(given) ? given : [given];
        atMost(operator, values);
        const known = written.get(name) ?? new Set();
        for (const one of values) known.add(String(one));
        written.set(name, known);
      }
    }
  }
}

async function lookUp(
  fields: Readonly<Record<string, FilterField>>,
  where: Condition,
  moment: Moment,
  context: Context,
): Promise<Found> {
  const written = new Map<string, Set<string>>();
  gather(fields, where, written);
  const found = await Promise.all(
    [...written].map(async ([name, values]) => {
      const meant = await fields[name]?.lookup?.find(context, [...values], moment, `where.${name} `);
      return [name, meant ?? new Map<string, string>()] as const;
    }),
  );
  return new Map(found);
}

/** Declares `<Name>Where` and returns how to compile a value of it. */
export function whereInput(name: string, label: string, fields: Readonly<Record<string, FilterField>>) {
  const ref = builder.inputRef<Condition>(`${name}Where`);
  ref.implement({
    description: `${label}的筛选条件；各项须同时满足。Conditions on a ${name}; all given must hold.`,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(fields).map(([field, { type, description }]) => [
          field,
          t.field({ type: inputs[type], description }),
        ]),
      ),
      AND: t.field({ type: [ref], description: '全部满足。All of these hold.' }),
      OR: t.field({ type: [ref], description: '至少满足一项。At least one of these holds.' }),
      NOT: t.field({ type: ref, description: '不满足。This does not hold.' }),
    }),
  });
  return {
    ref,
    compile: async (where: Condition | null | undefined, moment: Moment, context: Context): Promise<Conditions> =>
      where ? compile(fields, where, moment, await lookUp(fields, where, moment, context), 0) : noConditions,
  };
}
