import { GraphQLError } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { DeskContext } from '../../desk/builder.ts';
import { deskSchema } from '../../desk/schema.ts';
import { bilingual } from '../../graphql/errors.ts';
import { NotAllowed, refusals } from '../../publishing/errors.ts';
import { useLimits } from '../yoga.ts';

/** What the route hands to every execution. */
export interface DeskRequest extends DeskContext {
  readonly requestId: string;
}

export type DeskYoga = YogaServerInstance<DeskRequest, object>;

const codeOf = (error: NotAllowed): string =>
  Object.entries(refusals).find(([, refusal]) => error instanceof refusal)?.[0] ?? 'BAD_INPUT';

/** A refusal is told in its own words, a malformed question as the parser says; a fault of ours by its number only. */
const tell =
  (logger: Logger) =>
  (error: unknown): GraphQLError => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof NotAllowed) {
      return new GraphQLError(bilingual(cause.reason), {
        path: error instanceof GraphQLError ? (error.path ?? null) : null,
        extensions: { code: codeOf(cause) },
      });
    }
    if (cause instanceof GraphQLError) return cause;
    logger.error({ err: cause }, 'a step at the publishing door failed');
    return new GraphQLError('平台内部出错，已记录 / Something failed on our side and was recorded', {
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  };

/** GraphQL of the publishing door: POST only, no other origin, nothing kept. */
export const createDeskGraphql = (logger: Logger): DeskYoga =>
  createYoga<DeskRequest>({
    schema: deskSchema,
    graphqlEndpoint: '/publish/graphql',
    landingPage: false,
    graphiql: false,
    batching: false,
    multipart: false,
    cors: false,
    healthCheckEndpoint: '/publish/unused',
    maskedErrors: { maskError: tell(logger) },
    logging: false,
    plugins: [useLimits<DeskRequest>()],
  });
