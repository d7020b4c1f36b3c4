import { Audit, Outcome } from '@siteimprove/alfa-act';
import { Playwright } from '@siteimprove/alfa-playwright';
import rules, { type Flattened } from '@siteimprove/alfa-rules';
import { Conformance, Criterion } from '@siteimprove/alfa-wcag';
import { withComputedStyles } from './computed.ts';
import type { Engine } from './engine.ts';

const isAA = Conformance.isAA();
const nameOf = ({ uri }: Flattened.Rule): string => uri.slice(uri.lastIndexOf('/') + 1);

/** WCAG A and AA, ARIA, techniques and good practice: all but what level AAA alone asks for (targets of 44 px, contrast of 7:1). */
const asked = rules.reject(({ requirements }) => {
  const criteria = requirements.filter(Criterion.isCriterion);
  return criteria.length > 0 && !criteria.some((criterion) => isAA(criterion));
});

/** Siteimprove Alfa: ACT rules, worked out beside the browser from the tree, the styles and the boxes; shadow trees come along. */
export const alfa: Engine = {
  name: 'Alfa',
  async inspect(page) {
    const handle = await page.evaluateHandle(() => window.document);
    const seen = await withComputedStyles(page, () => Playwright.toPage(handle));
    await handle.dispose();
    const outcomes = [...(await Audit.of(seen, asked).evaluate())];
    const failed = outcomes.filter((outcome) => Outcome.isFailed(outcome));
    return {
      checks: failed.length + outcomes.filter(Outcome.isPassed).length,
      violations: failed.map(({ rule, target, expectations }) => ({
        rule: nameOf(rule),
        place: `${target}`,
        message: JSON.stringify(expectations.toJSON()),
      })),
    };
  },
};
