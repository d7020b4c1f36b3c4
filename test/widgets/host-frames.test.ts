import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const panel = (inside = ''): string => `<gk-budget endpoint="${platform()}/ok">${inside}</gk-budget>`;

const framed = (html: string): string => {
  // Of another site: what is near the view is not known there.
  const address = new URL('/page', platform().replace('127.0.0.1', 'localhost'));
  address.searchParams.set('html', html);
  return address.href.replaceAll('&', '&amp;');
};

/** A page that tells the one around it how high it is, as many a CMS does it. */
const telling =
  '<script>new ResizeObserver(function(){parent.postMessage(document.documentElement.offsetHeight,"*")}).observe(document.documentElement)</script>';
const listening =
  '<script>addEventListener("message",function(event){document.getElementById("frame").style.height=event.data+"px"})</script>';

const inFrame = (page: Page) => page.frameLocator('#frame').locator('gk-budget');

test.each(['', 'margin:0'])(
  'in a frame without height, which is made as high as what is in it, the panel comes and takes its room (%s)',
  async (css) => {
    const inside = `<!doctype html><body style="${css}">${panel()}${telling}${scriptTag()}`;
    const { page, errors } = await visit(
      `${listening}<iframe id="frame" style="border:0;width:680px;height:0" src="${framed(inside)}"></iframe>`,
    );
    await inFrame(page).locator('.menu .row').waitFor({ state: 'attached' });
    await expect.poll(async () => (await page.locator('#frame').boundingBox())?.height ?? 0).toBeGreaterThan(300);
    expect(errors).toEqual([]);
  },
);

test.each(['allow-scripts', 'allow-scripts allow-popups'])(
  'in a frame of no origin (sandbox="%s") the panel stands, without storage',
  async (sandbox) => {
    const inside = `<!doctype html>${panel('<a href="/old">旧链接</a>')}${scriptTag()}`;
    const { page, errors } = await visit(
      `<iframe id="frame" sandbox="${sandbox}" width="680" height="700" src="${framed(inside)}"></iframe>`,
    );
    await inFrame(page).locator('table').waitFor();
    await inFrame(page).locator('.menu summary').click();
    expect(await inFrame(page).locator('.menu a').count()).toBe(6);
    expect(errors).toEqual([]);
  },
);

test('in a tree of another component the panel is the same', async () => {
  const { page, errors } = await visit(
    `<x-card></x-card>${panel()}<script>customElements.define('x-card',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<style>*{color:red;font-size:40px}</style>${panel()}'}})</script>${scriptTag()}`,
  );
  const inside = page.locator('x-card gk-budget');
  await inside.locator('table').waitFor();
  expect(await inside.locator('.title').evaluate((title) => getComputedStyle(title).fontSize)).toBe('20px');
  expect(errors).toEqual([]);
});
