import { GraphQLError, type GraphQLSchema, isEnumType } from 'graphql';
import type { Logger } from 'pino';
import { bilingual, databaseRefusal, type ErrorCode, isErrorCode } from '../graphql/errors.ts';
import { inChinese } from './graphql-in-chinese.ts';
import type { RequestContext } from './request-context.ts';

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

/** graphql-js repeats a wrong value in full, however long it is. */
const longestMessage = 1_000;

const explainedByUs = /[\u4e00-\u9fff]/;

/** graphql-js says so of an argument that only a variable makes wrong, e.g. one that is null. */
const blamesArgument = /^Argument "/;

const codeOfError = (error: GraphQLError, hasData: boolean): ErrorCode => {
  const { code } = error.extensions;
  if (isErrorCode(code)) return code;
  if (error.originalError && !(error.originalError instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR';
  if (blamesArgument.test(error.message)) return 'BAD_USER_INPUT';
  return hasData || error.path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
};

/** What may be told of an error beside its code: not the parser's own error, by which Yoga knows a body it cannot read. */
const toldOf = ({ originalError, ...extensions }: Readonly<Record<string, unknown>>) =>
  originalError === undefined ? extensions : { ...extensions, http: { status: 400 } };

/** How graphql-js names the enumeration that a value is not of. */
const enumeration = /"(\w+)" enum\b|\bEnum "(\w+)"/;

/** A sentence for each reader; where a value is none of an enumeration, with those it has. */
function withChoices(zh: string, en: string, schema: GraphQLSchema): string {
  const name = enumeration.exec(en)?.slice(1).find(Boolean);
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isEnumType(type)) return `${zh} / ${en}`;
  const values = type.getValues().map((value) => value.name);
  return bilingual({
    zh: `${zh}：${type.name} 可取 ${values.join('、')}`,
    en: `${en} It takes: ${values.join(', ')}.`,
  });
}

/** In both languages, if it is not so already. */
function bothOf(zh: string, said: string, { locations }: GraphQLError, schema: GraphQLSchema): string {
  const told = inChinese({ message: said, locations });
  if (!told) return explainedByUs.test(said) ? said : withChoices(zh, said, schema);
  return withChoices(`${zh}：${told.zh}`, told.en === '' ? said : `${said} ${told.en}`, schema);
}

export interface Explaining {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
}

/**
 * Gives every error its stable code, the page that explains it, and the number by which the log knows it. A fault of
 * ours is told as that number only; the log has the rest.
 */
export function explain(
  given: GraphQLError,
  context: RequestContext,
  hasData: boolean,
  { schema, logger }: Explaining,
): GraphQLError {
  const { requestId, baseUrl } = context;
  const error = asRefusal(given);
  const code = codeOfError(error, hasData);
  if (code === 'INTERNAL_SERVER_ERROR')
    logger.error({ err: given.originalError ?? given, requestId }, 'a query failed');
  const zh = unexplained[code];
  const said = error.message.length > longestMessage ? `${error.message.slice(0, longestMessage)}…` : error.message;
  const own = zh === undefined ? said : bothOf(zh, said, error, schema);
  const message = code === 'INTERNAL_SERVER_ERROR' ? failed(requestId) : own;
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: {
      ...toldOf(error.extensions),
      code,
      documentation: `${baseUrl}/docs/errors#${code}`,
      requestId,
    },
  });
}

/** An error of the database that is no fault of ours, with the place in the query where it arose. */
function asRefusal(error: GraphQLError): GraphQLError {
  const known = databaseRefusal(error);
  if (!known) return error;
  const { nodes = null, path = null } = error;
  return new GraphQLError(known.message, { nodes, path, extensions: known.extensions });
}
