import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
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

export interface Cost {
  readonly cost: number;
  readonly error: ApiError | null;
}

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
  const { complexity, depth } = complexityFromQuery(chosen, { schema, variables, ctx: context });
  if (depth > depthLimit) {
    const message = {
      zh: `查询嵌套 ${depth} 层，超过上限 ${depthLimit}；请减少嵌套，或分成几次查询。`,
      en: `the query is ${depth} levels deep, over the limit of ${depthLimit}; nest less, or ask in several queries.`,
    };
    return { cost: complexity, error: new ApiError('DEPTH_LIMIT_EXCEEDED', message, { depth, limit: depthLimit }) };
  }
  if (complexity > costLimit) {
    const message = {
      zh: `查询成本 ${complexity} 超过上限 ${costLimit}；请减小 first，或少取字段。`,
      en: `query cost ${complexity} exceeds ${costLimit}; ask for a smaller first or fewer fields.`,
    };
    return {
      cost: complexity,
      error: new ApiError('COST_LIMIT_EXCEEDED', message, { cost: complexity, limit: costLimit }),
    };
  }
  return { cost: complexity, error: null };
}
