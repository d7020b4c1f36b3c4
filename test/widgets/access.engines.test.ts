import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { covering, everyCondition } from './access/conditions.ts';
import { violationsOf } from './access/engines/index.ts';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();

const open = async (attributes = ''): Promise<Page> => {
  const { page } = await visit(
    `<main><h1>某局</h1><gk-budget endpoint="${platform()}/ok" ${attributes}></gk-budget></main>${scriptTag()}`,
  );
  await page.locator('gk-budget .menu .row').waitFor({ state: 'attached' });
  return page;
};

// An engine that cannot see into a panel would find nothing for ever.
test('every engine finds what is wrong inside a panel, and says nothing before and after', async () => {
  const page = await open();
  expect(await violationsOf(page)).toEqual([]);
  await page.evaluate(() => {
    document
      .querySelector('gk-budget')
      ?.shadowRoot?.querySelector('.panel')
      ?.insertAdjacentHTML(
        'beforeend',
        '<div id="planted"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="40" height="40"><p style="color:#d0d0d0;background:#fff">看不清的字</p></div>',
      );
  });
  const found = await violationsOf(page);
  const wanted = [
    /^axe image-alt: /,
    /^axe color-contrast: /,
    /^Alfa sia-r2: /,
    /^Alfa sia-r69: /,
    /^IBM img_alt_valid: /,
    /^IBM text_contrast_sufficient: /,
    /^HTML_CodeSniffer 1_1_1\.H37: /,
    /^HTML_CodeSniffer 1_4_3\.G18\.Fail: /,
  ];
  expect(wanted.filter((rule) => !found.some((line) => rule.test(line)))).toEqual([]);
  await page.evaluate(() => document.querySelector('gk-budget')?.shadowRoot?.querySelector('#planted')?.remove());
  expect(await violationsOf(page)).toEqual([]);
});

test('the styles of a panel are known to every engine: a fault that only its sheet makes is found by all', async () => {
  const page = await open('style="--gk-ink: #cfcfcf"');
  const found = await violationsOf(page);
  for (const name of ['axe', 'Alfa', 'IBM', 'HTML_CodeSniffer'])
    expect([name, found.some((line) => line.startsWith(`${name} `))]).toEqual([name, true]);
});

test('nine conditions hold every pair of language, width and colours', () => {
  const pairs = (conditions: typeof covering): ReadonlySet<string> =>
    new Set(
      conditions.flatMap(({ lang, width, theme }) => [`${lang} ${width}`, `${lang} ${theme}`, `${width} ${theme}`]),
    );
  expect(covering).toHaveLength(9);
  expect(pairs(covering)).toEqual(pairs(everyCondition));
});

// Why a small cell is no fault, which one engine takes it for.
test('what a cell leads to, its table leads to, in a control of 24 px', async () => {
  const { page } = await visit(
    `<main><h1>某局</h1><gk-budget endpoint="${platform()}/ok" organization="treemap"></gk-budget></main>${scriptTag()}`,
    { width: 320 },
  );
  const panel = page.locator('gk-budget');
  await panel.locator('.cell').first().waitFor();
  const names = (selector: string) =>
    panel.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
  const cells = await names('.cell[role=button]');
  expect(cells.length).toBeGreaterThan(0);
  await panel.locator('[aria-pressed=false]').first().click();
  const rows = (await names('tbody button')).map((name) => name?.trim() ?? '');
  expect(cells.filter((cell) => !rows.some((row) => cell?.startsWith(row)))).toEqual([]);
  const heights = await panel
    .locator('tbody button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});
