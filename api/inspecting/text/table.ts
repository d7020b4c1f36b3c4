import { columnLetters, type Source } from '../../core/grid.ts';
import { TableScan } from '../../core/personal-information/table.ts';
import { readCsv } from '../../reading/csv.ts';
import type { Collector } from '../collector.ts';
import { personal, placed } from '../finding.ts';

/** A text of fewer characters is in the head whole. */
const wholeLength = 1 << 14;

const separators = [',', '\t', ';'] as const;

/** Whether every one of the first lines holds a separator equally often: prose does not. */
export function looksDelimited(head: string): boolean {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    // The last line of a long head is cut; a short head is the whole text.
    .slice(0, head.length < wholeLength ? undefined : -1)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  if (lines.length < 2) return false;
  return separators.some((separator) => {
    const counts = new Set(lines.map((line) => line.split(separator).length - 1));
    return counts.size === 1 && !counts.has(0);
  });
}

/** Looks through delimited text cell by cell. False when it is no sound table, so that its lines have to be looked through. */
export async function inspectDelimited(source: Source, collector: Collector): Promise<boolean> {
  const workbook = await readCsv(source, undefined);
  for await (const grid of workbook.grids) {
    const scan = new TableScan();
    for await (const batch of grid.rows) {
      for (const row of batch)
        for (const datum of scan.see(row)) {
          const cell = `${columnLetters(datum.column)}${row.row}`;
          collector.add(personal(datum, placed(`单元格 ${cell}`, `cell ${cell}`)));
        }
    }
  }
  return workbook.findings.every(({ severity }) => severity !== 'ERROR');
}
