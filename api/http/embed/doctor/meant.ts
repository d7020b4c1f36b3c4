import type { AttributeDescriptor } from '../../../../widgets/core/descriptor.ts';
import type { Params } from '../../../../widgets/core/document.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import { cut } from './cut.ts';
import type { Embedding } from './embedding.ts';
import { mostNames, panelLike, usual } from './findings.ts';
import { isStray, nearValue } from './near-value.ts';
import { nearest } from './nearest.ts';
import { unquoted } from './unquoted.ts';

/** An attribute that no panel has, and the one that was meant; undefined where nobody can tell. */
export interface Misspelt {
  readonly written: string;
  readonly value: string;
  readonly name: string | undefined;
}

/** A panel and its parameters, before anybody has asked whether they make sense. */
export interface Meant {
  readonly line: number;
  /** Which of the panels of its page it is, from 1. */
  readonly nth: number;
  readonly stem: string;
  readonly params: Params;
  readonly misspelt: readonly Misspelt[];
  /** Of more misspelt attributes only how many. */
  readonly moreMisspelt: number;
  /** Parameters that stood beside `data-gk`; they are among `params`. */
  readonly outside: readonly string[];
  /** Values that are longer than any: they are not among `params`. */
  readonly tooLong: Params;
  readonly form: Embedding['form'];
  /** The name it is written with, which may be none of a panel. */
  readonly written: string;
}

/** Characters of a value; a list of many names has fewer. */
const longestValue = 500;

/** Whether a value can be that of an attribute nobody wrote: a guess is kept only when it can be right. */
function canHold(name: string, attribute: AttributeDescriptor, value: string): boolean {
  if (nearValue(attribute, value) !== undefined) return true;
  if (isStray(name, attribute, value)) return false;
  if (attribute.choices && name !== 'lang') return attribute.choices.some((choice) => choice.value === value.trim());
  return attribute.type !== 'number' || /^\d{1,6}$/.test(value.trim());
}

/** What a tag says of its parameters, as it was meant; null where no panel is like it. */
export function meantBy(embedding: Embedding, nth: number): Meant | null {
  const stem = panelNamed(embedding.stem) ? embedding.stem : panelLike(embedding.stem);
  const panel = stem === undefined ? undefined : panelNamed(stem);
  if (stem === undefined || !panel) return null;
  const { attributes } = panel.descriptor;
  const known = Object.keys(attributes);
  const all = Object.entries({ ...embedding.outside, ...embedding.params });
  const given = all.map(([name, value]) => [name, unquoted(value)] as const);
  const own = given.filter(([name]) => known.includes(name));
  const params: Record<string, string> = Object.fromEntries(own.filter(([, value]) => value.length <= longestValue));
  const tooLong = Object.fromEntries(own.filter(([, value]) => value.length > longestValue));
  const misspelt: Misspelt[] = [];
  let moreMisspelt = 0;
  for (const [written, value] of given) {
    if (known.includes(written) || usual.test(written)) continue;
    const near = nearest(written, known);
    const attribute = near === undefined ? undefined : attributes[near];
    const isFree = near !== undefined && !Object.hasOwn(params, near) && value.length <= longestValue;
    const isKept = isFree && attribute && canHold(near, attribute, value);
    if (isKept) params[near] = value;
    if (isKept || misspelt.length < mostNames)
      misspelt.push({ written: cut(written), value: cut(value), name: isKept ? near : undefined });
    else moreMisspelt += 1;
  }
  const { line, form, outside } = embedding;
  const rest = { misspelt, moreMisspelt, outside: Object.keys(outside), form, written: cut(embedding.stem) };
  return { line, nth, stem, params, tooLong, ...rest };
}
