import { html } from 'ghtml';
import type { AttributeDescriptor, Choice } from '../../../widgets/core/descriptor.ts';
import type { Params } from '../../../widgets/core/document.ts';
import { dayGiven } from '../../../widgets/core/given.ts';
import type { Panel } from '../../../widgets/core/panel.ts';
import type { Markup } from '../pages/typography.ts';

type Described = readonly [name: string, attribute: AttributeDescriptor];

const option = (value: string, text: string, isChosen = false): Markup =>
  html`<option value="${value}" !${isChosen ? 'selected' : ''}>${text}</option>`;

const spelt = ({ zh, en }: Omit<Choice, 'value'>): string => `${zh} ${en}`;

/** What stands for an attribute that is left out. */
function leftOut({ choices = [], default: usual }: AttributeDescriptor): string {
  const known = choices.find(({ value }) => value === usual);
  return known ? `默认：${spelt(known)}` : '不写 left out';
}

/** A value that is no choice stays as the address has it: nobody loses what was typed. */
const strayed = ({ choices = [] }: AttributeDescriptor, value: string): Markup =>
  value === '' || choices.some((choice) => choice.value === value)
    ? ''
    : option(value, `“${value}”不在选项中 not listed`, true);

function entry([name, attribute]: Described, value: string): Markup {
  const { choices, type, isRequired } = attribute;
  const around = html`id="embed-${name}" name="${name}" aria-labelledby="embed-${name}-label" aria-describedby="embed-${name}-hint" !${isRequired ? 'required' : ''}`;
  if (choices)
    return html`<select !${around}>
      !${option('', leftOut(attribute))}!${choices.map((choice) => option(choice.value, spelt(choice), choice.value === value))}!${strayed(attribute, value)}
    </select>`;
  // A field for days shows nothing of what is no day.
  const isDate = type === 'date' && (value === '' || dayGiven(value) === value);
  return html`<input !${around} value="${value}" !${isDate ? 'type="date"' : ''} !${type === 'number' ? 'inputmode="numeric"' : ''}
      !${name === 'organization' ? 'list="embed-organizations"' : ''} />`;
}

/** Named twice: engines that look for a label take one that is folded away for none. */
const field = (described: Described, value: string): Markup => {
  const [name, { label, description, isRequired }] = described;
  return html`<div class="field">
    <label id="embed-${name}-label" for="embed-${name}">${label.zh} <span class="english" lang="en">${label.en}</span> <code>${name}</code>
      !${isRequired ? html`<span>必填</span> <span lang="en">required</span>` : ''}</label>
    <p class="hint" id="embed-${name}-hint">${description}</p>
    !${entry(described, value)}
  </div>`;
};

/** What nobody is asked for is kept as it was given. */
const kept = (name: string, value: string): Markup =>
  value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}" />`;

/** How a panel stands on its page: most pages leave it as it is. */
const seldomChosen: ReadonlySet<string> = new Set(['heading-level', 'as-of', 'size', 'live']);

/** A field for each attribute that a webmaster chooses, by its Chinese name; what is seldom chosen is folded away, unless it is. */
export function fieldsOf({ descriptor }: Panel, params: Params): Markup {
  const all = Object.entries(descriptor.attributes);
  const fields = (some: readonly Described[]): Markup =>
    some
      .map(([name, attribute]) =>
        attribute.isOffered === false ? kept(name, params[name] ?? '') : field([name, attribute], params[name] ?? ''),
      )
      .join('');
  const [often, seldom] = [false, true].map((isSeldom) => all.filter(([name]) => seldomChosen.has(name) === isSeldom));
  return html`!${fields(often ?? [])}
    <details class="seldom" !${seldom?.some(([name]) => params[name]) ? 'open' : ''}>
      <summary>更多设置 <span class="english" lang="en">More settings</span></summary>
      !${fields(seldom ?? [])}
    </details>`;
}
