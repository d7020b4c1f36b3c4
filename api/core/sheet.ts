import type { Bilingual } from './finding.ts';

export type CellValue = string | number | null;

/** One column of an exported table. Codes are text, never numbers: 0533 must stay 0533. */
export interface Column<Row> {
  /** Field name, the header of `header=code`. */
  readonly key: string;
  readonly label: Bilingual;
  readonly value: (row: Row) => CellValue;
  /** Width in characters, for a worksheet. */
  readonly width?: number;
  /** True: its values are amounts of money, shown with separators and two decimals. */
  readonly isMoney?: boolean;
  /** True: its values are days, YYYY-MM-DD, which a worksheet keeps as days to sort and group by. */
  readonly isDay?: boolean;
  /** True: its values are instants as clocks in China show them, with +08:00, which a worksheet keeps as a day and a time. */
  readonly isInstant?: boolean;
  /** True: its values are per cent, such as 32.5%, which a worksheet keeps as numbers. */
  readonly isPercent?: boolean;
}

export interface Sheet<Row> {
  readonly name: Bilingual;
  readonly columns: readonly Column<Row>[];
}

/** A worksheet with its rows already chosen: one document's articles, say. */
export interface FilledSheet {
  readonly name: Bilingual;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  readonly rows: Iterable<readonly CellValue[]>;
}

export const fill = <Row>({ name, columns }: Sheet<Row>, rows: readonly Row[]): FilledSheet => ({
  name,
  columns,
  rows: rows.map((row) => columns.map(({ value }) => value(row))),
});

/**
 * How a kind leaves as files. Both are GraphQL documents against the public schema, so that an export can never show
 * what the public door does not.
 */
export interface Exports {
  readonly list: {
    /** Takes the list's own arguments; selects `list: <field>(…) { pageInfo nodes }`. */
    readonly document: string;
    readonly sheet: Sheet<Record<string, unknown>>;
  };
  readonly one: {
    /** Takes `$indexNumber` and `$asOf`; selects `one: <field>(by: …)`. */
    readonly document: string;
    readonly sheets: (record: Record<string, unknown>) => readonly FilledSheet[];
    /** What a CSV file holds, which has one table only; the first sheet unless given. */
    readonly csv?: (record: Record<string, unknown>) => FilledSheet;
  };
}
