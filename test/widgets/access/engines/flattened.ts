import type { Page } from 'playwright';

/**
 * Some tools read one tree only and see an empty tag where a panel is. For as long as `look` takes, a copy of each shadow tree
 * stands in the light beside its tag, which is not rendered: same elements, same states, same styles (`.host` for `:host`). What
 * is slotted stands where its slot is. The page is as a reader has it; only the boundary is gone.
 */
export const flattened = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  await page.evaluate(() => {
    const copies = (nodes: NodeListOf<Node>): Node[] => [...nodes].map((node) => node.cloneNode(true));
    const undo: (() => void)[] = [];
    const sheets = new Map<CSSStyleSheet, CSSStyleSheet>();
    const references = ['for', 'list', 'aria-describedby', 'aria-labelledby', 'aria-controls'];
    for (const [at, host] of [...document.querySelectorAll<HTMLElement>('*')].entries()) {
      const root = host.shadowRoot;
      if (!root) continue;
      const copy = document.createElement(getComputedStyle(host).display === 'inline' ? 'span' : 'div');
      for (const { name, value } of host.attributes) copy.setAttribute(name, value);
      copy.classList.add('host');
      copy.append(...copies(root.childNodes));
      for (const slot of copy.querySelectorAll('slot')) slot.replaceWith(...copies(host.childNodes));
      // Each tree has its own names.
      for (const name of ['id', ...references])
        for (const element of copy.querySelectorAll(`[${name}]`))
          element.setAttribute(name, `${element.getAttribute(name)}-${at}`);
      for (const sheet of root.adoptedStyleSheets) {
        if (sheets.has(sheet)) continue;
        const plain = new CSSStyleSheet();
        const text = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
        plain.replaceSync(text.replace(/:host\((.*?)\)/g, '.host$1').replaceAll(':host', '.host'));
        sheets.set(sheet, plain);
      }
      const { display } = host.style;
      host.style.display = 'none';
      host.parentNode?.insertBefore(copy, host.nextSibling);
      undo.push(() => {
        copy.remove();
        host.style.display = display;
      });
    }
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, ...sheets.values()];
    undo.push(() => {
      document.adoptedStyleSheets = before;
    });
    Object.assign(window, { unflatten: () => undo.forEach((step) => void step()) });
  });
  try {
    return await look();
  } finally {
    await page.evaluate(() => (window as unknown as { unflatten(): void }).unflatten());
  }
};
