import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SectionsBlock } from '../../core/document.ts';
import { partTitle } from '../../core/part-title.ts';
import type { Pen } from '../pen.ts';

/** A text of so many parts is given a table of contents. */
const long = 9;

/** A fragment of the page's address does not reach into a shadow tree. */
const jump = (event: Event): void => {
  const link = event.currentTarget as HTMLElement;
  const root = link.getRootNode() as ShadowRoot;
  // Focus brings it into view.
  root.getElementById(link.dataset['to'] ?? '')?.focus();
};

export const sections = ({ items }: SectionsBlock, pen: Pen): TemplateResult => {
  const named = items.filter(({ heading }) => heading);
  // Levels are those of the text; a heading stands one below the one it is under, and none is left out,
  // however deep: a level that is there twice would make what is under it stand beside it.
  const above: number[] = [];
  const depthOf = (level: number): number => {
    while ((above[above.length - 1] ?? -1) >= level) above.pop();
    return pen.level + above.push(level);
  };
  return html`
    ${
      items.length >= long && named.length > 2
        ? html`<details class="contents">
            <summary>${pen.say('contents')}</summary>
            <ul>
              ${named.map(
                ({ id, level, marker, heading }) =>
                  html`<li class="level${level}"><button type="button" class="deeper" data-to="part-${id}" @click=${jump}>${partTitle(marker, heading)}</button></li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
    <div class="text">
      ${items.map(({ id, level, marker, heading, paragraphs }) => {
        const [first, ...rest] = paragraphs;
        const before = marker && !heading ? html`<b class="keep">${marker}</b>　` : nothing;
        // 1. and its like stand beside what they count, 第一条 in its line.
        const isPoint = /^\d+\W$/.test(marker ?? '');
        return html`<section id="part-${id}" tabindex="-1">
          ${
            heading
              ? html`<p class="part level${level}" role="heading" aria-level=${depthOf(level)}>${pen.typeset(partTitle(marker, heading))}</p>`
              : nothing
          }
          ${before === nothing && first === undefined ? nothing : html`<p class=${isPoint ? 'point' : ''}>${before}${pen.typeset(first ?? '')}</p>`}
          ${rest.map((paragraph) => html`<p>${pen.typeset(paragraph)}</p>`)}
        </section>`;
      })}
    </div>
  `;
};
