import { expect, test } from 'vitest';
import { useCounty } from './access/county.ts';
import { scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();

test('a pinned number that was corrected since stays in its sentence, and says so', async () => {
  const attributes = 'of="budget" organization="县财政局" year="2024" as-of="2026-06-01T00:00:00+08:00"';
  const { page, errors } = await visit('<p>去年花了<gk-figure></gk-figure>。</p>', {
    before: (context) =>
      // What the platform says of it, as of any record that has a later edition.
      context.route('**/w?*', async (route) => {
        const answer = await (await route.fetch()).json();
        const text = '此后已更正：第2版，2026年6月20日。合计有误';
        for (const each of answer.panels)
          each.correction = {
            edition: 2,
            at: '2026-06-20T01:00:00.000Z',
            reason: 'CORRECTION',
            text,
            href: county.origin(),
          };
        await route.fulfill({ json: answer });
      }),
  });
  await page.evaluate(
    ([html, script]) => {
      document.body.innerHTML = `${html}`;
      document.body.append(document.createRange().createContextualFragment(`${script}`));
    },
    [`<p>去年花了<gk-figure endpoint="${county.origin()}" ${attributes}></gk-figure>。</p>`, scriptTag()] as const,
  );
  const number = page.locator('gk-figure .figure');
  await number.waitFor();
  expect(await number.textContent()).toBe('3,803.67\u00a0万元');
  expect(await page.locator('gk-figure').evaluate((figure) => figure.shadowRoot?.textContent)).toMatch(
    /万元\*（示例）/,
  );
  expect(await page.locator('gk-figure .tip').textContent()).toContain('此后已更正：第2版，2026年6月20日。合计有误');
  // It leads to the edition it is of.
  expect(await number.getAttribute('href')).toMatch(/\/budgets\/[^/]+\/[^/]+\/editions\/1$/);
  expect(errors).toEqual([]);
});
