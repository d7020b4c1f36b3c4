import { GraphQLInputObjectType, type GraphQLSchema, isListType } from 'graphql';
import { badInput } from '../graphql/errors.ts';

const shared = ['search', 'asOf', 'validOn', 'header', 'bom'] as const;

/** `2021` is a number where the schema wants one, `true` a boolean; everything else stays text. */
function valueFor(type: string, text: string): string | number | boolean {
  if (type.startsWith('Int')) {
    const number = Number(text);
    if (/^-?\d{1,9}$/.test(text)) return number;
    throw badInput(`“${text.slice(0, 40)}”不是整数。`, `"${text.slice(0, 40)}" is not a whole number.`);
  }
  return type.startsWith('Boolean') ? text === 'true' || text === '1' : text;
}

const inputType = (schema: GraphQLSchema, name: string): GraphQLInputObjectType => {
  const type = schema.getType(name);
  if (type instanceof GraphQLInputObjectType) return type;
  throw new Error(`the schema has no input ${name}`);
};

const namedType = (type: { toString(): string }): string => type.toString().replace(/[[\]!]/g, '');

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
    if (shared.includes(parameter as 'bom')) continue;
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
