import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedOf } from '../../api/http/embed/embedded.ts';
import { snippetsOf } from '../../api/http/embed/snippets.ts';
import { panelNamed } from '../../widgets/panels.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { sampleCounty } from '../support/county.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { asked } from '../support/panel-documents.ts';
import { openServer, type TestServer } from '../support/server.ts';

let platform: TestServer;
let address: string;
let browser: Browser;
beforeAll(async () => {
  platform = await openServer(await sampleCounty(databases[0] as TestDatabase, 72), { url: null });
  address = (await platform.listen()).replace(/\/$/, '');
  browser = await chromium.launch(await chromiumLaunch());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await platform.close();
});

type Params = Readonly<Record<string, string>>;

/** The code of a panel as the builder gives it. */
async function code(stem: string, params: Params, form: string): Promise<string> {
  const panel = panelNamed(stem);
  if (!panel) throw new Error(stem);
  const document = await asked(platform, stem, params);
  const embedded = embeddedOf({ baseUrl: address, stem, panel, params, document, now: new Date() });
  return snippetsOf(embedded).find((snippet) => snippet.form === form)?.code ?? '';
}

const altIn = (image: string): string => /alt="([^"]*)"/.exec(image)?.[1] ?? '';

describe('what stays in somebody’s page for years', () => {
  test('says no state of today and no year nobody chose', async () => {
    expect(altIn(await code('emergency', {}, 'image'))).toBe('现在生效的预警和应急响应');
    expect(await code('projects', {}, 'image')).not.toMatch(/20\d\d/);
    expect(await code('projects', {}, 'iframe')).not.toMatch(/20\d\d/);
  });
  test('says the numbers of one record, and all of what is fixed at an instant', async () => {
    const { sentence } = await asked(platform, 'budget', { organization: '县财政局', year: '2024' });
    expect(altIn(await code('budget', { organization: '县财政局', year: '2024' }, 'image'))).toBe(sentence);
    const asOf = '2026-01-01T00:00:00.000Z';
    const fixed = await asked(platform, 'emergency', { 'as-of': asOf });
    expect(altIn(await code('emergency', { 'as-of': asOf }, 'image'))).toBe(fixed.sentence);
  });
  test('holds no character a page in GBK has no code for', async () => {
    const english = await code(
      'budget',
      { organization: '县财政局', year: '2024', view: 'three-public', lang: 'en' },
      'image',
    );
    expect(english).toContain('&#165;');
    expect(english).not.toContain('¥');
  });
});

test.each([
  [{ of: 'budget', organization: '县财政局', year: '2024' }, /^3,803\.67 万元（示例）$/],
  [{ of: 'budget', organization: '县财政局', year: '2024', lang: 'en' }, /^38,036,700 yuan \(sample\)$/],
  [{ of: 'documents' }, /^\d+ 件（示例）$/],
] as const)(
  'a number in a sentence is there before the script is, with its unit and its day: %o',
  async (params, number) => {
    for (const form of ['element', 'span']) {
      const [, about = '', text = ''] = /title="([^"]+)">([^<]+)<\/a>/.exec(await code('figure', params, form)) ?? [];
      expect(text).toMatch(number);
      expect(about).toMatch('lang' in params ? / · As of .*20\d\d/ : / · 截至 20\d\d年/);
    }
  },
);

test('a number nobody has published is told by what it would be', async () => {
  const params = { of: 'budget', organization: '县财政局', year: '2024', value: '299' };
  expect(await code('figure', params, 'element')).toMatch(/year=2024[^>]*>[^<]*299<\/a>/);
});

describe('on a telephone', () => {
  test.each(['image', 'iframe'])('the %s form reaches beyond no screen, with scripts or without', async (form) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 360, height: 700 } });
      const snippet = await code('budget', { organization: '县财政局', year: '2024' }, form);
      const whole = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>某局</title><body>${snippet}`;
      await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: whole }));
      await page.goto(`${address}/host`);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.close();
    }
  });
});

describe('a frame', () => {
  test.each([
    ['budget', { organization: '县财政局', year: '2024', view: 'bars' }],
    ['budget', { organization: '县财政局', year: '2024', view: 'three-public', lang: 'en' }],
    ['budget', { organization: '县财政局', year: '2024' }],
    ['documents', { 'page-size': '5' }],
    ['emergency', {}],
    ['latest', {}],
    ['search', { q: '教育' }],
  ] as const)('is as high as what it shows, where that is no long one: %s %o', async (stem, params) => {
    const height = Number(/height="(\d+)"/.exec(await code(stem, params, 'iframe'))?.[1]);
    const page = await browser.newPage({ viewport: { width: 720, height } });
    await page.goto(`${address}/w/${stem}?${new URLSearchParams({ ...params, frame: '1' })}`);
    await page.locator(`gk-${stem} .menu .row`).waitFor({ state: 'attached' });
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    // What is higher than two thirds of an A4 sheet may scroll.
    if (height < 1_200) expect(needed).toBeLessThanOrEqual(height);
    expect(height).toBeLessThanOrEqual(needed * 1.4);
    await page.close();
  });
});

test.each([
  ['', 'light'],
  ['&theme=auto', 'light'],
  ['&theme=light', 'light'],
  ['&theme=dark', 'dark'],
] as const)(
  'a frame asked for as “%s” is %s, with its panel, whatever the reader’s system is',
  async (theme, wanted) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 720, height: 600 } });
      await page.goto(`${address}/w/budget?organization=县财政局&year=2024&frame=1${theme}`);
      await page.locator('gk-budget .menu .row').waitFor({ state: 'attached' });
      const seen = await page.evaluate(() => {
        const panel = document.querySelector('gk-budget')?.shadowRoot?.querySelector('.panel') as Element;
        const grounds = [document.documentElement, panel].map((one) => getComputedStyle(one).backgroundColor);
        const { left, top, right } = panel.getBoundingClientRect();
        return { grounds, edges: [left, top, innerWidth - right] };
      });
      const ground = wanted === 'dark' ? 'rgb(23, 25, 28)' : 'rgb(255, 255, 255)';
      expect([colorScheme, seen]).toEqual([colorScheme, { grounds: [ground, ground], edges: [16, 16, 16] }]);
      await page.close();
    }
  },
);

describe('the builder', () => {
  const shown = (query: string) => platform.get(`/embed?${query}`, { accept: 'text/html' });

  test.each([
    ['panel=budget&organization=县财政局&year=2024&as-of=2026-03-01', 400, '2026-03-01&#34; 不是时刻'],
    ['panel=budget&organization=县财证局&year=2024', 200, '没有机构“县财证局”'],
    ['panel=figure&of=budget&value=abc&organization=县财政局&year=2024', 200, 'abc'],
  ])('keeps what was chosen, says what is wrong with it and gives no code: %s', async (query, status, sentence) => {
    const answer = await shown(encodeURI(query));
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('<form method="get" action="/embed#preview">');
    expect(answer.body.slice(answer.body.indexOf('还不能嵌入'))).toContain(sentence);
    expect(answer.body).not.toContain('data-copy');
  });
  test('says why to somebody who fills in a form, in Chinese and in English', async () => {
    for (const lang of ['', '&lang=en']) {
      const { body } = await shown(
        encodeURI(`panel=figure&of=budget&value=abc&organization=县财政局&year=2024${lang}`),
      );
      expect(body).toContain('role="note">value&#61;&#34;abc&#34; 无法识别；');
      expect(body).toContain('<span lang="en">value&#61;&#34;abc&#34; is not known;');
    }
    const { body } = await shown(encodeURI('panel=budget&organization=县财证局&year=2024'));
    expect(body).toMatch(/role="note">没有机构“县财证局”.*<span lang="en">There is no organization/);
    expect(body).not.toMatch(/role="note">[^<]*标签/);
  });
  test('a panel or a parameter it does not know is refused', async () => {
    const missing = await shown('panel=nothing');
    expect(missing.status).toBe(404);
    // On a page, with the choice of those there are.
    expect(missing.body).toContain('没有名为 nothing 的面板');
    expect(missing.body).toContain('href="/embed?panel=latest#settings"');
    expect(missing.body).not.toContain('data-copy');
    expect((await shown('panel=budget&colour=red')).body).toContain('没有参数 colour');
  });
});

test('what a program is told to do, step by step, works', async () => {
  const { body, headers } = await platform.get('/skill.md');
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(body).toMatch(/^---\nname: [a-z-]+\ndescription: Use when [^\n]+\n---\n/);
  const [, query = ''] = /'query=(\{[^']+\})'/.exec(body) ?? [];
  const { budgetTotals } = await platform.ask<{ budgetTotals: { final: { perHead: string } }[] }>(query);
  expect(Number(budgetTotals[0]?.final.perHead)).toBeGreaterThan(0);
  const [, markup = ''] = /```html\n([\s\S]*?)```/.exec(body) ?? [];
  const report = await platform.server.inject({
    method: 'POST',
    url: '/embed/doctor',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams({ source: markup }).toString(),
  });
  expect(report.body).toContain('没有发现问题');
  for (const [, path = ''] of body.matchAll(/https?:\/\/[^/\s]+(\/(?:embed|llms|schema|graphql)[\w./]*)/g))
    expect([path, (await platform.get(path.replace(/\.$/, ''), { accept: 'text/html' })).status]).toEqual([path, 200]);
});
