import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Bilingual } from '../../core/finding.ts';
import { bilingual } from '../../graphql/errors.ts';
import { type Actor, operator } from '../../publishing/actor.ts';
import { recordRefusal } from '../../publishing/audit.ts';
import { actorOfToken } from '../../publishing/tokens.ts';
import type { Store } from '../../store/client.ts';
import { createDeskGraphql } from './graphql.ts';

/** What the publishing door is built from: nothing of the public one. */
export interface DeskPlatform {
  readonly store: Store;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly trustedProxies: readonly string[];
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
const nobody: Actor = { ...operator('unknown'), roles: [], organizationIds: [] };

/** Ten wrong tokens a minute from one address, and two hundred requests a minute of one token: far above a person's pace. */
const newLimits = () => ({
  failures: new RateLimiterMemory({ points: 10, duration: 60 }),
  requests: new RateLimiterMemory({ points: 200, duration: 60 }),
});

/** Takes a point; false when none is left. */
const spend = (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  limiter.consume(key).then(
    () => true,
    (reason: unknown) => {
      if (reason instanceof RateLimiterRes) return false;
      throw reason;
    },
  );

/** The publishing door (发布端): a second endpoint with a schema of its own, for bearer tokens only. */
export async function deskDoor(server: FastifyInstance, { store, logger, clock }: DeskPlatform): Promise<void> {
  const yoga = createDeskGraphql(logger);
  const { failures, requests } = newLimits();

  /** Who asks; null when the answer is already given. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
    const { ip } = request;
    const known = await failures.get(ip);
    if (known && known.remainingPoints <= 0) {
      refuse(request, reply, 429);
      return null;
    }
    const [, text] = bearer.exec(request.headers.authorization ?? '') ?? [];
    const actor = text === undefined ? null : await actorOfToken(store, text, ip);
    if (!actor) {
      await spend(failures, ip);
      await recordRefusal(store, { ...nobody, remote: ip }, { action: 'AUTHENTICATE' }, '令牌无效 no valid token');
      refuse(request, reply, 401);
      return null;
    }
    if (await spend(requests, actor.tokenId ?? ip)) return actor;
    refuse(request, reply, 429);
    return null;
  }

  server.post('/publish/graphql', { bodyLimit: largestUpload }, async (request, reply) => {
    if (request.headers[preflight] === undefined) return refuse(request, reply, 403);
    const actor = await admit(request, reply);
    if (!actor) return reply;
    const response = await yoga.fetch(
      new URL('/publish/graphql', 'http://gongkai.invalid'),
      {
        method: 'POST',
        headers: { accept: request.headers.accept ?? '*/*', 'content-type': 'application/json' },
        body: typeof request.body === 'string' ? request.body : '',
      },
      { store, actor, now: clock(), requestId: request.id },
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
}
