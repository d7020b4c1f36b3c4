import { expect, test } from 'vitest';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const budget = (attributes = '', inside = ''): string =>
  `<gk-budget endpoint="${platform()}/ok" ${attributes}>${inside}</gk-budget>`;
const link = '<a href="/old">预算</a>';
const files = (requests: readonly { url: string }[]): readonly string[] =>
  requests.map(({ url }) => url.split('/widgets/')[1] ?? '').filter((file) => /^(?:panels|more)-/.test(file));

test('without an endpoint the panel asks the platform the script came from, or the one the script names', async () => {
  const first = await visit(`<gk-budget></gk-budget>${scriptTag()}`);
  await expect.poll(() => first.requests.some(({ url }) => url.startsWith(`${platform()}/w?p=budget`))).toBe(true);
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const named = await visit(`<gk-budget></gk-budget>${scriptTag(file, `async data-endpoint="${platform()}/ok"`)}`);
    await named.page.locator('gk-budget table').waitFor();
  }
});

test('a tag inserted later comes to life, and each file is fetched once', async () => {
  const { page, requests } = await visit(scriptTag());
  await page.waitForFunction(() => Symbol.for('gongkai') in globalThis);
  expect(files(requests)).toEqual([]);
  await page.evaluate((html) => {
    const box = document.createElement('div');
    box.innerHTML = html + html;
    document.body.append(box);
  }, budget());
  await page.locator('gk-budget .menu').nth(1).waitFor();
  expect(new Set(files(requests)).size).toBe(2);
  expect(files(requests)).toHaveLength(2);
});

test('three snippets and the classic bundle leave one panel each and no error', async () => {
  const scripts = scriptTag() + scriptTag('loader.js', 'type="module"') + scriptTag() + scriptTag('gongkai.classic.js');
  const { page, errors } = await visit(budget() + budget() + scripts);
  await page.locator('gk-budget table').nth(1).waitFor();
  await page.waitForLoadState('load');
  expect(errors).toEqual([]);
  expect(await page.locator('gk-budget .panel').count()).toBe(2);
});

test('a loader of an earlier version beside the new one, whichever comes first: one panel each and no error', async () => {
  const earlier = await (await fetch(`${platform()}/widgets/loader.js`)).text();
  for (const isFirst of [true, false]) {
    const { page, errors } = await visit(budget() + budget('year="2020"'));
    // What it has defined stays: the other one finds its tags taken.
    await page.route('**/earlier/loader.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: earlier.replace('300px', '301px') }),
    );
    await page.route('**/earlier/{panels,more}-*.js', async (route) => {
      const address = route.request().url().replace('/earlier/', '/widgets/');
      await route.fulfill({ response: await route.fetch({ url: address }) });
    });
    const both = [`${platform()}/earlier/loader.js`, `${platform()}/widgets/loader.js`];
    for (const url of isFirst ? both : both.reverse()) await page.addScriptTag({ url });
    await page.locator('gk-budget table').nth(1).waitFor();
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    expect(await page.locator('gk-budget .panel').count()).toBe(2);
  }
});

test('a tag of no panel of ours is left alone, with what stands in it, and asks nothing', async () => {
  const { page, requests, errors } = await visit(
    `<gk-weather>${link}</gk-weather><gk-budgett>${link}</gk-budgett>${scriptTag()}`,
  );
  await page.waitForFunction(() => Symbol.for('gongkai') in globalThis);
  await page.waitForLoadState('networkidle');
  expect(requests.filter(({ url }) => url.includes('/w?'))).toEqual([]);
  expect(await page.locator('gk-weather a').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

test('when the panels cannot come the fallback content stays, with one warning and no error', async () => {
  const { page, errors, complaints } = await visit(budget('', link));
  await page.route('**/widgets/panels-*.js', (route) => route.abort());
  await page.addScriptTag({ url: `${platform()}/widgets/loader.js` });
  await expect.poll(() => complaints.filter((text) => text.includes('gongkai:'))).toHaveLength(1);
  expect(await page.locator('gk-budget a').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

test('without JavaScript the fallback content is there', async () => {
  const { page } = await visit(budget('', link) + scriptTag(), { javaScript: false });
  expect(await page.locator('gk-budget a').isVisible()).toBe(true);
});

test('a browser asks with plain GET requests and never with a preflight', async () => {
  const other = platform().replace('127.0.0.1', 'localhost');
  const { page, requests } = await visit(
    `<gk-budget endpoint="${other}/ok"></gk-budget><gk-document number="1" endpoint="${other}/ok"></gk-document>${scriptTag()}`,
  );
  await page.locator('gk-budget table').waitFor();
  await page.locator('gk-document table').waitFor();
  expect(requests.filter(({ url }) => url.includes('/w?')).map(({ method }) => method)).toEqual(['GET']);
  const reached: readonly { method: string }[] = await (await fetch(`${platform()}/asked`)).json();
  expect(reached.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a page that has taken the names the loader looks for does not choose where code comes from', async () => {
  const clobbered = `<img name="currentScript" src="https://evil.example/loader.js"><form name="currentScript" src="x"></form><form id="customElements"></form>`;
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page, requests, errors } = await visit(clobbered + budget() + scriptTag(file));
    await page.locator('gk-budget table').waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter(({ url }) => url.startsWith('https://evil') && !url.endsWith('/loader.js'))).toEqual([]);
  }
});

test('on a GBK page the words are Chinese all the same', async () => {
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page } = await visit(budget() + scriptTag(file), { charset: 'gbk' });
    await page.locator('gk-budget .menu').waitFor();
    expect(await page.locator('gk-budget .source').textContent()).toContain('来源：示例县财政局');
  }
});
