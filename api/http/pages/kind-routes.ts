import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kind } from '../../disclosures/kind.ts';
import { checkNoParameters } from '../list-query.ts';
import { dateMemento, tellMementos } from '../memento.ts';
import type { Platform } from '../platform.ts';
import { tombstoneAt } from '../withdrawn.ts';
import type { KindPages } from './kind-pages.ts';
import { layout } from './layout.ts';
import { missingDocument } from './missing.ts';
import { refusedList } from './refused.ts';
import { answerPage, type View } from './view.ts';

export const indexNumberOf = ({ params }: FastifyRequest): string => {
  const { code, serial } = params as Record<'code' | 'serial', string>;
  return `${code}/${serial}`;
};

/** A whole number from 1; null when the address says something else. */
const editionOf = ({ params }: FastifyRequest): number | null => {
  const { number } = params as { number: string };
  return /^[1-9]\d{0,5}$/.test(number) ? Number(number) : null;
};

/** List, document, edition and linked data of one kind. */
export function kindRoutes(server: FastifyInstance, platform: Platform, kind: Kind, pages: KindPages): void {
  const one = async (
    request: FastifyRequest,
    reply: FastifyReply,
    make: (view: View) => Promise<string | null>,
    contentType = 'text/html; charset=utf-8',
    edition: number | null = null,
  ) => {
    try {
      checkNoParameters(request.query as Record<string, unknown>);
    } catch (error) {
      return refusedList(platform, kind, request, reply, error);
    }
    const otherwise = () => missingDocument(platform, kind, indexNumberOf(request), request, reply, edition);
    return answerPage(platform, request, reply, make, { contentType, otherwise });
  };
  const document = async (view: View, request: FastifyRequest, edition: number | null) => {
    const page = await pages.document(view, kind, indexNumberOf(request), edition);
    return page && layout(page);
  };

  server.get(`/${kind.plural}`, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    let target = '/';
    try {
      const make = async (view: View) => {
        const found = await pages.redirect(view, kind, query);
        if (found === null) return layout(await pages.list(view, kind, query));
        target = found;
        return null;
      };
      const otherwise = () => reply.header('cache-control', 'public, max-age=60').redirect(target, 303);
      return await answerPage(platform, request, reply, make, { otherwise });
    } catch (error) {
      return refusedList(platform, kind, request, reply, error);
    }
  });
  server.get(`/${kind.plural}/:code/:serial`, (request, reply) => {
    tellMementos(platform, kind, request, reply, indexNumberOf(request));
    return one(request, reply, (view) => document(view, request, null));
  });
  server.get(`/${kind.plural}/:code/:serial/editions/:number`, async (request, reply) => {
    const edition = editionOf(request);
    tellMementos(platform, kind, request, reply, indexNumberOf(request));
    if (edition !== null) await dateMemento(platform, kind, reply, indexNumberOf(request), edition);
    const make = async (view: View) => {
      if (edition === null || (await tombstoneAt(platform, kind, indexNumberOf(request), edition))) return null;
      return document(view, request, edition);
    };
    return one(request, reply, make, undefined, edition);
  });
  server.get(`/${kind.plural}/:code/:serial.jsonld`, (request, reply) => {
    const make = async (view: View) => {
      const data = await pages.linkedData(view, indexNumberOf(request));
      return data === null ? null : `${JSON.stringify(data, null, 2)}\n`;
    };
    return one(request, reply, make, 'application/ld+json; charset=utf-8');
  });
}
