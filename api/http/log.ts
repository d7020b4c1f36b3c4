import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entryBundle, parseTile, type Tile, tileWidth } from '../core/log-tile.ts';
import { lastCheckpoint } from '../graphql/log.ts';
import { stillGiven, tombstoneOfEdition, withdrawnFacts, withdrawnSentence } from '../graphql/withdrawal.ts';
import type { Store } from '../store/client.ts';
import { logKeyFrom, selectLogKey } from '../store/log.ts';
import { sql } from '../store/statements.ts';
import { answer, type Platform } from './platform.ts';
import { problem } from './problem.ts';
import { immutable, momentary, type Representation } from './representation.ts';

const text = 'text/plain; charset=utf-8';
const bytes = 'application/octet-stream';

/** Larger ones are made anew for each who asks, and leave the memory to hot answers. */
const largestKept = 262_144;

/** A new publication makes every answer about the whole log old; a tile never changes. */
const anything: ReadonlySet<string> = new Set(['*']);
const nothing: ReadonlySet<string> = new Set();

const missing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  problem(request, reply, 'NOT_FOUND', {
    zh: '透明日志中没有这一项',
    en: 'There is no such thing in the log',
  });

/** The bytes of a tile; null where the log is not so long. Hashes are stored of complete subtrees alone. */
async function tileBytes({ read }: Store, { level, index, width }: Tile): Promise<Buffer | null> {
  const first = index * tileWidth;
  if (level === 'entries') {
    const rows = await read<{ body: string }>(
      sql`select body from log_entry where timepoint > ${first} and timepoint <= ${first + width} order by timepoint`,
    );
    return rows.length === width ? entryBundle(rows.map(({ body }) => body)) : null;
  }
  const rows = await read<{ hash: Buffer }>(
    level === 0
      ? sql`select leaf_hash as hash from log_entry where timepoint > ${first} and timepoint <= ${first + width} order by timepoint`
      : sql`select hash from log_hash where level = ${level * 8} and position >= ${first} and position < ${first + width} order by position`,
  );
  return rows.length === width ? Buffer.concat(rows.map(({ hash }) => hash)) : null;
}

const kept = (body: Buffer | string, contentType: string, cacheControl: string, touched: ReadonlySet<string>) =>
  ({ body, contentType, cacheControl, touched: body.length > largestKept ? null : touched }) satisfies Representation;

interface Stated {
  readonly kind: string;
  readonly indexNumber: string;
  readonly number: number;
  readonly body: string | null;
}

/** What the edition of this digest states: null where it is not given any more, or was never kept. */
async function statedBy({ read }: Store, digest: string): Promise<Stated | null> {
  const [stated] = await read<Stated>(sql`
    select e.kind, d.index_number as "indexNumber", e.number, case when ${stillGiven(sql`e`)} then s.body end as body
    from edition e join document d on d.id = e.document_id left join statement s on s.edition_id = e.id
    where e.digest = ${`sha256:${digest}`} and e.published_at is not null and e.attribute = 'PROACTIVE'
    order by body is null, e.published_at desc limit 1`);
  return stated ?? null;
}

async function statement(platform: Platform, digest: string, request: FastifyRequest, reply: FastifyReply) {
  const make = async (): Promise<Representation | null> => {
    const stated = await statedBy(platform.store, digest);
    if (!stated || stated.body === null) return null;
    return kept(stated.body, 'application/json; charset=utf-8', momentary, new Set([stated.kind]));
  };
  return answer(platform, request, reply, make, async () => {
    const stated = await statedBy(platform.store, digest);
    const tombstone =
      stated && (await tombstoneOfEdition(platform.store, stated.kind, stated.indexNumber, stated.number));
    if (!tombstone) return missing(request, reply);
    return problem(request, reply, 'WITHDRAWN', withdrawnSentence(tombstone), withdrawnFacts(tombstone));
  });
}

/**
 * The log (透明日志) as tools read it: https://c2sp.org/tlog-tiles below `/log`, and beside it what every edition states.
 * All of it is made of publications; a draft leaves no trace in it.
 */
export function logRoutes(server: FastifyInstance, platform: Platform): void {
  const { store } = platform;
  server.get('/log/checkpoint', (request, reply) =>
    answer(
      platform,
      request,
      reply,
      async () => {
        const checkpoint = await lastCheckpoint(store);
        return checkpoint && kept(checkpoint.note, text, momentary, anything);
      },
      () => missing(request, reply),
    ),
  );
  server.get<{ Params: { '*': string } }>('/log/tile/*', (request, reply) =>
    answer(
      platform,
      request,
      reply,
      async () => {
        const tile = parseTile(request.params['*']);
        const found = tile && (await tileBytes(store, tile));
        return found && kept(found, bytes, immutable, nothing);
      },
      () => missing(request, reply),
    ),
  );
  server.get<{ Params: { digest: string } }>('/log/statements/:digest', (request, reply) => {
    const { digest } = request.params;
    return /^[0-9a-f]{64}$/.test(digest) ? statement(platform, digest, request, reply) : missing(request, reply);
  });
  server.get('/.well-known/gongkai-log-key', (request, reply) =>
    answer(
      platform,
      request,
      reply,
      async () => {
        const key = logKeyFrom(await store.read(selectLogKey));
        return key && { body: `${key.verifier}\n`, contentType: text, touched: anything };
      },
      () => missing(request, reply),
    ),
  );
}
