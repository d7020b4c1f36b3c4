import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BadInput, Forbidden, GateClosed, NotAllowed, NotFound, WrongState } from '../../../publishing/errors.ts';
import type { Admit } from '../admission.ts';
import type { DeskPlatform } from '../door.ts';
import { enter, sendPage, turnAway } from './entrance.ts';
import type { Page } from './layout.ts';
import { html } from './markup.ts';
import { Said } from './said.ts';
import { isMarked, tokenIn } from './session.ts';
import type { Attempt, Visit } from './visit.ts';

export type Params = Readonly<Record<string, string>>;

/** What a request is answered with: a page, or an address to go on to. */
export type Answer = Page | { readonly to: string };

/** Something that is given as a file, byte for byte; it is never shown as a page of ours. */
export interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer | Readable;
}

/** How a form is answered, and which page it stands on, to be shown again when it is refused. */
export interface FormHandler {
  readonly take: (visit: Visit, said: Said, params: Params) => Promise<Answer>;
  readonly again?: (visit: Visit, attempt: Attempt, params: Params) => Promise<Page>;
  /** Which of the page's forms it is; one that stands there alone needs no name. */
  readonly form?: (said: Said, params: Params) => string;
}

const statuses = [
  [Forbidden, 403],
  [NotFound, 404],
  [WrongState, 409],
  [GateClosed, 422],
  [BadInput, 400],
] as const;

const statusOf = (refused: NotAllowed): number => statuses.find(([sort]) => refused instanceof sort)?.[1] ?? 400;

const refusedPage = (refused: NotAllowed): Page => ({
  title: '请求',
  status: statusOf(refused),
  refused,
  main: html`<h1>未能完成 <span class="en" lang="en">It was refused</span></h1>
    <p><a href="/publish">回工作台 <span class="en" lang="en">Back to the desk</span></a></p>`,
});

const paramsOf = (request: FastifyRequest): Params => request.params as Params;

type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

const send = (reply: FastifyReply, answer: Answer, visit: Visit): Promise<FastifyReply> | FastifyReply =>
  'to' in answer ? reply.redirect(answer.to, 303) : sendPage(reply, answer, visit);

/** What was typed stands in the form again; when even its page is refused (it is gone, say), only the reason is told. */
async function showAgain({ again, form }: FormHandler, visit: Visit, said: Said, refused: NotAllowed, params: Params) {
  const name = form?.(said, params) ?? '';
  if (!again) return refusedPage(refused);
  try {
    const page = await again(visit, { form: name, said, refused }, params);
    return { ...page, status: statusOf(refused), refused, refusedAt: name || undefined };
  } catch (error) {
    if (error instanceof NotAllowed) return refusedPage(refused);
    throw error;
  }
}

/** Routes of the desk: who asks is let in first, and what is refused is said on a page. */
export class Answers {
  readonly #platform: DeskPlatform;
  readonly #admit: Admit;

  constructor(platform: DeskPlatform, admit: Admit) {
    this.#platform = platform;
    this.#admit = admit;
  }

  enter(request: FastifyRequest, reply: FastifyReply): Promise<Visit | null> {
    return enter(this.#platform, this.#admit, request, reply);
  }

  page(make: (visit: Visit, request: FastifyRequest, params: Params) => Promise<Page>): Route {
    return async (request, reply) => {
      const visit = await this.enter(request, reply);
      if (!visit) return reply;
      const page = await make(visit, request, paramsOf(request)).catch((error: unknown) => {
        if (error instanceof NotAllowed) return refusedPage(error);
        throw error;
      });
      return sendPage(reply, page, visit);
    };
  }

  file(make: (visit: Visit, params: Params) => Promise<GivenFile>): Route {
    return async (request, reply) => {
      const visit = await this.enter(request, reply);
      if (!visit) return reply;
      try {
        const { name, mediaType, content } = await make(visit, paramsOf(request));
        return reply
          .header('content-type', mediaType)
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`)
          .header('content-security-policy', "sandbox; default-src 'none'")
          .header('x-content-type-options', 'nosniff')
          .send(content);
      } catch (error) {
        if (error instanceof NotAllowed) return sendPage(reply, refusedPage(error), visit);
        throw error;
      }
    };
  }

  form(handler: FormHandler): Route {
    return async (request, reply) => {
      const visit = await this.enter(request, reply);
      if (!visit) return reply;
      const said = new Said(request.body instanceof URLSearchParams ? request.body : new URLSearchParams());
      return this.answer(request, reply, visit, said, handler);
    };
  }

  /** Answers a form that was read already. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    said: Said,
    handler: FormHandler,
  ): Promise<FastifyReply> {
    if (!isMarked(tokenIn(request.headers) ?? '', said.text('mark'))) return turnAway(request, reply, 403);
    const params = paramsOf(request);
    try {
      return await send(reply, await handler.take(visit, said, params), visit);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      return sendPage(reply, await showAgain(handler, visit, said, error, params), visit);
    }
  }
}
