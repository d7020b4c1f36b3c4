import { inject } from 'vitest';
import { definePanels, type PanelElement, type PanelState } from '../../../widgets/element/panel.ts';

definePanels('budget-shown emergency-shown;from organization page query topic year');

export const endpoint = (scenario: string): string => `${inject('standIn')}/${scenario}`;

/** A tag whose stem no older panel has. */
export const shown = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-budget-shown endpoint="${endpoint(scenario)}" ${attributes}>${fallback}</gk-budget-shown>`;

/** Puts a snippet on the page as a webmaster would and hands back its panel. */
export const mount = (snippet: string): PanelElement => {
  document.documentElement.removeAttribute('lang');
  document.body.innerHTML = `<main>${snippet}</main>`;
  const panel = document.querySelector<PanelElement>('main [endpoint]');
  if (!panel) throw new Error(`no panel in ${snippet}`);
  return panel;
};

export const until = async (holds: () => unknown, what: string): Promise<void> => {
  const deadline = Date.now() + 8000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Waits until the panel has said all it will say for now. */
export const settled = async (panel: PanelElement): Promise<PanelState> => {
  await until(() => panel.shadowRoot?.querySelector('[aria-busy=false]'), `${panel.outerHTML.slice(0, 90)} is busy`);
  await panel.updateComplete;
  return panel.state;
};

/** Waits until it is laid out, however far down the page: no reader acts before. */
export const laidOut = (panel: PanelElement): Promise<void> =>
  until(() => find(panel, '.panel').style.contentVisibility, 'the layout');

export const all = (panel: PanelElement, selector: string): readonly HTMLElement[] => [
  ...(panel.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const find = <E extends HTMLElement = HTMLElement>(panel: PanelElement, selector: string): E => {
  const [found] = all(panel, selector);
  if (!found) throw new Error(`${panel.localName} shows no ${selector}`);
  return found as E;
};

export const words = (panel: PanelElement, selector = '.panel'): string =>
  (all(panel, selector)[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
