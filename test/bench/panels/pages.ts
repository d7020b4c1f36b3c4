import type { Browser, BrowserContext, Page } from 'playwright';

/** One figure beside its target: it must not be more. */
export interface Row {
  readonly target: string;
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly unit: string;
  /** What the best of the others needs, as measured; a dash where none does it at all. */
  readonly others: string;
}

export interface HostPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly platform: string;
  /** What the page asked of the platform. */
  readonly asked: string[];
}

export type Open = (body: string, before?: (context: BrowserContext) => Promise<unknown>) => Promise<HostPage>;

export const scriptOf = (platform: string): string => `<script async src="${platform}/v1/loader.js"></script>`;

/** Pages of a department's own site, each in a browser without a past. `$` in a body is the platform's address. */
export const hostPages =
  (browser: Browser, platform: string): Open =>
  async (body, before) => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 900 } });
    const asked: string[] = [];
    context.on('request', (request) => {
      if (request.url().startsWith(platform)) asked.push(`${request.method()} ${request.url()}`);
    });
    await context.route('http://department.localhost/', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-CN"><title>某局</title><body>${body.replaceAll('$', platform)}</body></html>`,
      }),
    );
    await before?.(context);
    const page = await context.newPage();
    await page.goto('http://department.localhost/');
    return { page, context, platform, asked };
  };

/** Waits until so many panels show data. */
export const shown = (page: Page, count = 1): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('*')].filter((each) => (each as { state?: string }).state === 'data').length >=
      wanted,
    count,
  );
