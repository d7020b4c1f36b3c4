import { expect, test } from 'vitest';
import { measured, platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const panels = (scenario = 'ok'): string =>
  `<gk-documents endpoint="${platform()}/${scenario}"></gk-documents><gk-document number="1" endpoint="${platform()}/${scenario}"></gk-document>`;
const later = '<p>页面的下文</p>';

const strict = (more: string): string =>
  `default-src 'none'; script-src ${platform()}; connect-src ${platform()}; ${more}`;

test.each(["style-src 'self'", "style-src 'none'"])('no violation under a strict policy (%s)', async (styles) => {
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page, errors } = await visit(panels() + scriptTag(file), { csp: strict(styles) });
    await page.locator('gk-documents .row').first().waitFor();
    await page.locator('gk-document .facts').waitFor();
    await page.locator('gk-documents .paging button').last().click();
    await page.getByText('第 11–20 件').first().waitFor();
    await page.locator('gk-document .quiet').click();
    expect((await measured(page)).violations.filter((each) => !each.startsWith('img-src'))).toEqual([]);
    expect(errors).toEqual([]);
    expect(
      await page
        .locator('gk-documents .row')
        .first()
        .evaluate((row) => getComputedStyle(row).display),
    ).toBe('grid');
  }
});

test('a page that allows no Trusted Types policy has its panels all the same', async () => {
  const csp = strict("style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page, errors } = await visit(panels() + scriptTag(file), { csp });
    await page.locator('gk-documents .row').first().waitFor();
    await page.locator('gk-documents input[type=search]').fill('义务教育');
    await page.keyboard.press('Enter');
    await page.locator('gk-documents mark').first().waitFor();
    await page
      .locator('gk-document summary svg, gk-document .validity svg circle')
      .first()
      .waitFor({ state: 'attached' });
    expect(errors).toEqual([]);
  }
});

test('the page does not shift when room is reserved by one line of style', async () => {
  const style =
    '<style>gk-documents{display:block;min-block-size:1100px}gk-document{display:block;min-block-size:1200px}</style>';
  const { page } = await visit(style + panels('slow') + later + scriptTag());
  await page.locator('gk-document .facts').waitFor();
  await page.waitForTimeout(100);
  expect((await measured(page)).shift).toBeLessThanOrEqual(0.01);
});

test('the page does not shift when a picture of the panel stood in its place', async () => {
  const picture =
    '<a href="/w"><img alt="政策文件" width="900" height="1100" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"></a>';
  const body = `<gk-documents endpoint="${platform()}/slow">${picture}</gk-documents>${later}${scriptTag()}`;
  const { page } = await visit(body);
  await page.locator('gk-documents .row').first().waitFor();
  await page.waitForTimeout(100);
  expect((await measured(page)).shift).toBeLessThanOrEqual(0.01);
});

test('the structure shown while waiting has nearly the height of the data', async () => {
  const { page } = await visit(`<gk-documents endpoint="${platform()}/slow"></gk-documents>${scriptTag()}`);
  const height = () => page.locator('gk-documents').evaluate((panel) => panel.getBoundingClientRect().height);
  await page.locator('gk-documents .bar').first().waitFor();
  const waiting = await height();
  await page.locator('gk-documents .name').first().waitFor();
  const shown = await height();
  expect(Math.abs(shown - waiting) / shown).toBeLessThan(0.15);
});

const hostile = [
  ['resets', '*{all:unset!important}'],
  ['a layout that scales rem', 'html{font-size:100px!important}body{font-size:12px}'],
  [
    'indents, letter-spacing and centred text',
    'body{text-indent:2em;letter-spacing:.5em;text-align:center;line-height:1;white-space:pre}',
  ],
  ['invisible text', 'body{font-size:0;color:transparent;visibility:visible}'],
  ['rules for every element', 'p,a,li,button,input{display:none!important}svg{position:fixed}'],
] as const;

test.each(hostile)('the page’s own style does not come in: %s', async (_, css) => {
  const { page } = await visit(`<style>${css}</style>${panels()}${scriptTag()}`);
  const name = page.locator('gk-documents .name a').first();
  await name.waitFor();
  const look = await name.evaluate((link) => {
    const { fontSize, letterSpacing, textIndent, textAlign, whiteSpace, color } = getComputedStyle(link);
    return { fontSize, letterSpacing, textIndent, textAlign, whiteSpace, color };
  });
  expect(look).toEqual({
    fontSize: '16px',
    letterSpacing: 'normal',
    textIndent: '0px',
    textAlign: 'start',
    whiteSpace: 'normal',
    color: 'rgb(26, 26, 26)',
  });
});

test('the panel’s style and script do not go out', async () => {
  const probe = '<p class="title row keep small" id="count">甲</p>';
  const plain = await visit(probe);
  // Lit registers its versions under names of its own; nothing else may appear.
  const look = () => {
    const { cssText, fontSize, color, display } = getComputedStyle(document.querySelector('#count') as Element);
    return {
      cssText,
      fontSize,
      color,
      display,
      globals: Object.keys(window).filter((name) => !/^(lit|reactive)[A-Z]\w+(Versions|Metadata)$/.test(name)).length,
    };
  };
  const before = await plain.page.evaluate(look);
  for (const file of ['loader.js', 'gongkai.classic.js']) {
    const { page } = await visit(probe + panels() + scriptTag(file));
    await page.locator('gk-document .facts').waitFor();
    expect(await page.evaluate(look)).toEqual(before);
  }
});

test.each([
  [
    'extended arrays',
    'Array.prototype.extra=function(){};Object.defineProperty(Array.prototype,"toJSON",{value(){return "x"},configurable:true})',
  ],
  [
    'an AMD loader',
    'window.define=function(){throw Error("amd")};define.amd={};window.module={exports:{}};window.exports={}',
  ],
  ['a registry that refuses', 'customElements.define=()=>{throw Error("no")}'],
])('on a page with %s the panel works or its fallback stays, without an error', async (_, script) => {
  const body = `<script>${script}</script><gk-documents endpoint="${platform()}/ok"><a href="/old">旧链接</a></gk-documents>${scriptTag()}`;
  const { page, errors } = await visit(body);
  await expect
    .poll(() =>
      page
        .locator('gk-documents')
        .evaluate((panel) => (panel.shadowRoot ? panel.shadowRoot.textContent : panel.textContent)),
    )
    .toMatch(/政策文件|旧链接/);
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
});

test('a page whose arrays write themselves as text (Prototype.js 1.6) does not change what is asked', async () => {
  const script =
    'Array.prototype.toJSON=Object.prototype.toJSON=function(){return "x"};Object.defineProperty(Object.prototype,"toJSON",{enumerable:false})';
  const { page, errors } = await visit(
    `<script>${script}</script><gk-documents endpoint="${platform()}/ok" topic="02"></gk-documents>${scriptTag()}`,
  );
  const askedOf = () =>
    page
      .evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join('\n'),
      )
      .then((loaded) => loaded.split('\n').find((url) => url.includes('/graphql')));
  await expect.poll(askedOf, { timeout: 15_000 }).toBeDefined();
  const asked = new URL((await askedOf()) ?? '');
  expect(JSON.parse(asked.searchParams.get('variables') ?? '')).toMatchObject({
    orderBy: [{ field: 'FORMED_ON', direction: 'DESC' }],
    where: { topic: { eq: '02' } },
  });
  expect(errors).toEqual([]);
});

test('dark follows the page, not the machine; fonts and colours follow the tokens', async () => {
  const { page } = await visit(
    `<style>:root{color-scheme:dark}gk-document{font-family:serif;--gk-accent:rgb(1, 2, 3)}gk-document::part(panel){font-family:inherit}</style><div class="in">${panels()}</div>${scriptTag()}`,
  );
  await page.locator('gk-document .facts').waitFor();
  const look = await page.locator('gk-document .panel').evaluate((panel) => {
    const { backgroundColor, fontFamily } = getComputedStyle(panel);
    const link = panel.querySelector('.source a');
    return { backgroundColor, fontFamily, accent: link && getComputedStyle(link).color };
  });
  expect(look).toEqual({ backgroundColor: 'rgb(23, 25, 28)', fontFamily: 'serif', accent: 'rgb(1, 2, 3)' });
});
