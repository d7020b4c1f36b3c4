import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { kinds } from '../../disclosures/registry.ts';
import { answer, type Platform } from '../platform.ts';
import { assetRoutes } from './assets.ts';
import { demoPage } from './demo.ts';
import { errorCodesPage } from './error-codes.ts';
import { explorerAsset, explorerHeaders, explorerPage } from './explorer.ts';
import { indexNumberOf, kindRoutes } from './kind-routes.ts';
import { landingPage } from './landing.ts';
import { layout, type Page } from './layout.ts';
import { notFound } from './missing.ts';
import { extensionFor } from './permalink.ts';
import { type Asked, plainExplorerPage } from './plain-explorer.ts';
import { pagesOf } from './registry.ts';
import { answerPage, isBrowser, type View } from './view.ts';

type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** `/id/…`: one identifier for ever, leading to the page or the file the caller likes best. */
function permalinkRoute(server: FastifyInstance, platform: Platform): void {
  server.get('/id/:kind/:code/:serial', async (request, reply) => {
    const { kind: name } = request.params as { kind: string };
    const kind = kinds.find((known) => known.name === name);
    if (!kind) return reply.callNotFound();
    const [code = '', serial = ''] = indexNumberOf(request).split('/').map(encodeURIComponent);
    return reply
      .headers({ vary: 'Accept', 'cache-control': 'public, max-age=60' })
      .redirect(`/${kind.plural}/${code}/${serial}${extensionFor(request.headers.accept)}`, 303);
  });
  // What no other route knows; a program is told as everywhere else.
  server.get('/*', (request, reply) =>
    isBrowser(request) ? notFound(platform, request, reply) : reply.callNotFound(),
  );
}

/** Everything people read in a browser. */
export async function pageRoutes(server: FastifyInstance, platform: Platform): Promise<{ explorer: Route }> {
  const page =
    (make: (view: View, request: FastifyRequest) => Promise<Page>): Route =>
    (request, reply) =>
      answerPage(platform, request, reply, async (view) => layout(await make(view, request)));

  server.get(
    '/',
    page((view) => landingPage(server, view)),
  );
  server.get('/demo', (request, reply) => answerPage(platform, request, reply, demoPage));
  server.get('/docs/errors', page(errorCodesPage));
  server.get('/graphql/plain', (request, reply) => {
    const asked = request.query as Asked;
    const isKept = Object.keys(asked).length === 0;
    const make = async (view: View) => layout(await plainExplorerPage(server, view, asked));
    return answerPage(platform, request, reply, make, { isKept });
  });
  server.get('/schema.graphql', (request, reply) =>
    answer(platform, request, reply, async () => ({
      body: `${printSchema(lexicographicSortSchema(platform.schema))}\n`,
      contentType: 'text/plain; charset=utf-8',
      touched: new Set<string>(),
    })),
  );
  assetRoutes(server, platform, explorerAsset);
  for (const kind of kinds) kindRoutes(server, platform, kind, pagesOf(kind));
  permalinkRoute(server, platform);
  return {
    explorer: (request, reply) => answerPage(platform, request, reply, explorerPage, { headers: explorerHeaders }),
  };
}
