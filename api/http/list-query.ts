import { GraphQLInputObjectType, type GraphQLSchema, isListType } from 'graphql';
import type { Kind } from '../disclosures/kind.ts';
import { badInput } from '../graphql/errors.ts';

/** The root field of a kind's list: its path in camel case. */
export const listFieldOf = ({ plural }: Kind): string =>
  plural.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const shared = ['search', 'asOf', 'validOn', 'header', 'bom'] as const;

/** What the parameters that shape the file may be. */
const choices: Readonly<Record<string, readonly string[]>> = { header: ['label', 'code'], bom: ['0', '1'] };
const truth: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

const notAmong = (text: string, known: readonly string[]) =>
  badInput(
    `“${text.slice(0, 40)}”不可用；可用的有：${known.join('、')}。`,
    `"${text.slice(0, 40)}" is not one of: ${known.join(', ')}.`,
  );

/** What GraphQL and the database hold as a whole number. */
const largestInt = 2_147_483_647;

/** `2021` is a number where the schema wants one, `true` or `1` a boolean; everything else stays text. */
function valueFor(type: string, text: string): string | number | boolean {
  if (type.startsWith('Int')) {
    const number = Number(text);
    if (/^-?\d+$/.test(text)) {
      if (Math.abs(number) <= largestInt) return number;
      throw badInput(
        `“${text.slice(0, 40)}”太大，至多 ${largestInt}。`,
        `"${text.slice(0, 40)}" is too large; the most is ${largestInt}.`,
      );
    }
    throw badInput(`“${text.slice(0, 40)}”不是整数。`, `"${text.slice(0, 40)}" is not a whole number.`);
  }
  if (!type.startsWith('Boolean')) return text;
  const value = Object.hasOwn(truth, text) ? truth[text] : undefined;
  if (value === undefined) throw notAmong(text, Object.keys(truth));
  return value;
}

const inputType = (schema: GraphQLSchema, name: string): GraphQLInputObjectType => {
  const type = schema.getType(name);
  if (type instanceof GraphQLInputObjectType) return type;
  throw new Error(`the schema has no input ${name}`);
};

const namedType = (type: { toString(): string }): string => type.toString().replace(/[[\]!]/g, '');

/** The instant a file of a record is asked of (`asOf`), its only parameter; undefined where it is none. */
export function asOfIn({ asOf, ...others }: Readonly<Record<string, unknown>>): string | undefined {
  checkNoParameters(others);
  return typeof asOf === 'string' ? asOf : undefined;
}

/** A record has no parameters: a word that is not understood is told, never silently ignored. */
export function checkNoParameters(query: Readonly<Record<string, unknown>>): void {
  const [parameter] = Object.keys(query);
  if (parameter === undefined) return;
  throw badInput(
    `没有参数 ${parameter.slice(0, 60)}：单件的地址不带参数；某一版的地址以 /editions/版次 结尾。`,
    `There is no parameter ${parameter.slice(0, 60)}: the address of a record takes none; that of an edition ends in /editions/<number>.`,
  );
}

/**
 * The list's arguments from a URL: `topic=02&year__gte=2019&genre__in=NOTICE,OPINION&search=…`. The names are those of the
 * list's `where`; an unknown one is an error that says which there are, never silently ignored.
 */
export function listVariables(
  schema: GraphQLSchema,
  listField: string,
  query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const argument = schema
    .getQueryType()
    ?.getFields()
    [listField]?.args.find(({ name }) => name === 'where');
  const where = inputType(schema, namedType(argument?.type ?? ''));
  const fields = Object.values(where.getFields()).filter(
    ({ type }) => !isListType(type) && namedType(type) !== where.name,
  );
  const variables: Record<string, unknown> = {};
  const conditions: Record<string, Record<string, unknown>> = {};
  for (const [parameter, given] of Object.entries(query)) {
    const text = Array.isArray(given) ? String(given.at(-1)) : String(given);
    if (parameter === 'search' || parameter === 'asOf' || parameter === 'validOn') {
      variables[parameter] = text;
      continue;
    }
    if (shared.includes(parameter as 'bom')) {
      const known = choices[parameter] ?? [];
      if (!known.includes(text)) throw notAmong(text, known);
      continue;
    }
    const [name = '', operator = 'eq'] = parameter.split('__');
    const field = fields.find((known) => known.name === name);
    const operators = field ? inputType(schema, namedType(field.type)).getFields() : {};
    const type = operators[operator]?.type;
    if (!field || !type) {
      const names = [...shared, ...fields.map((known) => known.name)].join(', ');
      const known = field ? Object.keys(operators).join(', ') : names;
      throw badInput(
        `没有参数 ${parameter.slice(0, 60)}；可用的有：${known}。`,
        `There is no parameter ${parameter.slice(0, 60)}; there are: ${known}.`,
      );
    }
    const value = isListType(type)
      ? text.split(',').map((part) => valueFor(namedType(type), part))
      : valueFor(namedType(type), text);
    conditions[name] = { ...conditions[name], [operator]: value };
  }
  return Object.keys(conditions).length > 0 ? { ...variables, where: conditions } : variables;
}
