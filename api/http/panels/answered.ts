import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { databaseRefusal, isErrorCode } from '../../graphql/errors.ts';
import { problemOf } from '../problem.ts';

export const parametersOf = ({ url }: FastifyRequest): URLSearchParams => {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
};

/** What an error says to whoever asked; null when the fault is ours. */
export function told(error: unknown): GraphQLError | null {
  const refusal = databaseRefusal(error);
  if (refusal) return refusal;
  if (!(error instanceof GraphQLError)) return null;
  if (isErrorCode(error.extensions['code'])) return error;
  // Variables the schema refuses are told; what a resolver threw is not.
  return error.originalError && !(error.originalError instanceof GraphQLError) ? null : error;
}

/** What was asked wrongly is told; a fault of ours is thrown on. */
export function refused(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = told(error);
  if (!fault) throw error;
  return problemOf(request, reply, fault);
}
