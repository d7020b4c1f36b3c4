import type { Page } from 'playwright';
import { type Engine, injected, type Outcome } from './engine.ts';
import { flattened } from './flattened.ts';

interface Message {
  readonly type: number;
  readonly code: string;
  readonly msg: string;
  readonly element: Element;
}

interface Tool {
  process(standard: string, where: Document, done: () => void, failed: () => void): void;
  getMessages(): readonly Message[];
}

const bring = injected(import.meta.resolve('html_codesniffer/build/HTMLCS.js'), 'HTMLCS');

const sniff = (page: Page): Promise<Outcome> =>
  page.evaluate(async () => {
    const tool = (window as unknown as { HTMLCS: Tool }).HTMLCS;
    await new Promise<void>((resolve, reject) => tool.process('WCAG2AA', document, resolve, reject));
    const messages = tool.getMessages();
    return {
      checks: messages.length,
      violations: messages
        .filter(({ type }) => type === 1)
        .map(({ code, msg, element }) => ({
          rule: code.replace(/^WCAG2AA\.Principle\d\.Guideline\d_\d\./, ''),
          place: element.outerHTML ?? element.nodeName,
          message: msg,
        })),
    };
  });

/**
 * HTML_CodeSniffer, WCAG 2 AA. Errors count; warnings and notices are questions to a person. It knows no shadow trees: it gets the
 * page with their copies in the light.
 */
export const codesniffer: Engine = {
  name: 'HTML_CodeSniffer',
  async inspect(page) {
    await bring(page);
    return flattened(page, () => sniff(page));
  },
};
