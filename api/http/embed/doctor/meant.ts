import type { AttributeDescriptor } from '../../../../widgets/core/descriptor.ts';
import type { Params } from '../../../../widgets/core/document.ts';
import { panelNamed, panels } from '../../../../widgets/panels.ts';
import type { Embedding } from './embedding.ts';
import { usual } from './findings.ts';
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
  readonly embedding: Embedding;
}

/** Whether a value can be that of an attribute nobody wrote: a guess is kept only when it can be right. */
function canHold(name: string, attribute: AttributeDescriptor, value: string): boolean {
  if (nearValue(attribute, value) !== undefined) return true;
  if (isStray(name, attribute, value)) return false;
  if (attribute.choices && name !== 'lang') return attribute.choices.some((choice) => choice.value === value.trim());
  return attribute.type !== 'number' || /^\d{1,6}$/.test(value.trim());
}

/** What a tag says of its parameters, as it was meant; null where no panel is like it. */
export function meantBy(embedding: Embedding, nth: number): Meant | null {
  const stem = panelNamed(embedding.stem) ? embedding.stem : nearest(embedding.stem, Object.keys(panels));
  const panel = stem === undefined ? undefined : panelNamed(stem);
  if (stem === undefined || !panel) return null;
  const { attributes } = panel.descriptor;
  const known = Object.keys(attributes);
  const given = Object.entries(embedding.params).map(([name, value]) => [name, unquoted(value)] as const);
  const params: Record<string, string> = Object.fromEntries(given.filter(([name]) => known.includes(name)));
  const misspelt: Misspelt[] = [];
  for (const [written, value] of given) {
    if (known.includes(written) || usual.test(written)) continue;
    const near = nearest(written, known);
    const attribute = near === undefined ? undefined : attributes[near];
    const isKept = near !== undefined && attribute && !Object.hasOwn(params, near) && canHold(near, attribute, value);
    if (isKept) params[near] = value;
    misspelt.push({ written, value, name: isKept ? near : undefined });
  }
  return { line: embedding.line, nth, stem, params, misspelt, embedding };
}
