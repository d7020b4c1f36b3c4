import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { costLimit, costOf } from '../graphql/cost.ts';
import { badInput, bilingual } from '../graphql/errors.ts';
import { checkFilterVariables } from '../graphql/filter.ts';
import { checkNesting, checkVariables } from '../graphql/nesting.ts';
import { type Explaining, explain } from './explained-errors.ts';
import { operationNameIn } from './logged.ts';
import type { RequestContext } from './request-context.ts';

/** Longest document in characters and tokens; far above any question a person or a panel asks. */
export const longestDocument = 10_000;
const mostTokens = 2_000;

const refusal = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { spec: true, status: 400 } } });

/** Prices a query before it runs, and tells the price in the answer. */
const useCost = (): Plugin<RequestContext> => ({
  onExecute({ args, setResultAndStopExecution }) {
    const { document, schema, variableValues, operationName, contextValue } = args as ExecutionArgs & {
      contextValue: RequestContext;
    };
    const { cost, error } = costOf(document, schema, variableValues ?? {}, operationName ?? undefined, contextValue);
    contextValue.tally.points = cost;
    const operation = operationNameIn(document, operationName);
    if (operation !== undefined) contextValue.tally.operation = operation;
    if (error) setResultAndStopExecution({ errors: [refusal(error)] });
  },
});

/** Yoga takes what is no JSON in an address for a fault of ours. */
function checkJson(parameters: URLSearchParams, name: string): void {
  const text = parameters.get(name);
  if (!text) return;
  try {
    JSON.parse(text);
  } catch {
    const { message, extensions } = badInput(
      `地址中的 ${name} 不是有效的 JSON；请写成经过百分号编码的 JSON 对象，如 ${name}={"first":10}。`,
      `${name} in the address is not valid JSON; write a percent-encoded JSON object, e.g. ${name}={"first":10}.`,
    );
    throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
  }
}

function checkFilters(variables: Record<string, unknown> | undefined): void {
  try {
    checkFilterVariables(variables ?? {});
  } catch (error) {
    throw error instanceof GraphQLError ? refusal(error) : error;
  }
}

/** Refuses documents and variables that are too long or nested too deep, before they are parsed. */
export const useLimits = <Known extends object = RequestContext>(): Plugin<Known> => ({
  onRequestParse({ request, url }) {
    if (request.method !== 'GET') return;
    for (const name of ['variables', 'extensions']) checkJson(url.searchParams, name);
  },
  onParams({ params }) {
    const length = params.query?.length ?? 0;
    if (length <= longestDocument) {
      checkVariables(params.variables);
      return checkFilters(params.variables);
    }
    const message = {
      zh: `查询长 ${length} 字，超过上限 ${longestDocument}`,
      en: `the query is ${length} characters long, over the limit of ${longestDocument}`,
    };
    throw new GraphQLError(bilingual(message), { extensions: { code: 'PAYLOAD_TOO_LARGE', http: { status: 413 } } });
  },
  onParse({ setParseFn, parseFn }) {
    setParseFn((source: string, options: object) => {
      checkNesting(source, mostTokens);
      return parseFn(source, { ...options, maxTokens: mostTokens }) as DocumentNode;
    });
  },
});

/** Tells every error of an answer as a caller can use it. */
const useExplainedErrors = (explaining: Explaining): Plugin<RequestContext> => ({
  onResultProcess({ result, setResult, serverContext }) {
    const context = serverContext as unknown as RequestContext;
    if (Array.isArray(result) || Symbol.asyncIterator in result) return;
    const { errors, data, extensions } = result;
    const { tally } = context;
    tally.errors = errors?.length ?? 0;
    const priced =
      tally.points > 0 ? { ...extensions, cost: { requested: tally.points, limit: costLimit } } : extensions;
    setResult({
      ...(data === undefined ? {} : { data }),
      ...(errors
        ? { errors: errors.map((error) => explain(error as GraphQLError, context, data != null, explaining)) }
        : {}),
      ...(priced ? { extensions: priced } : {}),
    });
  },
});

/** The only file that names graphql-yoga. Tests call `fetch` on what it returns and open no socket. */
export function createGraphqlServer(schema: GraphQLSchema, logger: Logger): YogaServerInstance<RequestContext, object> {
  return createYoga<RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    batching: false,
    multipart: false,
    cors: false,
    healthCheckEndpoint: '/unused',
    // Faults are masked where they are explained, so that they are logged with the request's number.
    maskedErrors: {
      maskError: (error) =>
        error instanceof GraphQLError
          ? error
          : new GraphQLError('INTERNAL_SERVER_ERROR', {
              originalError: error instanceof Error ? error : new Error(String(error)),
              extensions: { code: 'INTERNAL_SERVER_ERROR' },
            }),
    },
    logging: {
      debug: (...parts) => logger.debug(parts.map(String).join(' ')),
      info: (...parts) => logger.info(parts.map(String).join(' ')),
      warn: (...parts) => logger.warn(parts.map(String).join(' ')),
      error: (error: unknown) => logger.debug({ err: error }, 'an error that is told and logged elsewhere'),
    },
    plugins: [useLimits(), useCost(), useExplainedErrors({ schema, logger })],
  });
}
