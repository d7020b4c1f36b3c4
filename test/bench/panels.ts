// npm run bench:panels
//
// What panels cost a page and a reader, and how soon they show what was published, beside the targets and the best of the
// others (measured in 2026 on pages of the same kind). The platform runs by itself on PostgreSQL; pages are opened in Chromium.

import { chromium } from 'playwright';
import { openStore } from '../../api/instance.ts';
import { seedSample } from '../../api/seeding/seed.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { startPostgres } from '../support/postgres.ts';
import { blocked, firstData, redraw, requests, shift } from './panels/cost.ts';
import { afterFailure } from './panels/failures.ts';
import { failover, published } from './panels/live.ts';
import { hostPages, type Row } from './panels/pages.ts';
import { startPlatform } from './processes.ts';
import { table } from './report.ts';

const postgres = await startPostgres();
const store = await openStore({ databaseUrl: postgres.url, dataFolder: '' });
await seedSample(store, { documents: 72 });
const platform = await startPlatform(postgres.url, '/w/latest.json');
const browser = await chromium.launch(await chromiumLaunch());
try {
  const open = hostPages(browser, platform.origins[0] ?? '');
  const rows: Row[] = [];
  for (const measure of [requests, shift, blocked, firstData, redraw, failover, afterFailure])
    rows.push(...(await measure(open)));
  rows.push(...(await published(open, store)));
  const shown = ({ target, what, value, most, unit, others }: Row): string[] => [
    target,
    what,
    `${Number(value.toFixed(3))} ${unit}`,
    `≤ ${most}`,
    value <= most ? '✓' : '✗',
    others,
  ];
  process.stdout.write(`${table(['', 'what', 'measured', 'target', '', 'best of the others'], rows.map(shown))}\n`);
  if (rows.some(({ value, most }) => !(value <= most))) process.exitCode = 1;
} finally {
  await browser.close();
  await platform.stop();
  await store.close();
  await postgres.stop();
}
process.exit();
