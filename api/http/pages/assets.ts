import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, type Platform } from '../platform.ts';
import { immutable } from '../representation.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly content: string;
  readonly mediaType: string;
}

const served = new Map<string, Asset>();

const addressOf = (name: string, mark: string): string => {
  const type = extname(name);
  return `${name.slice(0, -type.length)}-${mark}${type}`;
};

/** Reads what pages need, further parts after the first; what it returns is its address, which changes with its content. */
function serve(name: string, ...parts: readonly string[]): string {
  const read = (part: string) => readFileSync(new URL(`served/${part}`, import.meta.url), 'utf8');
  const content = [name, ...parts].map(read).join('\n');
  const address = addressOf(name, createHash('sha256').update(content).digest('hex').slice(0, 12));
  served.set(address, { content, mediaType: mediaTypes[extname(name)] ?? 'application/octet-stream' });
  return `/assets/${address}`;
}

export const assets = {
  base: serve('base.css', 'controls.css'),
  landing: serve('landing.css'),
  list: serve('list.css'),
  document: serve('document.css'),
  plain: serve('plain.css', 'list.css', 'document.css'),
  panel: serve('panel.css', 'list.css'),
  docs: serve('docs.css'),
  embed: serve('embed.css'),
  desk: serve('base.css', 'controls.css', 'desk.css'),
  print: serve('print.css'),
  demo: serve('demo.css'),
  explorer: serve('explorer.css'),
  explorerScript: serve('explorer.js'),
  copyScript: serve('copy.js'),
  galleryScript: serve('gallery.js'),
  icon: serve('icon.svg'),
} as const;

export const assetNamed = (name: string): Asset | undefined => served.get(name);

/** Files of a page, under names that never change their content. `find` knows those that are too large to hold ready. */
export function assetRoutes(
  server: FastifyInstance,
  platform: Platform,
  find: (name: string) => Promise<Asset | undefined>,
): void {
  server.get('/assets/:name', async (request: FastifyRequest, reply: FastifyReply) => {
    const { name } = request.params as { name: string };
    const asset = served.get(name) ?? (await find(name));
    if (!asset) return reply.callNotFound();
    return answer(platform, request, reply, async () => ({
      body: asset.content,
      contentType: asset.mediaType,
      cacheControl: immutable,
      touched: new Set<string>(),
    }));
  });
}
