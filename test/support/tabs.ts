import type { Page } from 'playwright';

/** So many tabs of one page in one browser, each when it is ready. */
export async function openTabs(
  first: Page,
  count: number,
  ready: (page: Page) => Promise<unknown>,
): Promise<readonly Page[]> {
  const tabs = [first];
  while (tabs.length < count) {
    const next = await first.context().newPage();
    await next.goto(first.url());
    await ready(next);
    tabs.push(next);
  }
  return tabs;
}

/** Closes all but the last, one by one, until that one listens: the time from the last that went (ms). */
export async function takenOver(tabs: readonly Page[]): Promise<number> {
  const taken = tabs
    .at(-1)
    ?.waitForRequest((request) => request.url().includes('/changes'), { timeout: 15_000 })
    .catch(() => undefined);
  let gone = 0;
  for (const tab of tabs.slice(0, -1)) {
    gone = performance.now();
    await tab.close();
  }
  await taken;
  return performance.now() - gone;
}
