import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { YogaServerInstance } from 'graphql-yoga';
import { answer, type Platform } from './platform.ts';
import { problem } from './problem.ts';
import { immutable, revalidated } from './representation.ts';
import type { RequestContext } from './yoga.ts';

type Yoga = YogaServerInstance<RequestContext, object>;

/** Only a whole, faultless answer to a query is kept; an error is told once and forgotten. */
const isFaultless = (response: Response, text: string): boolean =>
  response.status === 200 && !text.includes('"errors":');

async function execute(
  platform: Platform,
  yoga: Yoga,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = typeof request.body === 'string' ? request.body : undefined;
  const answered = await answer(
    platform,
    request,
    reply,
    async (context) => {
      const requestContext: RequestContext = { ...context, requestId: request.id, price: { points: 0 } };
      const response = await yoga.fetch(
        new URL(request.url, 'http://gongkai.invalid'),
        {
          method: request.method,
          headers: {
            accept: request.headers.accept ?? '*/*',
            ...(request.headers['content-type'] ? { 'content-type': request.headers['content-type'] } : {}),
          },
          ...(body === undefined ? {} : { body }),
        },
        requestContext,
      );
      const text = await response.text();
      if (!isFaultless(response, text)) {
        for (const name of ['content-type', 'allow']) {
          const value = response.headers.get(name);
          if (value) reply.header(name, value);
        }
        reply.code(response.status).header('cache-control', 'no-store').send(text);
        return null;
      }
      const { touched, clocks } = requestContext;
      return {
        body: text,
        contentType: response.headers.get('content-type') ?? 'application/json; charset=utf-8',
        cacheControl: clocks.pinned && !clocks.live ? immutable : revalidated,
        touched,
      };
    },
    body,
  );
  return answered ?? reply;
}

/** GraphQL over HTTP: GET and POST. A GET without a query from a browser opens the explorer instead. */
export function graphqlRoutes(
  server: FastifyInstance,
  platform: Platform,
  yoga: Yoga,
  explorer: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  server.get('/graphql', (request, reply) => {
    const asksNothing = !Object.hasOwn(request.query as object, 'query');
    const isBrowser = request.headers.accept?.includes('text/html');
    return asksNothing && isBrowser ? explorer(request, reply) : execute(platform, yoga, request, reply);
  });
  server.post('/graphql', (request, reply) => execute(platform, yoga, request, reply));
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
