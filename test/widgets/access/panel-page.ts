import type { Page } from 'playwright';
import type { County } from './county.ts';

export interface PanelPage {
  readonly stem: string;
  readonly lang: string;
  /** The tag of the loader. */
  readonly script: string;
  /** Further attributes of the panel's tag. */
  readonly more?: string;
}

/** A page of some department with one panel on it; a figure stands in a sentence. */
export const panelPage = (county: County, { stem, lang, script, more = '' }: PanelPage): string => {
  const attributes = Object.entries(county.example(stem)).map(([name, value]) => ` ${name}="${value}"`);
  const tag = `<gk-${stem} endpoint="${county.origin()}"${attributes.join('')} ${more}></gk-${stem}>`;
  const main = stem === 'figure' ? `<p lang="zh-CN">去年这个局花了${tag}，比上年多。</p>` : tag;
  return `<!doctype html><html lang="${lang}"><head><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"><title>某局</title></head><body><main><h1 lang="zh-CN">某局</h1>${main}</main>${script}</body></html>`;
};

/** The tags of several panels, one below the other. */
export const panelTags = (county: County, stems: readonly string[]): string =>
  stems
    .map((stem) => {
      const attributes = Object.entries(county.example(stem)).map(([name, value]) => ` ${name}="${value}"`);
      return `<gk-${stem} endpoint="${county.origin()}"${attributes.join('')}></gk-${stem}>`;
    })
    .join('');

/** Until so many panels show their data, and none waits for anything. */
export const panelsReady = async (page: Page, count: number): Promise<void> => {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[endpoint]')].filter((one) => 'state' in one && one.state === 'data').length ===
      wanted,
    count,
  );
  await page.waitForFunction(isSettled);
};

/** Until the panel shows its data and all its controls. */
export const panelReady = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const panel = document.querySelector<HTMLElement & { state?: string }>('main [endpoint]');
      const root = panel?.shadowRoot;
      return panel?.state === 'data' && root?.querySelector('[aria-busy=false] ~ * .menu .row, .figure + .tip');
    },
    undefined,
    { timeout: 20_000 },
  );

/** Whether no panel of a page waits for anything; asked in the page. */
export const isSettled = (): boolean =>
  [...document.querySelectorAll('*')].every(({ shadowRoot }) => !shadowRoot?.querySelector('[aria-busy=true]'));

/** Opens by keys what is folded, cut or drawn. */
export const unfold = async (page: Page): Promise<void> => {
  const panel = page.locator('main [endpoint]');
  const each = async (selector: string, key: string): Promise<void> => {
    for (let turn = 0; turn < 60 && (await panel.locator(selector).count()) > 0; turn++)
      await panel.locator(selector).first().press(key);
  };
  // What is in something folded is there only when that is open.
  for (let pass = 0; pass < 2; pass++) {
    await each('details:not([open]) > summary:visible', 'Enter');
    await each('button[aria-pressed=false]:visible', 'Space');
    await each('table + button:visible', 'Enter');
  }
};
