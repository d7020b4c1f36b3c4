import type { FastifyInstance } from 'fastify';
import { badInput } from '../../graphql/errors.ts';
import { answer, baseUrlOf, type Platform } from '../platform.ts';
import { problem } from '../problem.ts';
import { readerOf } from '../turns.ts';
import { parametersOf, refused } from './answered.ts';
import { type Asked, addressOf, askedFor } from './asked.ts';
import { factsOf } from './facts.ts';
import { frameHeight, usualWidth } from './frame-height.ts';
import { showInTurn } from './in-turn.ts';
import { titleOf } from './marked.ts';
import { picture } from './picture/picture.ts';
import { plain, xml } from './words.ts';

/** How long a consumer may keep what it was told, in seconds. */
const cacheAge = 3_600;

/** The panel an address of ours names; null for any other address. */
function panelAt(platform: Platform, baseUrl: string, url: string): Asked | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, searchParams } = new URL(url);
  const [, stem] = /^\/w\/([a-z][a-z-]*)\/?$/.exec(pathname) ?? [];
  if (origin !== new URL(baseUrl).origin || stem === undefined) return null;
  try {
    return askedFor(platform, stem, searchParams, ['frame']);
  } catch {
    return null;
  }
}

function lengthIn(given: URLSearchParams, name: string): number | undefined {
  const text = given.get(name) ?? '';
  if (text === '') return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw badInput(`${name} 须为正整数。`, `${name} is a whole number of pixels.`);
}

const asXml = (told: Readonly<Record<string, string | number>>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(told)
    .map(([name, value]) => `<${name}>${xml(String(value))}</${name}>`)
    .join('')}</oembed>\n`;

/** `/oembed`: what a system that knows only the address of a panel needs to embed it (oEmbed 1.0). */
export function oembedRoute(server: FastifyInstance, platform: Platform): void {
  server.get('/oembed', async (request, reply) => {
    const given = parametersOf(request);
    const reader = readerOf(request, reply);
    try {
      const format = given.get('format') || 'json';
      if (format !== 'json' && format !== 'xml') {
        throw badInput('format 须为 json 或 xml。', 'format is json or xml.');
      }
      const [maxWidth, maxHeight] = [lengthIn(given, 'maxwidth'), lengthIn(given, 'maxheight')];
      const asked = panelAt(platform, baseUrlOf(platform, request.headers.host), given.get('url') ?? '');
      if (!asked) {
        return problem(request, reply, 'NOT_FOUND', {
          zh: '这不是本平台面板的地址；面板的地址形如 /w/budget?…',
          en: 'This is not the address of a panel here; those look like /w/budget?…',
        });
      }
      return await answer(platform, request, reply, async (context) => {
        const document = await showInTurn(platform, asked, context, reader);
        const { name } = await factsOf(platform, context);
        const width = Math.min(usualWidth, maxWidth ?? usualWidth);
        const height = Math.min(frameHeight(document), maxHeight ?? Number.POSITIVE_INFINITY);
        const title = plain(titleOf(document));
        const frame = addressOf(asked, context.baseUrl, '', { frame: '1' });
        const thumbnail = picture(document, { width: 320, theme: 'light', now: context.now });
        const told = {
          version: '1.0',
          type: 'rich',
          title,
          provider_name: name,
          provider_url: context.baseUrl,
          ...(document.source.publisher === '' ? {} : { author_name: plain(document.source.publisher) }),
          cache_age: cacheAge,
          thumbnail_url: addressOf(asked, context.baseUrl, '.png', { width: '320' }),
          thumbnail_width: 320,
          thumbnail_height: thumbnail.height,
          html: `<iframe src="${xml(frame)}" title="${xml(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
          width,
          height,
        };
        return {
          body: format === 'json' ? `${JSON.stringify(told)}\n` : asXml(told),
          contentType: format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8',
          touched: context.touched,
        };
      });
    } catch (error) {
      return refused(error, request, reply);
    }
  });
}
