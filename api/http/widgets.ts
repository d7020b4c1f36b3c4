import { readdir, readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, type Platform } from './platform.ts';
import { problem } from './problem.ts';
import { immutable, revalidated } from './representation.ts';
import { built, pinnedName } from './scripts.ts';

type Route = (request: FastifyRequest<{ Params: { name: string } }>, reply: FastifyReply) => Promise<FastifyReply>;

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  // Declarations for TypeScript: shown by a browser, and saved by whoever wants them.
  ts: 'text/plain; charset=utf-8',
};

/** These have a content hash in their names: they never change. */
const isHashed = (name: string): boolean => /^(?:panels|more|loader|gongkai\.classic)-[\w-]{8}\.js$/.test(name);

/**
 * The panels' scripts, as built. Any site may load them. Those that a page may pin, and those they fetch, are kept: after an
 * update, and while two versions of the platform stand side by side, each is still served as it was.
 */
export async function widgetRoutes(server: FastifyInstance, platform: Platform): Promise<void> {
  const names = await readdir(built).catch(() => []);
  const files = new Map<string, Buffer>();
  for (const name of names) {
    if (types[name.split('.').at(-1) ?? '']) files.set(name, await readFile(built + name));
  }
  for (const name of ['loader.js', 'gongkai.classic.js']) {
    const body = files.get(name);
    if (body) files.set(pinnedName(name, body), body);
  }
  if (!files.has('loader.js')) {
    platform.logger.warn('widgets/dist holds no panels; run npm run build');
  }
  const { panelScript } = platform.store.db;
  await panelScript.createMany({
    data: [...files].filter(([name]) => isHashed(name)).map(([name, body]) => ({ name, body: new Uint8Array(body) })),
    skipDuplicates: true,
  });
  const kept = async (name: string): Promise<Buffer | undefined> => {
    const found = isHashed(name) ? await panelScript.findUnique({ where: { name } }) : null;
    return found ? Buffer.from(found.body) : undefined;
  };
  const script: Route = async (request, reply) => {
    const { name } = request.params;
    const body = files.get(name) ?? (await kept(name));
    if (!body) {
      return problem(request, reply, 'NOT_FOUND', { zh: `没有 ${name} 这个脚本`, en: `There is no script ${name}` });
    }
    return answer(platform, request, reply, async () => ({
      body,
      contentType: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      cacheControl: isHashed(name) ? immutable : revalidated,
      headers: { 'cross-origin-resource-policy': 'cross-origin' },
      touched: new Set<string>(),
    }));
  };
  server.get('/widgets/:name', script);
  // The address that stays as long as tags are written as they are now (evergreen).
  server.get('/v1/:name', script);
}
