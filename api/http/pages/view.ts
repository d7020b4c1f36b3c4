import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import type { Context } from '../../graphql/context.ts';
import { inTurn } from '../in-turn.ts';
import { answer, baseUrlOf, newContext, type Platform } from '../platform.ts';
import type { Representation } from '../representation.ts';
import { type Reader, readerOf } from '../turns.ts';
import type { Markup } from './typography.ts';

/** What a page is made from: the public schema, asked in process exactly as a reader would, and nothing else. */
export interface View {
  readonly schema: GraphQLSchema;
  /** Public address without a trailing slash. */
  readonly baseUrl: string;
  readonly now: Date;
  ask<Data>(document: DocumentNode, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
}

const viewOf = ({ schema, store }: Platform, context: Context, reader: Reader): View => ({
  schema,
  baseUrl: context.baseUrl,
  now: context.now,
  async ask<Data>(document: DocumentNode, variables: Readonly<Record<string, unknown>> = {}) {
    const { data, errors } = await inTurn(store, reader, async () =>
      execute({ schema, document, variableValues: variables, contextValue: context }),
    );
    if (errors?.[0]) throw errors[0];
    return data as Data;
  },
});

/** Written here too: an answer from memory never meets the framework that would add them. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
} as const;

/** How a page differs from most. */
interface Manner extends Partial<Pick<Representation, 'contentType' | 'headers'>> {
  /** False: made anew each time, because it shows what it cannot name. */
  readonly isKept?: boolean;
  /** What is answered when `make` finds nothing to show. */
  readonly otherwise?: () => Promise<FastifyReply> | FastifyReply;
}

/** A page with ETag, compression and ready bytes. */
export const answerPage = (
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (view: View) => Promise<Markup | null>,
  { contentType = 'text/html; charset=utf-8', headers, isKept = true, otherwise }: Manner = {},
): Promise<FastifyReply> =>
  answer(
    platform,
    request,
    reply,
    async (context, reader) => {
      const body = await make(viewOf(platform, context, reader));
      if (body === null) return null;
      const touched = isKept ? context.touched : null;
      return { body, contentType, headers: { ...securityHeaders, ...headers }, touched };
    },
    otherwise,
  );

/** A page that states a failure: never kept. */
export async function sendPage(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  make: (view: View) => Promise<Markup>,
): Promise<FastifyReply> {
  const context = newContext(platform, baseUrlOf(platform, request.headers.host));
  const body = await make(viewOf(platform, context, readerOf(request, reply)));
  return reply
    .code(status)
    .headers({ ...securityHeaders, 'cache-control': 'no-store', vary: 'Accept' })
    .type('text/html; charset=utf-8')
    .send(body);
}

export const isBrowser = ({ headers: { accept = '' } }: FastifyRequest): boolean => accept.includes('text/html');
