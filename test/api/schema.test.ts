import { readFileSync } from 'node:fs';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../api/disclosures/registry.ts';
import { printedSchema } from '../../api/print-schema.ts';
import { schema } from '../../api/schema.ts';

interface Described {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

const own = (type: GraphQLNamedType): boolean => !isIntrospectionType(type) && !isSpecifiedScalarType(type);
const types = Object.values(schema.getTypeMap()).filter(own);
const argumentsOf = (coordinate: string, args: readonly GraphQLArgument[]): Described[] =>
  args.map(({ name, description }) => ({ coordinate: `${coordinate}(${name}:)`, description }));

function* partsOf(type: GraphQLNamedType): Generator<Described> {
  yield { coordinate: type.name, description: type.description };
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues()) yield { coordinate: `${type.name}.${name}`, description };
  }
  if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      yield { coordinate, description: field.description };
      if ('args' in field) yield* argumentsOf(coordinate, field.args);
    }
  }
}

test('schema.graphql is the contract as the code states it', () => {
  const committed = readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8');
  // After a deliberate change: node api/print-schema.ts
  expect(committed).toBe(printedSchema());
});

test('every type, field, argument, input field and enum value is explained in Chinese and in English', () => {
  const parts = types.flatMap((type) => [...partsOf(type)]);
  expect(parts.length).toBeGreaterThan(250);
  const unexplained = parts.filter(
    ({ description }) => !/\p{Script=Han}/u.test(description ?? '') || !/[A-Za-z]{2}/.test(description ?? ''),
  );
  expect(unexplained.map(({ coordinate, description }) => `${coordinate}: ${description}`)).toEqual([]);
});

test('the public door has no mutation and no subscription', () => {
  expect(schema.getMutationType()).toBeUndefined();
  expect(schema.getSubscriptionType()).toBeUndefined();
});

test('every connection has the one shape', () => {
  const connections = types.filter(({ name }) => /Connection$/.test(name));
  expect(connections.map(({ name }) => name)).toEqual(
    kinds.map(({ name }) => `${name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase())}Connection`),
  );
  for (const type of connections) {
    if (!isObjectType(type)) throw new Error(`${type.name} is no object`);
    const stem = type.name.replace(/Connection$/, '');
    const shape = Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
    expect(shape).toEqual({
      edges: `[${stem}Edge!]!`,
      nodes: `[${stem}!]!`,
      pageInfo: 'PageInfo!',
      totalCount: 'Int!',
      facets: '[Facet!]!',
    });
  }
});

describe.each(kinds)('the list of $plural', ({ plural }) => {
  const field = plural.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const args = Object.fromEntries(
    (schema.getQueryType()?.getFields()[field]?.args ?? []).map(({ name, type }) => [name, String(type)]),
  );

  test('takes the arguments every list takes', () => {
    const stem = args['where']?.replace(/Where$/, '');
    expect(args).toEqual({
      where: `${stem}Where`,
      search: 'String',
      orderBy: `[${stem}Order!]`,
      first: 'Int',
      after: 'Cursor',
      last: 'Int',
      before: 'Cursor',
      asOf: 'DateTime',
      validOn: 'Date',
    });
  });
});

test('a value that is always there is never nullable', () => {
  const query = schema.getQueryType()?.getFields() ?? {};
  const nullable = Object.values(query).filter(({ type }) => !String(type).endsWith('!'));
  const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const lookups = [...kinds.map(({ name }) => camel(name)), 'division', 'node', 'organization'];
  expect(nullable.map(({ name }) => name).sort()).toEqual(lookups.sort());
});

test('own scalars say where they are specified, or are explained by their description', () => {
  const scalars = types.filter((type) => 'specifiedByURL' in type);
  for (const type of scalars) {
    if (['BigInt', 'Cursor', 'Decimal', 'Digest', 'Timepoint'].includes(type.name)) continue;
    expect(type).toHaveProperty('specifiedByURL', expect.stringMatching(/^https:/));
  }
  expect(scalars.map(({ name }) => name).sort()).toEqual([
    'BigInt',
    'Cursor',
    'Date',
    'DateTime',
    'Decimal',
    'Digest',
    'Timepoint',
    'URL',
  ]);
});
