import type { BrowserContext, Page, Route } from 'playwright';
import { expect, test } from 'vitest';
import { linksLoader, loaderTag, snippetsOf } from '../../api/http/embed/snippets.ts';
import { useCounty } from './access/county.ts';
import { platform, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();
const stem = 'budget';
const forms = ['link', 'image', 'element', 'div', 'iframe'] as const;

/** All five forms of one panel on one page, as webmasters paste them. */
const body = async (): Promise<string> => {
  const params = county.example(stem);
  const { title, sentence } = await county.document(stem, params);
  const baseUrl = county.origin();
  const snippets = snippetsOf({ baseUrl, stem, params, title, sentence });
  const codes = snippets.map(({ form, code }) => `<div id="${form}">${code.replace(loaderTag(baseUrl), '')}</div>`);
  return codes.join('') + linksLoader(baseUrl);
};

const onAnswers = (act: (route: Route) => Promise<void>) => (context: BrowserContext) => context.route(/\/w\?p=/, act);

/** Scripts are those just built. */
const built = (context: BrowserContext): Promise<unknown> =>
  context.route('**/widgets/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${platform()}${pathname}` }) });
  });

type Failure = readonly [
  name: string,
  breaks: (context: BrowserContext) => Promise<unknown>,
  options?: { readonly javaScript: false },
];

const failures: readonly Failure[] = [
  ['no JavaScript', async () => undefined, { javaScript: false }],
  ['the loader is gone', (context) => context.route('**/loader.js', (route) => route.fulfill({ status: 404 }))],
  [
    'the panels are not what was built',
    (context) =>
      context.route('**/panels-*.js', async (route) => {
        const { pathname } = new URL(route.request().url());
        const response = await route.fetch({ url: `${platform()}${pathname}` });
        await route.fulfill({ response, body: `${await response.text()}\nwindow.tampered=1` });
      }),
  ],
  ['the API fails', onAnswers((route) => route.fulfill({ status: 500, body: 'broken' }))],
  ['the API does not answer', onAnswers(() => new Promise(() => undefined))],
  ['the network is gone', onAnswers((route) => route.abort('internetdisconnected'))],
  [
    'the answer is of another shape',
    onAnswers((route) => {
      const keys = new URL(route.request().url()).searchParams.getAll('p');
      const panels = keys.map((key) => ({ key, document: { title: 3, blocks: [{ type: 'table' }] } }));
      return route.fulfill({ json: { panels }, headers: { 'access-control-allow-origin': '*' } });
    }),
  ],
];

const cases = failures.map(([name, breaks, options]) => ({ name, breaks, options }));

const isAnswering = (name: string): boolean => /^(?:no JavaScript|the loader|the panels)/.test(name);

/** What a reader has of each form: a link that leads to the panel, in sight. */
const links = (page: Page): Promise<Record<string, boolean>> =>
  Promise.all(
    forms.map(async (form) => {
      const place = form === 'iframe' ? page.frameLocator('#iframe iframe').locator('body') : page.locator(`#${form}`);
      const wanted =
        form === 'iframe'
          ? 'a[href*="/id/"], a[href*="/budgets"], a[href^="http"]'
          : `a[href^="${county.origin()}/w/${stem}?"]`;
      return [form, await place.locator(wanted).first().isVisible()] as const;
    }),
  ).then(Object.fromEntries);

test('T10: where no frames are allowed, the link beside the frame leads to the panel', async () => {
  const { page } = await visit(await body(), { csp: "frame-src 'none'", before: built });
  const link = page.locator('#iframe > p > a');
  expect(await link.isVisible()).toBe(true);
  expect(await link.getAttribute('href')).toMatch(new RegExp(`^${county.origin()}/w/${stem}\\?`));
});

const every = Object.fromEntries(forms.map((form) => [form, true]));

test.each(cases)(
  'T10: when $name, all five forms leave something to read and a link',
  async ({ name, breaks, options }) => {
    const { page, errors } = await visit(await body(), {
      ...options,
      before: async (context) => {
        await built(context);
        await breaks(context);
      },
    });
    await page.frameLocator('#iframe iframe').locator('h1, .title').first().waitFor();
    if (!isAnswering(name)) {
      for (const form of forms.slice(0, 4))
        await page.locator(`#${form} gk-${stem} .notice`).waitFor({ timeout: 15_000 });
    } else await page.waitForLoadState('load');
    expect(await links(page)).toEqual(every);
    // In the frame what came with the page still stands.
    expect(await page.frameLocator('#iframe iframe').locator('.sentence').first().isVisible()).toBe(true);
    expect(errors).toEqual([]);
    if (options?.javaScript !== false) expect(await page.evaluate(() => 'tampered' in window)).toBe(false);
  },
);

test.each(cases.filter(({ name }) => !isAnswering(name)))(
  'T10: when $name, whoever was here before has the saved copy',
  async ({ breaks }) => {
    const { page, errors } = await visit(await body(), { before: built });
    for (const form of forms.slice(0, 4)) await page.locator(`#${form} gk-${stem} .menu`).waitFor({ timeout: 10_000 });
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('gk:http')));
    await breaks(page.context());
    await page.reload();
    for (const form of forms.slice(0, 4)) {
      await page.locator(`#${form} gk-${stem} .notice`, { hasText: '保存的副本' }).waitFor({ timeout: 15_000 });
      expect(await page.locator(`#${form} gk-${stem} .sentence`).isVisible()).toBe(true);
      expect(await page.locator(`#${form} gk-${stem} .permalink`).isVisible()).toBe(true);
    }
    expect(errors).toEqual([]);
  },
);
