import type { Place } from '../../../core/finding-list.ts';
import type { FormRow } from '../../../core/form/form.ts';
import type { Rows } from '../../../core/form/read-forms.ts';
import type { planForms } from '../forms.ts';

type Forms = (typeof planForms)['forms'];

/** The rows of a plan's tables, with their places. */
export type PlanRows = Rows<Forms>;

/** Where a cell of a row stands. */
export const cellOf = ({ sheet, row }: Pick<FormRow<never>, 'sheet' | 'row'>, column: string): Place => ({
  sheet,
  row,
  column,
});
