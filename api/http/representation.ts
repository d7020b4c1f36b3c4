import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadyAnswer, ReadyAnswers } from '../cache/ready-answers.ts';
import { addDays, startOf, today } from '../core/local-date.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** Below this a compressed body is no smaller. */
const worthCompressing = 700;

/** The encoding to answer with. `q=0` is a refusal, and what is not named is not used. */
export function encodingFor(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const accepted = new Set(
    header.split(',').flatMap((part) => {
      const [name, ...parameters] = part.trim().toLowerCase().split(';');
      return name && !parameters.some((parameter) => /^\s*q=0(\.0*)?$/.test(parameter)) ? [name] : [];
    }),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : 'identity';
}

async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br')
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  return encoding === 'gzip' ? zip(body, { level: 6 }) : body;
}

/** Everything that decides which bytes are right for a GET. */
export const answerKey = (baseUrl: string, url: string, accept: string, encoding: Encoding): string =>
  `${baseUrl}${url} ${accept} ${encoding}`;

export const revalidated = 'public, max-age=60, stale-while-revalidate=600';
/** Asked for again each time; whoever has it is told in a few bytes that it still holds. */
export const momentary = 'public, no-cache';
export const immutable = 'public, max-age=31536000, immutable';

export interface Representation {
  readonly body: Buffer | string;
  readonly contentType: string;
  readonly cacheControl?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null: not to be kept. */
  readonly touched: ReadonlySet<string> | null;
  /** When it stops being true by itself (ms), where that may be before midnight. */
  readonly until?: number | undefined;
}

/** True when the caller already has these bytes. `*` and a list are read; a weak tag of ours counts. */
export function isUnchanged(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  if (header === etag) return true;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** What every answer is given before its route runs; the number of one request is not for the next. */
export const givenHeaders = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      name === 'x-request-id' || value === undefined ? [] : [[name, String(value)]],
    ),
  );

const headersKept = ['cache-control', 'etag', 'vary', 'content-type', 'access-control-allow-origin'];

export interface Prepared {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

/** A representation as it goes out: compressed as the caller likes, with a strong ETag over the body before that. */
export async function prepare(representation: Representation, wanted: Encoding): Promise<Prepared> {
  const identity = Buffer.isBuffer(representation.body) ? representation.body : Buffer.from(representation.body);
  const encoding = identity.length < worthCompressing ? 'identity' : wanted;
  const body = await encode(identity, encoding);
  const etag = `"${createHash('sha256').update(identity).digest('base64url')}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const headers: Record<string, string> = {
    'content-type': representation.contentType,
    'cache-control': representation.cacheControl ?? revalidated,
    etag,
    vary: 'Accept, Accept-Encoding',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    ...representation.headers,
    'content-length': String(body.byteLength),
  };
  return { body, headers, etag };
}

/** When an answer of today stops being true by itself: validity is judged by the day. */
const midnightAfter = (now: Date): number => startOf(addDays(today(now), 1)).getTime();

/** The same, of an answer that may change earlier. */
export const expiryOf = (now: Date, until: number | undefined): number =>
  Math.min(midnightAfter(now), until ?? Number.POSITIVE_INFINITY);

/**
 * Sends a representation with a strong ETag over the body before compression, compressed as the caller likes, and
 * keeps it as ready bytes. `mark` was taken before the reading began.
 */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    answers,
    key,
    mark,
    now,
  }: {
    readonly answers: ReadyAnswers;
    readonly key: (encoding: Encoding) => string;
    readonly mark: number;
    readonly now: Date;
  },
  representation: Representation,
): Promise<FastifyReply> {
  const wanted = encodingFor(request.headers['accept-encoding']);
  const { body, headers, etag } = await prepare(representation, wanted);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (representation.touched && request.method === 'GET') {
    const ready = { body, headers: { ...givenHeaders(reply), ...headers }, etag, touched: representation.touched };
    answers.put(key(wanted), { ...ready, expiresAt: expiryOf(now, representation.until) }, mark);
  }
  // A refusal is none that the caller has already (RFC 9110, 13.2.1).
  if (isRead && reply.statusCode < 300 && isUnchanged(request.headers['if-none-match'], etag)) {
    for (const name of headersKept) reply.header(name, headers[name]);
    return reply.code(304).send();
  }
  // Of a HEAD the framework sends everything but these bytes.
  return reply.headers(headers).send(body);
}

const unchanged = new WeakMap<ReadyAnswer, Record<string, string>>();

/** The headers of a 304: those of the 200 that caches need. */
export function unchangedHeaders(ready: ReadyAnswer): Record<string, string> {
  const known = unchanged.get(ready);
  if (known) return known;
  const kept = Object.fromEntries(
    headersKept.flatMap((name) => (ready.headers[name] === undefined ? [] : [[name, ready.headers[name]]])),
  );
  unchanged.set(ready, kept);
  return kept;
}
