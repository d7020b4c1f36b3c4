import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';

interface CountCell {
  readonly row: number;
  readonly label: string;
  readonly text: string;
}

const nothing = /^[-–—―─－/／]{0,4}$/;
const number = /^[-−(（]?[\d,，]+(?:\.(\d+))?[)）]?$/;

const faulty = (name: string, { row, label, text }: CountCell, rule: string, zh: string, en: string): Finding =>
  finding(
    rule,
    'ERROR',
    { row, column: label },
    [`“${name}”为 ${text}，${zh}。`, `"${name}" is ${text}; ${en}.`],
    ['请改正这一格；没有数时留空或填“—”。', 'Correct this cell; leave it empty where there is nothing.'],
  );

/**
 * Numbers of vehicles, groups and guests (购置数、保有量、批次、人次) stand among the money of 三公 and are not stored; what cannot
 * be a count is told all the same, as it shows a slip in the row.
 */
export class Counts {
  /** What was bought, by column. */
  readonly #bought = new Map<string, number>();
  readonly #held = new Map<string, number>();

  check(name: string, cells: readonly CountCell[]): Finding[] {
    return cells.flatMap((cell) => this.#cell(name, cell));
  }

  #cell(name: string, cell: CountCell): Finding[] {
    const { text, label } = cell;
    const match = nothing.test(text) ? null : number.exec(text.normalize('NFKC'));
    if (!match) return [];
    if (/^[-−(（]/.test(text))
      return [faulty(name, cell, 'count-negative', '数量不能为负', 'a count cannot be negative')];
    if (/[1-9]/.test(match[1] ?? '') && !/万|千|百/.test(name)) {
      return [faulty(name, cell, 'count-not-whole', '数量须为整数', 'a count is a whole number')];
    }
    const count = Number(text.normalize('NFKC').replace(/,/g, ''));
    if (/购置/.test(name)) this.#bought.set(label, count);
    if (/保有/.test(name)) this.#held.set(label, count);
    return this.#compare(cell);
  }

  #compare({ row, label }: CountCell): Finding[] {
    const [bought, held] = [this.#bought.get(label), this.#held.get(label)];
    if (bought === undefined || held === undefined || bought <= held) return [];
    this.#bought.delete(label);
    return [
      finding(
        'vehicles-bought-exceed-held',
        'WARNING',
        { row, column: label },
        [
          `购置公务用车 ${bought} 辆，多于年末保有的 ${held} 辆。`,
          `${bought} official vehicles were bought, but only ${held} are held.`,
        ],
        ['请核对购置数与保有量。', 'Check how many were bought and how many are held.'],
      ),
    ];
  }
}
