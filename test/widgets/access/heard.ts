import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { flattened } from './engines/flattened.ts';

interface Reader {
  start(options: { container: Node }): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  readonly activeNode: Node | null;
}

const script = readFileSync(fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')), 'utf8');

/** As text, for it is the browser that imports it. */
const bring = `(async () => {
  const address = URL.createObjectURL(new Blob([${JSON.stringify(script)}], { type: 'text/javascript' }));
  window.reader = (await import(address)).virtual;
})()`;

/**
 * What a screen reader says to somebody who goes through the panel of a page from its beginning to its end, phrase by phrase. The
 * reader is a virtual one, which follows the specifications and no product; it knows no shadow trees and gets the copy.
 */
export const heard = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(bring);
  return flattened(page, () =>
    page.evaluate(async () => {
      const { reader } = window as unknown as { reader: Reader };
      const container = document.querySelector('main .host');
      if (!container) throw new Error('no panel is on this page');
      // What is not rendered is not there for anybody; this reader cannot tell.
      for (const element of container.querySelectorAll('*'))
        if (!element.closest('select') && !element.checkVisibility()) element.remove();
      await reader.start({ container });
      const first = reader.activeNode;
      const phrases = [await reader.lastSpokenPhrase()];
      // After the end it begins again.
      for (;;) {
        await reader.next();
        const phrase = await reader.lastSpokenPhrase();
        if (reader.activeNode === first && phrase === phrases[0]) break;
        phrases.push(phrase);
      }
      await reader.stop();
      return phrases;
    }),
  );
};
