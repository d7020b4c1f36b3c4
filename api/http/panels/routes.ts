import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { panelNamed } from '../../../widgets/panels.ts';
import { ApiError, errorCodes, isErrorCode } from '../../graphql/errors.ts';
import { sayMissing } from '../pages/missing.ts';
import { isBrowser, securityHeaders } from '../pages/view.ts';
import { answer, type Platform } from '../platform.ts';
import type { Representation } from '../representation.ts';
import { cacheControlOf } from '../straight-road.ts';
import { amendmentOf } from './amended-since.ts';
import { parametersOf, refused, told } from './answered.ts';
import { type Asked, askedFor } from './asked.ts';
import { batchRoute } from './batch.ts';
import { factsOf } from './facts.ts';
import { type Form, fileName, forms } from './forms.ts';
import { showInTurn } from './in-turn.ts';
import { missingMain } from './missing.ts';
import { oembedRoute } from './oembed.ts';
import { framePage, panelPage } from './page.ts';

/** A panel as a page for people, or with nothing around it for a frame, in which any site may show it. */
async function page(platform: Platform, asked: Asked, isFramed: boolean, request: FastifyRequest, reply: FastifyReply) {
  if (isFramed) reply.removeHeader('x-frame-options');
  const { 'x-frame-options': _, ...framed } = securityHeaders;
  const headers = isFramed
    ? {
        ...framed,
        'content-security-policy': framed['content-security-policy'].replace(
          "frame-ancestors 'self'",
          'frame-ancestors *',
        ),
      }
    : securityHeaders;
  return answer(platform, request, reply, async (context, reader): Promise<Representation> => {
    const document = await showInTurn(platform, asked, context, reader);
    const isGone = document.state === 'withdrawn';
    const correction = await amendmentOf(platform, document, context);
    const given = {
      asked,
      document,
      correction,
      platform: await factsOf(platform, context),
      baseUrl: context.baseUrl,
      now: context.now,
    };
    if (isGone) reply.code(errorCodes.WITHDRAWN);
    return {
      body: isFramed ? framePage(given) : panelPage(given),
      contentType: 'text/html; charset=utf-8',
      headers,
      // An answer from memory is always a 200.
      touched: isGone ? null : context.touched,
      until: context.clocks.until,
    };
  });
}

const inForm = (
  platform: Platform,
  asked: Asked,
  ending: string,
  form: Form,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  return answer(platform, request, reply, async (context, reader): Promise<Representation> => {
    const document = await showInTurn(platform, asked, context, reader);
    const name = `${fileName(document, context.now)}.${ending}`;
    // A program takes what it is given for data; who looks at a picture reads what is wrong in it, or why it was withdrawn.
    const isForProgram = !form.contentType.startsWith('image/');
    const isGone = isForProgram && document.state === 'withdrawn';
    if (isGone) reply.code(errorCodes.WITHDRAWN);
    const isRefused = isForProgram && document.state === 'misused';
    if (isRefused) reply.code(errorCodes.BAD_USER_INPUT);
    return {
      body: await form.make(document, parametersOf(request), context.now, reader),
      contentType: form.contentType,
      touched: isGone || isRefused ? null : context.touched,
      until: context.clocks.until,
      // The past is cited with the names it was first told with: a new name of an organization is no correction.
      cacheControl: isRefused ? 'no-store' : cacheControlOf({ ...context.clocks, named: false }),
      ...(form.isFile
        ? {
            headers: {
              'content-disposition': `attachment; filename="${asked.stem}.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
            },
          }
        : {}),
    };
  });
};

/** Refused on a page where a person asked, as a problem where a program did. */
function refusedPage(platform: Platform, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const fault = told(error);
  if (!fault || !isBrowser(request)) return refused(error, request, reply);
  const { code } = fault.extensions;
  const known = isErrorCode(code) ? code : 'BAD_USER_INPUT';
  return sayMissing(platform, request, reply, {
    status: errorCodes[known],
    title: '这个面板打不开',
    main: missingMain(known, fault.message),
  });
}

/** A panel in a form there is none of: which there are helps more than which panels there are. */
function checkForm(stem: string): void {
  const [, name = '', ending = ''] = /^([^.]+)\.(.*)$/.exec(stem) ?? [];
  if (!panelNamed(name)) return;
  const [form, known] = [`.${ending.slice(0, 20)}`, Object.keys(forms).map((each) => `.${each}`)];
  throw new ApiError('NOT_FOUND', {
    zh: `面板 ${name} 没有 ${form} 这种格式；可用的有：${known.join('、')}，不带后缀的是网页。`,
    en: `The panel ${name} is not given as ${form}; there are: ${known.join(', ')}, and the page without an ending.`,
  });
}

/** Panels by their addresses: `/w/<stem>?…` for people, with `.json`, `.svg` and so on for programs, `/w?p=…` several at once. */
export function panelRoutes(server: FastifyInstance, platform: Platform): void {
  batchRoute(server, platform);
  oembedRoute(server, platform);
  for (const [ending, form] of Object.entries(forms)) {
    server.get<{ Params: { stem: string } }>(`/w/:stem.${ending}`, async (request, reply) => {
      try {
        const given = parametersOf(request);
        const asked = askedFor(platform, request.params.stem, given, form.params);
        form.check?.(given);
        return await inForm(platform, asked, ending, form, request, reply);
      } catch (error) {
        return refused(error, request, reply);
      }
    });
  }
  server.get<{ Params: { stem: string } }>('/w/:stem', async (request, reply) => {
    try {
      const given = parametersOf(request);
      checkForm(request.params.stem);
      const asked = askedFor(platform, request.params.stem, given, ['frame']);
      return await page(platform, asked, given.get('frame') === '1', request, reply);
    } catch (error) {
      return refusedPage(platform, error, request, reply);
    }
  });
}
