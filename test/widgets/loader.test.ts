import { expect, test } from 'vitest';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const list = (scenario = 'ok', inside = ''): string =>
  `<gk-documents endpoint="${platform()}/${scenario}">${inside}</gk-documents>`;
const link = '<a href="/old">政策文件</a>';

test.each([
  ['an async script', 'loader.js', 'async'],
  ['a deferred script', 'loader.js', 'defer'],
  ['a module', 'loader.js', 'type="module"'],
  ['the classic bundle', 'gongkai.classic.js', 'async'],
])('%s brings a panel to life', async (_, file, attributes) => {
  const { page, errors, complaints } = await visit(list() + scriptTag(file, attributes));
  await page.locator('gk-documents .row').first().waitFor();
  expect(errors).toEqual([]);
  expect(complaints).toEqual([]);
});

test('without an endpoint the panel asks the platform the script came from, or the one the script names', async () => {
  const first = await visit(`<gk-documents></gk-documents>${scriptTag()}`);
  await first.page.waitForRequest(`${platform()}/graphql?**`).catch(() => undefined);
  expect(first.requests.some(({ url }) => url.startsWith(`${platform()}/graphql?`))).toBe(true);
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const named = await visit(
      `<gk-documents></gk-documents>${scriptTag(file, `async data-endpoint="${platform()}/ok"`)}`,
    );
    await named.page.locator('gk-documents .row').first().waitFor();
  }
});

test('a tag inserted later comes to life, and its file is fetched once', async () => {
  const { page, requests } = await visit(scriptTag());
  await page.waitForFunction(() => Symbol.for('gongkai') in globalThis);
  expect(requests.some(({ url }) => url.includes('gk-'))).toBe(false);
  await page.evaluate((html) => {
    const box = document.createElement('div');
    box.innerHTML = html + html;
    document.body.append(box);
  }, list());
  await page.locator('gk-documents .row').nth(15).waitFor();
  expect(requests.filter(({ url }) => url.endsWith('/gk-documents.js'))).toHaveLength(1);
  expect(requests.some(({ url }) => url.endsWith('/gk-document.js'))).toBe(false);
});

test('two snippets, with the classic bundle beside them, leave one panel each and no error', async () => {
  const scripts = scriptTag() + scriptTag('loader.js', 'type="module"') + scriptTag() + scriptTag('gongkai.classic.js');
  const { page, errors } = await visit(list() + list() + scripts);
  await page.locator('gk-documents .row').nth(15).waitFor();
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
  expect(await page.locator('gk-documents .panel').count()).toBe(2);
});

test('an unknown tag costs no request', async () => {
  const { page, requests } = await visit(`<gk-weather></gk-weather><gk-documentss></gk-documentss>${scriptTag()}`);
  await page.waitForFunction(() => Symbol.for('gongkai') in globalThis);
  await page.waitForLoadState('networkidle');
  expect(requests.filter(({ url }) => url.includes('/gk-'))).toEqual([]);
});

test('when the panel cannot come the fallback content stays, with one warning and no error', async () => {
  const { page, errors, complaints } = await visit(list('ok', link));
  await page.route('**/gk-documents.js', (route) => route.abort());
  await page.addScriptTag({ url: `${platform()}/widgets/loader.js` });
  await expect.poll(() => complaints.filter((text) => text.includes('gongkai:'))).toHaveLength(1);
  expect(await page.locator('gk-documents a').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

test('without JavaScript the fallback content is there', async () => {
  const { page } = await visit(list('ok', link) + scriptTag(), { javaScript: false });
  expect(await page.locator('gk-documents a').isVisible()).toBe(true);
});

test('a browser asks with plain GET requests and never with a preflight', async () => {
  const { page, requests } = await visit(
    `${list()}<gk-document number="1" endpoint="${platform()}/ok"></gk-document>${scriptTag()}`,
  );
  await page.locator('gk-documents .row').first().waitFor();
  await page.locator('gk-document .facts').waitFor();
  const asked = requests.filter(({ url }) => url.includes('/graphql'));
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('a page that has taken the names the loader looks for does not choose where code comes from', async () => {
  const clobbered = `<img name="currentScript" src="https://evil.example/loader.js"><form name="currentScript" src="x"></form><form id="customElements"></form>`;
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page, requests, errors } = await visit(clobbered + list() + scriptTag(file));
    await page.locator('gk-documents .row').first().waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter(({ url }) => url.startsWith('https://evil') && !url.endsWith('/loader.js'))).toEqual([]);
  }
});

test('on a GBK page the words are Chinese all the same', async () => {
  const { page } = await visit(list() + scriptTag('gongkai.classic.js'), { charset: 'gbk' });
  await page.locator('gk-documents .row').first().waitFor();
  expect(await page.locator('gk-documents .title').textContent()).toContain('政策文件');
});
