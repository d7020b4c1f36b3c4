import writeExcelFile, { type Feature, type Image } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { columnLetters } from '../core/grid.ts';
import type { PrintedCell, PrintedSheet } from '../core/printed-sheet.ts';
import { undated } from './xlsx.ts';

const sheetFile = 'xl/worksheets/sheet{id}.xml';
const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? [];

const validationXml = ({ row, column, list }: NonNullable<PrintedSheet['choices']>[number]): string =>
  `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${sanitizeAttributeValue(`${columnLetters(column)}${row}`)}"><formula1>${sanitizeTextContent(`"${list.join(',')}"`)}</formula1></dataValidation>`;

/** Drop-down lists; the library leaves them to whoever needs them. */
const dropDowns = (sheets: readonly PrintedSheet[]): Feature<Image['content']> => ({
  files: {
    transform: {
      [sheetFile]: {
        transform: (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
          const choices = sheets[sheetIndex]?.choices ?? [];
          if (choices.length === 0) return xml;
          const markup = `<dataValidations count="${choices.length}">${choices.map(validationXml).join('')}</dataValidations>`;
          return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
        },
      },
    },
  },
});

const written = (cell: PrintedCell) => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if ('bold' in cell) return { value: cell.bold, type: String, fontWeight: 'bold' as const };
  const decimals = cell.number.split('.')[1]?.length ?? 0;
  return { value: Number(cell.number), type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
};

/** A workbook of sheets as they are printed. The same sheets are the same bytes. */
export async function printedWorkbook(sheets: readonly PrintedSheet[]): Promise<Buffer> {
  const file = writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name.slice(0, 31),
      columns: widths.map((width) => ({ width })),
      data: rows.map((cells) => (cells.length === 0 ? [null] : cells.map(written))),
    })),
    { features: [dropDowns(sheets)] },
  );
  return undated(await file.toBuffer());
}
