import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openTabs, takenOver } from '../support/tabs.ts';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const streams = async (): Promise<number> => Number(await (await fetch(`${platform()}/streams/tabs`)).text());

test.each([
  ['with locks', '', 100],
  ['on plain http, without locks', 'Object.defineProperty(navigator,"locks",{value:undefined})', 2000],
])('T7: eight tabs %s hold one stream, none is kept from asking, and another takes over', async (_, script, most) => {
  const { page } = await visit(
    `<script>${script}</script><gk-budget endpoint="${platform()}/tabs"></gk-budget>${scriptTag()}`,
  );
  await page.locator('gk-budget table').waitFor();
  const tabs = await openTabs(page, 8, (tab) => tab.locator('gk-budget table').waitFor());
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const open = await streams();
  const last = tabs[7] as Page;
  const asked = await last.evaluate(async (url) => {
    const from = performance.now();
    await fetch(url, { cache: 'no-store' });
    return performance.now() - from;
  }, `${platform()}/tabs/w?p=budget`);
  const after = await takenOver(tabs);
  console.info(
    `T7 eight tabs: ${open} streams (1); a fetch of tab 8 ${asked.toFixed(0)} ms; taken over after ${after.toFixed(0)} ms (${most})`,
  );
  expect(open).toBe(1);
  expect(asked).toBeLessThan(1000);
  expect(after).toBeLessThan(most + 1000);
  await expect.poll(streams).toBe(1);
  await last.close();
  await expect.poll(streams).toBe(0);
});
