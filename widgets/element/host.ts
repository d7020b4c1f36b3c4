import { look } from './look.styles.ts';
import { tableLook } from './table.styles.ts';

/** Below this height a fallback is a line of text and says nothing about the room the panel will need (px). */
const telling = 160;

/** Keeps the room that the fallback content takes, until the panel is drawn; tells whether it is as large as a panel. */
export function holdHeight(element: HTMLElement): boolean {
  const { style } = element;
  const heightOf = (inside: Element): number => inside.getBoundingClientRect().height;
  // One number stands in a sentence: what is in the tag stays until it is there.
  if (element.localName === 'gk-figure') {
    style.display = 'inline';
    return true;
  }
  // Nothing to keep room for, nothing to measure: measuring one of many panels lays out the whole page.
  if (!element.firstElementChild) return false;
  // A tag that was not known stands in a line, and has the height of that line, whatever picture is in it. Through the object
  // model, not an attribute: a strict style-src allows it.
  if (getComputedStyle(element).display === 'inline') style.display = 'block';
  const height = heightOf(element);
  if (height < telling) return false;
  style.blockSize = style.minBlockSize = `${height}px`;
  style.overflow = 'clip';
  return [...element.querySelectorAll('*')].some((inside) => heightOf(inside) >= telling);
}

let looks = look + tableLook;
let sheet: CSSStyleSheet | undefined;

/** More look, for the trees that have theirs too. */
export function wear(more: string): void {
  looks += more;
  sheet?.replaceSync(looks);
}

/** Gives a shadow tree its look, which a page that forbids styles does not forbid; and more of it, once there is more. */
export function dress(root: ShadowRoot): void {
  if (root.adoptedStyleSheets) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      wear('');
    }
    // Given again, it would be looked through again.
    if (!root.adoptedStyleSheets[0]) root.adoptedStyleSheets = [sheet];
    return;
  }
  // Where a browser cannot share one sheet.
  const style = root.querySelector('style') ?? root.appendChild(document.createElement('style'));
  style.textContent = looks;
}
