import type { Cell, Workbook } from '../../api/core/grid.ts';
import type { PrintedSheet } from '../../api/core/printed-sheet.ts';
import type { SampleFile, SourceTables } from '../../api/disclosures/kind.ts';

/** Rows as a person writes them in a test: numbers are the text a worksheet shows. */
export type Rows = readonly (readonly (string | number | null)[])[];

const cell = (value: string | number | null): Cell => (value === null || value === '' ? null : String(value));

/** A workbook of these sheets, as a reader hands it on. */
export function workbookOf(sheets: Readonly<Record<string, Rows>>): Workbook {
  return {
    findings: [],
    grids: (async function* () {
      for (const [name, rows] of Object.entries(sheets)) {
        yield {
          name: name === '' ? null : name,
          isHidden: false,
          merges: [],
          rows: (async function* () {
            yield rows
              .map((cells, index) => ({ row: index + 1, cells: cells.map(cell) }))
              .filter(({ cells }) => cells.some((one) => one !== null));
          })(),
        };
      }
    })(),
  };
}

/** The same, with what its publisher says of it. */
export const sourceOf = (
  sheets: Readonly<Record<string, Rows>>,
  given: Readonly<Record<string, string>> = {},
  mapping: Readonly<Record<string, string>> = {},
): SourceTables => ({
  name: 'source.xlsx',
  workbook: workbookOf(sheets),
  given: new Map(Object.entries(given)),
  mapping: new Map(Object.entries(mapping)),
  remembered: new Map(),
});

/** The sheets of a made-up workbook. */
export const sheetsOf = (file: SampleFile | undefined): readonly PrintedSheet[] => {
  if (file && 'sheets' in file) return file.sheets;
  throw new TypeError(`${file?.name ?? 'nothing'} is no workbook`);
};
