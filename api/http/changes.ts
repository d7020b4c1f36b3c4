import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { GraphQLError } from 'graphql';
import { organizationCodeAsked, sinceAsked } from '../changes/asked.ts';
import { type ChangeFilter, changesAfter, newestChanges, newestTimepoint } from '../changes/entries.ts';
import type { ChangeHub } from '../changes/hub.ts';
import { changeSentenceOf } from '../changes/sentence.ts';
import { kindNamed } from '../disclosures/registry.ts';
import type { Context } from '../graphql/context.ts';
import { badInput, bilingual } from '../graphql/errors.ts';
import { Holders, openStream, streamHeaders } from './change-stream.ts';
import { told } from './change-told.ts';
import { clientNetwork } from './client-network.ts';
import { inTurn } from './in-turn.ts';
import { answer, baseUrlOf, newContext, type Platform } from './platform.ts';
import { problemOf } from './problem.ts';
import { momentary } from './representation.ts';

const largestPage = 100;
const newestInFeed = 50;
/** Whoever missed more reads the log (`/changes.json`) first, and listens from its end. */
const mostMissed = 1_000;
const mostListeners = 20_000;
const ofStream = ['after', 'first', 'kind', 'organization'];
/** A stream goes on from a place in the log; what is read at once may also begin at a day. */
const ofLog = ['since', ...ofStream];

const wholeNumber = (text: string | undefined, name: string): number | null => {
  if (text === undefined || text === '') return null;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw badInput(`${name} 须为不小于 0 的整数。`, `${name} must be a whole number from 0.`);
};

interface Asked {
  readonly after: number | null;
  readonly first: number;
  readonly filter: ChangeFilter;
}

async function askedOf(
  { query }: FastifyRequest,
  context: Context,
  parameters: readonly string[] = ofLog,
): Promise<Asked> {
  const given = query as Record<string, string | string[]>;
  const other = Object.keys(given).find((name) => !parameters.includes(name));
  if (other !== undefined) {
    throw badInput(
      `没有参数“${other.slice(0, 40)}”；有：${parameters.join('、')}。`,
      `There is no parameter "${other.slice(0, 40)}"; there are: ${parameters.join(', ')}.`,
    );
  }
  const one = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : given[name]?.[0]);
  const kinds = (one('kind') ?? '').split(',').filter((kind) => kind !== '');
  const unknown = kinds.find((kind) => !kindNamed(kind));
  if (unknown !== undefined)
    throw badInput(`没有“${unknown.slice(0, 40)}”这个种类。`, `There is no kind "${unknown.slice(0, 40)}".`);
  const [organization, since] = [one('organization'), one('since')];
  const first = wholeNumber(one('first'), 'first') ?? 20;
  if (first < 1 || first > largestPage)
    throw badInput(`first 须为 1 至 ${largestPage}。`, `first must be 1 to ${largestPage}.`);
  return {
    after: wholeNumber(one('after'), 'after'),
    first,
    filter: {
      kinds,
      since: since ? sinceAsked(since) : null,
      organization: organization ? await organizationCodeAsked(context, organization) : undefined,
    },
  };
}

async function list(context: Context, request: FastifyRequest) {
  const { after, first, filter } = await askedOf(request, context);
  const newest = await newestTimepoint(context.store);
  if (after !== null && after > newest) {
    throw badInput(
      `after 为 ${after}，日志才到 ${newest}；请从不大于它的序号接续。`,
      `after is ${after}, and the log goes to ${newest}; go on from one that is not beyond it.`,
    );
  }
  const rows = await changesAfter(context.store, after ?? 0, first + 1, filter);
  const changes = await Promise.all(rows.slice(0, first).map((row) => told(context.store, context.baseUrl, row)));
  context.touched.add('*');
  return {
    body: `${JSON.stringify({ changes, hasNextPage: rows.length > first, newestTimepoint: newest }, null, 2)}\n`,
    contentType: 'application/json; charset=utf-8',
    cacheControl: momentary,
    touched: context.touched,
  };
}

async function atom(context: Context, request: FastifyRequest) {
  const { filter } = await askedOf(request, context);
  const { baseUrl } = context;
  const rows = await newestChanges(context.store, newestInFeed, filter);
  const self = `${baseUrl}${request.url}`;
  context.touched.add('*');
  const entries = rows.map((row) => {
    const { zh, en } = changeSentenceOf(row);
    const link = `${baseUrl}/id/${row.kind}/${row.indexNumber}`;
    return html`<entry>
    <id>${`${baseUrl}/changes.json?after=${row.timepoint - 1}&first=1`}</id>
    <title>${zh}</title>
    <updated>${row.at.toISOString()}</updated>
    <author><name>${row.publisher.name}</name></author>
    <category term="${row.kind}" label="${kindNamed(row.kind)?.label.zh ?? row.kind}" />
    <link rel="alternate" href="${link}" />
    <summary>${zh} ${en}</summary>
  </entry>`;
  });
  return {
    body: html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${`${baseUrl}/changes.atom`}</id>
  <title>政府信息公开平台：变更</title>
  <updated>${(rows[0]?.at ?? new Date(0)).toISOString()}</updated>
  <link rel="self" href="${self}" />
  <link rel="alternate" href="${baseUrl}/" />
  !${entries}
</feed>
`,
    contentType: 'application/atom+xml; charset=utf-8',
    cacheControl: momentary,
    touched: context.touched,
  };
}

/** Too old to go on from, or of another log: where to begin instead (410). */
const gone = (request: FastifyRequest, reply: FastifyReply, from: number, newest: number): FastifyReply =>
  reply
    .code(410)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send({
      type: '/docs/errors#CURSOR_EXPIRED',
      title: 'CURSOR_EXPIRED',
      status: 410,
      detail: bilingual({
        zh: `不能从序号 ${from} 接续（日志现到 ${newest}）；请先读 /changes.json，再从 ${newest} 接续`,
        en: `One cannot go on from timepoint ${from} (the log is at ${newest}); read /changes.json first, then go on from ${newest}`,
      }),
      code: 'CURSOR_EXPIRED',
      newestTimepoint: newest,
      oldestTimepoint: Math.max(0, newest - mostMissed),
      requestId: request.id,
    });

/** Changes as they happen (SSE), from where a reader was: `Last-Event-ID`, or `after`. */
function stream(platform: Platform, hub: ChangeHub, holders: Holders) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const baseUrl = baseUrlOf(platform, request.headers.host);
    const { after, filter } = await askedOf(request, newContext(platform, baseUrl), ofStream);
    const newest = await newestTimepoint(platform.store);
    const last = request.headers['last-event-id'];
    const from = wholeNumber(typeof last === 'string' ? last : undefined, 'Last-Event-ID') ?? after ?? newest;
    if (from > newest || newest - from > mostMissed) {
      return gone(request, reply, from, newest);
    }
    // Whoever asks whether there is a stream is not kept waiting for what would come, and takes no place.
    if (request.method === 'HEAD') return reply.headers(streamHeaders).send();
    const network = clientNetwork(request.ip);
    if (hub.size >= mostListeners || !holders.take(network)) {
      return reply
        .code(429)
        .header('retry-after', '30')
        .header('cache-control', 'no-store')
        .type('application/problem+json; charset=utf-8')
        .send({
          type: 'about:blank',
          title: 'RATE_LIMITED',
          status: 429,
          detail: '实时连接过多，请稍后再连 / too many streams; come back later',
        });
    }
    reply.hijack();
    await openStream(reply.raw, request.id, from, {
      hub,
      store: platform.store,
      baseUrl,
      filter,
      left: () => holders.free(network),
    });
    return reply;
  };
}

/** The change log: as JSON from any timepoint, as Atom, and as it happens. */
export function changeRoutes(server: FastifyInstance, platform: Platform, hub: ChangeHub): void {
  const orProblem = (request: FastifyRequest, reply: FastifyReply) => (error: unknown) => {
    if (error instanceof GraphQLError && !error.originalError) return problemOf(request, reply, error);
    throw error;
  };
  server.get('/changes.json', (request, reply) =>
    answer(platform, request, reply, (context, reader) =>
      inTurn(platform.store, reader, () => list(context, request)),
    ).catch(orProblem(request, reply)),
  );
  server.get('/changes.atom', (request, reply) =>
    answer(platform, request, reply, (context, reader) =>
      inTurn(platform.store, reader, () => atom(context, request)),
    ).catch(orProblem(request, reply)),
  );
  const live = stream(platform, hub, new Holders(platform.streamsPerAddress));
  server.get('/changes', (request, reply) => live(request, reply).catch(orProblem(request, reply)));
  // A stream never ends by itself, and would hold up the end of the server.
  server.addHook('preClose', () => hub.close());
}
