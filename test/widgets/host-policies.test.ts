import { expect, test } from 'vitest';
import { measured, platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const every = (): string => `<gk-budget endpoint="${platform()}/ok" organization="every"></gk-budget>`;
const searching = (): string => `<gk-search endpoint="${platform()}/ok" organization="search"></gk-search>`;
const strict = (more: string): string =>
  `default-src 'none'; script-src ${platform()}; connect-src ${platform()}; ${more}`;

test.each([
  "style-src 'self'",
  "style-src 'none'",
  "style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
])('whatever a reader does, nothing is refused by a strict policy (%s)', async (policy) => {
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page, errors } = await visit(every() + searching() + scriptTag(file), { csp: strict(policy) });
    const panel = page.locator('gk-budget');
    await panel.locator('.cell').first().waitFor();
    await panel.locator('[aria-pressed=false]').first().click();
    await panel.locator('.paging button').last().click();
    await page.locator('gk-budget [aria-busy=false]').waitFor();
    await panel.locator('.group > summary').first().click();
    await panel.locator('.menu summary').click();
    await page.locator('gk-search input[type=search]').fill('义务教育');
    await page.locator('gk-search .sentence', { hasText: '义务教育' }).waitFor();
    await page.locator('gk-search mark').first().waitFor();
    await page.locator('gk-budget .badge svg path').first().waitFor({ state: 'attached' });
    expect((await measured(page)).violations.filter((each) => !each.startsWith('img-src'))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await panel.locator('.figures').evaluate((block) => getComputedStyle(block).display)).toBe('flex');
  }
});

test('dark follows the page, not the machine; fonts and colours follow the tokens', async () => {
  const { page } = await visit(
    `<style>:root{color-scheme:dark}gk-budget{font-family:serif;--gk-accent:rgb(1, 2, 3)}gk-budget::part(panel){font-family:inherit}</style><div class="in"><gk-budget endpoint="${platform()}/ok"></gk-budget></div>${scriptTag()}`,
  );
  await page.locator('gk-budget .menu').waitFor();
  const look = await page.locator('gk-budget .panel').evaluate((panel) => {
    const { backgroundColor, fontFamily } = getComputedStyle(panel);
    const link = panel.querySelector('.source a');
    return { backgroundColor, fontFamily, accent: link && getComputedStyle(link).color };
  });
  expect(look).toEqual({ backgroundColor: 'rgb(23, 25, 28)', fontFamily: 'serif', accent: 'rgb(1, 2, 3)' });
});

const later = '<p>页面的下文</p>';

test('T5: the page does not shift where a picture or a link stood, and hardly where room was kept by one line of style', async () => {
  const pictureOf = (height: number) =>
    `<a href="/w"><img alt="支出" width="720" height="${height}" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"></a><br><a href="/w">预算</a>`;
  const forms = {
    'image-first': `<gk-budget endpoint="${platform()}/slow">${pictureOf(640)}</gk-budget>${later}${scriptTag()}`,
    'a picture lower than the panel': `<gk-budget endpoint="${platform()}/slow">${pictureOf(480)}</gk-budget>${later}${scriptTag()}`,
    'in a column of a table': `<table width="960"><tr valign="top"><td width="180">栏目</td><td><gk-budget endpoint="${platform()}/slow">${pictureOf(640)}</gk-budget>下文</td></tr></table>${scriptTag()}`,
    link: `<p><a href="${platform()}/slow/w/budget">预算</a></p>${scriptTag('loader.js', `async data-gk-links data-endpoint="${platform()}/slow"`)}`,
    'one line of style': `<style>gk-budget{display:block;min-block-size:700px}</style><gk-budget endpoint="${platform()}/slow"></gk-budget>${later}${scriptTag()}`,
    nothing: `<gk-budget endpoint="${platform()}/slow"></gk-budget>${scriptTag()}`,
  };
  const shifts: Record<string, number> = {};
  for (const [form, body] of Object.entries(forms)) {
    const { page } = await visit(body);
    await page.locator('gk-budget .menu .row').waitFor({ state: 'attached' });
    await page.waitForTimeout(200);
    shifts[form] = (await measured(page)).shift;
    if (form !== 'a picture lower than the panel') continue;
    // It is gone through in the room of its picture, until the reader takes hold of it: then it stands whole.
    const heights = () => page.locator('gk-budget').evaluate((one) => [one.clientHeight, one.scrollHeight]);
    const [seen = 0, whole = 0] = await heights();
    expect(seen).toBeLessThan(whole);
    await page.locator('gk-budget .sentence').click();
    const [after] = await heights();
    expect(after).toBeGreaterThanOrEqual(whole);
  }
  console.info('T5 CLS (target 0.000 image-first and link, 0.01 with one line of style):', shifts);
  const { 'one line of style': styled, nothing: _, ...still } = shifts;
  expect(Object.entries(still).filter(([, shift]) => shift !== 0)).toEqual([]);
  expect(styled).toBeLessThanOrEqual(0.01);
});

test('the structure shown while waiting is no higher than the data: what follows never moves up', async () => {
  const { page } = await visit(`<gk-budget endpoint="${platform()}/slow"></gk-budget>${scriptTag()}`);
  const height = () => page.locator('gk-budget').evaluate((panel) => panel.getBoundingClientRect().height);
  await page.locator('gk-budget .bar').first().waitFor();
  const waiting = await height();
  await page.locator('gk-budget table').waitFor();
  const shown = await height();
  console.info('height while waiting and when drawn (px):', waiting, shown);
  expect(waiting).toBeGreaterThan(200);
  expect(waiting).toBeLessThanOrEqual(shown);
});
