import { createServer, type RequestListener, type Server } from 'node:http';
import helmet from '@fastify/helmet';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { ChangeHub } from '../changes/hub.ts';
import { ApiError, databaseRefusal } from '../graphql/errors.ts';
import { publicationChannel } from '../publishing/order.ts';
import { changeRoutes } from './changes.ts';
import { type DeskPlatform, deskDoor } from './desk/door.ts';
import { embedRoutes } from './embed/routes.ts';
import { exportRoutes } from './exports.ts';
import { graphqlRoutes, type Operations } from './graphql.ts';
import { healthRoutes } from './health.ts';
import { hotPath, soundOnly } from './hot-path.ts';
import { lineRoutes, templateRoutes } from './lines.ts';
import { logRoutes } from './log.ts';
import { pathOf } from './logged.ts';
import { mementoRoutes } from './memento.ts';
import { pageRoutes } from './pages/routes.ts';
import { panelRoutes } from './panels/routes.ts';
import { newRequestId, type Platform } from './platform.ts';
import { largestBody, problem, problemOf, sentences } from './problem.ts';
import { StraightRoad } from './straight-road.ts';
import { answerUnreadable } from './unreadable.ts';
import { widgetRoutes } from './widgets.ts';
import { createGraphqlServer } from './yoga.ts';

/** A half-open request holds a connection for at most ten seconds. */
const timeouts = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

const byFastify: Readonly<Record<string, Parameters<typeof problem>[2]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
};

type HttpError = Error & { code?: string; statusCode?: number };

const answerError =
  ({ logger }: Pick<Platform, 'logger'>) =>
  (error: HttpError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refused = databaseRefusal(error);
    if (refused) return problemOf(request, reply, refused);
    // Of a page too: there was no turn for it.
    if (error instanceof ApiError) return problemOf(request, reply, error);
    const code =
      byFastify[error.code ?? ''] ?? ((error.statusCode ?? 500) < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR');
    if (code === 'INTERNAL_SERVER_ERROR') logger.error({ err: error, requestId: request.id }, 'a request failed');
    return problem(request, reply, code, sentences[code as keyof typeof sentences]);
  };

/** Any site may read a public answer, none what the publishing door says; every answer has the number by which the log knows it. */
const identify = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (!request.url.startsWith('/publish')) reply.header('access-control-allow-origin', '*');
  return reply.header('x-request-id', request.id);
};

/** Nothing here is changed over HTTP: an address is read, or it is not there. */
function answerNothing(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return problem(request, reply, 'NOT_FOUND', { zh: '没有这个地址', en: 'There is nothing at this address' });
  }
  return problem(request, reply.header('allow', 'GET, HEAD, OPTIONS'), 'METHOD_NOT_ALLOWED', {
    zh: '此处只能读取（GET、HEAD）',
    en: 'Here one can only read (GET, HEAD)',
  });
}

/** A server without routes: what every answer has in common. */
async function bareServer(
  platform: Pick<Platform, 'logger' | 'trustedProxies'>,
  operations: Operations,
  front: (routes: RequestListener) => RequestListener,
): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    loggerInstance: platform.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    bodyLimit: largestBody,
    trustProxy: platform.trustedProxies.length > 0 ? [...platform.trustedProxies] : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      // An address that cannot be read meets no hook.
      identify(request as FastifyRequest, reply as FastifyReply).header('x-content-type-options', 'nosniff');
      void answerError(platform)(error, request as FastifyRequest, reply as FastifyReply);
    },
    clientErrorHandler: answerUnreadable,
    serverFactory: (routes): Server => createServer(timeouts, front(routes)),
  });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
  });
  // Only JSON bodies are taken, unparsed: GraphQL reads them itself and says what is wrong with them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));

  server.addHook('onRequest', async (request, reply) => {
    identify(request, reply);
  });
  server.addHook('onResponse', async (request, reply) => {
    platform.logger.info(
      {
        requestId: request.id,
        method: request.method,
        path: pathOf(request.url),
        operation: operations.get(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  server.setErrorHandler(answerError(platform));
  server.setNotFoundHandler(answerNothing);
  return server;
}

/** The publishing door at an address of its own, not yet listening. */
export async function createDeskServer(platform: DeskPlatform): Promise<FastifyInstance> {
  const server = await bareServer(platform, new WeakMap(), soundOnly);
  await deskDoor(server, platform);
  return server;
}

/** Everything over HTTP that readers meet, not yet listening. */
export async function createHttpServer(platform: Platform): Promise<FastifyInstance> {
  const road = new StraightRoad(platform);
  const operations: Operations = new WeakMap();
  const server = await bareServer(platform, operations, (routes) => hotPath(platform, road, routes));
  server.options('*', (_, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD, POST, OPTIONS')
      .header('access-control-allow-headers', 'Content-Type, Accept, If-None-Match')
      .header('access-control-max-age', '86400')
      .send(),
  );

  const yoga = createGraphqlServer(platform.schema, platform.logger);
  mementoRoutes(server, platform);
  healthRoutes(server, platform);
  await widgetRoutes(server, platform);
  panelRoutes(server, platform);
  await embedRoutes(server, platform);
  exportRoutes(server, platform);
  lineRoutes(server, platform);
  templateRoutes(server);
  logRoutes(server, platform);
  changeRoutes(server, platform, await ChangeHub.open(platform.store, publicationChannel));
  const { explorer } = await pageRoutes(server, platform);
  graphqlRoutes(server, platform, yoga, road, operations, explorer);
  if (platform.hasDesk) await deskDoor(server, { ...platform, readersAt: platform.publicUrl ?? '' });
  return server;
}
