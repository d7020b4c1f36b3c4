import type { Finding } from '../core/finding.ts';
import { FindingList } from '../core/finding-list.ts';
import type { Workbook } from '../core/grid.ts';
import { invisibleIn } from '../core/invisible.ts';

/** Rows looked at: of files of millions of lines, their beginning. */
const mostRows = 20_000;

/** What cannot be seen in a text, line by line. */
export function unseenInText(text: string): readonly Finding[] {
  if (invisibleIn(text, {}) === null) return [];
  const found = new FindingList();
  for (const [index, line] of text.split(/\r\n|[\r\n]/).entries()) {
    const one = invisibleIn(line, { row: index + 1 });
    if (one) found.add(one);
  }
  return found.all();
}

/** The workbook, looked at while it is read. */
export function watchedForUnseen({ grids, ...workbook }: Workbook): {
  readonly workbook: Workbook;
  readonly found: FindingList;
} {
  const found = new FindingList();
  let left = mostRows;
  const watched = async function* (): Workbook['grids'] {
    for await (const grid of grids) {
      const rows = async function* (): typeof grid.rows {
        for await (const batch of grid.rows) {
          for (const { row, cells } of left > 0 ? batch : []) {
            left -= 1;
            const one = invisibleIn(cells.join(' '), { sheet: grid.name, row });
            if (one) found.add(one);
          }
          yield batch;
        }
      };
      yield { ...grid, rows: rows() };
    }
  };
  return { workbook: { ...workbook, grids: watched() }, found };
}
