import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumLaunch } from './support/chromium.ts';
import { sampleOf } from './support/county.ts';
import { openMemory } from './support/databases.ts';
import { openServer, type TestServer } from './support/server.ts';
import { root, sources } from './support/source.ts';

const vue = createRequire(import.meta.url).resolve('vue/dist/vue.esm-browser.prod.js');

/** A script as `manifest.json` names it. */
interface Pinned {
  readonly file: string;
  readonly integrity: string;
  readonly pinned: string;
}

let platform: TestServer;
let address: string;
let department: Server;
let site: string;
let browser: Browser;
/** What the panel of every one of these pages says first. */
let sentence: string;

/** Bytes as the file has them, whatever their encoding: only the address of the platform is another. */
const bytesOf = (file: string): Buffer =>
  Buffer.from(readFileSync(join(root, file), 'latin1').replaceAll('http://localhost:4000', address), 'latin1');

/** Pages that a test writes itself, by their paths. */
const written = new Map<string, string>();

/** What a web server does with a page that has server-side includes. */
async function included(page: string): Promise<string> {
  let whole = page;
  for (const [directive, path = ''] of page.matchAll(/<!--#include virtual="([^"]+)" -->/g)) {
    const answer = await fetch(`${address}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    whole = whole.replace(directive, await answer.text());
  }
  return whole;
}

async function served(path: string): Promise<readonly [type: string, body: Buffer | string] | null> {
  if (path === '/vue.esm-browser.prod.js') return ['text/javascript', readFileSync(vue)];
  const own = written.get(path);
  if (own !== undefined) return ['text/html', own];
  const file = `examples/sites${path}`;
  if (!sources('examples/sites/*').includes(file)) return null;
  // As old servers do, none says in which encoding it is: the page does.
  return ['text/html', file.endsWith('.shtml') ? await included(bytesOf(file).toString('utf8')) : bytesOf(file)];
}

beforeAll(async () => {
  const store = await openMemory({ beginning: sampleOf(72) });
  platform = await openServer(store, { url: null });
  address = (await platform.listen()).replace('127.0.0.1', 'localhost');
  department = createServer(async (request, response) => {
    const [type, body] = (await served(request.url ?? '')) ?? ['', ''];
    response.writeHead(type === '' ? 204 : 200, type === '' ? {} : { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => department.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(department.address() as AddressInfo).port}`;
  browser = await chromium.launch(await chromiumLaunch());
  const document = await fetch(
    `${address}/w/budget.json?${new URLSearchParams({ organization: '县财政局', year: '2024' })}`,
  );
  ({ sentence } = (await document.json()) as { sentence: string });
}, 120_000);
afterAll(async () => {
  await browser.close();
  department.close();
  await platform.close();
});

/** Opens one of the pages; what goes wrong on it is kept. */
async function visit(file: string, options: BrowserContextOptions = {}): Promise<{ tab: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const faults: string[] = [];
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) faults.push(message.text());
  });
  await tab.goto(`${site}/${file}`);
  return { tab, faults };
}

/** Words without what only keeps lines from breaking inside them. */
const plain = (text: string | null): string => (text ?? '').replace(/[\s\u2060]/g, '');

const says = (tab: Page, selector: string, text = sentence) =>
  expect.poll(async () => plain((await tab.locator(selector).allTextContents()).join(' '))).toContain(plain(text));

const pages = sources('examples/sites/*').map((file) => file.slice('examples/sites/'.length));

describe.each(pages)('%s', (file) => {
  test('without a script the reader finds a link that leads to the same', async () => {
    const { tab } = await visit(file, { javaScriptEnabled: false });
    const link = tab.locator(`a[href^="${address}/w/budget?"]`).last();
    expect(await link.isVisible()).toBe(true);
    expect(await link.textContent()).toMatch(/财政局/);
    await tab.goto((await link.getAttribute('href')) ?? '');
    expect(await tab.locator('h1').textContent()).toContain('财政局');
    await tab.context().close();
  });
});

test('a page of 2008, in GBK, without a doctype, with a $ of its own, has its panel and keeps its ways', async () => {
  const { tab, faults } = await visit('static-2008.html');
  await says(tab, 'gk-budget article');
  expect(await tab.evaluate(() => [document.compatMode, document.characterSet])).toEqual(['BackCompat', 'GBK']);
  expect(await tab.locator('#today').textContent()).toMatch(/^\d{4}年\d+月\d+日$/);
  expect(faults).toEqual([]);
  await tab.context().close();
});

test('an article as an editor keeps it: links that stand alone become panels, one in a sentence stays a link', async () => {
  const { tab, faults } = await visit('editor.html');
  await says(tab, 'gk-budget article');
  await says(tab, 'gk-budget[view="three-public"] article', '三公');
  expect(await tab.locator('gk-budget').count()).toBe(2);
  expect(await tab.locator('gk-department').count()).toBe(0);
  expect(await tab.locator('p > a[href*="/w/department"]').isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await tab.context().close();
});

test('a report has numbers in its sentences, one that follows the platform and two as they were', async () => {
  const { tab, faults } = await visit('report.html');
  const { overdue, spent } = await platform.ask<{
    overdue: { totalCount: number };
    spent: { final: { wanYuan: string } }[];
  }>(`{
    overdue: livelihoodProjects(where: { isOverdue: { eq: true }, type: { eq: "LIVELIHOOD" }, year: { eq: 2024 } }) { totalCount }
    spent: budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, codes: ["205"], fromYear: 2024, toYear: 2024) { final { wanYuan } }
  }`);
  const figures = tab.locator('gk-figure .figure');
  await expect.poll(() => figures.count()).toBe(3);
  const numbers = (await figures.allTextContents()).map((text) => text.replace(/[,\s]/g, ''));
  expect(numbers.slice(0, 2)).toEqual([`${overdue.totalCount}项`, `${Number(spent[0]?.final.wanYuan)}万元`]);
  expect(numbers[2]).toMatch(/^[\d.]+万元$/);
  expect(faults).toEqual([]);
  await tab.context().close();
});

test('a Vue page sets attributes and hears of the panel’s state', async () => {
  const { tab, faults } = await visit('vue.html');
  await says(tab, 'gk-budget article');
  await expect.poll(() => tab.locator('#state').textContent()).toBe('data');
  await tab.locator('#app > p select').selectOption('2021');
  await expect.poll(() => tab.locator('gk-budget article .title').textContent()).toContain('2021年');
  expect(await tab.locator('gk-budget').getAttribute('year')).toBe('2021');
  expect(faults).toEqual([]);
  await tab.context().close();
});

test('a page whose server includes the picture has every number as text, without a script and without asking the platform', async () => {
  const { tab, faults } = await visit('page.shtml', { javaScriptEnabled: false });
  expect(plain(await tab.locator('figure svg').textContent())).toContain(plain(sentence));
  expect(await tab.locator('figure svg text').count()).toBeGreaterThan(5);
  expect(await tab.frameLocator('iframe').locator('h1').textContent()).toContain('民生实事');
  expect(faults).toEqual([]);
  await tab.context().close();
});

test('a page that pins the loader by the digest in manifest.json has its panel; with another digest its link stays', async () => {
  const manifest = (await (await fetch(`${address}/widgets/manifest.json`)).json()) as Record<string, Pinned>;
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    for (const [integrity, isPinned] of [
      [manifest[file]?.integrity, true],
      [manifest['more.js']?.integrity, false],
    ] as const) {
      const tab = await browser.newPage();
      const script = `<meta charset="utf-8"><script async src="${address}/widgets/${manifest[file]?.pinned}" crossorigin integrity="${integrity}"></script>`;
      const panel = `<gk-budget organization="县财政局" year="2024"><a href="${address}/w/budget">决算</a></gk-budget>`;
      written.set(`/${file}.html`, `${script}${panel}`);
      const refused = isPinned ? null : tab.waitForEvent('console', (message) => message.text().includes('integrity'));
      await tab.goto(`${site}/${file}.html`);
      if (isPinned) await says(tab, 'gk-budget article');
      else {
        await refused;
        expect([file, await tab.locator('gk-budget > a').isVisible()]).toEqual([file, true]);
      }
      await tab.close();
    }
  }
});
