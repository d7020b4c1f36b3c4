import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { chromiumLaunch } from '../support/chromium.ts';

export const platform = (): string => inject('standIn');

/** A page of some department, as it was served and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Uncaught errors. */
  readonly errors: string[];
  /** Warnings and errors on the console. */
  readonly complaints: string[];
  readonly requests: { readonly method: string; readonly url: string }[];
}

export interface HostPage {
  readonly csp?: string;
  readonly charset?: string;
  readonly javaScript?: boolean;
  readonly width?: number;
  /** What is given is the page from its first byte on, not only its body. */
  readonly isWhole?: boolean;
  /** What is done to the network before the page comes. */
  readonly before?: (context: BrowserContext) => Promise<unknown>;
}

export const scriptTag = (file = 'loader.js', attributes = 'async'): string =>
  `<script ${attributes} src="${platform()}/widgets/${file}"></script>`;

/** One browser for a file of tests; `visit` opens a host page in a context of its own. */
export const useBrowser = () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(await chromiumLaunch());
  });
  const open: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of open.splice(0)) {
      // What is on its way when a test ends goes nowhere.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
  });
  afterAll(async () => {
    await browser.close();
  });
  return async (body: string, given: HostPage = {}): Promise<Visit> => {
    const { csp, charset, javaScript = true, width = 1024, isWhole } = given;
    const context = await browser.newContext({ javaScriptEnabled: javaScript, viewport: { width, height: 900 } });
    open.push(context);
    await given.before?.(context);
    const page = await context.newPage();
    const visit: Visit = { page, errors: [], complaints: [], requests: [] };
    page.on('pageerror', (error) => visit.errors.push(error.message));
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) visit.complaints.push(message.text());
    });
    page.on('request', (request) => visit.requests.push({ method: request.method(), url: request.url() }));
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { violations: seen, shift: 0 });
      document.addEventListener('securitypolicyviolation', (event) => {
        seen.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
          const page = window as unknown as { shift: number };
          if (!entry.hadRecentInput) page.shift += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const address = new URL('/page', platform());
    address.searchParams.set(
      'html',
      isWhole ? body : `<!doctype html><html lang="zh-CN"><title>某局</title><body>${body}</body></html>`,
    );
    if (csp) address.searchParams.set('csp', csp);
    if (charset) address.searchParams.set('charset', charset);
    await page.goto(address.href);
    return visit;
  };
};

export const measured = (page: Page): Promise<{ violations: string[]; shift: number }> =>
  page.evaluate(() => {
    const { violations, shift } = window as unknown as { violations: string[]; shift: number };
    return { violations, shift };
  });
