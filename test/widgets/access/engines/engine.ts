import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';

export interface Violation {
  readonly rule: string;
  /** The element, as markup or as a path to it. */
  readonly place: string;
  readonly message: string;
}

/** What an engine said of a page. */
export interface Outcome {
  /** How many things it looked at: rules by places they were tried at. None would be an engine that is silent, not content. */
  readonly checks: number;
  readonly violations: readonly Violation[];
}

export interface Engine {
  readonly name: 'axe' | 'Alfa' | 'IBM' | 'HTML_CodeSniffer';
  inspect(page: Page): Promise<Outcome>;
}

/** The script of an engine, put into the page once. It comes by the debugger, so that no policy of the page forbids it. */
export const injected = (file: string, global: string): ((page: Page) => Promise<void>) => {
  const script = readFileSync(fileURLToPath(file), 'utf8');
  return async (page) => {
    if (await page.evaluate((name) => !(name in window), global))
      await page.evaluate(`${script}\n;window.${global} = ${global};0`);
  };
};
