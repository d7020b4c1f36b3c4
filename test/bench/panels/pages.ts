import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
    const html = `<!doctype html><html lang="zh-CN"><title>某局</title><body>${body.replaceAll('$', platform)}</body></html>`;
    const site = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
    );
    await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
    context.once('close', () => void site.close());
    await before?.(context);
    const page = await context.newPage();
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
    return { page, context, platform, asked };
  };

/** Waits until so many panels have their answer. */
export const shown = (page: Page, count = 1): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('*')].filter((each) => /data|empty/.test(`${(each as { state?: string }).state}`))
        .length >= wanted,
    count,
  );
