import type { ServerResponse } from 'node:http';
import { aroundIn } from '../../api/http/panels/words.ts';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { panelDocument } from './fixtures/panel-documents.ts';

const payload = '<img src=x onerror="window.__x=1"><script>window.__x=1</script>"\'`&lt;';
const hostile = [
  'javascript:window.__x=1',
  'JaVa\nScript:window.__x=1',
  'data:text/html,x',
  '//evil.example/',
  'tel:1;x',
];
const structural = new Set([
  'type',
  'id',
  'key',
  'chart',
  'tone',
  'state',
  'kind',
  'lang',
  'panel',
  'address',
  'name',
  'value',
  'level',
]);
const addresses = new Set(['href', 'permalink', 'src', 'address']);

/** Every string of an answer, replaced. Codes and structure stay. */
const withText = (value: unknown, text: (name: string) => string | undefined, name = ''): unknown => {
  if (typeof value === 'string') return text(name) ?? value;
  if (Array.isArray(value)) return value.map((item) => withText(item, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withText(inner, text, key)]));
};

const documentFor = (scenario: string, key: string, base: string): PanelDocument => {
  const [stem = '', query] = key.split('?', 2);
  const document = panelDocument({ stem, params: Object.fromEntries(new URLSearchParams(query)), base });
  let turn = 0;
  if (scenario === 'xss')
    return withText(document, (name) =>
      structural.has(name) || addresses.has(name) ? undefined : payload,
    ) as PanelDocument;
  if (scenario === 'links')
    return withText(document, (name) =>
      addresses.has(name) ? hostile[turn++ % hostile.length] : undefined,
    ) as PanelDocument;
  return document;
};

/** `GET /w`: documents as the platform answers them, well or badly. */
export const panelsAnswer = (
  scenario: string,
  url: URL,
  base: string,
  send: (status: number, type: string, body: string) => void,
  drop: () => void,
): void => {
  const keys = url.searchParams.getAll('p');
  const json = (body: unknown): void => send(200, 'application/json', JSON.stringify(body));
  // `from` is a parameter of other panels.
  const well = (): void =>
    json({
      panels: keys.map((key) => {
        const document = documentFor(scenario, key, base);
        return { key, document, words: aroundIn(document.lang), ...(key.includes('from=') && { unknown: ['from'] }) };
      }),
    });
  const scenarios: Readonly<Record<string, () => void>> = {
    500: () => send(500, 'text/plain', 'broken'),
    html: () => send(200, 'text/html', '<title>Sign in</title>'),
    shape: () =>
      json({ panels: keys.map((key) => ({ key, document: { ...documentFor('', key, base), blocks: 'none' } })) }),
    misuse: () => json({ panels: keys.map((key) => ({ key, error: { code: 'BAD_USER_INPUT', message: 'no' } })) }),
    never: () => undefined,
    hang: () => undefined,
    drop,
    slow: () => void setTimeout(well, 500),
  };
  (scenarios[scenario] ?? well)();
};

/** `GET /changes`: an open stream, to which a test tells what has changed. */
export class ChangeStreams {
  readonly #open = new Map<ServerResponse, string>();
  #last = 0;

  /** Streams of an endpoint, so that tests that run side by side do not count each other's. */
  size(name: string): number {
    return [...this.#open.values()].filter((each) => name === '' || each === name).length;
  }

  open(response: ServerResponse, name: string): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    response.write('retry: 300\n\n');
    this.#open.set(response, name);
    response.once('close', () => this.#open.delete(response));
  }

  tell(kind: string, name: string): void {
    this.#last += 1;
    for (const [response, own] of this.#open)
      if (name === '' || own === name)
        response.write(
          `id: ${this.#last}\nevent: published\ndata: ${JSON.stringify({ kind, timepoint: this.#last })}\n\n`,
        );
  }
}
