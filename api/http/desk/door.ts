import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Bilingual } from '../../core/finding.ts';
import { bilingual } from '../../graphql/errors.ts';
import type { Store } from '../../store/client.ts';
import { admission } from './admission.ts';
import { createDeskGraphql } from './graphql.ts';
import { deskPages } from './pages/routes.ts';

/** What the publishing door is built from: nothing of the public one. */
export interface DeskPlatform {
  readonly store: Store;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly trustedProxies: readonly string[];
  /** Address of the public door without a trailing slash, empty when it is this one; absent: not known. */
  readonly readersAt?: string | undefined;
}

/** A file of 30 MB in Base64. Larger ones go in by the shell. */
const largestUpload = 42 << 20;

/** A browser never sends this header to a foreign site without asking first, and nobody here says yes. */
const preflight = 'gongkai-preflight';

const refusals = {
  401: [
    'UNAUTHENTICATED',
    { zh: '须有有效的令牌：Authorization: Bearer gkt_…', en: 'A valid token is needed: Authorization: Bearer gkt_…' },
  ],
  403: ['PREFLIGHT_REQUIRED', { zh: `须有请求头 ${preflight}: 1`, en: `The header ${preflight}: 1 is needed` }],
  405: ['METHOD_NOT_ALLOWED', { zh: '此处只接受 POST', en: 'Only POST is accepted here' }],
  429: ['RATE_LIMITED', { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' }],
} as const satisfies Record<number, readonly [string, Bilingual]>;

function refuse(request: FastifyRequest, reply: FastifyReply, status: keyof typeof refusals): FastifyReply {
  const [code, sentence] = refusals[status];
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="gongkai"');
  if (status === 405) reply.header('allow', 'POST');
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .type('application/problem+json; charset=utf-8')
    .send({ type: 'about:blank', title: code, status, detail: bilingual(sentence), code, requestId: request.id });
}

const bearer = /^Bearer +(\S+)$/i;
/** The publishing door (发布端): a second endpoint with a schema of its own, for bearer tokens only. */
export async function deskDoor(server: FastifyInstance, platform: DeskPlatform): Promise<void> {
  const { store, logger, clock } = platform;
  const yoga = createDeskGraphql(logger);
  const admit = admission(store);

  server.post('/publish/graphql', { bodyLimit: largestUpload }, async (request, reply) => {
    if (request.headers[preflight] === undefined) return refuse(request, reply, 403);
    const [, token] = bearer.exec(request.headers.authorization ?? '') ?? [];
    const admitted = await admit(token, request.ip);
    if ('status' in admitted) return refuse(request, reply, admitted.status);
    const response = await yoga.fetch(
      new URL('/publish/graphql', 'http://gongkai.invalid'),
      {
        method: 'POST',
        headers: { accept: request.headers.accept ?? '*/*', 'content-type': 'application/json' },
        body: typeof request.body === 'string' ? request.body : '',
      },
      { store, actor: admitted.actor, now: clock(), requestId: request.id },
    );
    return reply
      .code(response.status)
      .header('cache-control', 'private, no-store')
      .type(response.headers.get('content-type') ?? 'application/json; charset=utf-8')
      .send(await response.text());
  });
  server.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/publish/graphql',
    handler: (request, reply) => refuse(request, reply, 405),
  });
  await deskPages(server, platform, admit);
}
