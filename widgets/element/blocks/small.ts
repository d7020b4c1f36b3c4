import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FactsBlock, FiguresBlock, NoticeBlock, PhotosBlock, StepsBlock, Tone } from '../../core/document.ts';
import { groupDigits } from '../../core/figures.ts';
import { link, webAddress } from '../../core/link.ts';
import { shapeOf } from '../badge.ts';
import type { Pen } from '../pen.ts';

const freshIf = (name: string, pen: Pen): string => (pen.fresh.has(name) ? 'fresh' : '');

export const notice = ({ tone, text, href, hrefText }: NoticeBlock, pen: Pen): TemplateResult => html`
  <div class="notice ${tone} ${freshIf(text, pen)}" part="notice">
    <p>${shapeOf(tone)}${pen.typeset(text)} ${href ? link(href, hrefText ?? href) : nothing}</p>
  </div>
`;

export const figures = ({ items }: FiguresBlock, pen: Pen): TemplateResult => html`
  <dl class="figures">
    ${items.map(
      ({ label, value, unit, note }) => html`<div>
        <dt>${label}</dt>
        <dd class=${freshIf(label, pen)}><b>${/^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value}</b> ${unit}</dd>
        ${note ? html`<dd class="small">${pen.typeset(note)}</dd>` : nothing}
      </div>`,
    )}
  </dl>
`;

/** A phone to be tapped; any other address must be one of the web. */
const reach = (href: string, text: unknown): TemplateResult =>
  /^tel:\+?[\d-]{3,20}$/.test(href) ? html`<a href=${href}>${text}</a>` : link(href, text);

export const facts = ({ items }: FactsBlock, pen: Pen): TemplateResult => html`
  <dl class="facts">
    ${items.map(
      ({ label, text, href }) =>
        html`<div><dt>${label}</dt><dd class=${freshIf(label, pen)}>${href ? reach(href, pen.typeset(text)) : pen.typeset(text)}</dd></div>`,
    )}
  </dl>
`;

const tones: Readonly<Record<string, Tone>> = { done: 'good', late: 'late', now: 'good', todo: 'ended' };

export const steps = ({ caption, items }: StepsBlock, pen: Pen): TemplateResult => html`
  ${caption ? html`<div class="caption"><b>${caption}</b></div>` : nothing}
  <ol class="steps">
    ${items.map(
      ({
        title,
        state,
        stateText,
        time,
        text,
      }) => html`<li class=${state} aria-current=${state === 'now' ? 'step' : nothing}>
        ${shapeOf(tones[state] ?? 'ended')}
        <p><span class="name">${pen.typeset(title)}</span></p>
        <p class="small meta"><span class=${freshIf(title, pen)}>${stateText}</span>${time ? html`<span>${pen.typeset(time)}</span>` : nothing}</p>
        ${text ? html`<p class="small">${pen.typeset(text)}</p>` : nothing}
      </li>`,
    )}
  </ol>
`;

export const photos = ({ items }: PhotosBlock, pen: Pen): TemplateResult => html`
  <div class="photos">
    ${items.map(({ src, alt, caption }) => {
      const address = webAddress(src);
      return html`<figure>
        ${address ? html`<a href=${address} rel="noopener"><img src=${address} alt=${alt} loading="lazy" /></a>` : nothing}
        <figcaption class="small">${pen.typeset(caption)}</figcaption>
      </figure>`;
    })}
  </div>
`;
