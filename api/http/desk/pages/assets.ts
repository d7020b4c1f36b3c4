import type { FastifyInstance } from 'fastify';
import { assetNamed, assets } from '../../pages/assets.ts';
import { immutable } from '../../representation.ts';

// The door may stand at an address of its own, where nothing of the public one is served.
const here = (address: string): string => `/publish${address}`;

export const sheet = here(assets.desk);
export const icon = here(assets.icon);
const own = new Set([sheet, icon]);

/** Style sheet and icon: the only things that are given without a token, for the page where one signs in. */
export function assetRoutes(desk: FastifyInstance): void {
  desk.get<{ Params: { name: string } }>('/publish/assets/:name', (request, reply) => {
    const asset = assetNamed(request.params.name);
    if (!asset || !own.has(`/publish/assets/${request.params.name}`)) return reply.callNotFound();
    return reply.header('cache-control', immutable).type(asset.mediaType).send(asset.content);
  });
}
