import { html } from 'ghtml';
import { localDate } from '../../../core/local-date.ts';
import type { CellValue, FilledSheet, Sheet } from '../../../core/sheet.ts';
import { day, instant, type Markup, typeset } from '../typography.ts';

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+08:00)$/.test(text) && !Number.isNaN(Date.parse(text));

/** An address on the platform is followed there, whatever host it names. */
const link = (address: string, baseUrl: string): Markup => {
  const href = address.startsWith(`${baseUrl}/`) ? address.slice(baseUrl.length) : address;
  return html`<a href="${href}">${address}</a>`;
};

const amount = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A value of a sheet as a reader expects it: a day as 2024年5月20日, an address as a link. */
export function cell(value: CellValue, baseUrl: string, isMoney = false): Markup {
  if (value === null) return '';
  if (typeof value === 'number') return isMoney ? html`${amount.format(value)}` : html`${value}`;
  if (localDate(value)) return day(value);
  if (isInstant(value)) return instant(value);
  return /^https?:\/\/\S+$/.test(value) ? link(value, baseUrl) : typeset(value);
}

/** Addresses of the record itself: on its own page, and in a row that leads there, they say nothing. */
const ownAddresses: ReadonlySet<string> = new Set(['url', 'permalink', 'versionUrl']);

/** The columns worth reading; files have them all. */
export const readable = <Row>(sheet: Sheet<Row>): Sheet<Row> => ({
  ...sheet,
  columns: sheet.columns.filter(({ key }) => !ownAddresses.has(key)),
});

/** What is needed to find a record again, and is read on its own page. */
const identifiers: ReadonlySet<string> = new Set(['organizationCode', 'indexNumber', 'digest', 'lineCount']);

/** The columns that tell the records of a list apart. */
export const listable = <Row>(sheet: Sheet<Row>): Sheet<Row> => {
  const { columns, ...rest } = readable(sheet);
  return { ...rest, columns: columns.filter(({ key }) => !identifiers.has(key)) };
};

const isUnsaid = (value: CellValue | undefined): boolean => value === undefined || value === null || value === '';

/** A column of which nothing is known in any row says nothing. */
export function withoutEmpty({ columns, rows, ...sheet }: FilledSheet): FilledSheet {
  const all = [...rows];
  const isSaid = columns.map((_, at) => all.some((cells) => !isUnsaid(cells[at])));
  return {
    ...sheet,
    columns: columns.filter((_, at) => isSaid[at]),
    rows: all.map((cells) => cells.filter((_, at) => isSaid[at])),
  };
}

interface Drawn {
  readonly baseUrl: string;
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  /** Where a row leads: its address and which of its cells is the link. */
  readonly leads?: (row: number, cells: readonly CellValue[]) => { readonly href: string; readonly at: number };
}

/**
 * A sheet as a table that scrolls by itself where it is wider than the page. Its roles are said, for on a narrow screen rows are
 * laid out as lists, and a browser would take them for no table.
 */
export function table({ columns, rows }: FilledSheet, { baseUrl, labelledBy, leads }: Drawn): Markup {
  const all = [...rows];
  const isFigure = columns.map(
    ({ isMoney }, at) => isMoney || (all.length > 0 && all.every((cells) => typeof cells[at] === 'number')),
  );
  const drawn = all.map((cells, row) => {
    const lead = leads?.(row, cells);
    // A sum has no code: it is named by what is said first.
    const header = lead?.at ?? cells.findIndex((value) => !isUnsaid(value));
    return html`<tr role="row">
      !${cells.map((value, index) => {
        const text = cell(value, baseUrl, columns[index]?.isMoney);
        const shown = lead?.at === index ? html`<a href="${lead.href}">!${text || '打开'}</a>` : text;
        const kind = typeof value === 'number' ? 'figure' : isUnsaid(value) ? 'none' : 'words';
        const wide = (columns[index]?.width ?? 0) >= 36 ? ' wide' : '';
        const label = columns[index]?.label.zh ?? '';
        return index === header
          ? html`<th scope="row" role="rowheader" class="${kind}${wide}" data-label="${label}">!${shown}</th>`
          : html`<td role="cell" class="${kind}${wide}" data-label="${label}">!${shown}</td>`;
      })}
    </tr>`;
  });
  return html`<div class="sheet" tabindex="0" role="region" aria-labelledby="${labelledBy}">
    <table role="table" aria-labelledby="${labelledBy}">
      <thead role="rowgroup"><tr role="row">!${columns.map(({ label }, at) => html`<th scope="col" role="columnheader"!${isFigure[at] ? ' class="figure"' : ''}>${label.zh}</th>`)}</tr></thead>
      <tbody role="rowgroup">!${drawn}</tbody>
    </table>
  </div>`;
}
