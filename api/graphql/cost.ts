import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { ApiError } from './errors.ts';

/** The largest price of one query: one point a field, times the page size on the way down (R25). */
export const costLimit = 5000;
export const depthLimit = 12;
export const aliasLimit = 30;

function aliasesIn(document: DocumentNode): number {
  let aliases = 0;
  visit(document, {
    [Kind.FIELD]: ({ alias }) => {
      if (alias) aliases += 1;
    },
  });
  return aliases;
}

/**
 * How many fields there are with every fragment written out: what reading the query takes, also where its price is
 * nothing, as below a list of none and in introspection. A fragment is counted once, however often it is spread.
 */
function fieldsIn(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counted = new Map<string, number>();
  const spread = (name: string): number => {
    const count = counted.get(name) ?? within(fragments.get(name)?.selectionSet);
    counted.set(name, count);
    return count;
  };
  const within = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + spread(selection.name.value);
      return sum + (selection.kind === Kind.FIELD ? 1 : 0) + within(selection.selectionSet);
    }, 0);
  return document.definitions.reduce(
    (sum, definition) => (definition.kind === Kind.OPERATION_DEFINITION ? sum + within(definition.selectionSet) : sum),
    0,
  );
}

export interface Cost {
  readonly cost: number;
  readonly error: ApiError | null;
}

const tooCostly = (cost: number): ApiError =>
  new ApiError(
    'COST_LIMIT_EXCEEDED',
    {
      zh: `查询成本 ${cost} 超过上限 ${costLimit}；请减小 first，或少取字段。`,
      en: `query cost ${cost} exceeds ${costLimit}; ask for a smaller first or fewer fields.`,
    },
    { cost, limit: costLimit },
  );

/** Prices a query before it runs, with the variables it came with. */
export function costOf(
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Record<string, unknown>,
  operationName: string | undefined,
  context: object,
): Cost {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find((one) => 'name' in one && one.name?.value === operationName) ?? operations[0];
  // More than one operation without a name: graphql-js says so itself, before anything runs.
  if (!operation || (operations.length > 1 && !operationName)) return { cost: 0, error: null };
  const chosen = {
    ...document,
    definitions: document.definitions.filter((one) => one === operation || !operations.includes(one)),
  };
  const aliases = aliasesIn(chosen);
  if (aliases > aliasLimit) {
    return {
      cost: 0,
      error: new ApiError(
        'COST_LIMIT_EXCEEDED',
        {
          zh: `查询有 ${aliases} 个别名，超过上限 ${aliasLimit}；请分成几次查询。`,
          en: `the query has ${aliases} aliases, over the limit of ${aliasLimit}; ask in several queries.`,
        },
        { aliases, limit: aliasLimit },
      ),
    };
  }
  const fields = fieldsIn(chosen);
  if (fields > costLimit) return { cost: fields, error: tooCostly(fields) };
  const { complexity, depth } = complexityFromQuery(chosen, { schema, variables, ctx: context });
  if (depth > depthLimit) {
    const message = {
      zh: `查询嵌套 ${depth} 层，超过上限 ${depthLimit}；请减少嵌套，或分成几次查询。`,
      en: `the query is ${depth} levels deep, over the limit of ${depthLimit}; nest less, or ask in several queries.`,
    };
    return { cost: complexity, error: new ApiError('DEPTH_LIMIT_EXCEEDED', message, { depth, limit: depthLimit }) };
  }
  if (complexity > costLimit) return { cost: complexity, error: tooCostly(complexity) };
  return { cost: complexity, error: null };
}
