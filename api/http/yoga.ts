import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../graphql/context.ts';
import { costLimit, costOf } from '../graphql/cost.ts';
import { type ApiError, bilingual, type ErrorCode, errorCodes } from '../graphql/errors.ts';

/** What the route hands to every execution. */
export interface RequestContext extends Context {
  readonly requestId: string;
  /** The query's price, for the answer's extensions. */
  readonly price: { points: number };
}

/** Longest document in characters and tokens; far above any question a person or a panel asks. */
export const longestDocument = 10_000;
const mostTokens = 2_000;

const unexplained: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: '查询语法有误',
  GRAPHQL_VALIDATION_FAILED: '查询与数据结构不符',
  BAD_USER_INPUT: '参数有误',
};

const failed = (requestId: string) =>
  bilingual({
    zh: `平台内部出错，已记录；请稍后再试，或把编号 ${requestId} 告诉我们`,
    en: `Something failed on our side and was recorded; try again, or tell us the number ${requestId}`,
  });

const explainedByUs = /[\u4e00-\u9fff]/;

const codeOfError = (error: GraphQLError, hasData: boolean): ErrorCode => {
  const { code } = error.extensions;
  if (typeof code === 'string' && code in errorCodes) return code as ErrorCode;
  if (error.originalError && !(error.originalError instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR';
  return hasData || error.path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
};

/** Gives every error its stable code, the page that explains it, and the number by which the log knows it. */
function explain(error: GraphQLError, { requestId, baseUrl }: RequestContext, hasData: boolean): GraphQLError {
  const code = codeOfError(error, hasData);
  const zh = unexplained[code];
  const own = zh && !explainedByUs.test(error.message) ? `${zh} / ${error.message}` : error.message;
  const message = code === 'INTERNAL_SERVER_ERROR' ? failed(requestId) : own;
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: {
      ...error.extensions,
      code,
      documentation: `${baseUrl}/docs/errors#${code}`,
      requestId,
    },
  });
}

const refusal = (error: ApiError): GraphQLError =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { spec: true, status: 400 } } });

/** Prices a query before it runs, and tells the price in the answer. */
const useCost = (): Plugin<RequestContext> => ({
  onExecute({ args, setResultAndStopExecution }) {
    const { document, schema, variableValues, operationName, contextValue } = args as ExecutionArgs & {
      contextValue: RequestContext;
    };
    const { cost, error } = costOf(document, schema, variableValues ?? {}, operationName ?? undefined, contextValue);
    contextValue.price.points = cost;
    if (error) setResultAndStopExecution({ errors: [refusal(error)] });
  },
});

const useLimits = (): Plugin<RequestContext> => ({
  onParams({ params }) {
    const length = params.query?.length ?? 0;
    if (length <= longestDocument) return;
    const message = {
      zh: `查询长 ${length} 字，超过上限 ${longestDocument}`,
      en: `the query is ${length} characters long, over the limit of ${longestDocument}`,
    };
    throw new GraphQLError(bilingual(message), { extensions: { code: 'PAYLOAD_TOO_LARGE', http: { status: 413 } } });
  },
  onParse({ setParseFn, parseFn }) {
    setParseFn(
      (source: string, options: object) => parseFn(source, { ...options, maxTokens: mostTokens }) as DocumentNode,
    );
  },
});

const useExplainedErrors = (): Plugin<RequestContext> => ({
  onResultProcess({ result, setResult, serverContext }) {
    const context = serverContext as unknown as RequestContext;
    if (Array.isArray(result) || Symbol.asyncIterator in result) return;
    const { errors, data, extensions } = result;
    const priced =
      context.price.points > 0
        ? { ...extensions, cost: { requested: context.price.points, limit: costLimit } }
        : extensions;
    setResult({
      ...(data === undefined ? {} : { data }),
      ...(errors ? { errors: errors.map((error) => explain(error as GraphQLError, context, data != null)) } : {}),
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
    maskedErrors: {
      maskError: (error) => {
        if (error instanceof GraphQLError && (!error.originalError || error.originalError instanceof GraphQLError))
          return error;
        return new GraphQLError('INTERNAL_SERVER_ERROR', {
          ...(error instanceof GraphQLError ? { path: error.path ?? null, nodes: error.nodes ?? null } : {}),
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        });
      },
    },
    logging: {
      debug: (...parts) => logger.debug(parts.map(String).join(' ')),
      info: (...parts) => logger.info(parts.map(String).join(' ')),
      warn: (...parts) => logger.warn(parts.map(String).join(' ')),
      error: (error: unknown) => logger.error({ err: error }, 'unexpected error in a query'),
    },
    plugins: [useLimits(), useCost(), useExplainedErrors()],
  });
}
