import type { FastifyInstance, FastifyRequest } from 'fastify';
import { panelNamed } from '../../../widgets/panels.ts';
import type { Bilingual } from '../../core/finding.ts';
import { ApiError, errorCodes } from '../../graphql/errors.ts';
import { layout } from '../pages/layout.ts';
import { answerPage, securityHeaders, sendPage, type View } from '../pages/view.ts';
import { refused, told } from '../panels/answered.ts';
import { askedFor } from '../panels/asked.ts';
import { answer, baseUrlOf, newContext, type Platform } from '../platform.ts';
import { type Reader, readerOf } from '../turns.ts';
import { builderPage } from './builder.ts';
import { examineInThread } from './doctor/examine-in-thread.ts';
import { fetchPage, Unfetched } from './doctor/fetch-page.ts';
import { knownScripts } from './doctor/known-scripts.ts';
import { type Consultation, doctorPage } from './doctor/page.ts';
import { type Report, reportOf } from './doctor/repair.ts';
import { galleryPage } from './gallery.ts';
import { llmsText } from './llms.ts';
import { namedPanels } from './named-panels.ts';
import { outcomeOf } from './outcome.ts';
import { skillText } from './skill.ts';

const largestSource = 1 << 20;

/** No server sends headers as long. */
const longestPolicy = 16 << 10;

const longestAddress = 2_000;

/** The form has three; a million take long to be read. */
const mostFields = 10;

const searchOf = ({ url }: FastifyRequest): URLSearchParams => new URLSearchParams(url.split('?', 2)[1] ?? '');

/** The panel that is shown to who has chosen none. */
const [usualStem, usualPanel] = namedPanels[0] as (typeof namedPanels)[number];

/** What is shown first of a panel: an example of its own, so that nobody begins with an empty one. */
function parametersFor(stem: string, given: URLSearchParams): URLSearchParams {
  const isFresh = [...given.keys()].every((name) => name === 'panel');
  return isFresh ? new URLSearchParams(panelNamed(stem)?.descriptor.example ?? {}) : given;
}

/** Why there is no report; where that passes, when to ask again (seconds). */
interface Unexamined extends Bilingual {
  readonly retryAfter?: number;
}

async function examined(
  form: URLSearchParams,
  platform: Platform,
  baseUrl: string,
  reader: Reader,
): Promise<Report | Unexamined> {
  const [address = '', source = '', policy = ''] = ['address', 'source', 'policy'].map((name) =>
    form.get(name)?.trim(),
  );
  if (address === '' && source === '')
    return { zh: '请给出网址，或粘贴页面的源代码。', en: 'Give an address, or paste the source of the page.' };
  if (Buffer.byteLength(source) > largestSource)
    return {
      zh: '源代码超过 1 MB；请只粘贴面板前后的一段。',
      en: 'The source is larger than 1 MB; paste the part around the panel.',
    };
  if (policy.length > longestPolicy)
    return {
      zh: '内容安全策略超过 16 KB；请只填这一个响应头。',
      en: 'The policy is longer than 16 KB; give this one header only.',
    };
  try {
    const page =
      source === '' ? await fetchPage(address, platform.embedHosts) : { source, address: null, policies: [] };
    const whole = { ...page, policies: [...page.policies, ...(policy === '' ? [] : [policy])] };
    const scripts = await knownScripts(platform, whole.source);
    const examination = await examineInThread({ page: whole, platformUrl: baseUrl, scripts }, reader);
    return 'found' in examination ? await reportOf(examination, { platform, reader }) : examination;
  } catch (error) {
    if (error instanceof Unfetched) return error.sentence;
    const again = error instanceof ApiError ? error.extensions['retryAfter'] : undefined;
    if (error instanceof ApiError && typeof again === 'number') return { ...error.words, retryAfter: again };
    throw error;
  }
}

/** Help for those who embed: the builder (嵌入代码) and the doctor (嵌入检查). */
export async function embedRoutes(server: FastifyInstance, platform: Platform): Promise<void> {
  server.get('/embed', async (request, reply) => {
    const given = searchOf(request);
    const stem = given.get('panel') ?? usualStem;
    const panel = panelNamed(stem);
    const context = newContext(platform, baseUrlOf(platform, request.headers.host));
    const chosen = parametersFor(stem, given);
    try {
      const asked = askedFor(platform, stem, chosen, ['panel']);
      const outcome = await outcomeOf(platform, asked, context, readerOf(request, reply));
      // How the tag stands on its page is no parameter of what it shows.
      const level = given.get('heading-level') ?? '';
      const params = level === '' ? asked.params : { ...asked.params, 'heading-level': level };
      const make = (view: View) => builderPage(view, { stem, panel: asked.panel, params, outcome });
      return await answerPage(platform, request, reply, async (view) => layout(await make(view)), { isKept: false });
    } catch (error) {
      // What was chosen stays in the form, with what is wrong with it.
      const refusal = told(error);
      if (!(refusal instanceof ApiError)) return refused(error, request, reply);
      const outcome = { refusal: refusal.words };
      const params = Object.fromEntries([...chosen].filter(([name]) => panel && name in panel.descriptor.attributes));
      // A panel that there is not leaves the choice of those there are.
      const known = panel ? { stem, panel, params } : { stem: usualStem, panel: usualPanel, params: {} };
      const make = (view: View) => builderPage(view, { ...known, outcome });
      return await sendPage(platform, request, reply, panel ? 400 : 404, async (view) => layout(await make(view)));
    }
  });

  const blank: Consultation = { address: '', source: '', policy: '', allowed: platform.embedHosts, outcome: null };
  server.get('/embed/doctor', (request, reply) =>
    answerPage(platform, request, reply, async (view) => layout(await doctorPage(view, blank))),
  );

  server.get('/embed/gallery', (request, reply) =>
    answerPage(platform, request, reply, async (view) => layout(await galleryPage(view)), {
      // Some of its panels ask where nobody answers.
      headers: {
        'content-security-policy': `${securityHeaders['content-security-policy'].replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:9")}`,
      },
    }),
  );
  server.get('/llms.txt', (request, reply) =>
    answer(platform, request, reply, async ({ baseUrl }) => ({
      body: llmsText(baseUrl),
      contentType: 'text/plain; charset=utf-8',
      touched: new Set<string>(),
    })),
  );

  server.get('/skill.md', (request, reply) =>
    answer(platform, request, reply, async ({ baseUrl }) => ({
      body: skillText(baseUrl),
      contentType: 'text/markdown; charset=utf-8',
      touched: new Set<string>(),
    })),
  );

  await server.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestSource * 3 },
      (_, body, done) => done(null, body),
    );
    forms.post('/embed/doctor', { bodyLimit: largestSource * 3 }, async (request, reply) => {
      const form = new URLSearchParams(
        String(request.body ?? '')
          .split('&', mostFields)
          .join('&'),
      );
      const outcome = await examined(
        form,
        platform,
        baseUrlOf(platform, request.headers.host),
        readerOf(request, reply),
      );
      const said = (name: string) => form.get(name) ?? '';
      const consultation = {
        ...blank,
        address: said('address').slice(0, longestAddress),
        source: said('source'),
        policy: said('policy').slice(0, longestPolicy),
        outcome,
      };
      const again = 'found' in outcome ? undefined : outcome.retryAfter;
      if (again !== undefined) reply.header('retry-after', again);
      const status = 'found' in outcome ? 200 : again === undefined ? 400 : errorCodes.TIMEOUT;
      return sendPage(platform, request, reply, status, async (view) => layout(await doctorPage(view, consultation)));
    });
  });
}
