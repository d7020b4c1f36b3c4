// npm run access -- [--only budget,figure] [--quick]
//
// Every panel and every public page by four engines: light, dark and forced colours × three languages × three widths, and panels
// also in large type and with all opened. Ends with 1 when an engine found anything. `--quick` takes two of the 27, to
// see at once what a change does.

import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { type Browser, chromium } from 'playwright';
import { openDatabase } from '../../../api/store/client.ts';
import { migrate } from '../../../api/store/migrate.ts';
import { chromiumLaunch } from '../../support/chromium.ts';
import { sampleOf } from '../../support/county.ts';
import { startStandIn } from '../stand-in.ts';
import { type Condition, covering, everyCondition, mediaOf } from './conditions.ts';
import { type OpenCounty, openCounty, stems } from './county.ts';
import { engines, inspect } from './engines/index.ts';
import { isSettled, panelPage, panelReady, unfold } from './panel-page.ts';
import { publicPages } from './public-pages.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, quick: { type: 'boolean', default: false } },
});
const every = values.quick ? covering.filter((_, at) => at === 0 || at === 8) : everyCondition;
const some = values.quick ? covering.slice(0, 1) : covering;
const isAsked = (name: string): boolean => values.only === '' || values.only.split(',').includes(name);

interface Sum {
  checks: number;
  violations: number;
  ms: number;
}
type Sums = Record<string, Sum>;

/** Of each rule at each page the first case; how often in all. */
const told = new Map<string, number>();

interface Look {
  readonly name: string;
  readonly form: 'plain' | 'large' | 'opened' | 'page';
  readonly conditions: readonly Condition[];
  readonly address: (lang: string) => string;
}

/** One load for each language; widths and colours change before the reader's eyes. */
const look = async (browser: Browser, { name, form, conditions, address }: Look, sums: Sums): Promise<void> => {
  for (const [lang, those] of Map.groupBy(conditions, (condition) => condition.lang)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address(lang), { waitUntil: 'load' });
    if (form === 'page') await page.waitForFunction(isSettled);
    else await panelReady(page);
    if (form === 'opened') await unfold(page);
    for (const { width, theme } of those) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(mediaOf(theme));
      for (const engine of engines) {
        const began = performance.now();
        const { checks, violations } = await inspect(page, engine);
        const sum = sums[engine.name] ?? { checks: 0, violations: 0, ms: 0 };
        sums[engine.name] = sum;
        sum.checks += checks;
        sum.violations += violations.length;
        sum.ms += performance.now() - began;
        for (const { rule, place, message } of violations) {
          const key = `${name} ${engine.name} ${rule}`;
          if (!told.has(key))
            console.log(`${key} (${form}, ${lang}, ${width}, ${theme})\n    ${place}\n    ${message}`);
          told.set(key, (told.get(key) ?? 0) + 1);
        }
      }
    }
    await page.close();
  }
};

const lookAtPanel = async (browser: Browser, county: OpenCounty, host: string, stem: string): Promise<Sums> => {
  const sums: Sums = {};
  const script = `<script async src="${county.origin()}/widgets/loader.js"></script>`;
  const address = (more: string) => (lang: string) =>
    `${host}/page?${new URLSearchParams({ html: panelPage(county, { stem, lang, script, more }) })}`;
  await look(browser, { name: stem, form: 'plain', conditions: every, address: address('') }, sums);
  await look(browser, { name: stem, form: 'large', conditions: some, address: address('size="large"') }, sums);
  await look(browser, { name: stem, form: 'opened', conditions: some, address: address('') }, sums);
  return sums;
};

const row = (name: string, sums: Sums): string =>
  [
    name.padEnd(44),
    ...engines.map(({ name }) => {
      const { checks = 0, violations = 0, ms = 0 } = sums[name] ?? {};
      return `${checks} / ${violations} (${(ms / 1000).toFixed(0)} s)`.padStart(22);
    }),
  ].join('');

const store = await openDatabase({ embedded: await PGlite.create() });
await migrate(store);
await sampleOf(72).fill(store);
const county = await openCounty(store);
const standIn = await startStandIn('widgets/dist');
const browser = await chromium.launch(await chromiumLaunch());
const rows: string[] = [];
let found = 0;
const note = (name: string, sums: Sums): void => {
  rows.push(row(name, sums));
  console.log(row(name, sums));
  found += Object.values(sums).reduce((sum, { violations }) => sum + violations, 0);
};
for (const stem of stems.filter(isAsked)) note(`gk-${stem}`, await lookAtPanel(browser, county, standIn.url, stem));
for (const { name, path, isTranslated } of (await publicPages(county)).filter(
  ({ name }) => isAsked(name) || isAsked('pages'),
)) {
  const sums: Sums = {};
  const conditions = every.filter(({ lang }) => isTranslated || lang === 'zh-CN');
  await look(browser, { name, form: 'page', conditions, address: (lang) => county.origin() + path(lang) }, sums);
  note(name, sums);
}
await browser.close();
await standIn.stop();
await county.close();
console.log(
  `\n${'checks / violations'.padEnd(44)}${engines.map(({ name }) => name.padStart(22)).join('')}\n${rows.join('\n')}`,
);
if (found > 0) {
  console.error(`${found} violations, ${told.size} different`);
  process.exitCode = 1;
}
