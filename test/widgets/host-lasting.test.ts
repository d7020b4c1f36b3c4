import { expect, test } from 'vitest';
import { platform, scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const panel = (): string => `<gk-budget endpoint="${platform()}/lasting"></gk-budget>`;

test.each([
  ['', ''],
  [
    ', in a browser without constructed style sheets',
    '<script>delete ShadowRoot.prototype.adoptedStyleSheets</script>',
  ],
])(
  'a page that takes its panel away and puts a new one there a thousand times keeps nothing of the old ones%s',
  async (_, script) => {
    const { page, errors } = await visit(`${script}<main></main>${scriptTag()}`);
    const tools = await page.context().newCDPSession(page);
    await tools.send('Performance.enable');
    await tools.send('HeapProfiler.enable');
    const turn = (times: number) =>
      page.evaluate(
        async ([html, count]) => {
          const main = document.querySelector('main') as HTMLElement;
          for (let at = 0; at < Number(count); at++) {
            main.innerHTML = String(html);
            // Some are left before they are drawn, some after.
            await new Promise((resolve) =>
              at % 4 === 0 ? requestAnimationFrame(resolve) : setTimeout(resolve, at % 20 === 1 ? 40 : 0),
            );
          }
          main.innerHTML = '';
          await new Promise((resolve) => setTimeout(resolve, 500));
        },
        [panel(), times] as const,
      );
    const left = async () => {
      for (let pass = 0; pass < 3; pass++) await tools.send('HeapProfiler.collectGarbage');
      const { metrics } = await tools.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
    };
    await page.evaluate((html) => {
      (document.querySelector('main') as HTMLElement).innerHTML = html;
    }, panel());
    await page.locator('gk-budget .menu .row').waitFor({ state: 'attached' });
    await turn(40);
    const before = await left();
    await turn(1000);
    const after = await left();
    console.info(
      'T13 re-mount ×1000: leaked listeners, nodes, heap bytes:',
      after.listeners - before.listeners,
      after.nodes - before.nodes,
      after.heap - before.heap,
      '(target 0, 0)',
    );
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(0);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(0);
    expect(after.heap - before.heap).toBeLessThan(500_000);
    await expect.poll(async () => Number(await (await fetch(`${platform()}/streams/lasting`)).text())).toBe(0);
    expect(errors).toEqual([]);
  },
  90_000,
);
