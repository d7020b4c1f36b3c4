import { type Engine, injected } from './engine.ts';

interface Report {
  readonly results: readonly {
    readonly ruleId: string;
    readonly value: readonly [string, string];
    readonly path: { readonly dom: string };
    readonly message: string;
    readonly snippet: string;
  }[];
}

interface Tool {
  readonly Checker: new () => { check(where: Document, guidelines: readonly string[]): Promise<Report> };
}

const bring = injected(import.meta.resolve('accessibility-checker-engine/ace.js'), 'ace');

/** IBM Equal Access by its own guideline: WCAG 2.2 A and AA, and what IBM asks beyond. It goes through shadow trees by itself. */
export const ibm: Engine = {
  name: 'IBM',
  async inspect(page) {
    await bring(page);
    return page.evaluate(async () => {
      const tool = (window as unknown as { ace: Tool }).ace;
      const { results } = await new tool.Checker().check(document, ['IBM_Accessibility']);
      // What is potential or manual is a question to a person.
      const failed = results.filter(({ value: [policy, result] }) => policy === 'VIOLATION' && result === 'FAIL');
      return {
        checks: results.length,
        violations: failed.map(({ ruleId, path, message, snippet }) => ({
          rule: ruleId,
          place: `${path.dom} ${snippet}`,
          message,
        })),
      };
    });
  },
};
