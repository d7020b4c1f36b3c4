import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { nothing } from 'lit';
import type { Bilingual } from '../../../core/finding.ts';
import { chinaTime } from '../../../core/local-date.ts';

// The templates of Lit that exist only on the server: no markers for a script that never comes, and `<title>` and
// `<textarea>` may hold what changes. Everything that is put in is escaped.
export { html, nothing };

export type Markup = ReturnType<typeof html> | typeof nothing | string | readonly Markup[];

export const textOf = (markup: ReturnType<typeof html>): Promise<string> => collectResult(render(markup));

/** A sentence in both languages, each in its own. */
export const both = ({ zh, en }: Bilingual): Markup => html`${zh} <span class="en" lang="en">${en}</span>`;

/** An instant as clocks in China show it. */
export const beijing = (at: Date): Markup => {
  const time = chinaTime(at);
  return html`<time class="keep" datetime=${time}>${time.slice(0, 16).replace('T', ' ')}</time>`;
};

/** Nothing, or what a condition lets through. */
export const when = (condition: boolean, make: () => Markup): Markup => (condition ? make() : nothing);
