import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stems, useCounty } from './access/county.ts';
import { isSettled, panelsReady, panelTags } from './access/panel-page.ts';
import { scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();

/** What stands between readers and the platform, and what it makes of answers. */
type Mood = 'well' | 'garbage' | 'sign in' | 'half';
let mood: Mood = 'well';
let front: Server;
let port = 0;

const listen = async (at: number): Promise<void> => {
  front = createServer((asked, answer) => {
    const { pathname, search } = new URL(asked.url ?? '/', 'http://platform');
    const { host: _, ...headers } = asked.headers;
    const onward = request(`${county.origin()}${pathname}${search}`, {
      headers: { ...headers, host: asked.headers.host },
    });
    onward.on('response', (given) => {
      if (mood === 'half') {
        answer.writeHead(200, given.headers);
        given.once('data', (bytes: Buffer) => answer.write(bytes.subarray(0, 40), () => answer.destroy()));
        return;
      }
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    const cors = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if (mood === 'garbage')
      answer.writeHead(200, { ...cors, 'content-type': 'application/json' }).end('\u0000]{"panels":[7');
    else if (mood === 'sign in')
      answer.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<title>登录</title>');
    else onward.end();
  });
  await new Promise<void>((resolve) => void front.listen(at, '127.0.0.1', resolve));
  port = (front.address() as AddressInfo).port;
};
const kill = async (): Promise<void> => {
  const closed = new Promise((resolve) => front.close(resolve));
  front.closeAllConnections();
  await closed;
};
beforeAll(() => listen(0));
afterAll(kill);

/** What each panel tells its reader, without what is said of a failure. */
const told = (): readonly string[] =>
  [...document.querySelectorAll('[endpoint]')].map(({ shadowRoot }) => {
    const copy = shadowRoot?.querySelector('.panel, .figure')?.cloneNode(true) as Element;
    copy.querySelector(':scope > .notice')?.remove();
    return `${copy.textContent}`.replace(/\s+/g, ' ');
  });
const states = (): readonly unknown[] =>
  [...document.querySelectorAll('[endpoint]')].map((panel) => ('state' in panel ? panel.state : 'none'));
const refresh = (): Promise<unknown> =>
  Promise.all(
    [...document.querySelectorAll('[endpoint]')].map((panel) =>
      (panel as Element & { load(cache: string): unknown }).load('no-cache'),
    ),
  );

test('fifty panels keep what they show while the platform is killed, answers garbage and comes back', async () => {
  const more = Array.from({ length: 50 - stems.length }, (_, at) =>
    at % 2 === 0
      ? `<gk-documents endpoint="$" page-size="${1 + (at % 20)}"></gk-documents>`
      : `<gk-projects endpoint="$" year="${2022 + (at % 3)}" page-size="${1 + (at % 20)}"></gk-projects>`,
  );
  const tags = (panelTags(county, stems) + more.join(''))
    .replaceAll(`endpoint="${county.origin()}"`, 'endpoint="$"')
    .replaceAll('"$"', `"http://127.0.0.1:${port}"`);
  const { page, errors } = await visit(tags + scriptTag());
  await panelsReady(page, 50);
  const before = await page.evaluate(told);
  expect(before.every((text) => text !== '')).toBe(true);

  for (const fault of ['killed', 'garbage', 'sign in', 'half'] as const) {
    if (fault === 'killed') await kill();
    else mood = fault;
    await page.evaluate(refresh);
    await page.waitForFunction(isSettled);
    expect([fault, new Set(await page.evaluate(states))]).toEqual([fault, new Set(['stale'])]);
    expect([fault, await page.evaluate(told)]).toEqual([fault, before]);
    if (fault === 'killed') await listen(port);
    mood = 'well';
    // As a browser says when it has its network again.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[endpoint]')].every((panel) => 'state' in panel && panel.state === 'data'),
    );
    expect([fault, await page.evaluate(told)]).toEqual([fault, before]);
    expect([
      fault,
      await page
        .locator('[endpoint] .notice b')
        .filter({ hasText: /连不上|有效答复/ })
        .count(),
    ]).toEqual([fault, 0]);
  }
  expect(errors).toEqual([]);
}, 120_000);
