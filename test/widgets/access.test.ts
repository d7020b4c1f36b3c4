import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { groupDigits } from '../../widgets/core/figures.ts';
import { tell } from '../support/target.ts';
import { type Condition, covering, languages, mediaOf } from './access/conditions.ts';
import { stems, useCounty } from './access/county.ts';
import { axe } from './access/engines/axe.ts';
import { engines, violationsOf } from './access/engines/index.ts';
import { expectedOf, numbersOf, plain } from './access/expected.ts';
import { heard } from './access/heard.ts';
import { isSettled, panelPage, panelReady, unfold } from './access/panel-page.ts';
import { type PublicPage, publicPages } from './access/public-pages.ts';
import { scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();

const open = async (stem: string, lang: string): Promise<Page> => {
  const { page } = await visit(panelPage(county, { stem, lang, script: scriptTag() }), { isWhole: true });
  await panelReady(page);
  return page;
};

/** What is said from the panel's beginning to its end is what it was when somebody last read it through. */
const sameTranscript = async (page: Page, stem: string, lang: string): Promise<void> => {
  const name = lang === 'zh-CN' ? stem : `${stem}.${lang}`;
  const said = `${(await heard(page)).join('\n')}\n`;
  // The port is of this run.
  const text = said.replaceAll(county.origin(), 'https://gongkai.example').replace(/sha256:[0-9a-f]+/g, 'sha256:…');
  // What is found equally well, or is of one day, comes in any order.
  const settled = /^(?:search|documents)$/.test(stem)
    ? text.replace(/^list\n[\s\S]*\nend of list$/m, 'list\n…\nend of list')
    : text;
  await expect(settled).toMatchFileSnapshot(`access/transcripts/${name}.txt`);
};

/** The one of the nine conditions in which a panel is looked at by all engines: over all panels each is met. */
const conditionOf = (stem: string): Condition => covering[stems.indexOf(stem) % covering.length] as Condition;

/** What goes beyond the screen. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const panel = document.querySelector('main [endpoint]') as HTMLElement;
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

test('a figure stands in its sentence: its exact number, and on focus where it comes from', async () => {
  const params = county.example('figure');
  const document = await county.document('figure', params);
  const page = await open('figure', 'zh-CN');
  const number = page.locator('gk-figure .figure');
  const [figures] = document.blocks;
  const [figure] = figures?.type === 'figures' ? figures.items : [];
  expect(await number.textContent()).toBe(`${groupDigits(figure?.value ?? '')}\u00a0${figure?.unit}`);
  // What is made up says so beside it, not only on focus.
  expect(await page.locator('gk-figure').evaluate((figure) => figure.shadowRoot?.textContent)).toMatch(/元（示例）/);
  // One line of text: the number is no box of its own.
  expect(await page.locator('p').evaluate((line) => line.getBoundingClientRect().height)).toBeLessThan(40);
  const provenance = page.locator('gk-figure .tip');
  expect(await provenance.isVisible()).toBe(false);
  await page.keyboard.press('Tab');
  expect(await provenance.isVisible()).toBe(true);
  expect(await provenance.textContent()).toContain(document.sentence);
  expect(await provenance.textContent()).toContain('示例');
  expect(await number.getAttribute('href')).toBe(document.source.permalink);
  expect(await violationsOf(page)).toEqual([]);
  await sameTranscript(page, 'figure', 'zh-CN');
});

test.each(['/', '/embed', '/embed/doctor', '/regulatory-documents/…', '/w/budget', '/w/budget?frame=1'])(
  'no engine finds anything on the page %s',
  async (name) => {
    const pages = await publicPages(county);
    const { path } = pages.find((page) => page.name === name) as PublicPage;
    const { page } = await visit('');
    await page.goto(county.origin() + path('zh-CN'));
    await page.waitForFunction(isSettled);
    expect(await violationsOf(page)).toEqual([]);
  },
  60_000,
);

// A figure is no panel of blocks: it has a test of its own.
describe.each(stems.filter((stem) => stem !== 'figure'))('%s', (stem) => {
  test.each(languages)(
    'in %s every value can be heard, nothing is too wide, and no engine finds anything',
    async (lang) => {
      const params = county.example(stem);
      const document = await county.document(stem, { ...params, ...(lang === 'zh-CN' ? {} : { lang }) });
      const page = await open(stem, lang);
      const drawn = await told(page);
      if (lang === 'zh-CN' || (lang === 'en' && stem === 'budget')) await sameTranscript(page, stem, lang);
      for (const condition of covering.filter((each) => each.lang === lang)) {
        const { width, theme } = condition;
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia(mediaOf(theme));
        expect([width, theme, await tooWide(page)]).toEqual([width, theme, []]);
        const tools = condition === conditionOf(stem) ? engines : [axe];
        expect([width, theme, await violationsOf(page, tools)]).toEqual([width, theme, []]);
      }
      await unfold(page);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await tooWide(page)).toEqual([]);
      expect(await violationsOf(page, [axe])).toEqual([]);
      const all = drawn + (await told(page));
      const { texts, numbers } = expectedOf(document);
      const [text, known] = [plain(all), numbersOf(all)];
      const missing = [...texts.filter((each) => !text.includes(each)), ...numbers.filter((each) => !known.has(each))];
      const count = texts.length + numbers.length;
      tell('T11', `${stem} in ${lang}, values told`, count - missing.length, `${count}`, 'DSFR Chart 0');
      expect(missing).toEqual([]);
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
