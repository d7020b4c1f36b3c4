import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PanelDocument } from '../core/document.ts';
import { webAddress } from '../core/link.ts';
import type { Pen } from './pen.ts';
import type { Word } from './words.ts';

/** The panel's own address with an extension: the same in another form. */
const inForm = (address: string, extension: string): string => address.replace(/(?=\?|$)/, `.${extension}`);

const forms = ['CSV', 'XLSX', 'PNG', 'SVG', 'JSON', 'Markdown'];

/** Only secure pages may write to the clipboard; on others the text is given to be copied. */
const copy = (text: string, pen: Pen) => (event: Event) => {
  const button = event.currentTarget as HTMLElement;
  const words = button.textContent;
  (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
    () => {
      button.textContent = pen.say('copied');
      setTimeout(() => {
        button.textContent = words;
      }, 2000);
    },
    () => prompt(words ?? '', text),
  );
};

/** The same panel in other forms, and what one cites it by. */
export const menu = ({ address, source }: PanelDocument, pen: Pen): TemplateResult => {
  const button = (word: Word, act: (event: Event) => void) =>
    html`<button type="button" class="deeper" @click=${act}>${pen.say(word)}</button>`;
  return html`
    <div class="row">
        ${forms.map((name) => {
          const href = webAddress(inForm(address, name.replace('arkdown', 'd').toLowerCase()));
          return href ? html`<a href=${href} rel="noopener" download>${name}</a>` : nothing;
        })}
        ${source.citation ? button('cite', copy(source.citation, pen)) : nothing}
        ${button('copyLink', copy(source.permalink, pen))} ${button('print', () => print())}
      </div>
  `;
};

/** Out of what a row led into. */
export const wayBack = (pen: Pen): unknown => {
  const from = pen.trail[pen.trail.length - 1];
  return from
    ? html`<button type="button" class="deeper back" @click=${() => pen.acts.back()}>← ${pen.say('back')} ${from.title}</button>`
    : nothing;
};

/** Where it is found again, for who reads it on paper. */
export const paperCode = ({ source: { code } }: PanelDocument): unknown =>
  code &&
  html`<svg class="code" viewBox="0 0 ${code.side} ${code.side}" aria-hidden="true"><path d=${code.path} /></svg>`;
