import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admit } from '../admission.ts';
import type { DeskPlatform } from '../door.ts';
import { layout, type Page } from './layout.ts';
import type { Said } from './said.ts';
import { formMark, isFromHere, signedIn, signedOut, tokenIn } from './session.ts';
import { isOfDesk, signInPage, type TurnedAway } from './sign-in.ts';
import type { Visit } from './visit.ts';

export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One value of an address; of several the first. */
export const asked = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Query)[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export async function sendPage(reply: FastifyReply, page: Page, visit: Visit | null): Promise<FastifyReply> {
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(await layout(page, visit));
}

/** Turns a request away to where one signs in; a GET of somebody unknown leads back to where he wanted to go. */
export function turnAway(request: FastifyRequest, reply: FastifyReply, why?: TurnedAway): Promise<FastifyReply> {
  if (why === 401 || why === 'first') reply.header('www-authenticate', 'Bearer realm="gongkai"');
  return sendPage(reply, signInPage(request.method === 'GET' ? request.url : '/publish', why), null);
}

/** Who comes in; null when he was turned away, and is answered already. */
export async function enter(
  { store, clock, readersAt }: DeskPlatform,
  admit: Admit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit | null> {
  if (request.method === 'POST' && !isFromHere(request.headers)) {
    await turnAway(request, reply, 403);
    return null;
  }
  const token = tokenIn(request.headers);
  if (token === undefined) {
    await turnAway(request, reply, request.url === '/publish' ? undefined : 'first');
    return null;
  }
  const admitted = await admit(token, request.ip);
  if ('status' in admitted) {
    // A token that is no good any more is not sent again.
    if (admitted.status === 401) reply.header('set-cookie', signedOut(request.headers));
    await turnAway(request, reply, admitted.status);
    return null;
  }
  const done = asked(request, 'done');
  return { store, actor: admitted.actor, now: clock(), mark: formMark(token), readersAt, done };
}

/** Signs in with what was typed. */
export async function signIn(
  admit: Admit,
  request: FastifyRequest,
  reply: FastifyReply,
  said: Said,
): Promise<FastifyReply> {
  if (!isFromHere(request.headers)) return turnAway(request, reply, 403);
  const token = said.text('token');
  const admitted = await admit(token, request.ip);
  const to = isOfDesk(said.text('to')) ? said.text('to') : '/publish';
  if ('status' in admitted) {
    if (admitted.status === 401) reply.header('www-authenticate', 'Bearer realm="gongkai"');
    return sendPage(reply, signInPage(to, admitted.status), null);
  }
  return reply.header('set-cookie', signedIn(request.headers, token)).redirect(to, 303);
}
