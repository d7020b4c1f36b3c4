import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Bilingual } from '../core/finding.ts';
import { bilingual, type ErrorCode, errorCodes, isErrorCode } from '../graphql/errors.ts';

/** Largest body of a request, in bytes. */
export const largestBody = 1_048_576;

/** What is said where nothing more is known. */
export const sentences = {
  UNSUPPORTED_MEDIA_TYPE: { zh: '请求体须为 application/json', en: 'The body must be application/json' },
  PAYLOAD_TOO_LARGE: {
    zh: `请求体超过上限 ${largestBody} 字节`,
    en: `The body is over the limit of ${largestBody} bytes`,
  },
  INTERNAL_SERVER_ERROR: { zh: '平台内部出错，已记录', en: 'Something failed on our side and was recorded' },
  BAD_USER_INPUT: { zh: '请求有误', en: 'The request is malformed' },
} as const;

/** An answer that says what went wrong (RFC 9457), with the same codes as GraphQL errors. */
export function problem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  detail: Bilingual,
  extra: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const status = errorCodes[code];
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send({
      type: `/docs/errors#${code}`,
      title: code,
      status,
      detail: bilingual(detail),
      instance: request.url.slice(0, 500),
      code,
      requestId: request.id,
      ...extra,
    });
}

/** The same for an error that carries its own sentence. */
export function problemOf(request: FastifyRequest, reply: FastifyReply, error: GraphQLError): FastifyReply {
  const { code, retryAfter } = error.extensions;
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
  const [zh = '', en = zh] = error.message.split(' / ');
  return problem(request, reply, isErrorCode(code) ? code : 'BAD_USER_INPUT', { zh, en });
}
