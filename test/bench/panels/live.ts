import type { Store } from '../../../api/store/client.ts';
import { publishPaper } from '../../support/county.ts';
import { openTabs, takenOver } from '../../support/tabs.ts';
import { type Open, type Row, scriptOf, shown } from './pages.ts';

const latest = `<gk-latest endpoint="$"></gk-latest>${scriptOf('$')}`;

/** The tab that listens is closed: how long until another does. */
export async function failover(open: Open): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, script, most, others] of [
    ['with locks', '', 100, 'prototype 30'],
    [
      'without locks (plain http)',
      'Object.defineProperty(navigator,"locks",{value:undefined})',
      2_000,
      'prototype 1,570',
    ],
  ] as const) {
    const host = await open(`<script>${script}</script>${latest}`);
    await shown(host.page);
    const tabs = await openTabs(host.page, 8, (tab) => shown(tab));
    await host.page.waitForTimeout(1_500);
    const streams = host.asked.filter((each) => each.includes('/changes')).length;
    const value = await takenOver(tabs);
    await host.context.close();
    rows.push(
      {
        target: 'T7',
        what: `eight tabs ${what}: streams`,
        value: streams,
        most: 1,
        unit: '',
        others: '6, and tab 7 waits',
      },
      { target: 'T7', what: `eight tabs ${what}: taken over in`, value, most, unit: 'ms', others },
    );
  }
  return rows;
}

const turns = 20;

/** From the moment a publication is done to its title on the screen of somebody else's page. */
export async function published(open: Open, store: Store): Promise<Row[]> {
  const host = await open(latest);
  await shown(host.page);
  await host.page
    .waitForRequest((request) => request.url().includes('/changes'), { timeout: 10_000 })
    .catch(() => undefined);
  await host.page.waitForTimeout(1_000);
  const times: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const subject = `第${turn}次量度`;
    await publishPaper(store, { subject, number: `桓政办字〔2025〕${900 + turn}号` });
    const began = performance.now();
    await host.page.locator('gk-latest .records', { hasText: subject }).waitFor({ timeout: 15_000 });
    times.push(performance.now() - began);
    await host.page.waitForTimeout(400);
  }
  await host.context.close();
  times.sort((left, right) => left - right);
  const value = times[Math.ceil(turns * 0.95) - 1] ?? Number.NaN;
  return [
    {
      target: 'T7',
      what: `publication to screen, p95 of ${turns}`,
      value,
      most: 1_500,
      unit: 'ms',
      others: 'on reload only',
    },
  ];
}
