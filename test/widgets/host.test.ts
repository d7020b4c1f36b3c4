import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tell } from '../support/target.ts';
import { platform, scriptTag, useBrowser, type Visit } from './browser.ts';
import { difference } from './hosts/compared.ts';
import { type Host, pageOf } from './hosts/host.ts';
import { looks, places } from './hosts/looks.ts';
import { scripted } from './hosts/scripts.ts';
import { served } from './hosts/served.ts';

const visit = useBrowser();
const clean: Host = { name: 'clean' };
const fallback = '<a href="https://example.cn/old">旧链接</a>';
const panel = (): string => `<gk-budget year="2023" endpoint="${platform()}/ok">${fallback}</gk-budget>`;

const open = (host: Host, isOurs: boolean): Promise<Visit> => {
  const scripts = host.ours ?? ((tag) => tag());
  const { head, ...rest } = host;
  const page = isOurs
    ? pageOf(host, panel(), scripts(scriptTag))
    : pageOf({ ...rest, ...(head && { head: head.replace(/<script async.*?<\/script>/, '') }) }, '', host.theirs ?? '');
  return visit(page, { ...host, isWhole: true });
};

/** Drawn to the end: what is fetched later is there too. */
const drawn = async ({ page }: Visit): Promise<void> => {
  await page.locator('gk-budget .menu .row').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('gk-budget')?.shadowRoot?.querySelector('[aria-busy=false]'));
};

/** What a reader sees, which is not all that is there. */
const said = async (page: Page): Promise<string> => {
  const text = await page
    .locator('gk-budget .panel')
    .first()
    .evaluate((panel): string => Reflect.get(panel, 'innerText'));
  return text.replace(/\s+/g, ' ');
};

const names = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let all = '';
    for (const name of Object.getOwnPropertyNames(window)) if (!/^\d+$/.test(name)) all += `${name} `;
    return all;
  });

const picture = (page: Page): Promise<Buffer> => page.locator('gk-budget .panel').first().screenshot();

let wanted: { readonly words: string; readonly picture: Buffer };
beforeAll(async () => {
  const seen = await open(clean, true);
  await drawn(seen);
  wanted = { words: await said(seen.page), picture: await picture(seen.page) };
});

const hosts = [...looks, ...places, ...scripted, ...served(platform())].map((host) => [host.name, host] as const);

test('there are thirty pages and more', () => {
  expect(hosts.length).toBeGreaterThanOrEqual(30);
});

/** Of all pages: how much of the panel's picture is not as on a page without anything. */
let farthest = 0;
afterAll(() => tell('T13', `${hosts.length} hostile pages, pixels that differ`, farthest, '≤ 0.001', 'nobody says'));

test.each(hosts)('T13: the panel is the same and the page stays as it was: %s', async (_name, host) => {
  const [without, seen] = await Promise.all([open(host, false), open(host, true)]);
  const { page } = seen;
  if (host.keepsFallback) {
    await page.waitForLoadState('networkidle');
    expect(await page.locator('gk-budget a').isVisible()).toBe(true);
  } else {
    await drawn(seen);
    expect(await said(page)).toBe(wanted.words);
    const far = host.looksAlike === false ? 0 : await difference(without.page, wanted.picture, await picture(page));
    farthest = Math.max(farthest, far);
    expect(far).toBeLessThanOrEqual(0.001);
    // Nothing is wider than its place.
    expect(
      await page
        .locator('gk-budget .panel')
        .first()
        .evaluate((box) => box.scrollWidth - box.clientWidth),
    ).toBe(0);
  }
  expect(seen.errors).toEqual(without.errors);
  expect((await names(page)).split(' ')).toEqual((await names(without.page)).split(' '));
  const clip = (await without.page.locator('#own').boundingBox()) ?? undefined;
  const [theirOwn, besideOurs] = await Promise.all([without.page, page].map((at) => at.screenshot(clip && { clip })));
  expect(await difference(without.page, theirOwn as Buffer, besideOurs as Buffer)).toBe(0);
  const [ours = [], theirs = []] = await Promise.all([page, without.page].map(violations));
  expect(ours).toEqual(theirs);
});

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);
