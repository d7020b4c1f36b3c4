import { GraphQLError } from 'graphql';
import type { Bilingual } from '../core/finding.ts';

/** Every code a caller can meet, with the HTTP status it has when it fails a whole request. Closed: a new code is a change of contract. */
export const errorCodes = {
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  COST_LIMIT_EXCEEDED: 400,
  DEPTH_LIMIT_EXCEEDED: 400,
  CURSOR_MISMATCH: 400,
  CURSOR_EXPIRED: 400,
  NOT_FOUND: 404,
  WITHDRAWN: 410,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
  PAYLOAD_TOO_LARGE: 413,
  TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type ErrorCode = keyof typeof errorCodes;

export const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in errorCodes;

/** One line for both readers: 中文 / English. */
export const bilingual = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

/** An error that is meant to be read by the caller; everything else is masked. */
export class ApiError extends GraphQLError {
  /** The message in either language, for a door that speaks one. */
  readonly words: Bilingual;

  constructor(code: ErrorCode, message: Bilingual, extensions: Readonly<Record<string, unknown>> = {}) {
    super(bilingual(message), { extensions: { code, ...extensions } });
    this.words = message;
  }
}

export const badInput = (zh: string, en: string): ApiError => new ApiError('BAD_USER_INPUT', { zh, en });

/** What the database refuses that is not a fault of ours, by SQLSTATE. */
const databaseRefusals: Readonly<Record<string, () => ApiError>> = {
  // PostgreSQL cannot hold the character U+0000 in a text.
  '22021': () =>
    badInput(
      '参数中有不可用的控制字符（U+0000）；请去掉它。',
      'A value holds the control character U+0000; leave it out.',
    ),
  '57014': () =>
    new ApiError('TIMEOUT', {
      zh: '查询用时过长，已停止；请减少条件，或缩小范围。',
      en: 'The query took too long and was stopped; ask for less.',
    }),
};

/** The refusal behind an error of the database; undefined when it is a fault. */
export function databaseRefusal(error: unknown): ApiError | undefined {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  return cause instanceof Error && 'code' in cause ? databaseRefusals[String(cause.code)]?.() : undefined;
}
