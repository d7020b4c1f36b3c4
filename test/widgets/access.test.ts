import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { groupDigits } from '../../widgets/core/figures.ts';
import { stems, useCounty } from './access/county.ts';
import { expectedOf, numbersOf, plain } from './access/expected.ts';
import { scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const languages = ['zh-CN', 'zh-TW', 'en'] as const;
const widths = [320, 768, 1280] as const;
const media = [
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
] as const;

const open = async (stem: string, lang: string): Promise<Page> => {
  const attributes = Object.entries(county.example(stem)).map(([name, value]) => ` ${name}="${value}"`);
  const tag = `<gk-${stem} endpoint="${county.origin()}"${attributes.join('')}></gk-${stem}>`;
  const { page } = await visit(
    `<!doctype html><html lang="${lang}"><head><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"><title>某局</title></head><body><main><h1>某局</h1>${tag}</main>${scriptTag()}</body></html>`,
    { isWhole: true },
  );
  await page.waitForFunction(
    () => {
      const panel = document.querySelector('main')?.lastElementChild as (HTMLElement & { state?: string }) | null;
      return (
        panel?.state === 'data' &&
        panel.shadowRoot?.querySelector('[aria-busy=false]') &&
        panel.shadowRoot.querySelector('.menu .row')
      );
    },
    undefined,
    { timeout: 20_000 },
  );
  return page;
};

const violations = async (page: Page): Promise<readonly unknown[]> => {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const tool = (window as unknown as { axe: { run(where: string, options: RunOptions): Promise<AxeResults> } }).axe;
    const { violations } = await tool.run('main', {
      resultTypes: ['violations'],
      rules: { region: { enabled: false } },
    });
    return violations.map(({ id, nodes }) => [
      id,
      nodes.slice(0, 3).map(({ target, failureSummary }) => [target, failureSummary]),
    ]);
  });
};

/** What goes beyond the screen. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const panel = document.querySelector('main')?.lastElementChild as HTMLElement;
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('.panel *') ?? [])].filter((inside) => {
      const { left, right, width } = inside.getBoundingClientRect();
      return width > 1 && (right > clientWidth + 1 || left < -1) && !inside.closest('.unseen, thead, .tip');
    });
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : []),
      ...wide
        .slice(0, 3)
        .map((inside) => `${inside.localName}.${inside.className}: ${inside.textContent?.slice(0, 40)}`),
    ];
  });

/** All that a screen reader is given, as one text. */
const told = async (page: Page): Promise<string> => {
  const tools = await page.context().newCDPSession(page);
  const { nodes } = await tools.send('Accessibility.getFullAXTree');
  await tools.detach();
  return (
    nodes
      .filter(({ ignored }) => !ignored)
      .map(({ name, value }) => `${name?.value ?? ''} ${value?.value ?? ''}`)
      // What there is to choose is heard when the choice is opened.
      .concat(await page.locator('main option').allTextContents())
      .join('\n')
  );
};

/** Opens by keys what is folded, cut or drawn. */
const unfold = async (page: Page): Promise<void> => {
  const panel = page.locator('main > :last-child');
  const each = async (selector: string, key: string): Promise<void> => {
    for (let turn = 0; turn < 60 && (await panel.locator(selector).count()) > 0; turn++)
      await panel.locator(selector).first().press(key);
  };
  // What is in something folded is there only when that is open.
  for (let pass = 0; pass < 2; pass++) {
    await each('details:not([open]) > summary:visible', 'Enter');
    await each('button[aria-pressed=false]:visible', 'Space');
    await each('table + button:visible', 'Enter');
  }
};

test('a figure stands in its sentence: its exact number, and on focus where it comes from', async () => {
  const params = county.example('figure');
  const document = await county.document('figure', params);
  const attributes = Object.entries(params).map(([name, value]) => ` ${name}="${value}"`);
  const { page } = await visit(
    `<!doctype html><html lang="zh-CN"><head><title>某报</title></head><body><main><h1>某报</h1><p>去年这个局花了<gk-figure endpoint="${county.origin()}"${attributes.join('')}>若干</gk-figure>，比上年多。</p></main>${scriptTag()}</body></html>`,
    { isWhole: true },
  );
  const number = page.locator('gk-figure .figure');
  await number.waitFor({ timeout: 20_000 });
  const [figures] = document.blocks;
  const [figure] = figures?.type === 'figures' ? figures.items : [];
  expect(await number.textContent()).toBe(`${groupDigits(figure?.value ?? '')}\u00a0${figure?.unit}`);
  // One line of text: the number is no box of its own.
  expect(await page.locator('p').evaluate((line) => line.getBoundingClientRect().height)).toBeLessThan(40);
  const provenance = page.locator('gk-figure .tip');
  expect(await provenance.isVisible()).toBe(false);
  await page.keyboard.press('Tab');
  expect(await provenance.isVisible()).toBe(true);
  expect(await provenance.textContent()).toContain(document.sentence);
  expect(await provenance.textContent()).toContain('示例');
  expect(await number.getAttribute('href')).toBe(document.source.permalink);
  expect(await violations(page)).toEqual([]);
});

// A figure is no panel of blocks: it has a test of its own.
describe.each(stems.filter((stem) => stem !== 'figure'))('%s', (stem) => {
  test.each(languages)(
    'in %s every value can be heard, nothing is too wide, and axe finds nothing',
    async (lang) => {
      const params = county.example(stem);
      const document = await county.document(stem, { ...params, ...(lang === 'zh-CN' ? {} : { lang }) });
      const page = await open(stem, lang);
      const drawn = await told(page);
      for (const [at, width] of widths.entries()) {
        await page.setViewportSize({ width, height: 900 });
        const [colorScheme, forcedColors] = media[(at + languages.indexOf(lang)) % 3] ?? media[0];
        await page.emulateMedia({ colorScheme, forcedColors });
        expect([width, colorScheme, await tooWide(page)]).toEqual([width, colorScheme, []]);
        expect([width, colorScheme, forcedColors, await violations(page)]).toEqual([
          width,
          colorScheme,
          forcedColors,
          [],
        ]);
      }
      await unfold(page);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      const heard = drawn + (await told(page));
      const { texts, numbers } = expectedOf(document);
      const [text, known] = [plain(heard), numbersOf(heard)];
      expect(texts.filter((each) => !text.includes(each))).toEqual([]);
      expect(numbers.filter((each) => !known.has(each))).toEqual([]);
    },
    60_000,
  );

  test('every control is reached by Tab, and every row of controls by arrows', async () => {
    const page = await open(stem, 'zh-CN');
    const controls = await page.evaluate(() => {
      const root = document.querySelector('main')?.lastElementChild?.shadowRoot;
      const all = [
        ...(root?.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]') ?? []),
      ];
      return all.filter((control) => control.checkVisibility() && control.tabIndex >= 0).length;
    });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const reached = await page.evaluateHandle(() => new Set<Element>());
    let isOutside = false;
    for (let turn = 0; turn < controls * 5 && !isOutside; turn++) {
      await page.keyboard.press('Tab');
      isOutside = await page.evaluate((seen) => {
        const root = document.querySelector('main')?.lastElementChild?.shadowRoot;
        if (!root?.activeElement) return seen.size > 0;
        seen.add(root.activeElement);
        // Where the focus is, is seen; the parts of a day have a mark of their own.
        if (root.activeElement.matches('[type=date]')) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(root.activeElement);
        if (outlineStyle === 'none' || outlineWidth === '0px')
          throw new Error(`no outline: ${root.activeElement.outerHTML}`);
        return false;
      }, reached);
    }
    expect(await page.evaluate((seen) => seen.size, reached)).toBe(controls);
  });
});
