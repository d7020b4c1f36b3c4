import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ListBlock, Params } from '../../core/document.ts';
import { link } from '../../core/link.ts';
import { badgeOf } from '../badge.ts';
import { barOf, type Pen } from '../pen.ts';

const page = (params: Params | undefined, word: 'next' | 'previous', pen: Pen): unknown =>
  params ? html`<button type="button" @click=${() => pen.acts.go(params)}>${pen.say(word)}</button>` : nothing;

type Hits = readonly (readonly number[])[];

/** Text with its matches marked. Ranges that cannot be right are left out; built from text nodes only. */
const marked = (text: string, hits: Hits, pen: Pen): readonly unknown[] => {
  const pieces: unknown[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of hits) {
    if (start < at || end <= start || end > text.length) continue;
    pieces.push(pen.typeset(text.slice(at, start)), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [pieces, pen.typeset(text.slice(at))];
};

/** The surroundings of the first match: the reader sees why the record was found. What was not searched stands nearly whole. */
const excerpt = (text: string, hits: Hits, pen: Pen): readonly unknown[] => {
  const most = hits.length > 0 ? 120 : 400;
  const from = Math.max(0, (hits.find(([start = -1]) => start >= 0)?.[0] ?? 0) - 24);
  const part = text.slice(from, from + most);
  const shifted = hits.map((hit) => hit.map((unit) => unit - from));
  return [from > 0 && '…', marked(part, shifted, pen), from + most < text.length && '…'].filter(Boolean);
};

/** Records, each with its permalink. */
export const records = ({ items, total, more, next, previous }: ListBlock, pen: Pen): TemplateResult => html`
  <ul class="records">
    ${items.map(
      ({
        title,
        href,
        badge,
        meta,
        text,
        hits = [],
        textHits = [],
        progress,
      }) => html`<li class=${pen.fresh.has(href) ? 'fresh' : ''}>
        <p class="name">${link(href, marked(title, hits, pen))}</p>
        ${text ? html`<p class="small">${excerpt(text, textHits, pen)}</p>` : nothing}
        ${
          badge || meta.length > 0
            ? html`<p class="small meta">${badgeOf(badge)}${meta.map((fact) => html`<span>${pen.typeset(fact)}</span>`)}</p>`
            : nothing
        }
        ${
          progress
            ? html`<p class="small progress">${barOf(0, progress.share, progress.target)}<span>${progress.text}</span></p>`
            : nothing
        }
      </li>`,
    )}
  </ul>
  ${
    total > items.length || previous || more
      ? html`<div class="paging">
          ${total > items.length ? html`<span class="small">${pen.say('total', `${items.length} / ${total}`)}</span>` : nothing}
          ${page(previous, 'previous', pen)}${page(next, 'next', pen)} ${more ? link(more.href, more.text) : nothing}
        </div>`
      : nothing
  }
`;
