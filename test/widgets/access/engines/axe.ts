import type { AxeResults } from 'axe-core';
import { type Engine, injected } from './engine.ts';

const bring = injected(import.meta.resolve('axe-core/axe.min.js'), 'axe');

/** Deque axe-core: all its rules, those of good practice too. It goes through shadow trees by itself. */
export const axe: Engine = {
  name: 'axe',
  async inspect(page) {
    await bring(page);
    return page.evaluate(async () => {
      const tool = (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe;
      const { passes, violations } = await tool.run();
      return {
        checks: [...passes, ...violations].reduce((sum, { nodes }) => sum + nodes.length, 0),
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, target, failureSummary = '' }) => ({
            rule: id,
            place: `${target.join(' ')} ${html}`,
            message: failureSummary,
          })),
        ),
      };
    });
  },
};
