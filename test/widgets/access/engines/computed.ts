import type { Page } from 'playwright';

/** What makes text seen, hidden or told apart, with its initial value; inherited ones have none. */
const properties = {
  'background-color': 'rgba(0, 0, 0, 0)',
  'background-image': 'none',
  'border-color': '',
  'border-style': 'none',
  'border-width': '0px',
  'box-shadow': 'none',
  clip: 'auto',
  'clip-path': 'none',
  color: '',
  cursor: '',
  display: 'inline',
  'font-size': '',
  'font-style': '',
  'font-weight': '',
  'line-height': '',
  opacity: '1',
  'overflow-x': 'visible',
  'overflow-y': 'visible',
  'pointer-events': '',
  position: 'static',
  'text-align': '',
  'text-decoration-color': '',
  'text-decoration-line': 'none',
  'text-indent': '',
  'text-overflow': 'clip',
  'text-shadow': '',
  'text-transform': '',
  visibility: '',
  'white-space': '',
};

/** What no browser gives a look of its own: nothing need be written that is initial or inherited. */
const plain = 'span, div, p, ul, ol, li, section, article, header, footer, main, dl, dt, dd, svg, svg *';

/**
 * A tool that works out styles by itself knows only so much of CSS: of a sheet with one rule it does not know (`@container`) it
 * takes nothing at all, and `light-dark()` is no colour to it. For as long as `look` takes, every element has its styles as the
 * browser has computed them, in its tag, and there is no sheet to be found. Nothing is seen to change.
 */
export const withComputedStyles = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  await page.evaluate(
    ({ properties, plain }) => {
      const names = Object.entries(properties);
      const roots: (Document | ShadowRoot)[] = [];
      const seen: [element: HTMLElement | SVGElement, styles: readonly (readonly [string, string, ...unknown[]])[]][] =
        [];
      const visit = (element: Element, above?: CSSStyleDeclaration): void => {
        const style = getComputedStyle(element);
        if (element instanceof HTMLElement || element instanceof SVGElement) {
          // What is in something folded has its styles and is not rendered.
          if (!element.matches('slot, select *') && !element.checkVisibility()) {
            seen.push([element, [['display', 'none']]]);
            return;
          }
          const isPlain = element.matches(plain);
          const own = names
            .map(
              ([name, initial]) =>
                [name, style.getPropertyValue(name), initial || above?.getPropertyValue(name)] as const,
            )
            .filter(([, value, usual]) => value !== usual || !isPlain);
          seen.push([element, own]);
        }
        const slotted = element instanceof HTMLSlotElement ? element.assignedElements() : [];
        const children = element.shadowRoot?.children ?? (slotted.length > 0 ? slotted : element.children);
        if (element.shadowRoot) roots.push(element.shadowRoot);
        for (const child of children) visit(child, style);
      };
      roots.push(document);
      visit(document.documentElement);
      // Behind all there is the canvas, which is no element's.
      const canvas = document.documentElement.appendChild(document.createElement('i'));
      canvas.style.color = 'Canvas';
      if (getComputedStyle(document.documentElement).backgroundColor === 'rgba(0, 0, 0, 0)')
        seen.push([document.documentElement, [['background-color', getComputedStyle(canvas).color]]]);
      canvas.remove();
      // First all is read, then all is written.
      const undo = seen.map(([element, styles]) => {
        const before = element.getAttribute('style');
        for (const [name, value] of styles) element.style.setProperty(name, value);
        // A page that forbids styles forbids the attribute, not the object.
        return () => {
          if (before === null) element.removeAttribute('style');
          else element.style.cssText = before;
        };
      });
      const none = { value: [], configurable: true };
      for (const root of roots) Object.defineProperties(root, { styleSheets: none, adoptedStyleSheets: none });
      Object.assign(window, {
        unwrite: () => {
          for (const step of undo.reverse()) step();
          for (const root of roots as unknown as Record<string, unknown>[]) {
            delete root['styleSheets'];
            delete root['adoptedStyleSheets'];
          }
        },
      });
    },
    { properties, plain },
  );
  try {
    return await look();
  } finally {
    await page.evaluate(() => (window as unknown as { unwrite(): void }).unwrite());
  }
};
