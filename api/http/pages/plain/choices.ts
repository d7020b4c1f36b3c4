import { type GraphQLEnumType, type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import type { Bucket } from '../select.ts';

/** What a list can be counted by, and so chosen from. */
export interface Choice {
  /** The facet's name in GraphQL, e.g. FISCAL_YEAR. */
  readonly facet: string;
  /** The parameter of the list, e.g. fiscalYear. */
  readonly filter: string;
  readonly label: string;
}

export interface Counted {
  readonly field: string;
  readonly buckets: readonly Bucket[];
}

function facetsOf(schema: GraphQLSchema, listField: string): GraphQLEnumType | undefined {
  const connection = getNamedType(schema.getQueryType()?.getFields()[listField]?.type);
  if (!isObjectType(connection)) return undefined;
  const names = getNamedType(connection.getFields()['facets']?.args.find(({ name }) => name === 'fields')?.type);
  return isEnumType(names) ? names : undefined;
}

/** The choices a list has; each is called what its description begins with. */
export const choicesOf = (schema: GraphQLSchema, listField: string): readonly Choice[] =>
  (facetsOf(schema, listField)?.getValues() ?? []).flatMap(({ name, description, extensions }) => {
    const filter = extensions['filter'];
    const label = /^[^。，（：]+/.exec(description ?? '')?.[0];
    return typeof filter === 'string' && label ? [{ facet: name, filter, label }] : [];
  });

/** How all of them are asked for, as a field of the list; nothing where there are none. */
export const countingOf = (choices: readonly Choice[]): string =>
  choices.length === 0
    ? ''
    : `facets(fields: [${choices.map(({ facet }) => facet).join(' ')}], first: 100) { field buckets { value count label } }`;
