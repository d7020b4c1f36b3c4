import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';

export async function pageRoutes(server: FastifyInstance, platform: Platform) {
  server.get('/', async (_, reply) => reply.type('text/html').send('<!doctype html><title>gongkai</title>'));
  return { explorer: async (_request: FastifyRequest, reply: FastifyReply) => reply.send(String(platform.publicUrl)) };
}
