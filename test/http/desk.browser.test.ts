import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumLaunch } from '../support/chromium.ts';
import { emptyCounty, publishPaper, stagePaper, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { tokenFor } from '../support/desk.ts';
import { openServer, type TestServer } from '../support/server.ts';

const output = join(import.meta.dirname, '../.output');
const widths = [390, 1280] as const;

let server: TestServer;
let browser: Browser;
let origin: string;
let axe: string;

beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  server = await openServer(await emptyCounty(database), { url: null });
  origin = (await server.listen()).replace(/\/$/, '');
  browser = await chromium.launch(await chromiumLaunch());
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await mkdir(output, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A browser that runs no script of a page: the desk has none. */
const person = (): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', timezoneId: 'America/New_York', viewport: { width: 1280, height: 900 } });

/** Tab until the control with these words has the focus, as somebody without a mouse must. */
async function reach(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
    });
    if (words.test(name.replace(/\s+/g, ' ').trim())) return;
  }
  throw new Error(`no key leads to ${words}`);
}

async function press(page: Page, words: RegExp): Promise<void> {
  await reach(page, words);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function type(page: Page, words: RegExp, text: string): Promise<void> {
  await reach(page, words);
  await page.keyboard.type(text);
}

async function signIn(context: BrowserContext, token: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/publish`);
  await type(page, /^令牌/, token);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('工作台');
  return page;
}

test('with the keyboard alone: sign in, upload, submit; another reviews, clears, approves; a third publishes', async () => {
  const [first, second, third] = [await person(), await person(), await person()];
  const editor = await signIn(first, await tokenFor(server.store, '张三', ['EDITOR']));
  await press(editor, /^导入 Upload/);
  await reach(editor, /^种类/);
  await editor.keyboard.press('End');
  // The system's own dialog for files is no page: what it gives is given here.
  await reach(editor, /^文件 File/);
  await editor.locator('input[name=file]').setInputFiles({
    name: '通知.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(textOf({ subject: '键盘办文' })),
  });
  await press(editor, /^导入为草稿/);
  expect(await editor.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
  await press(editor, /关于键盘办文的通知/);
  const address = editor.url();
  await type(editor, /^无需解读的理由/, '测试用文件');
  await press(editor, /^报送/);
  expect(await editor.getByRole('status').textContent()).toContain('已完成：报送');

  const reviewer = await signIn(second, await tokenFor(server.store, '李四', ['REVIEWER']));
  await press(reviewer, /关于键盘办文的通知/);
  await reach(reviewer, /^通过/);
  await reviewer.keyboard.press('Space');
  await type(reviewer, /^依据/, '《政府信息公开保密审查办法》第八条');
  await press(reviewer, /^保密审查/);
  expect(await reviewer.getByRole('button', { name: /^审签/ }).count()).toBe(0);
  await type(reviewer, /^为何可以公开/, ' ');
  await press(reviewer, /^核准保留/);
  expect(await reviewer.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await reviewer.getByRole('alert').textContent()).toContain('须说明理由');
  await type(reviewer, /^为何可以公开/, '确无需解读');
  await press(reviewer, /^核准保留/);
  await press(reviewer, /^审签/);
  expect(await reviewer.getByRole('status').textContent()).toContain('已完成：审签');

  const publisher = await signIn(third, await tokenFor(server.store, '王五', ['PUBLISHER']));
  await press(publisher, /关于键盘办文的通知/);
  expect(publisher.url()).toBe(address);
  await press(publisher, /^发布… Publish/);
  expect(await publisher.getByRole('heading', { level: 1 }).textContent()).toContain('关于键盘办文的通知');
  await press(publisher, /^确认发布/);
  expect(await publisher.getByRole('status').textContent()).toContain('已完成：发布');
  await press(publisher, /\/regulatory-documents\//);
  expect(await publisher.title()).toContain('键盘办文');
  await Promise.all([first, second, third].map((context) => context.close()));
});

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(o: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at the page that is open at both widths, in light and dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([name, width, colorScheme, await violations(page)]).toEqual([name, width, colorScheme, []]);
    }
    expect([name, width, await overflow(page)]).toEqual([name, width, 0]);
    await page.screenshot({ path: join(output, `desk-${name}-${width}.png`), fullPage: true });
  }
}

test('every page of the desk: no axe violation, nothing cut off on a phone, nothing refused by its policy', async () => {
  const all = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'ADMINISTRATOR', 'AUDITOR'] as const;
  const live = await publishPaper(server.store, { subject: '已发布的工作' });
  const contact = { body: ['联系人：王建国，手机13805331234。', '第一条 请认真贯彻执行。'] };
  const draft = await stagePaper(server.store, {
    subject: '进一步加强全县农村公路管理养护工作',
    number: '桓政办发〔2024〕7号',
    ...contact,
  });
  const context = await person();
  const refused: string[] = [];
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(`${origin}/publish/tokens`);
  await look(page, 'sign-in');
  await page.getByLabel('令牌').fill(await tokenFor(server.store, '赵六', all));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^令牌/ }).waitFor();
  await look(page, 'tokens');
  await page.goto(`${origin}/publish/drafts/${draft}`);
  await look(page, 'draft');
  await page.getByLabel('无需解读的理由').fill('测试');
  await page.getByRole('button', { name: /^报送/ }).click();
  await page.waitForURL('**?done=SUBMIT');
  await look(page, 'in-review');
  await page.getByRole('radio', { name: /^通过/ }).check();
  await page.getByLabel(/^依据/).fill('办法第八条');
  await page.getByRole('button', { name: /^保密审查/ }).click();
  await page.waitForURL('**?done=REVIEW');
  await page
    .getByLabel(/^为何可以公开/)
    .first()
    .fill(' ');
  await page
    .getByRole('button', { name: /^核准保留/ })
    .first()
    .click();
  await page.getByRole('alert').waitFor();
  await look(page, 'refused');
  await page.goto(`${origin}/publish/drafts/${draft}?unmasked=1`);
  await look(page, 'unmasked');
  while ((await page.getByLabel(/^为何可以公开/).count()) > 0) {
    await page
      .getByLabel(/^为何可以公开/)
      .first()
      .fill('公开的办事电话');
    await page
      .getByRole('button', { name: /^核准保留/ })
      .first()
      .click();
    await page.waitForURL('**?done=CLEAR');
  }
  await page.getByRole('button', { name: /^审签/ }).click();
  await page.waitForURL('**?done=APPROVE');
  await look(page, 'approved');
  await page.goto(`${origin}/publish/drafts/${draft}/publish`);
  await look(page, 'publish');
  await page.goto(`${origin}/publish/upload?kind=budget`);
  await look(page, 'upload');
  await page.locator('input[name=file]').setInputFiles({
    name: '2023年部门决算.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '收入支出决算总表\n单位：桓台县教育和体育局,,,金额单位：万元\n项目,行次,决算数\n一、财政拨款收入,1,100.00\n本年收入合计,2,甲\n总计,3,120.00\n',
    ),
  });
  await page.getByRole('button', { name: /^只校核/ }).click();
  await page.getByText('未存任何内容').waitFor();
  await look(page, 'checked');
  const { documentId } = await server.store.db.edition.findUniqueOrThrow({ where: { id: live.editionId } });
  const addresses: readonly (readonly [name: string, path: string])[] = [
    ['desk', ''],
    ['list', '/lists/published'],
    ['published', '/published'],
    ['record', `/records/${documentId}`],
    ['public', `/drafts/${live.editionId}`],
    ['withdraw', `/drafts/${live.editionId}/withdraw`],
    ['audit', '/audit'],
    ['templates', '/templates'],
    ['missing', '/nowhere'],
  ];
  for (const [name, path] of addresses) {
    await page.goto(`${origin}/publish${path}`);
    await look(page, name);
  }
  expect(refused).toEqual([]);
  await context.close();
});
