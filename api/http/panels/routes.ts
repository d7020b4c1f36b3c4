import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import type { Context } from '../../graphql/context.ts';
import { isErrorCode } from '../../graphql/errors.ts';
import { answer, type Platform } from '../platform.ts';
import { problem, problemOf } from '../problem.ts';
import { cacheControlOf } from '../straight-road.ts';
import { type Asked, askedFor, showPanel } from './show.ts';

/** Most panels that one request may ask for. */
export const mostPanels = 20;

const parametersOf = ({ url }: FastifyRequest): URLSearchParams => new URLSearchParams(url.split('?', 2)[1] ?? '');

function unknownPanel(request: FastifyRequest, reply: FastifyReply, stem: string) {
  const name = stem.slice(0, 60);
  return problem(request, reply, 'NOT_FOUND', {
    zh: `没有名为 ${name} 的面板；全部面板见 /embed`,
    en: `There is no panel ${name}; all panels are at /embed`,
  });
}

/** What was asked wrongly is told; a fault of ours is thrown on. */
const refused = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  if (!(error instanceof GraphQLError)) throw error;
  if (error.originalError && !isErrorCode(error.extensions['code'])) throw error.originalError;
  return problemOf(request, reply, error);
};

/** One panel of several: its document, or why there is none. */
type Shown = { readonly key: string } & ({ readonly document: PanelDocument } | { readonly error: object });

async function shownOrNot(platform: Platform, key: string, context: Context): Promise<Shown> {
  const [stem = '', query = ''] = key.split('?', 2);
  const asked = askedFor(stem, new URLSearchParams(query));
  if (!asked) return { key, error: { code: 'NOT_FOUND' } };
  try {
    return { key, document: await showPanel(platform, asked, context) };
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.originalError) throw error;
    return { key, error: { code: error.extensions['code'], message: error.message } };
  }
}

/** The panels of a page in one answer: `/w?p=budget%3Forganization%3D…&p=…`, and each as a document, `/w/budget.json?…`. */
export function panelRoutes(server: FastifyInstance, platform: Platform): void {
  server.get('/w', async (request, reply) => {
    const keys = [...new Set(parametersOf(request).getAll('p'))];
    if (keys.length === 0 || keys.length > mostPanels) {
      return problem(request, reply, 'BAD_USER_INPUT', {
        zh: `一次请求 1 至 ${mostPanels} 个面板：/w?p=…&p=…`,
        en: `Ask for 1 to ${mostPanels} panels at once: /w?p=…&p=…`,
      });
    }
    return answer(platform, request, reply, async (context) => {
      const shown: Shown[] = [];
      for (const key of keys) shown.push(await shownOrNot(platform, key, context));
      return {
        body: JSON.stringify({ panels: shown }),
        contentType: 'application/json; charset=utf-8',
        touched: context.touched,
        cacheControl: cacheControlOf(context.clocks),
        until: context.clocks.until,
      };
    });
  });
  server.get<{ Params: { stem: string } }>('/w/:stem.json', async (request, reply) => {
    const { stem } = request.params;
    const asked: Asked | null = askedFor(stem, parametersOf(request));
    if (!asked) return unknownPanel(request, reply, stem);
    try {
      return await answer(platform, request, reply, async (context) => ({
        body: `${JSON.stringify(await showPanel(platform, asked, context), null, 2)}\n`,
        contentType: 'application/json; charset=utf-8',
        touched: context.touched,
        cacheControl: cacheControlOf(context.clocks),
        until: context.clocks.until,
      }));
    } catch (error) {
      return refused(error, request, reply);
    }
  });
}
