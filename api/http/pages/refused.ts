import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { GraphQLError } from 'graphql';
import type { Kind } from '../../disclosures/kind.ts';
import { type ErrorCode, errorCodes } from '../../graphql/errors.ts';
import type { Platform } from '../platform.ts';
import { problem } from '../problem.ts';
import { sayMissing } from './missing.ts';
import { isBrowser } from './view.ts';

/** What is wrong with a list's address, as the schema says it; null when the fault is ours. */
function faultOf(error: unknown): { readonly code: ErrorCode; readonly zh: string; readonly en: string } | null {
  if (!(error instanceof GraphQLError) || (error.originalError && !(error.originalError instanceof GraphQLError)))
    return null;
  const given = error.extensions['code'];
  const code = typeof given === 'string' && given in errorCodes ? (given as ErrorCode) : 'BAD_USER_INPUT';
  if (errorCodes[code] >= 500) return null;
  const [zh = '', en = zh] = error.message.split(' / ');
  return { code, zh, en };
}

/** A list asked for with a wrong parameter or an old cursor: what is wrong, and the way back. */
export function refusedList(
  platform: Platform,
  kind: Kind,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> | FastifyReply {
  const fault = faultOf(error);
  if (!fault) throw error;
  const { code, zh, en } = fault;
  if (!isBrowser(request)) return problem(request, reply, code, { zh, en });
  return sayMissing(platform, request, reply, {
    status: errorCodes[code],
    title: '这样查不了',
    main: html`<h1>这样查不了 <span class="english" lang="en">This cannot be answered</span></h1>
      <p class="notice" role="note">${zh}</p>
      <p lang="en">${en}</p>
      <p>错误代码 <a href="/docs/errors#${code}"><code>${code}</code></a>。<a href="/${kind.plural}">从第一页重新开始</a></p>`,
  });
}
