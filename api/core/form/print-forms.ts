import type { PrintedCell, PrintedSheet } from '../printed-sheet.ts';
import type { Field, Fields, Form, FormSet, FormsOf, Values } from './form.ts';

/** Rows of a printed form begin here: a title, then the header. */
export const firstRow = 3;

/** Empty rows of a template that offer their lists to choose from. */
const room = 60;

const bold = (text: string): PrintedCell => ({ bold: text });

const header = ({ label, type }: Field<unknown>): string => (type.unit ? `${label.zh}（${type.unit}）` : label.zh);

const isLong = ({ type }: Field<unknown>): boolean => /分段|一行|多项/.test(type.hint[0]);

const widthOf = (field: Field<unknown>): number =>
  Math.max(header(field).length * 2 + 2, isLong(field) ? 40 : field.type.choices ? 14 : 16);

const cellOf = (field: Field<unknown>, value: unknown): PrintedCell =>
  value === null || value === undefined ? null : field.type.print(value);

/** Rows of values as a worksheet: its title, its header, a row each. */
export function printForm<F extends Fields>(
  { label, fields }: Form<F>,
  rows: readonly Partial<Values<F>>[],
  title: string = label.zh,
): PrintedSheet {
  const entries = Object.entries(fields);
  return {
    name: label.zh.slice(0, 31),
    rows: [
      [bold(title)],
      entries.map(([, field]) => bold(header(field))),
      ...rows.map((row) => entries.map(([key, field]) => cellOf(field, row[key]))),
    ],
    widths: entries.map(([, field]) => widthOf(field)),
  };
}

/** Facts as a cover sheet, with the lists their answers are from. */
export function printCover<F extends Fields>(facts: F, values: Partial<Values<F>>): PrintedSheet {
  const entries = Object.entries(facts);
  return {
    name: '封面',
    rows: entries.map(([key, field]) => [`${field.label.zh}：`, cellOf(field, values[key])]),
    widths: [20, 60],
    choices: entries.flatMap(([, { type }], index) =>
      type.choices ? [{ row: index + 1, column: 1, list: type.choices }] : [],
    ),
  };
}

/** A source as its department would fill it in: the cover, and every form that has rows. */
export function printForms<F extends Fields, Forms extends FormsOf>(
  { facts, forms }: FormSet<F, Forms>,
  values: Partial<Values<F>>,
  rows: { readonly [Code in keyof Forms]?: readonly Partial<Values<Forms[Code]['fields']>>[] },
): PrintedSheet[] {
  return [
    printCover(facts, values),
    ...Object.entries(forms).flatMap(([code, form]) => {
      const own = rows[code] ?? [];
      return own.length > 0 ? [printForm(form, own)] : [];
    }),
  ];
}

const noteOf = ({ label, type, note, required }: Field<unknown>): string =>
  `${label.zh}：${type.hint[0]}${required ? '，必填' : ''}${note ? `；${note}` : ''}`;

const notesSheet = ({ facts, forms }: FormSet, notes: readonly string[]): PrintedSheet => ({
  name: '填表说明',
  rows: [
    [bold('填表说明')],
    ...notes.map((note) => [note]),
    [bold('封面')],
    ...Object.values(facts).map((field) => [noteOf(field)]),
    ...Object.values(forms).flatMap(({ label, fields }) => [
      [bold(label.zh)],
      ...Object.values(fields).map((field) => [noteOf(field)]),
    ]),
  ],
  widths: [100],
});

/** A workbook to be filled in: notes, the cover, and every form with lists to choose from. */
export const templateSheets = (set: FormSet, notes: readonly string[]): PrintedSheet[] => [
  notesSheet(set, notes),
  printCover(set.facts, {}),
  ...Object.values(set.forms).map((form) => ({
    ...printForm(form, []),
    choices: Object.values(form.fields).flatMap(({ type }, column) =>
      type.choices
        ? Array.from({ length: room }, (_, index) => ({ row: firstRow + index, column, list: type.choices ?? [] }))
        : [],
    ),
  })),
];
