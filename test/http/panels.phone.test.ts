import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumLaunch } from '../support/chromium.ts';
import { sampleCounty } from '../support/county.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

/** Contrast, the order of headings and names, by axe. */
const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The pages of panels as somebody reads them on a phone to which no script comes.
let server: TestServer;
let browser: Browser;
let base: string;
beforeAll(async () => {
  server = await openServer(await sampleCounty(databases[0] as TestDatabase, 120));
  base = await server.listen();
  browser = await chromium.launch(await chromiumLaunch());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

const pages = [
  'budget?organization=县财政局&year=2024',
  'documents?page-size=5',
  'project?project=起凤镇中心小学扩建工程&year=2024',
  'emergency',
  'enrollment?place=周坊村',
];

async function opened(address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  // The loader does not come; what looks at the page may run.
  await page.route('**/widgets/**', (route) => route.abort());
  await page.goto(`${base}/w/${address}`);
  return page;
}

test.each(pages)(
  '%s: headings are no smaller than the text, what is pressed is high enough, and an engine finds nothing',
  async (address) => {
    const page = await opened(address);
    const small = await page
      .locator('.panel :is(h1, h2, h3, h4, h5, h6)')
      .evaluateAll((all) =>
        all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => one.textContent),
      );
    expect(small).toEqual([]);
    const low = await page
      .locator('.panel :is(summary, button, select, input:not([type="hidden"]), .button, .files a, tbody th a, dd a)')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML));
    expect(low).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.evaluate(engine);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof Axe }).axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.close();
  },
);

test('a table of many columns is read from top to bottom and stays a table', async () => {
  const page = await opened('project?project=起凤镇中心小学扩建工程&year=2024');
  const table = page.getByRole('table', { name: '历期进展' });
  const [first, second] = await table.getByRole('row').nth(1).getByRole('cell').all();
  const [above, below] = [await first?.boundingBox(), await second?.boundingBox()];
  expect((above?.y ?? 0) < (below?.y ?? 0) && above?.x === below?.x).toBe(true);
  const scroll = await page
    .locator('.scroll')
    .evaluateAll((all) => all.map((one) => one.scrollWidth > one.clientWidth));
  expect(scroll).not.toContain(true);
  await page.close();
});

test('a telephone is to be called, and what is to be done stands beside its number', async () => {
  const page = await opened('emergency');
  expect(await page.locator('dd a[href^="tel:"]').count()).toBeGreaterThan(0);
  expect(await page.locator('.numbered').first().textContent()).toMatch(/^1\. \S/);
  await page.close();
});
