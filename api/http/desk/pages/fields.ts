import type { Bilingual } from '../../../core/finding.ts';
import { both, html, type Markup, nothing } from './markup.ts';
import type { Attempt, Visit } from './visit.ts';

/** Where a field stands: in which form, and what was typed there before it was refused. */
export interface Place {
  readonly form: string;
  readonly attempt: Attempt | null;
}

export interface Field {
  readonly name: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  readonly value?: string | undefined;
  readonly isRequired?: boolean;
}

const refusalOf = ({ form, attempt }: Place) => (attempt?.form === form ? attempt.refused : null);

const errorId = (form: string): string => `error-${form}`;

const described = (place: Place, id: string, hint: Bilingual | undefined): string | typeof nothing =>
  [...(hint ? [`${id}-hint`] : []), ...(refusalOf(place) ? [errorId(place.form)] : [])].join(' ') || nothing;

export const typed = ({ form, attempt }: Place, name: string, value = ''): string =>
  attempt?.form === form ? attempt.said.text(name) : value;

const around = (id: string, { label, hint, isRequired = false }: Field, control: Markup): Markup =>
  html`<div class="field">
    <label for=${id}>${both(label)}${isRequired ? html` <span class="muted">（必填）</span>` : nothing}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${both(hint)}</p>` : nothing}${control}
  </div>`;

export function input(place: Place, field: Field & { readonly type?: string }): Markup {
  const id = `${place.form}-${field.name}`;
  const { name, value, hint, isRequired = false, type = 'text' } = field;
  return around(
    id,
    field,
    html`<input
      id=${id}
      name=${name}
      type=${type}
      value=${type === 'password' ? '' : typed(place, name, value)}
      maxlength=${type === 'text' ? '2000' : nothing}
      autocomplete="off"
      ?required=${isRequired}
      aria-describedby=${described(place, id, hint)}
    />`,
  );
}

export function area(place: Place, field: Field & { readonly rows?: number }): Markup {
  const id = `${place.form}-${field.name}`;
  const { name, value, hint, isRequired = false, rows = 2 } = field;
  return around(
    id,
    field,
    html`<textarea
      id=${id}
      name=${name}
      rows=${rows}
      maxlength="2000"
      ?required=${isRequired}
      aria-describedby=${described(place, id, hint)}
    >${typed(place, name, value)}</textarea>`,
  );
}

export interface Choice {
  readonly value: string;
  readonly label: Bilingual;
}

export function select(place: Place, field: Field & { readonly choices: readonly Choice[] }): Markup {
  const id = `${place.form}-${field.name}`;
  const { name, value, hint, isRequired = false, choices } = field;
  const chosen = typed(place, name, value);
  return around(
    id,
    field,
    html`<select id=${id} name=${name} ?required=${isRequired} aria-describedby=${described(place, id, hint)}>
      ${choices.map(
        (each) =>
          html`<option value=${each.value} ?selected=${each.value === chosen}>
            ${each.label.zh} ${each.label.en}
          </option>`,
      )}
    </select>`,
  );
}

/** Several that may be chosen, or one. */
export function choices(
  place: Place,
  field: Field & { readonly type: 'checkbox' | 'radio'; readonly choices: readonly Choice[] },
): Markup {
  const { name, label, hint, type, isRequired = false } = field;
  const chosen = place.attempt?.form === place.form ? place.attempt.said.all(name) : [field.value ?? ''];
  const id = `${place.form}-${name}`;
  return html`<fieldset aria-describedby=${described(place, id, hint)}>
    <legend>${both(label)}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${both(hint)}</p>` : nothing}
    ${field.choices.map(
      (each) =>
        html`<label class="choice"
          ><input
            type=${type}
            name=${name}
            value=${each.value}
            ?checked=${chosen.includes(each.value)}
            ?required=${type === 'radio' && isRequired}
          />
          <span>${both(each.label)}</span></label
        >`,
    )}
  </fieldset>`;
}

export interface Form {
  readonly action: string;
  readonly heading: Bilingual;
  readonly level?: 2 | 3;
  readonly fields?: Markup;
  readonly button?: Bilingual;
  /** More to press, after the button. */
  readonly buttons?: Markup;
  readonly isGrave?: boolean;
  readonly hasFile?: boolean;
}

/** One form: its heading names it, its refusal stands in it and is read with every field of it. */
export function form(visit: Pick<Visit, 'mark'>, place: Place, given: Form): Markup {
  const { action, heading, level = 3, fields = nothing, button = heading, buttons = nothing } = given;
  const id = `form-${place.form}`;
  const title = both(heading);
  const refused = refusalOf(place);
  return html`<form
    id=${id}
    class="step ${given.isGrave ? 'grave' : ''}"
    method="post"
    action=${action}
    enctype=${given.hasFile ? 'multipart/form-data' : nothing}
    aria-labelledby="${id}-name"
  >
    ${level === 2 ? html`<h2 id="${id}-name">${title}</h2>` : html`<h3 id="${id}-name">${title}</h3>`}
    ${refused ? html`<p class="wrong" id=${errorId(place.form)}>${both(refused.reason)}</p>` : nothing}
    <input type="hidden" name="mark" value=${visit.mark} />
    ${fields}
    <p class="go"><button>${both(button)}</button>${buttons}</p>
  </form>`;
}
