import { inject } from 'vitest';
import type { PanelElement, PanelState } from '../../../widgets/core/panel-element.ts';
import { panels as modules } from '../../../widgets/registry.ts';

await Promise.all(Object.values(modules).map((load) => load()));

export type Panel = PanelElement<unknown>;

/** Where the stand-in answers in a given way. */
export const endpoint = (scenario: string): string => `${inject('standIn')}/${scenario}`;

export const documents = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-documents endpoint="${endpoint(scenario)}" ${attributes}>${fallback}</gk-documents>`;

export const document1 = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-document endpoint="${endpoint(scenario)}" number="示政办字〔2026〕29号" ${attributes}>${fallback}</gk-document>`;

export const budget = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-budget endpoint="${endpoint(scenario)}" organization="县财政局" year="2024" ${attributes}>${fallback}</gk-budget>`;

export const schoolFinder = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-school-finder endpoint="${endpoint(scenario)}" place="周坊村" ${attributes}>${fallback}</gk-school-finder>`;

export const projects = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-projects endpoint="${endpoint(scenario)}" year="2024" ${attributes}>${fallback}</gk-projects>`;

export const emergency = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-emergency endpoint="${endpoint(scenario)}" ${attributes}>${fallback}</gk-emergency>`;

export const emergencyPlan = (scenario: string, attributes = '', fallback = ''): string =>
  `<gk-emergency-plan endpoint="${endpoint(scenario)}" plan="示例县防汛抗旱应急预案" ${attributes}>${fallback}</gk-emergency-plan>`;

type Snippet = (scenario: string, attributes?: string, fallback?: string) => string;

/** A tag of every sort of panel, each held to what all promise. */
export const panels: Readonly<Record<string, Snippet>> = {
  'gk-documents': documents,
  'gk-document': document1,
  'gk-budget': budget,
  'gk-emergency': emergency,
  'gk-emergency-plan': emergencyPlan,
  'gk-projects': projects,
  'gk-school-finder': schoolFinder,
};

/** Puts a snippet on the page as a webmaster would and hands back its panel. */
export const mount = (snippet: string): Panel => {
  // The runner's page is English; a page that does not say its language is Chinese.
  document.documentElement.removeAttribute('lang');
  document.body.innerHTML = `<main>${snippet}</main>`;
  const panel = document.querySelector<Panel>('main [endpoint]');
  if (!panel) throw new Error(`no panel in ${snippet}`);
  return panel;
};

const until = async (holds: () => boolean, what: () => string): Promise<void> => {
  const deadline = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Waits until the panel has said all it will say for now. */
export const settled = async (panel: Panel): Promise<PanelState> => {
  await panel.updateComplete;
  await until(
    () => panel.shadowRoot?.querySelector('[aria-busy]')?.getAttribute('aria-busy') === 'false',
    () => `${panel.localName} is still ${panel.state}`,
  );
  await panel.updateComplete;
  return panel.state;
};

export const find = <E extends HTMLElement = HTMLElement>(panel: Panel, selector: string): E => {
  const found = panel.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`${panel.localName} shows no ${selector}`);
  return found;
};

export const all = (panel: Panel, selector: string): readonly HTMLElement[] => [
  ...panel.renderRoot.querySelectorAll<HTMLElement>(selector),
];

export const words = (panel: Panel, selector = '.panel'): string =>
  (find(panel, selector).textContent ?? '').replace(/\s+/g, ' ').trim();
