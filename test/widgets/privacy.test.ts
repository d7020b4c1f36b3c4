import { expect, test } from 'vitest';
import { stems, useCounty } from './access/county.ts';
import { panelsReady, panelTags } from './access/panel-page.ts';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();

/** All that a site may keep about a reader, in the place of the site itself. */
const kept = async () => ({
  cookies: document.cookie,
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  caches: (await globalThis.caches?.keys())?.length ?? 0,
  workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  local: Object.entries(localStorage),
});

test('T14: a page with every panel keeps no cookie and no number of a reader, and asks nobody but the platform', async () => {
  const tags = panelTags(county, stems);
  const { page, requests } = await visit(tags + scriptTag());
  await panelsReady(page, stems.length);
  // The saved copies are written after what is seen.
  await page.waitForFunction(
    (wanted) => Object.keys(localStorage).filter((key) => key.includes('/w?')).length >= wanted,
    stems.length - 1,
  );
  const { local, ...others } = await page.evaluate(kept);
  const cookies = await page.context().cookies();
  const own = new Set([county.origin(), platform(), new URL(page.url()).origin]);
  const elsewhere = requests.map(({ url }) => new URL(url).origin).filter((origin) => !own.has(origin));
  // Storage counts units of two bytes.
  const bytes = local.reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
  const foreign = local.filter(([key]) => !key.startsWith('gk:'));
  console.info(
    `T14 ${stems.length} panels: ${cookies.length} cookies (0), ${elsewhere.length} requests elsewhere (0), ${bytes} bytes kept (200000), ${foreign.length} keys without our prefix (0)`,
  );
  expect(cookies).toEqual([]);
  expect(others).toEqual({ cookies: '', session: [], databases: 0, caches: 0, workers: 0 });
  expect(elsewhere).toEqual([]);
  expect(foreign).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(200_000);
  // What is kept is what the platform answered, and when: nothing that tells one reader from another.
  for (const [key, value] of local) {
    expect(key).toContain(county.origin());
    expect(Object.keys(JSON.parse(value)).sort()).toEqual(['at', 'data']);
  }
  // Nor is any of it sent: two readers ask the same.
  const again = await visit(tags + scriptTag());
  await panelsReady(again.page, stems.length);
  const forData = (all: typeof requests) => all.map(({ url }) => url).filter((url) => url.includes('/w?'));
  expect(forData(again.requests)).toEqual(forData(requests));
}, 90_000);
