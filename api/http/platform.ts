import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ReadyAnswers } from '../cache/ready-answers.ts';
import type { Context } from '../graphql/context.ts';
import { withdrawnIn } from '../graphql/withdrawal.ts';
import type { Store } from '../store/client.ts';
import { answerKey, type Encoding, type Representation, send } from './representation.ts';
import { type Reader, readerOf } from './turns.ts';

/** What every route is built from. */
export interface Platform {
  readonly schema: GraphQLSchema;
  readonly store: Store;
  readonly logger: Logger;
  readonly answers: ReadyAnswers;
  readonly cursorKey: string;
  /** The address readers use; null: as each request names it. */
  readonly publicUrl: string | null;
  /** The clock, so that a test can say what time it is. */
  readonly clock: () => Date;
  /** Reverse proxies that are believed when they say for whom they ask; nobody else is. */
  readonly trustedProxies: readonly string[];
  /** Live streams that one address may hold. */
  readonly streamsPerAddress: number;
  /** Sites whose pages the embed doctor may fetch. */
  readonly embedHosts: readonly string[];
  /** Whether the publishing door stands at the same address; else it has one of its own, or none. */
  readonly hasDesk: boolean;
  /** True while the server is going away: readiness is refused first, so that nobody is sent here any more. */
  draining: boolean;
}

/** Public address without a trailing slash. */
export const baseUrlOf = ({ publicUrl }: Platform, host: string | undefined): string =>
  publicUrl ?? `http://${host ?? 'localhost'}`;

/** A context for one execution: fresh loaders, so that nothing read for one reader reaches another. */
export const newContext = (platform: Platform, baseUrl: string): Context => ({
  store: platform.store,
  now: platform.clock(),
  baseUrl,
  cursorKey: platform.cursorKey,
  touched: new Set(),
  clocks: { live: false, pinned: false },
  loaders: new Map(),
});

/**
 * Answers with a representation made by `make`, kept as ready bytes for the next who asks the same. The mark is taken
 * before anything is read. When `make` gives null, or finds its subject withdrawn, there is nothing to represent, and
 * `missing` says so: the reply itself cannot, because it is a thenable that awaiting turns into nothing.
 */
export async function answer(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (context: Context, reader: Reader) => Promise<Representation | null>,
  missing: () => unknown = () => undefined,
): Promise<FastifyReply> {
  const baseUrl = baseUrlOf(platform, request.headers.host);
  const mark = platform.answers.mark();
  const context = newContext(platform, baseUrl);
  const representation = await make(context, readerOf(request, reply)).catch((error: unknown) => {
    if (withdrawnIn(error) !== undefined) return null;
    throw error;
  });
  if (!representation) {
    await missing();
    return reply;
  }
  const { accept = '' } = request.headers;
  const key = (encoding: Encoding) => answerKey(baseUrl, request.url, accept, encoding);
  return send(request, reply, { answers: platform.answers, key, mark, now: context.now }, representation);
}

export const newRequestId = (): string => randomUUID().slice(0, 13);
