import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Field, FormBlock } from '../../core/document.ts';
import type { Pen } from '../pen.ts';

const pause = 250;
const timers = new WeakMap<EventTarget, ReturnType<typeof setTimeout>>();

const controlOf = ({ name, kind, value, options = [] }: Field, pen: Pen): TemplateResult => {
  const given = pen.chosen[name] ?? value;
  const changed = ({ target }: Event) => pen.acts.type(target as HTMLInputElement);
  const choices = options.map(
    ({ value, text }) => html`<option value=${value} ?selected=${value === given}>${text}</option>`,
  );
  // Where the reader has chosen, what an option says of itself counts no more.
  if (kind === 'choice')
    return html`<select class="field" name=${name} .value=${given} @change=${changed}>${choices}</select>`;
  if (kind === 'day') return html`<input class="field" type="date" name=${name} .value=${given} @change=${changed} />`;
  // A syllable that is still being composed (pinyin) is not yet what is looked for.
  const typed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    clearTimeout(timers.get(field));
    if ((event as InputEvent).isComposing) return;
    timers.set(
      field,
      setTimeout(() => pen.acts.type(field), pause),
    );
  };
  return html`<input
    class="field"
    type="search"
    name=${name}
    autocomplete="off"
    list=${choices.length ? `${name}s` : nothing}
    .value=${given}
    @input=${typed}
    @compositionend=${typed}
  /><datalist id="${name}s">${choices}</datalist>`;
};

/**
 * What a reader may choose or type: each field is a parameter of the panel. What is chosen is shown at once: nothing is sent,
 * so this is no form; and no landmark, for there are as many on a page as panels.
 */
export const form = ({ label, fields }: FormBlock, pen: Pen): TemplateResult => html`
  <div class="form" role="group" aria-label=${label}>
    ${fields.map(
      (field) => html`<label class=${field.kind}
        ><span class="small">${field.label}</span>${controlOf(field, pen)}${field.hint ? html`<span class="small">${field.hint}</span>` : nothing}</label
      >`,
    )}
  </div>
`;
