import type { Bilingual } from '../../../core/finding.ts';
import { isValidIn, nameIn, type Scheme, type Subject } from './classification.ts';
import { departmentEconomics, governmentEconomics } from './economic.ts';
import { functions } from './function.ts';
import { itemNamed } from './items.ts';
import { revenues } from './revenue.ts';

const lists: Readonly<Partial<Record<Scheme, ReadonlyMap<string, Subject>>>> = {
  FUNCTION: functions,
  REVENUE: revenues,
  ECONOMIC_DEPARTMENT: departmentEconomics,
  ECONOMIC_GOVERNMENT: governmentEconomics,
};

export const subjectsOf = (scheme: Scheme): ReadonlyMap<string, Subject> => lists[scheme] ?? new Map();

/** 类 is 1, 款 2, 项 3; null for what is no code of three, five or seven digits. */
export const depthOfCode = (code: string): number | null =>
  ({ 3: 1, 5: 2, 7: 3 })[/^\d+$/.test(code) ? code.length : 0] ?? null;

/** The code one level up; null for a class. */
export const parentOf = (code: string): string | null => (code.length > 3 ? code.slice(0, -2) : null);

/** Whether any list has the class (类) of a code: lists have every class, so that a code without one is nowhere. */
export const isOfSomeClass = (code: string): boolean => Object.values(lists).some((list) => list.has(code.slice(0, 3)));

export type ClassState = 'valid' | 'unknown' | 'not-in-year';

/** Whether the class (类) a code belongs to was in the list of that fiscal year. */
export function classIn(scheme: Scheme, code: string, year: number): ClassState {
  const subject = subjectsOf(scheme).get(code.slice(0, 3));
  if (!subject) return 'unknown';
  return isValidIn(subject, year) ? 'valid' : 'not-in-year';
}

/** Names compare without brackets' width, spaces and marks. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s"“”'()、,，·]/g, '');

const byName = new Map<string, string>();
for (const scheme of ['FUNCTION', 'REVENUE', 'ECONOMIC_DEPARTMENT', 'ECONOMIC_GOVERNMENT'] as const) {
  for (const { code, names } of subjectsOf(scheme).values()) {
    if (code.length > 5) continue;
    for (const { zh } of names) {
      const key = `${scheme} ${nameKey(zh)}`;
      if (!byName.has(key)) byName.set(key, code);
    }
  }
}

/** The code a name stands for where a table prints names alone; undefined unless exactly one does. */
export const codeNamed = (scheme: Scheme, name: string): string | undefined => byName.get(`${scheme} ${nameKey(name)}`);

/** The name of a code in a fiscal year, in both languages; null for one we do not list. */
export function labelOf(scheme: Scheme, code: string, year: number): Bilingual | null {
  const subject = subjectsOf(scheme).get(code);
  if (subject) return { zh: nameIn(subject, year), en: subject.en };
  return scheme === 'ITEM' ? (itemNamed(code)?.label ?? null) : null;
}
