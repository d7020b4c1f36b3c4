import type { Place } from '../../../core/finding-list.ts';
import type { FormRow } from '../../../core/form/form.ts';
import type { FormsRead } from '../../../core/form/read-forms.ts';
import type { LocalDate } from '../../../core/local-date.ts';
import type { formSet, forms, PlanFacts } from '../forms.ts';
import type { AreaItem } from '../places.ts';

type Read = FormsRead<(typeof formSet)['facts'], typeof forms>;

/** What the rules look at: the plan as read, and where its rows stand. */
export interface Subject {
  readonly facts: PlanFacts;
  /** Day the plan was signed. */
  readonly formedOn: LocalDate | null;
  readonly rows: Read['rows'];
  readonly texts: Read['texts'];
}

/** An item and the row it stands in. */
export interface PlacedItem extends AreaItem {
  readonly at: Place;
}

export const placeOf = ({ sheet, row }: Pick<FormRow<never>, 'sheet' | 'row'>, column?: string): Place => ({
  sheet,
  row,
  ...(column === undefined ? {} : { column }),
});
