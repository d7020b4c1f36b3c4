import type { FastifyInstance } from 'fastify';
import { version } from '../core/version.ts';
import { sql } from '../store/statements.ts';
import type { Platform } from './platform.ts';

/** `/healthz`: the process lives. `/readyz`: it can answer readers now. */
export function healthRoutes(server: FastifyInstance, platform: Platform): void {
  server.get('/healthz', (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok', version }));
  server.get('/readyz', async (_, reply) => {
    reply.header('cache-control', 'no-store');
    if (platform.draining) return reply.code(503).send({ status: 'draining' });
    try {
      await platform.store.read(sql`select 1 as one`);
      return await reply.send({ status: 'ready', database: platform.store.dialect });
    } catch (error) {
      platform.logger.error({ err: error }, 'the database does not answer');
      return reply.code(503).send({ status: 'database unavailable' });
    }
  });
}
