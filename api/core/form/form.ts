import type { Bilingual } from '../finding.ts';
import type { CellType } from './cell-types.ts';

/** One column of a form, or one fact of its cover (栏目). */
export interface Field<Value> {
  /** What it is called; the Chinese one is the header of a template. */
  readonly label: Bilingual;
  readonly type: CellType<Value>;
  /** Other labels it is known by in published tables; compared without spaces, brackets and units. */
  readonly aliases?: RegExp;
  /** True: a row without it is an error. */
  readonly required?: boolean;
  /** What to write in it, beside what its type says; for a template. */
  readonly note?: string;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A table that departments fill in (表式): what it is called and what its columns are. */
export interface Form<F extends Fields = Fields> {
  readonly label: Bilingual;
  /** Titles and names of worksheets it is known by. */
  readonly names: RegExp;
  readonly fields: F;
}

/** The forms a source of a kind may hold, and the facts of its cover. */
export interface FormSet<Facts extends Fields = Fields, Forms extends FormsOf = FormsOf> {
  readonly facts: Facts;
  readonly forms: Forms;
}

export type FormsOf = Readonly<Record<string, Form>>;

/** What a cell of each field reads as; null where it is empty or could not be read. */
export type Values<F extends Fields> = {
  readonly [Key in keyof F]: (F[Key] extends Field<infer Value> ? Value : never) | null;
};

/** Where a row stands in the source. */
export interface RowPlace {
  readonly sheet: string | null;
  readonly row: number;
}

/** One row of a form, read. */
export interface FormRow<F extends Fields> extends RowPlace {
  readonly values: Values<F>;
  /** The heading it stands under (一、教育类), where a table has such. */
  readonly section: string | null;
}

export const field = <Value>(
  zh: string,
  en: string,
  type: CellType<Value>,
  more: Omit<Field<Value>, 'label' | 'type'> = {},
): Field<Value> => ({ label: { zh, en }, type, ...more });
