import writeExcelFile from 'write-excel-file/node';
import { localDate, toUtcDate } from '../core/local-date.ts';
import type { FilledSheet } from '../core/sheet.ts';
import { neutral } from './csv.ts';

/** A worksheet cell holds at most this many characters. */
const longestCell = 32_767;

const shortened = (text: string): string => (text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text);

/** Worksheets count days from 1900, and take that year for a leap year: they are right from its March on. */
const firstSerialDay = '1900-03-01';

/** Worksheet names may not hold these, nor more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** 1 January 1980, midnight: the first instant that a ZIP archive can name. */
const firstDay = 0x21_00_00;

/**
 * The same archive without the time of day it was packed at, so that the same content is the same bytes: whoever has
 * them need not fetch them again, and a digest of the file means something.
 */
export function undated(zip: Buffer): Buffer {
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    zip.writeUInt32LE(firstDay, at + 12);
    zip.writeUInt32LE(firstDay, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** A hundredth of a decimal, by its digits: dividing would give 0.07733799999999999 for 7.7338. A cell holds 15 of them. */
const hundredth = (decimal: string): number => Number(Number(`${decimal}e-2`).toPrecision(15));

type Typing = FilledSheet['columns'][number] | undefined;

/** Days, times and per cents as cells that sort; null for text. */
function typedCell(column: Typing, value: string) {
  const day = column?.isDay ? localDate(value) : null;
  if (day && day >= firstSerialDay) return { value: toUtcDate(day), type: Date, format: 'yyyy-mm-dd' };
  // A worksheet knows no zones: it shows the time that the text shows.
  const [, clock] = (column?.isInstant && /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)[.\d]*\+08:00$/.exec(value)) || [];
  if (clock) return { value: new Date(`${clock}Z`), type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
  const [, rate, decimals] = (column?.isPercent && /^(-?\d+(\.\d+)?)%$/.exec(value)) || [];
  if (rate) return { value: hundredth(rate), type: Number, format: decimals ? '0.00%' : '0%' };
  return null;
}

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
          row.map((value, index) => {
            if (value === null) return null;
            if (typeof value === 'number')
              return { value, type: Number, ...(columns[index]?.isMoney ? { format: '#,##0.00' } : {}) };
            const typed = typedCell(columns[index], value);
            if (typed) return typed;
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
  return undated(await file.toBuffer());
}
