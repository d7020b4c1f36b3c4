import type { Finding } from '../core/finding.ts';
import { type Cell, columnLetters } from '../core/grid.ts';
import { asWritten } from './apostrophe.ts';
import { refusal } from './refusal.ts';
import { unfit } from './unfit.ts';
import { limits } from './xlsx-limits.ts';
import type { Reference } from './xlsx-reference.ts';
import { dateText, decimalText, type Format, shareText, spelledDate, unescaped } from './xlsx-values.ts';

/** A cell as a worksheet writes it. */
export interface WrittenCell {
  readonly at: Reference;
  readonly type: string;
  readonly style: number;
  value: string | null;
  hasFormula: boolean;
  text: string;
}

export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly formats: readonly Format[];
  readonly is1904: boolean;
}

/** Makes the text a person sees of written cells, and tells of those that have none. */
export class CellReader {
  readonly findings: Finding[] = [];
  readonly #context: CellContext;

  constructor(context: CellContext) {
    this.#context = context;
  }

  read(cell: WrittenCell): Cell {
    const text = this.#shown(cell);
    if (text === null || text === '') return null;
    const { at } = cell;
    const fault = unfit(text, { sheet: this.#context.sheet, row: at.row, column: nameOf(at) });
    return fault ? this.#tell(fault) : text;
  }

  #shown({ at, type, style, value, text, hasFormula }: WrittenCell): Cell {
    if (type === 'inlineStr') return asWritten(unescaped(text));
    if (type === 'str' && value !== null) return unescaped(value);
    if (value === null || value === '')
      return hasFormula
        ? this.#fault('formula-without-value', at, '的公式没有计算结果。', 'holds a formula without a value.')
        : null;
    if (type === 's') return this.#shared(at, value);
    if (type === 'e')
      return this.#fault('error-value', at, `的值是 ${value.slice(0, 20)}。`, `holds the error ${value.slice(0, 20)}.`);
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    return type === 'd' ? spelledDate(value) : this.#number(at, value, style);
  }

  #shared(at: Reference, value: string): Cell {
    const text = /^\d+$/.test(value) ? this.#context.strings[Number(value)] : undefined;
    return text === undefined
      ? this.#fault('error-value', at, '指向不存在的文字。', 'points to a text that is not there.')
      : asWritten(text);
  }

  #number(at: Reference, value: string, style: number): Cell {
    const { formats, is1904 } = this.#context;
    const decimal = decimalText(value);
    if (decimal === null)
      return this.#fault('error-value', at, '的数值无法读取。', 'holds a number that cannot be read.');
    const format = formats[style] ?? 'general';
    if (format === 'share') return shareText(decimal);
    return format === 'date' ? (dateText(decimal, is1904) ?? decimal) : decimal;
  }

  #fault(rule: string, at: Reference, zh: string, en: string): null {
    const name = nameOf(at);
    return this.#tell(
      refusal(
        rule,
        [`单元格 ${name} ${zh}`, `Cell ${name} ${en}`],
        ['请在表格软件中填入数值后重新保存。', 'Put the value itself into the cell and save again.'],
        { sheet: this.#context.sheet, row: at.row, column: name },
      ),
    );
  }

  /** The first thousand are told; who has more needs another remedy than a list. */
  #tell(finding: Finding): null {
    if (this.findings.length < limits.faults) this.findings.push(finding);
    else if (this.findings.length === limits.faults)
      this.findings.push(
        refusal(
          'more-faults',
          [
            `此后还有无法读取的单元格，只列出前 ${limits.faults} 个。`,
            `More cells cannot be read; the first ${limits.faults} are listed.`,
          ],
          ['请先改正已列出的单元格。', 'Put the listed ones right first.'],
          { sheet: this.#context.sheet },
        ),
      );
    return null;
  }
}

const nameOf = ({ row, column }: Reference): string => `${columnLetters(column)}${row}`;
