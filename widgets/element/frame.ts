import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PanelDocument } from '../core/document.ts';
import { formatInstant, formatInstantDay } from '../core/format.ts';
import { link } from '../core/link.ts';
import { later } from './later.ts';
import type { Pen } from './pen.ts';
import type { Word } from './words.ts';

export const header = ({ title, badge, source }: PanelDocument, pen: Pen): TemplateResult => html`
  <header part="header">
    ${later.more?.wayBack(pen)}
    <p class="title" role="heading" aria-level=${pen.level} tabindex="-1">
      ${link(source.permalink, pen.typeset(title))} ${later.more?.badgeOf(badge)}
      ${source.isSample ? html`<span class="sample" part="sample">${pen.say('sample')}</span>` : nothing}
    </p>
  </header>
`;

/** Where it comes from, when, and in which other forms it can be had. */
export const footer = (document: PanelDocument, pen: Pen): TemplateResult => {
  const { source, asOf } = document;
  const { say } = pen;
  const language = pen.language === 'en' ? 'en' : 'zh-CN';
  const time = (word: Word, instant: string | null | undefined, spell: typeof formatInstantDay) =>
    instant ? html`<time datetime=${instant}>${say(word, spell(instant, language))}</time>` : nothing;
  const { publishedAt, modifiedAt, edition = 1 } = source;
  return html`
    <footer class="source" part="source">
      ${source.publisher && html`<span>${pen.typeset(say('source', source.publisher))}</span>`}
      ${time('published', publishedAt, formatInstantDay)}
      ${modifiedAt?.slice(0, 10) === publishedAt?.slice(0, 10) ? nothing : time('updated', modifiedAt, formatInstantDay)}
      ${edition > 1 ? html`<span>${say('edition', edition)}</span>` : nothing} ${time('asOf', asOf, formatInstant)}
      ${link(source.permalink, say('permalink'), 'permalink')} ${
        // Its place is kept from the first drawing on: what comes later moves nothing.
        pen.isPrivate || document.state !== 'data'
          ? nothing
          : html`<details class="menu"><summary>${say('menu')}</summary>${later.more?.menu(document, pen)}</details>`
      }
      ${later.more?.paperCode(document)}
    </footer>
  `;
};
