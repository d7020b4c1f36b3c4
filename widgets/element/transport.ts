import type { PanelDocument } from '../core/document.ts';
import { isPanelDocument } from './document-guard.ts';

/**
 * Why there is no document. `http` also covers an answer that is not from the platform (a sign-in page of the network);
 * `misuse`: the tag asks for what is none, and asking again will not help.
 */
export type Failure = 'offline' | 'http' | 'misuse';
export type Answer = PanelDocument | Failure;

type Settle = (answer: Answer) => void;

/** Most panels, and the longest address, of one request. */
const mostKeys = 20;
const longest = 7000;
/** How long others are waited for, so that a page asks once (ms). */
const gathering = 8;

/** How long an answer is waited for (ms). */
export const waiting = { patience: 8000 };

/** `budget?organization=…&year=…`: one spelling for one question, so that caches answer. Read, not only parsed: little is escaped. */
export const keyOf = (stem: string, params: Readonly<Record<string, string>>): string => {
  const pairs = Object.keys(params)
    .filter((name) => params[name]?.trim())
    .sort()
    .map((name) => `${name}=${(params[name] ?? '').replace(/[%&+#]/g, encodeURIComponent)}`);
  return pairs.length > 0 ? `${stem}?${pairs.join('&')}` : stem;
};

const answerFor = (answered: readonly unknown[], key: string): Answer => {
  const own = answered.find((each) => (each as { key?: unknown } | null)?.key === key) as
    | {
        document?: unknown;
        words: Record<string, string>;
        error?: { code?: unknown };
        correction?: { text: string; href: string };
        unknown?: unknown;
      }
    | undefined;
  // A slip of whoever wrote the tag, which nothing else may show.
  const slip = own?.unknown ?? own?.error;
  if (slip) console.warn('gongkai:', key, slip);
  if (isPanelDocument(own?.document)) {
    const { document, words, correction } = own;
    if (document.state === 'misused') console.warn('gongkai:', key, document.sentence);
    // What became of the past since is told on it.
    const blocks = correction
      ? [{ type: 'notice', tone: 'late', ...correction } as const, ...document.blocks]
      : document.blocks;
    return { ...document, words, blocks };
  }
  return /^(BAD_USER_INPUT|NOT_FOUND)$/.test(String(own?.error?.code)) ? 'misuse' : 'http';
};

async function fetchPanels(url: string, cache: RequestCache): Promise<readonly unknown[] | Failure> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), waiting.patience);
  try {
    // No header outside the safelist and no credentials: the browser asks in one request, without a preflight.
    // What a page has put on every object (Prototype.js, an attacker's script) is no option of ours.
    const response = await fetch(
      url,
      Object.assign(Object.create(null), { credentials: 'omit', cache, signal: controller.signal }),
    );
    const body = (await response.json().catch((cause: unknown) => {
      if (controller.signal.aborted) throw cause;
    })) as { panels?: unknown } | undefined;
    return response.ok && Array.isArray(body?.panels) ? body.panels : 'http';
  } catch {
    return controller.signal.aborted ? 'http' : 'offline';
  } finally {
    clearTimeout(timer);
  }
}

function send(platform: string, cache: RequestCache, asked: ReadonlyMap<string, Settle>): void {
  const keys = [...asked.keys()].sort();
  while (keys.length > 0) {
    let url = '';
    const some: string[] = [];
    while (keys[0] !== undefined && some.length < mostKeys && (url === '' || url.length < longest)) {
      url += `&p=${encodeURIComponent(keys[0])}`;
      some.push(keys.shift() ?? '');
    }
    void fetchPanels(`${platform}/w?${url.slice(1)}`, cache).then((answered) => {
      // In the order of the page, not of the address, and each looked at in a task of its own.
      for (const [key, settle] of asked)
        if (some.includes(key))
          setTimeout(() => settle(typeof answered === 'string' ? answered : answerFor(answered, key)));
    });
  }
}

const queues = new Map<string, Map<string, Settle>>();
const underWay = new Map<string, Promise<Answer>>();

/**
 * Asks the platform for a panel by its address, `<platform>/w?<key>`, together with all others that are asked for now; never
 * throws. `no-store` is for what a reader typed: it goes alone, and the browser keeps nothing of it.
 */
export function ask(address: string, cache: RequestCache): Promise<Answer> {
  const [platform = '', ...rest] = address.split('/w?');
  const key = rest.join('/w?');
  if (cache === 'no-store') return new Promise((settle) => send(platform, cache, new Map([[key, settle]])));
  const id = cache + address;
  const known = underWay.get(id);
  if (known) return known;
  const place = cache + platform;
  const answer = new Promise<Answer>((settle) => {
    const queue = queues.get(place) ?? new Map<string, Settle>();
    if (queue.size === 0)
      setTimeout(() => {
        queues.delete(place);
        send(platform, cache, queue);
      }, gathering);
    queues.set(place, queue.set(key, settle));
  });
  underWay.set(id, answer);
  void answer.then(() => underWay.delete(id));
  return answer;
}
