import type { Finding } from '../finding.ts';
import { finding } from '../finding-list.ts';
import type { GridRow } from '../grid.ts';
import { type MoneyUnit, moneyUnits } from '../money.ts';
import { sayFact } from '../said-at-import.ts';
import { filled, labelKey } from '../table/labels.ts';
import type { Fields, RowPlace, Values } from './form.ts';
import { fieldNamed } from './match.ts';
import { missingCell } from './problems.ts';

/** What a source says beside its tables: a fact, as written, and where. */
interface Fact {
  readonly text: string;
  readonly place: RowPlace | null;
}

const unitNamed = (text: string): MoneyUnit | null => {
  const key = labelKey(text).replace(/^人民币/, '');
  return moneyUnits.find((unit) => unit === key) ?? null;
};

/** Facts of a cover, of the rows above a table, and of what the publisher said (`--set`), the last over the others. */
export class Facts<F extends Fields> {
  readonly #fields: F;
  readonly #found = new Map<string, Fact>();
  readonly unread: { readonly label: string; readonly place: RowPlace }[] = [];
  /** Words above tables that are no facts. */
  readonly titles: string[] = [];
  unit: MoneyUnit | null = null;

  constructor(fields: F) {
    this.#fields = fields;
  }

  /** Takes a fact the publisher said; false for one that there is not. */
  say(label: string, text: string): boolean {
    if (labelKey(label) === '单位' && unitNamed(text)) {
      this.unit = unitNamed(text);
      return true;
    }
    const key = fieldNamed(this.#fields, label);
    if (key === null) return false;
    this.#found.set(key, { text, place: null });
    return true;
  }

  /** Reads `label：value` in one cell or in two; the first one said of a field holds. */
  read(rows: readonly GridRow[], sheet: string | null, isCover: boolean): void {
    for (const row of rows) {
      const columns = filled(row);
      for (let index = 0; index < columns.length; index += 1) {
        const word = (row.cells[columns[index] ?? 0] ?? '').trim();
        const [, label = '', value = ''] = /^([^:：]{1,16})[:：]\s*([\s\S]*)$/.exec(word) ?? [];
        if (label === '') {
          const next = columns[index + 1];
          const key = isCover && index === 0 && columns.length === 2 ? fieldNamed(this.#fields, word) : null;
          if (key !== null && next !== undefined) {
            this.#take(key, (row.cells[next] ?? '').trim(), { sheet, row: row.row });
            index += 1;
          } else this.titles.push(word);
          continue;
        }
        const next = columns[index + 1];
        const given = value !== '' ? value : next === undefined ? '' : (row.cells[next] ?? '').trim();
        // Two cells of a cover belong together, whatever the second says; elsewhere it may be a label itself.
        const isPair = value === '' && given !== '' && (columns.length === 2 || !/[:：]/.test(given.slice(0, 16)));
        const text = value === '' && !isPair ? '' : given;
        if (value === '' && isPair) index += 1;
        const place = { sheet, row: row.row };
        if (/^(金额|计量)?单位$/.test(labelKey(label)) && unitNamed(text)) this.unit ??= unitNamed(text);
        else {
          const key = fieldNamed(this.#fields, label);
          if (key !== null) this.#take(key, text, place);
          else if (isCover && text !== '') this.unread.push({ label, place });
          else if (text !== '') this.titles.push(word);
        }
      }
    }
  }

  #take(key: string, text: string, place: RowPlace): void {
    // A form that was not filled in says nothing.
    if (text !== '' && !this.#found.has(key)) this.#found.set(key, { text, place });
  }

  /** Every fact read as its type says, and what is wrong with them. */
  finish(): { readonly values: Values<F>; readonly findings: readonly Finding[] } {
    const findings: Finding[] = [];
    const values = Object.entries(this.#fields).map(([key, { type, label, required = false }]) => {
      const fact = this.#found.get(key);
      const place = { ...(fact?.place ?? {}), column: label.zh };
      if (!fact) {
        if (required) {
          const missing = missingCell(place);
          findings.push({
            ...missing,
            remedy: {
              zh: `请在封面写“${label.zh}：…”，或${sayFact(`${label.zh}=…`).zh}。`,
              en: `Write ${label.zh}：… on the cover, or ${sayFact(`${label.zh}=…`).en}.`,
            },
          });
        }
        return [key, null];
      }
      const read = type.read(fact.text, { unit: this.unit });
      if (read.ok) return [key, read.value];
      findings.push(finding(read.rule, 'ERROR', place, read.message, read.remedy));
      return [key, null];
    });
    return { values: Object.fromEntries(values) as Values<F>, findings };
  }
}
