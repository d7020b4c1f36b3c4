import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examplesFor } from '../../api/http/pages/examples.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let origin: string;
let axe: string;
let document: string;

beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  server = await openServer(await sampleCounty(database, 60), { url: null });
  origin = (await server.listen()).replace(/\/$/, '');
  browser = await chromium.launch(await chromiumLaunch());
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { regulatoryDocuments } = await server.ask<{ regulatoryDocuments: { nodes: { indexNumber: string }[] } }>(
    '{ regulatoryDocuments(where: { genre: { eq: "NOTICE" }, number: { isNull: false } }, first: 1) { nodes { indexNumber } } }',
  );
  document = `/regulatory-documents/${regulatoryDocuments.nodes[0]?.indexNumber}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Visit {
  readonly page: Page;
  /** Addresses of other hosts that were asked for. */
  readonly outside: readonly string[];
  /** What the page's own policy refused. */
  readonly refused: readonly string[];
}

async function visit<Result>(url: string, options: BrowserContextOptions, look: (visit: Visit) => Promise<Result>) {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const outside: string[] = [];
  const refused: string[] = [];
  // The outside world is cut off: whatever is asked of it fails, and is told.
  await context.route('**/*', (route) => {
    const wanted = route.request().url();
    if (wanted.startsWith(origin) || /^(data|blob):/.test(wanted)) return route.continue();
    outside.push(wanted);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(String(error)));
  try {
    await page.goto(origin + url);
    return await look({ page, outside, refused });
  } finally {
    await context.close();
  }
}

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const options: RunOptions = { resultTypes: ['violations'] };
  const found = await page.evaluate(
    (asked) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    options,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(
    () => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
  );

const pages: readonly (readonly [name: string, url: () => string])[] = [
  ['the first page', () => '/'],
  ['the demo', () => '/demo'],
  ['a search', () => `/regulatory-documents?search=${encodeURIComponent('工作')}`],
  ['a document', () => document],
  ['an edition', () => `${document}/editions/1`],
  ['the error codes', () => '/docs/errors'],
  ['a plain answer', () => '/graphql/plain?example=Relations'],
  ['a missing page', () => '/nowhere'],
];

const looks: readonly (readonly [look: string, options: BrowserContextOptions])[] = [
  ['on a narrow phone, light', { viewport: { width: 320, height: 700 }, colorScheme: 'light' }],
  ['on a desktop, dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
];

const cases = pages.flatMap(([name, url]) => looks.map(([look, options]) => [name, look, url, options] as const));

test.each(cases)(
  '%s, %s: no axe violation, nothing cut off, nothing refused, nothing from outside',
  async (_, __, url, options) => {
    await visit(url(), options, async ({ page, outside, refused }) => {
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(refused).toEqual([]);
      expect(outside).toEqual([]);
    });
  },
);

test.each(['light', 'dark'] as const)(
  'the explorer, %s, cut off from the outside world, runs its first question and shows the answer',
  async (colorScheme) => {
    await visit(
      '/graphql',
      { viewport: { width: 1280, height: 800 }, colorScheme },
      async ({ page, outside, refused }) => {
        const answer = page.locator('.graphiql-response');
        await page.locator('.graphiql-tab-button').first().waitFor();
        expect(await page.locator('.graphiql-tab-button').count()).toBe(examplesFor(null, new Date()).length);
        await expect.poll(() => page.locator('.graphiql-query-editor').textContent()).toContain('按文号查');
        await page.locator('.graphiql-execute-button').click();
        await expect.poll(() => answer.textContent(), { timeout: 20_000 }).toMatch(/"validity".*"label"/);
        expect(await answer.textContent()).not.toContain('errors');
        expect(await violations(page)).toEqual([]);
        expect(refused).toEqual([]);
        expect(outside).toEqual([]);
        expect(page.url()).toBe(`${origin}/graphql`);
      },
    );
  },
);

test('the gallery brings every panel into every state it can come to, and leaves no copy of its own behind', async () => {
  await visit('/embed/gallery', {}, async ({ page, outside, refused }) => {
    const stood = () =>
      page.evaluate(() =>
        [...globalThis.document.querySelectorAll<HTMLElement>('.case')].map((shown) => {
          const panel = shown.querySelector<HTMLElement & { state?: string }>('[heading-level]');
          return [panel?.localName, shown.dataset['state'], panel?.state] as const;
        }),
      );
    // What a body owes was owed before anything was public; one document is not in a county of sixty.
    const others = new Set(['gk-department empty', 'gk-document data', 'undefined stale']);
    const comesTo = (wanted = '') => (wanted === 'misused' ? 'error' : wanted);
    await expect
      .poll(async () => (await stood()).filter(([, wanted, state]) => state !== comesTo(wanted)))
      .toHaveLength(others.size);
    const unlike = (await stood()).filter(([, wanted, state]) => state !== comesTo(wanted));
    expect(new Set(unlike.map(([name, wanted]) => `${name} ${wanted}`))).toEqual(others);
    expect((await stood()).length).toBe(6 * 13);
    const left = () =>
      page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('gk:http://127.0.0.1:9/')));
    expect(await left()).toEqual([]);
    expect(outside.every((address) => address.startsWith('http://127.0.0.1:9/'))).toBe(true);
    expect(refused).toEqual([]);
  });
});

test('nothing of a warning is out of sight where its picture was smaller; other panels stay in their room', async () => {
  await visit('/w/latest', { viewport: { width: 1280, height: 1400 } }, async ({ page }) => {
    const overflowOf = (stem: string) =>
      page.evaluate(async (name) => {
        const panel = Object.assign(globalThis.document.createElement(`gk-${name}`), {
          innerHTML: `<a href="/w/${name}"><img src="/assets/none.svg" width="640" height="240" alt="" style="display:block"></a>`,
        }) as HTMLElement & { state?: string };
        globalThis.document.body.prepend(panel);
        while (!/data|empty/.test(`${panel.state}`)) await new Promise((next) => setTimeout(next, 50));
        await new Promise((next) => setTimeout(next, 300));
        const { overflow } = getComputedStyle(panel);
        panel.remove();
        return overflow;
      }, stem);
    expect([await overflowOf('documents'), await overflowOf('emergency')]).toEqual(['auto', 'visible']);
  });
});

test('a phone that opens the explorer gets the plain one, and none of the editor’s weight', async () => {
  await visit('/graphql', { viewport: { width: 390, height: 800 } }, async ({ page }) => {
    await page.waitForURL('**/graphql/plain');
    await page.getByRole('link', { name: /按文号查/ }).click();
    expect(await page.locator('pre[aria-label=回答]').textContent()).toContain('"title"');
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => name.includes('graphiql'))).toEqual([]);
  });
});

test('without scripts every page still says what it is for', async () => {
  const said: Record<string, string> = {
    '/': '哪些政策文件现在还有效',
    '/demo': '在平台上查看全部政策文件',
    '/graphql': '编辑器用脚本写成',
    [document]: '发文字号',
  };
  for (const [url, words] of Object.entries(said)) {
    await visit(url, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async ({ page }) => {
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    });
  }
});

test('the first key leads past the navigation, and the three doors stand on the first screen', async () => {
  await visit('/', { viewport: { width: 1280, height: 800 } }, async ({ page }) => {
    for (const door of ['贴一段代码', '敲一行命令', '问一个问题']) {
      const box = await page.getByRole('heading', { name: door }).boundingBox();
      expect(box?.y).toBeLessThan(400);
    }
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('main');
  });
});

test('on paper a document is itself: no navigation, its permanent address and digest at the end', async () => {
  await visit(document, { viewport: { width: 600, height: 800 } }, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('嵌入演示').isVisible()).toBe(false);
    const colophon = page.locator('.colophon');
    expect(await colophon.isVisible()).toBe(true);
    expect(await colophon.textContent()).toMatch(
      /\/id\/regulatory-document\/.*sha256:[0-9a-f]{64}以政府信息公开平台所载为准/,
    );
  });
});
