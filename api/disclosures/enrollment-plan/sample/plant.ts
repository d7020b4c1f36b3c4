import { firstRow } from '../../../core/form/print-forms.ts';
import type { Expected, Fault } from '../../sample-files.ts';
import { forms } from '../forms.ts';
import type { EnrollmentPlan } from '../model.ts';
import { printPlan } from '../print.ts';

const sheetOf = (form: keyof typeof forms): string => forms[form].label.zh;
export const at = (rule: string, form: keyof typeof forms, index: number): Expected[number] => ({
  rule,
  sheet: sheetOf(form),
  row: firstRow + index,
});

/** A fault that changes the content and leads to what `expected` says. */
export const change = (
  name: string,
  edit: (content: EnrollmentPlan) => { readonly content: EnrollmentPlan; readonly expected: Expected } | null,
): Fault<EnrollmentPlan> => ({
  name,
  plant: (draft) => {
    const changed = edit(draft.content);
    return changed && { sheets: printPlan({ ...draft, content: changed.content }), expected: changed.expected };
  },
});

export const replace = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((one, position) => (position === index ? item : one));
