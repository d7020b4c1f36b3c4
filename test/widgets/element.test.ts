import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { spent } from '../../widgets/size.ts';
import { tell } from '../support/target.ts';
import { measured, platform, scriptTag, useBrowser } from './browser.ts';

const dist = pathToFileURL(`${import.meta.dirname}/../.output/widgets/`);
const visit = useBrowser();
const link = '<a href="/old">预算</a>';
const budget = (attributes = '', inside = ''): string =>
  `<gk-budget endpoint="${platform()}/ok" ${attributes}>${inside}</gk-budget>`;
const drawn = (page: Page, nth = 0): Promise<void> => page.locator('gk-budget table').nth(nth).waitFor();
const asked = (requests: readonly { url: string }[]): readonly string[] =>
  requests.map(({ url }) => url).filter((url) => url.includes('/w?'));

test('what a page pays stays within the targets', () => {
  expect(spent(dist).filter(({ isOver }) => isOver)).toEqual([]);
});

test('T9: two builds of one source are one, byte for byte', () => {
  const built = pathToFileURL(`${import.meta.dirname}/../../widgets/dist/`);
  for (const file of ['loader.js', 'gongkai.classic.js', 'manifest.json', 'custom-elements.json'])
    expect(
      readFileSync(new URL(file, built)).equals(readFileSync(new URL(file, dist))),
      `${file}: widgets/dist is not what the sources give; npm run build`,
    ).toBe(true);
});

test('the classic bundle is read by browsers of 2019', () => {
  const parsed = (code: string) => parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  expect(parsed(readFileSync(new URL('gongkai.classic.js', dist), 'utf8')).body).not.toEqual([]);
  expect(() => parsed('a?.b')).toThrow('Unexpected token');
});

test('what is no module is pure ASCII, for pages in any encoding, and leaves no name in the page', async () => {
  for (const file of ['loader.js', 'gongkai.classic.js'])
    expect([...readFileSync(new URL(file, dist), 'latin1')].filter((unit) => unit > '\x7f')).toEqual([]);
  const { page } = await visit(
    `<script>window.before = Object.keys(window).length</script>${scriptTag('gongkai.classic.js', '')}`,
  );
  expect(await page.evaluate(() => Object.keys(window).length - Number(Object(window).before))).toBe(1);
});

test.each([
  ['an async script', 'loader.js', 'async'],
  ['a deferred script', 'loader.js', 'defer'],
  ['a module', 'loader.js', 'type="module"'],
  ['the classic bundle', 'gongkai.classic.js', 'async'],
])('%s brings a panel to life', async (_, file, attributes) => {
  const { page, errors, complaints } = await visit(budget() + scriptTag(file, attributes));
  await drawn(page);
  await page.locator('gk-budget .menu').waitFor();
  expect(errors).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a cold page with twenty panels, most of them out of view, takes five requests, one of them for data', async () => {
  const { page, requests } = await visit(
    Array.from({ length: 20 }, (_, index) => budget(`year="${2000 + index}"`)).join('') + scriptTag(),
  );
  await drawn(page, 19);
  expect(asked(requests)).toHaveLength(1);
  expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  const ours = requests.filter(({ url }) => /\/widgets\/|\/w\?/.test(url)).map(({ url }) => url.replace(/\?.*/, ''));
  expect(ours).toHaveLength(4);
});

test('far below the view nothing is fetched until the reader comes near; an unknown tag costs nothing of ours', async () => {
  const { page, requests } = await visit(`<x-else></x-else><div style="height:4000px"></div>${budget()}${scriptTag()}`);
  await page.waitForFunction(() => Symbol.for('gongkai') in globalThis);
  await page.waitForLoadState('networkidle');
  expect(requests.filter(({ url }) => url.includes('panels-'))).toEqual([]);
  await page.evaluate(() => scrollTo(0, 3500));
  await drawn(page);
});

test('whoever may write a link chooses neither the platform nor what the page calls things', async () => {
  const said = 'budget?year=2022&endpoint=http://127.0.0.1:9&id=menu&class=admin&slot=x&hidden&onclick=x&style=x&is=x';
  const { page, requests } = await visit(
    `<p><a href="${platform()}/ok/w/${said}">决算</a></p><div data-gk="${said}">${link}</div>${scriptTag('loader.js', `async data-gk-links data-endpoint="${platform()}/ok"`)}`,
  );
  await drawn(page, 1);
  expect(
    await page
      .locator('gk-budget')
      .evaluateAll((all) =>
        all.map((one) => one.getAttributeNames().filter((name) => name !== 'style' || one.getAttribute(name) === 'x')),
      ),
  ).toEqual([['year'], ['year']]);
  expect(requests.filter(({ url }) => url.includes('127.0.0.1:9/'))).toEqual([]);
});

test.each(['importNode', 'createElement', 'createComment', 'createTextNode', 'createTreeWalker'])(
  'a form of the page named %s takes nothing away from readers',
  async (name) => {
    const { page } = await visit(`<form name="${name}"></form>${budget('', link)}${scriptTag()}`);
    await page.waitForLoadState('networkidle');
    // Either the panel or what stands in its tag: never an empty place.
    const isThere = await page
      .locator('gk-budget')
      .evaluate(
        (panel) =>
          !panel.shadowRoot ||
          panel.shadowRoot.querySelector('table') !== null ||
          panel.shadowRoot.querySelector('slot') !== null,
      );
    expect(isThere).toBe(true);
    if (name !== 'createElement') await drawn(page);
  },
);

test('boxes become panels, and plain links where the page says so; all ask in one request', async () => {
  const links = `<p><a href="${platform()}/ok/w/budget?year=2021">决算</a></p><p>见<a href="${platform()}/ok/w/budget">这里</a>。</p>`;
  const { page, requests } = await visit(
    `<div data-gk="budget?year=2022">${link}</div>${budget('year="2023"')}${links}${scriptTag('loader.js', `async data-gk-links data-endpoint="${platform()}/ok"`)}`,
  );
  await drawn(page, 2);
  expect(asked(requests)).toHaveLength(1);
  expect(new URL(asked(requests)[0] ?? '').searchParams.getAll('p')).toEqual([
    'budget?year=2021',
    'budget?year=2022',
    'budget?year=2023',
  ]);
  expect(await page.locator('gk-budget').count()).toBe(3);
  const without = await visit(links + budget() + scriptTag('loader.js', `async data-endpoint="${platform()}/ok"`));
  await drawn(without.page);
  expect(await without.page.locator('gk-budget').count()).toBe(1);
});

test('T9: a file that is not what was built never runs, and the fallback content stays', async () => {
  const { page, errors, complaints } = await visit(budget('', link));
  await page.route('**/widgets/panels-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nwindow.tampered = true;` });
  });
  await page.addScriptTag({ url: `${platform()}/widgets/loader.js` });
  await expect.poll(() => complaints.filter((text) => text.includes('gongkai:'))).toHaveLength(1);
  const ran = await page.evaluate(() => Object(window).tampered === true);
  tell('T9', 'tampered files that ran', Number(ran), '0', 'Stripe refuses SRI, no other documents it');
  expect(ran).toBe(false);
  expect(await page.locator('gk-budget a').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

test('without the file fetched later a bar chart stands, and what needs it keeps its fallback', async () => {
  const { page, errors } = await visit(budget() + budget('organization="treemap"', link));
  await page.route('**/widgets/more-*.js', (route) => route.abort());
  await page.addScriptTag({ url: `${platform()}/widgets/loader.js` });
  await drawn(page);
  expect(await page.locator('gk-budget a[href="/old"]').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

const strict = (more: string): string =>
  `default-src 'none'; script-src ${platform()}; connect-src ${platform()}; ${more}`;

test.each(["style-src 'none'", "style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"])(
  'T8: no violation under a strict policy (%s)',
  async (policy) => {
    for (const file of ['loader.js', 'gongkai.classic.js']) {
      const { page, errors } = await visit(budget('organization="every"') + scriptTag(file), { csp: strict(policy) });
      await page.locator('gk-budget .cell').first().waitFor();
      await page.locator('gk-budget .menu summary').click();
      const violations = (await measured(page)).violations.filter((each) => !each.startsWith('img-src'));
      tell('T8', `violations of ${policy}, ${file}`, violations.length, '0', 'Web Awesome, Shoelace, USWDS: refused');
      expect(violations).toEqual([]);
      expect(errors).toEqual([]);
      expect(
        await page
          .locator('.cell')
          .first()
          .evaluate((cell) => cell.getBoundingClientRect().width),
      ).toBeGreaterThan(100);
    }
  },
);

test('two snippets, with the classic bundle beside them, leave one panel each and no error', async () => {
  const scripts = scriptTag() + scriptTag('loader.js', 'type="module"') + scriptTag('gongkai.classic.js');
  const { page, errors } = await visit(budget() + budget('year="2020"') + scripts);
  await drawn(page, 1);
  await page.waitForLoadState('load');
  expect(errors).toEqual([]);
  expect(await page.locator('gk-budget .panel').count()).toBe(2);
});

test('a page with a picture inside the tag does not move', async () => {
  const picture = '<svg width="600" height="900" display="block"><rect width="600" height="900"></rect></svg>';
  const { page } = await visit(`${budget('', picture)}<p>下文</p>${scriptTag()}`);
  await drawn(page);
  await page.locator('gk-budget .menu').waitFor();
  expect((await measured(page)).shift).toBe(0);
});

test('one tab holds the stream for all; when it goes another has it within two seconds, and nothing is lost', async () => {
  for (const isSecure of [true, false]) {
    const { page, requests } = await visit(budget().replace('/ok"', '/one"') + scriptTag());
    const context = page.context();
    if (!isSecure) await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    const address = page.url();
    if (!isSecure) await page.reload();
    await drawn(page);
    const size = async () => Number(await (await fetch(`${platform()}/streams/one`)).text());
    await expect.poll(size).toBe(1);
    const other = await context.newPage();
    const heard: string[] = [];
    other.on('request', (request) => heard.push(request.url()));
    await other.goto(address);
    await drawn(other);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await size()).toBe(1);
    const before = asked(heard.map((url) => ({ url }))).length;
    await fetch(`${platform()}/tell/budget/one`);
    await expect.poll(() => asked(heard.map((url) => ({ url }))).length).toBe(before + 1);
    await expect.poll(() => asked(requests).length).toBeGreaterThan(1);
    const closed = Date.now();
    await page.close({ runBeforeUnload: false });
    await expect.poll(() => heard.filter((url) => url.includes('/changes')).length, { interval: 50 }).toBe(1);
    expect(Date.now() - closed).toBeLessThan(2500);
    expect(heard.find((url) => url.includes('/changes'))).toMatch(/\?after=\d+$/);
    await other.close();
    await expect.poll(size).toBe(0);
  }
});

test('where the stream fails three times the panel stands all the same', async () => {
  const { page, errors } = await visit(`<gk-budget endpoint="${platform()}/dead"></gk-budget>${scriptTag()}`);
  await drawn(page);
  expect(errors).toEqual([]);
});
