import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bilingual } from '../core/finding.ts';
import { bilingual, type ErrorCode, errorCodes } from '../graphql/errors.ts';

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
