import { shared } from '../core/shared.ts';

/** `budget?organization=…` as a tag; undefined when there is no such panel. What is of no panel is left as it is. */
function tagFor(said: string): HTMLElement | undefined {
  const [stem = '', query] = said.split('?', 2);
  const tag = `gk-${stem}`;
  const { observedAttributes } = (customElements.get(tag) ?? {}) as { observedAttributes?: readonly string[] };
  if (!observedAttributes) return undefined;
  const panel = document.createElement(tag);
  // Whoever may write a link may not choose the platform that is asked, nor how the page names and dresses what is in it.
  for (const [name, value] of new URLSearchParams(query))
    if (observedAttributes.includes(name) && name !== 'endpoint') panel.setAttribute(name, value);
  return panel;
}

/** `<div data-gk="budget?…">`: the panel comes inside, what stood there stays as its fallback. */
function upgradeBox(box: HTMLElement): void {
  const panel = tagFor(box.dataset['gk'] ?? '');
  box.removeAttribute('data-gk');
  if (!panel) return;
  panel.append(...box.childNodes);
  box.append(panel);
}

/** A link to a panel that stands alone, on a page whose webmaster asked for it; it stays as the fallback. */
function upgradeLink(link: HTMLAnchorElement, start: string): void {
  const parent = link.parentElement;
  if (!parent || parent.localName.startsWith('gk-') || parent.textContent.trim() !== link.textContent.trim()) return;
  const panel = tagFor(link.href.slice(start.length));
  if (!panel) return;
  link.replaceWith(panel);
  panel.append(link);
}

/** Turns boxes and links into panels in place, now and whenever the page gets new ones. */
export function upgradePage(): void {
  const { endpoint, links } = shared();
  const start = `${endpoint.replace(/\/+$/, '')}/w/`;
  const look = (): void => {
    document.querySelectorAll<HTMLElement>('[data-gk]').forEach(upgradeBox);
    if (links)
      for (const link of document.querySelectorAll('a')) if (link.href.startsWith(start)) upgradeLink(link, start);
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
