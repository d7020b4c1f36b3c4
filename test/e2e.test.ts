import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '../api/importing/import.ts';
import { chromiumLaunch } from './support/chromium.ts';
import { regulatoryDocument, sampleOf } from './support/county.ts';
import { openMemory } from './support/databases.ts';
import { onPaper, tester } from './support/gate.ts';
import { openServer, type TestServer } from './support/server.ts';

const file = process.env['GONGKAI_REAL_INPUT'] ?? 'examples/documents/library-work-points-2024.txt';

let platform: TestServer;
let address: string;
let department: Server;
let site: string;
let browser: Browser;
let number: string;

/** A department's page on another origin, as a webmaster writes it. */
const page = (number: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某局</title>
<script async src="${address}/widgets/loader.js"></script>
<h1>某局</h1>
<gk-documents page-size="5"><a href="${address}/regulatory-documents">政策文件</a></gk-documents>
<gk-document number="${number}"><a href="${address}/regulatory-documents">${number}</a></gk-document>`;

beforeAll(async () => {
  const store = await openMemory({ beginning: sampleOf(40) });
  platform = await openServer(store, { url: null });
  const imported = await importFile(
    store,
    regulatoryDocument,
    { name: 'document.txt', bytes: new Uint8Array(readFileSync(file)), actor: tester, now: new Date() },
    onPaper,
  );
  if (imported.outcome !== 'published') throw new Error(`not published: ${JSON.stringify(imported.findings)}`);
  address = (await platform.listen()).replace('127.0.0.1', 'localhost');
  const { regulatoryDocument: found } = await platform.ask<{ regulatoryDocument: { number: { text: string } } }>(
    'query($indexNumber: String!) { regulatoryDocument(by: { indexNumber: $indexNumber }) { number { text } } }',
    { indexNumber: imported.publication.indexNumber },
  );
  number = found.number.text;
  department = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page(number)));
  await new Promise<void>((done) => department.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(department.address() as AddressInfo).port}/`;
  browser = await chromium.launch(await chromiumLaunch());
}, 120_000);

afterAll(async () => {
  await browser.close();
  department.close();
  await platform.close();
});

const shown = (page: Page, tag: string) => page.locator(tag).locator('article');

test('a file becomes a live panel on a department’s page of another origin', async () => {
  const tab = await browser.newPage();
  const hosts = new Set<string>();
  const faults: string[] = [];
  tab.on('request', (request) => hosts.add(new URL(request.url()).host));
  tab.on('pageerror', (error) => faults.push(error.message));
  await tab.goto(site);
  await expect.poll(() => shown(tab, 'gk-document').textContent(), { timeout: 15_000 }).toContain(number);
  await expect.poll(() => shown(tab, 'gk-documents').textContent(), { timeout: 15_000 }).toContain('共');
  expect([...hosts].sort()).toEqual([new URL(address).host, new URL(site).host].sort());
  expect(faults).toEqual([]);
  await tab.close();
});

test('the panel shows what the permalink shows', async () => {
  const tab = await browser.newPage();
  await tab.goto(site);
  const link = shown(tab, 'gk-document').locator('footer a').first();
  await expect
    .poll(() => link.getAttribute('href'), { timeout: 15_000 })
    .toContain(`${address}/id/regulatory-document/`);
  const permalink = (await link.getAttribute('href')) ?? '';
  const response = await tab.goto(permalink);
  expect(response?.status()).toBe(200);
  expect(await tab.locator('main').textContent()).toContain(number);
  await tab.close();
});

test('without script the reader finds an honest link', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(site);
  expect(await tab.locator('gk-document a').textContent()).toBe(number);
  await context.close();
});
