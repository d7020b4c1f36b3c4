import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import { bilingual } from '../../graphql/errors.ts';
import { answer, newContext, type Platform } from '../platform.ts';
import { problem, sentences } from '../problem.ts';
import { momentary, revalidated } from '../representation.ts';
import { type Reader, readerOf } from '../turns.ts';
import { amendmentOf } from './amended-since.ts';
import { parametersOf, told } from './answered.ts';
import { askedFor, unknownOf } from './asked.ts';
import type { Correction } from './correction.ts';
import { showInTurn } from './in-turn.ts';
import { aroundIn } from './words.ts';

/** Most panels that one request may ask for. */
const mostPanels = 20;

/** One panel of several: its document, with what became of it since, or why there is none. */
type Shown = { readonly key: string } & (
  | {
      readonly document: PanelDocument;
      /** What a panel draws around it. */
      readonly words: Readonly<Record<string, string>>;
      readonly correction?: Correction;
      readonly unknown?: readonly string[];
    }
  | { readonly error: { readonly code: unknown; readonly message: string; readonly requestId?: string } }
);

interface Read {
  readonly shown: Shown;
  readonly touched: ReadonlySet<string>;
  readonly until: number | undefined;
  /** True: a fault of ours, which may be gone when the same is asked again. */
  readonly isFault: boolean;
}

/** Each has a context of its own, so that its document is the same as when it is asked for alone. */
async function read(
  platform: Platform,
  key: string,
  baseUrl: string,
  { id }: FastifyRequest,
  reader: Reader,
): Promise<Read> {
  const context = newContext(platform, baseUrl);
  const at = key.indexOf('?');
  const [stem, query] = at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
  const of = (shown: Shown, isFault = false): Read => ({
    shown,
    touched: context.touched,
    until: context.clocks.until,
    isFault,
  });
  try {
    const given = new URLSearchParams(query);
    // A tag with a slip in it shows what it can; what it said is told beside it.
    const unknown = unknownOf(stem, given);
    for (const name of unknown) given.delete(name);
    const document = await showInTurn(platform, askedFor(platform, stem, given), context, reader);
    const correction = await amendmentOf(platform, document, context);
    return of({
      key,
      document,
      words: { ...aroundIn(document.lang), ...document.words },
      ...(correction ? { correction } : {}),
      ...(unknown.length > 0 ? { unknown } : {}),
    });
  } catch (error) {
    const fault = told(error);
    if (fault) {
      const { code = 'BAD_USER_INPUT' } = fault.extensions;
      return of({ key, error: { code, message: fault.message } }, code === 'TIMEOUT');
    }
    platform.logger.error({ err: error, requestId: id }, 'a panel failed');
    const code = 'INTERNAL_SERVER_ERROR';
    return of({ key, error: { code, message: bilingual(sentences[code]), requestId: id } }, true);
  }
}

/** The panels of a page in one answer: `/w?p=budget%3Forganization%3D…&p=…`. None fails for another. */
export function batchRoute(server: FastifyInstance, platform: Platform): void {
  server.get('/w', async (request, reply) => {
    const keys = [...new Set(parametersOf(request).getAll('p'))];
    if (keys.length === 0 || keys.length > mostPanels) {
      return problem(request, reply, 'BAD_USER_INPUT', {
        zh: `一次请求 1 至 ${mostPanels} 个面板：/w?p=…&p=…`,
        en: `Ask for 1 to ${mostPanels} panels at once: /w?p=…&p=…`,
      });
    }
    const reader = readerOf(request, reply);
    return answer(platform, request, reply, async ({ baseUrl }) => {
      const all = await Promise.all(keys.map((key) => read(platform, key, baseUrl, request, reader)));
      const hasFault = all.some(({ isFault }) => isFault);
      const untils = all.flatMap(({ until }) => until ?? []);
      const until = untils.length > 0 ? Math.min(...untils) : undefined;
      return {
        body: JSON.stringify({ panels: all.map(({ shown }) => shown) }),
        contentType: 'application/json; charset=utf-8',
        touched: hasFault ? null : new Set(all.flatMap(({ touched }) => [...touched])),
        // What became of the past is told beside it, so that none of this holds for ever.
        cacheControl: hasFault ? 'no-store' : until === undefined ? revalidated : momentary,
        until,
      };
    });
  });
}
