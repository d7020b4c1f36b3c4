import writeExcelFile from 'write-excel-file/node';
import type { FilledSheet } from '../core/sheet.ts';
import { neutral } from './csv.ts';

/** A worksheet cell holds at most this many characters. */
const longestCell = 32_767;

const shortened = (text: string): string => (text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text);

/** Worksheet names may not hold these, nor more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** A workbook with typed cells and never a formula; the first row of each sheet is its header and stays in view. */
export async function workbook(sheets: readonly FilledSheet[], header: 'label' | 'code' = 'label'): Promise<Buffer> {
  const file = writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: sheetName(name.zh),
      stickyRowsCount: 1,
      columns: columns.map(({ width = 16 }) => ({ width })),
      data: [
        columns.map(({ key, label }) => ({ value: header === 'code' ? key : label.zh, fontWeight: 'bold' as const })),
        ...Array.from(rows, (row) =>
          row.map((value) => {
            if (value === null) return null;
            if (typeof value === 'number') return { value, type: Number };
            return {
              value: shortened(String(neutral(value))),
              type: String,
              wrap: true,
              alignVertical: 'top' as const,
            };
          }),
        ),
      ],
    })),
  );
  return file.toBuffer();
}
