import { html } from 'ghtml';
import type { Markup } from './typography.ts';

/** One group of a facet, as GraphQL counts it. */
export interface Bucket {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Select {
  /** The parameter of the list. */
  readonly name: string;
  readonly label: string;
  readonly buckets: readonly Bucket[];
  /** The value the address asks for; empty for all. */
  readonly chosen: string;
}

const isYear = ({ value }: Bucket): boolean => /^\d{4}$/.test(value);

/** Years stand newest first, everything else as it is counted. */
const ordered = (buckets: readonly Bucket[]): readonly Bucket[] =>
  buckets.every(isYear) ? [...buckets].sort((one, other) => Number(other.value) - Number(one.value)) : buckets;

/** A condition of a list to choose from, with how many each choice has. What was asked for is offered though it has none. */
export function select({ name, label, buckets, chosen }: Select): Markup {
  const isKnown = buckets.some(({ value }) => value === chosen) || chosen === '';
  const options = isKnown ? ordered(buckets) : [...ordered(buckets), { value: chosen, label: chosen, count: 0 }];
  return html`<label class="field"
    ><span>${label}</span>
    <select name="${name}">
      <option value="">全部</option>
      !${options.map(
        ({ value, label: text, count }) =>
          html`<option value="${value}" !${value === chosen ? 'selected' : ''}>${text}（${count}）</option>`,
      )}
    </select></label
  >`;
}
