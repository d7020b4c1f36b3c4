import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FiguresBlock, NoticeBlock } from '../../core/document.ts';
import { groupDigits } from '../../core/figures.ts';
import { link } from '../../core/link.ts';
import { type Pen, shapeOf, typeset } from '../pen.ts';

export const freshIf = (name: string, pen: Pen): string => (pen.fresh.has(name) ? 'fresh' : '');

export const notice = ({ tone, text, href, hrefText }: NoticeBlock, pen: Pen): TemplateResult => html`
  <div class="notice ${tone} ${freshIf(text, pen)}" part="notice">
    <p>${shapeOf(tone)}${typeset(text)} ${href ? link(href, hrefText ?? href) : nothing}</p>
  </div>
`;

export const figures = ({ items }: FiguresBlock, pen: Pen): TemplateResult => html`
  <dl class="figures">
    ${items.map(
      ({ label, value, unit, note }) => html`<div>
        <dt>${label}</dt>
        <dd class=${freshIf(label, pen)}><b>${/^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value}</b> ${unit}</dd>
        ${note ? html`<dd class="small">${typeset(note)}</dd>` : nothing}
      </div>`,
    )}
  </dl>
`;
