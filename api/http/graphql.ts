import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { YogaServerInstance } from 'graphql-yoga';
import { inTurn } from './in-turn.ts';
import { answer, type Platform } from './platform.ts';
import { problem, sentences } from './problem.ts';
import { givenHeaders } from './representation.ts';
import type { RequestContext } from './request-context.ts';
import { represent, type StraightRoad } from './straight-road.ts';

/** What each request's question is called by its author, for the log. */
export type Operations = WeakMap<FastifyRequest, string>;

type Yoga = YogaServerInstance<RequestContext, object>;

async function execute(
  platform: Platform,
  yoga: Yoga,
  road: StraightRoad,
  operations: Operations,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = typeof request.body === 'string' ? request.body : undefined;
  const { accept = '*/*', 'content-type': sentType } = request.headers;
  return answer(platform, request, reply, async (context, reader) => {
    const requestContext: RequestContext = { ...context, requestId: request.id, tally: { points: 0, errors: 0 } };
    const response = await inTurn(platform.store, reader, async () =>
      yoga.fetch(
        new URL(request.url, 'http://gongkai.invalid'),
        {
          // A HEAD is a GET whose answer has no body.
          method: request.method === 'HEAD' ? 'GET' : request.method,
          headers: {
            accept,
            // Yoga reads it letter by letter, although case does not matter in it.
            ...(sentType ? { 'content-type': sentType.toLowerCase() } : {}),
          },
          ...(body === undefined ? {} : { body }),
        },
        requestContext,
      ),
    );
    const text = await response.text();
    const { operation } = requestContext.tally;
    if (operation !== undefined) operations.set(request, operation);
    // Only a whole, faultless answer to a query is kept; an error is told once and forgotten.
    if (response.status !== 200 || requestContext.tally.errors > 0) {
      if (response.status === 415 && text === '') {
        problem(request, reply, 'UNSUPPORTED_MEDIA_TYPE', sentences.UNSUPPORTED_MEDIA_TYPE);
        return null;
      }
      for (const name of ['content-type', 'allow']) {
        const value = response.headers.get(name);
        if (value) reply.header(name, value);
      }
      reply.code(response.status).header('cache-control', 'no-store').send(text);
      return null;
    }
    const contentType = response.headers.get('content-type') ?? 'application/json; charset=utf-8';
    if (request.method === 'GET') road.learn(request.raw, contentType, givenHeaders(reply));
    return represent(text, contentType, requestContext);
  });
}

/** GraphQL over HTTP: GET and POST. A GET without a query from a browser opens the explorer instead. */
export function graphqlRoutes(
  server: FastifyInstance,
  platform: Platform,
  yoga: Yoga,
  road: StraightRoad,
  operations: Operations,
  explorer: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  server.get('/graphql', (request, reply) => {
    const asksNothing = !Object.hasOwn(request.query as object, 'query');
    const isBrowser = request.headers.accept?.includes('text/html');
    return asksNothing && isBrowser
      ? explorer(request, reply)
      : execute(platform, yoga, road, operations, request, reply);
  });
  server.post('/graphql', (request, reply) => execute(platform, yoga, road, operations, request, reply));
  server.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) =>
      problem(request, reply.header('allow', 'GET, POST, OPTIONS'), 'METHOD_NOT_ALLOWED', {
        zh: '此处只接受 GET 与 POST',
        en: 'Only GET and POST are accepted here',
      }),
  });
}
