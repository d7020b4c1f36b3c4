import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditCode } from '../api/core/credit-code.ts';
import type { Kind } from '../api/disclosures/kind.ts';
import { kindNamed, kinds } from '../api/disclosures/registry.ts';
import { importFile, readFile } from '../api/importing/import.ts';
import { registerOrganization } from '../api/publishing/register.ts';
import { chromiumLaunch } from './support/chromium.ts';
import { regulatoryDocument, sampleOf } from './support/county.ts';
import { openMemory } from './support/databases.ts';
import { onPaper, tester } from './support/gate.ts';
import { openServer, type TestServer } from './support/server.ts';
import { read, root, sources } from './support/source.ts';

const run = promisify(execFile);
const budget = kindNamed('budget') as Kind;
let platform: TestServer;
let address: string;
let browser: Browser;

beforeAll(async () => {
  const store = await openMemory({ beginning: sampleOf(120) });
  platform = await openServer(store, { url: null });
  address = (await platform.listen()).replace('127.0.0.1', 'localhost');
  browser = await chromium.launch(await chromiumLaunch());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await platform.close();
});

test('every example has its test here', () => {
  const tested = [
    ...sources('examples/documents/*.txt'),
    ...kinds.flatMap(({ plural }) => sources(`examples/${plural}/*.*`)),
    ...sources('examples/*.html'),
    // Those have a test of their own.
    ...sources('examples/sites/*.*'),
    'examples/curl.sh',
    'examples/panel.png',
  ];
  expect(sources('examples/**/*.*')).toEqual(tested.sort());
});

describe.each(sources('examples/documents/*.txt'))('%s', (file) => {
  test('is imported without an error and published', async () => {
    const bytes = new Uint8Array(readFileSync(join(root, file)));
    const options = { name: basename(file), bytes, actor: tester, now: new Date() };
    const imported = await importFile(platform.store, regulatoryDocument, options, onPaper);
    expect(imported.findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(imported.outcome).toBe('published');
  });
});

/** What is wrong in the files that hold an error: the rule that must find it. */
const wrong: Readonly<Record<string, string>> = {
  'duji-2021-wrong-percentage.xlsx': 'percentage-differs',
  'jinhua-2021-wrong-percentages.xlsx': 'percentage-differs',
  'wrong-village-in-two-areas.xlsx': 'place-in-two-areas',
  'wrong-children-by-name.xlsx': 'named-minors',
  'qifeng-contacts-wrong.xlsx': 'personal-contact',
  'heat-2022-wrong.csv': 'level-not-raised',
};

const ofTables = kinds
  .filter(({ reading }) => reading.of === 'tables')
  .flatMap((kind) => sources(`examples/${kind.plural}/*.*`).map((file) => ({ kind, file })));

describe.each(ofTables)('$file', ({ kind, file }) => {
  const rule = wrong[basename(file)];
  test(rule ? 'the error is found, and nothing else' : 'is read without an error', async () => {
    const bytes = new Uint8Array(readFileSync(join(root, file)));
    const { findings } = await readFile(kind, { name: basename(file), bytes, actor: tester, now: new Date() });
    const found = findings.filter(({ severity }) => severity === 'ERROR');
    expect(new Set(found.map((one) => one.rule))).toEqual(new Set(rule ? [rule] : []));
    expect(file.includes('wrong')).toBe(rule !== undefined);
  });
});

test('a county that was entered in the register publishes its accounts, to the last 万元', async () => {
  const { store } = platform;
  const organization = {
    name: '丰都县人民政府',
    code: creditCode('1', '1', '500230', '99990001'),
    type: 'GOVERNMENT',
    divisionCode: '500230',
  } as const;
  await store.db.$transaction((tx) =>
    registerOrganization(tx, tester, { ...organization, divisionName: '丰都县', aliases: ['丰都县政府'] }),
  );
  const file = 'examples/budgets/fengdu-2021-final-accounts.xlsx';
  const bytes = new Uint8Array(readFileSync(join(root, file)));
  const imported = await importFile(
    store,
    budget,
    { name: basename(file), bytes, actor: tester, now: new Date() },
    onPaper,
  );
  expect(imported.outcome).toBe('published');
  const { budget: report } = await platform.ask<{
    budget: { tables: { lines: { name: string; final: { published: string; amount: string } | null }[] }[] };
  }>(
    '{ budget(by: { report: { organization: "丰都县政府", fiscalYear: 2021, stage: FINAL_ACCOUNTS } }) { tables { lines { name final { published amount } } } } }',
  );
  const totals = (report.tables[0]?.lines ?? []).filter(({ name }) => name.endsWith('总计'));
  expect(totals.map(({ final }) => final)).toEqual([
    { published: '929393万元', amount: '9293930000.00' },
    { published: '929393万元', amount: '9293930000.00' },
  ]);
});

test('curl.sh asks and is answered', async () => {
  const { stdout } = await run('sh', [join(root, 'examples/curl.sh')], { env: { ...process.env, GONGKAI: address } });
  expect(stdout).toContain('"totalCount":');
  expect(stdout).toContain('索引号');
});

describe.each(sources('examples/*.html'))('%s', (file) => {
  const page = read(file);

  test('shows live panels', async () => {
    const tab = await browser.newPage();
    const faults: string[] = [];
    tab.on('pageerror', (error) => faults.push(error.message));
    tab.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) faults.push(message.text());
    });
    await tab.route('**/example', (route) =>
      route.fulfill({ contentType: 'text/html', body: page.replaceAll('http://localhost:4000', address) }),
    );
    await tab.goto(`${address}/example`);
    const tags = [...page.matchAll(/<(gk-[a-z-]+)/g)].map(([, tag]) => tag ?? '');
    // A panel begins to ask when it comes near the window.
    for (const [index, tag] of tags.entries()) {
      const panel = tab.locator(tags.join(', ')).nth(index);
      await panel.scrollIntoViewIfNeeded();
      await expect
        .poll(() => panel.evaluate((element) => (element as HTMLElement & { state?: string }).state), {
          timeout: 15_000,
          message: tag,
        })
        .toMatch(/^(data|empty)$/);
      expect([tag, await panel.locator('article footer').textContent()]).toEqual([
        tag,
        expect.stringContaining('来源'),
      ]);
    }
    expect(faults).toEqual([]);
    await tab.close();
  });

  test('is readable without a script: each tag holds a link to what it shows', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.route('**/example', (route) =>
      route.fulfill({ contentType: 'text/html', body: page.replaceAll('http://localhost:4000', address) }),
    );
    await tab.goto(`${address}/example`);
    const shown = await tab.evaluate(() =>
      [...document.querySelectorAll('body > :not(h1)')].map((panel) => {
        const link = [...panel.querySelectorAll('a')].at(-1);
        const picture = panel.querySelector('img');
        return {
          stem: panel.localName.replace('gk-', ''),
          attributes: Object.fromEntries([...panel.attributes].map(({ name, value }) => [name, value])),
          link: link?.href ?? '',
          words: link?.textContent ?? '',
          picture: picture && { src: picture.src, alt: picture.alt },
        };
      }),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { stem, attributes, link, words, picture } of shown) {
      const { pathname, searchParams } = new URL(link);
      const { size: _, ...asked } = attributes;
      expect([pathname, Object.fromEntries(searchParams)]).toEqual([`/w/${stem}`, asked]);
      expect(words).toMatch(/\p{sc=Han}/u);
      expect((await fetch(link, { headers: { accept: 'text/html' } })).status).toBe(200);
      if (!picture) continue;
      expect(picture.src).toBe(link.replace(`/w/${stem}`, `/w/${stem}.svg`));
      expect(picture.alt).toMatch(/\p{sc=Han}/u);
      expect((await fetch(picture.src)).headers.get('content-type')).toContain('image/svg+xml');
    }
    await context.close();
  });
});

test('the README’s curl line is answered as printed', async () => {
  const [, command = ''] = /```sh\n(curl [\s\S]*?)```/.exec(read('README.md')) ?? [];
  const [, printed = ''] = /```json\n([\s\S]*?)```/.exec(read('README.md')) ?? [];
  const { stdout } = await run('sh', ['-c', command.replace('http://localhost:4000', address)]);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(printed));
  // Accounts of a year that is over: asked on another day, and whatever is imported beside them, they are the same.
  expect(command).toMatch(/fromYear: 2024, toYear: 2024/);
});
