import { looksLikeName } from '../../core/personal-information/person-name.ts';

/** So many, and most of what stands there: of the villages of a county a sixth begin like a name. */
const fewest = 8;
const most = 0.6;

/** People named for their office, whose names are public. */
const office = /^(校长|园长|负责人|联系人|责任人|法人|法定代表人|经办人|举办者|招生负责人|学校负责人)(姓名)?$/;

/** Counts, column by column, how much of a sheet looks like names of persons. */
export class NameCount {
  readonly #columns = new Map<number, { names: number; all: number; first: number; isOffice: boolean }>();

  see(row: { readonly row: number; readonly cells: readonly (string | null)[] }): void {
    for (const [column, cell] of row.cells.entries()) {
      for (const word of (cell ?? '').split(/[、，,;；\n]|\s{2,}/)) {
        if (word.trim() === '') continue;
        const count = this.#columns.get(column) ?? { names: 0, all: 0, first: row.row, isOffice: false };
        if (office.test(word.replace(/\s/g, ''))) count.isOffice = true;
        const isName = looksLikeName(word);
        if (isName && count.names === 0) count.first = row.row;
        count.all += 1;
        if (isName) count.names += 1;
        this.#columns.set(column, count);
      }
    }
  }

  /** The row where a list of names begins; null where there is none. */
  listAt(): number | null {
    const found = [...this.#columns.values()].find(
      ({ names, all, isOffice }) => !isOffice && names >= fewest && names >= all * most,
    );
    return found?.first ?? null;
  }
}
