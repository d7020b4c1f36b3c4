import type { Route } from 'playwright';
import { type Open, type Row, scriptOf } from './pages.ts';

const failures: readonly (readonly [name: string, fail: (route: Route) => Promise<unknown>])[] = [
  ['answers 500', (route) => route.fulfill({ status: 500, body: '' })],
  ['cannot be reached', (route) => route.abort('connectionrefused')],
  [
    'answers garbage',
    (route) => route.fulfill({ contentType: 'application/json', body: '{"panels":[{"key":"budget","document":{}}]}' }),
  ],
  ['does not answer for 8 s', () => new Promise((resolve) => setTimeout(resolve, 12_000))],
];

/** From the moment the page knows that there will be no answer to words a reader can read, painted. */
export async function afterFailure(open: Open): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, fail] of failures) {
    const host = await open(
      `<script>
        known = painted = 0;
        var plain = window.fetch;
        window.fetch = function () {
          return plain.apply(this, arguments).then(
            function (r) { r.clone().text().then(function () { known = performance.now() }); return r },
            function (e) { known = performance.now(); throw e });
        };
        document.addEventListener('gk-state', function (event) {
          if (event.detail.state === 'error') requestAnimationFrame(function () { setTimeout(function () { painted = performance.now() }) });
        });
      </script><gk-budget endpoint="$"><a href="$/w/budget">财政预算</a></gk-budget>${scriptOf('$')}`,
      (context) => context.route(/\/w\?/, (route) => void fail(route)),
    );
    await host.page.waitForFunction(() => (window as unknown as { painted: number }).painted > 0, undefined, {
      timeout: 20_000,
    });
    const value = await host.page.evaluate(() => {
      const { painted, known } = window as unknown as Record<'painted' | 'known', number>;
      return painted - known;
    });
    const words = await host.page.evaluate(() => document.querySelector('gk-budget')?.shadowRoot?.textContent ?? '');
    if (!/[\u4e00-\u9fff]/.test(words)) throw new Error(`${name}: nothing to read`);
    rows.push({
      target: 'T10',
      what: `platform ${name}: readable in`,
      value,
      most: 100,
      unit: 'ms',
      others: 'Datawrapper, 1 case of 7',
    });
    await host.context.close();
  }
  return rows;
}
