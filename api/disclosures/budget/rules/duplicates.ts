import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { nameKey } from '../codes/subject.ts';
import type { Form } from '../forms.ts';
import { type BudgetLine, type BudgetTable, measures } from '../model.ts';

/** 合计, 支出合计 and 本年支出合计 are one total. */
const totalName = (name: string): string => nameKey(name).replace(/^(本年|当年)?(收入|支出|收支)?(?=合计$|总计$)/, '');

const isBare = (line: BudgetLine): boolean => measures.every((measure) => line[measure] === null);

/** What a line without a classification code is known by; null where the same words may stand twice. */
function itemKey({ code, name, body }: BudgetLine, layout: Form['layout']): string | null {
  if (layout === 'THREE_PUBLIC') return `${code} ${body ?? ''}`;
  if (code === 'GRAND_TOTAL' || code === 'YEAR_TOTAL') return `${code} ${totalName(name)} ${body ?? ''}`;
  return null;
}

/** One code, one item and one total stand once in a table, for each body and component: rows are added up by them. */
export class DuplicateRows {
  readonly #layout: Form['layout'];
  readonly #seen = new Map<string, number>();

  constructor(layout: Form['layout']) {
    this.#layout = layout;
  }

  *check(line: BudgetLine, { sheet }: BudgetTable): Generator<Finding> {
    const { scheme, code, body, component, side, row, economicCode, name } = line;
    const isItem = scheme === 'ITEM';
    // A heading may bear the words of the total below it.
    if (code === null || (isItem && isBare(line))) return;
    const known = isItem ? itemKey(line, this.#layout) : `${code} ${economicCode ?? ''} ${body ?? ''}`;
    if (known === null) return;
    const key = `${side} ${scheme} ${component} ${known}`;
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, row);
      return;
    }
    if (component !== 'TOTAL') return;
    yield isItem
      ? finding(
          'duplicate-item',
          'ERROR',
          { sheet, row, column: '项目' },
          [`“${name}”已在第 ${first} 行出现。`, `"${name}" stands in row ${first} already.`],
          [
            '请只保留一行；两行金额不同的，请核对以哪一行为准。',
            'Keep one of the two rows; where they differ, check which is right.',
          ],
        )
      : finding(
          'duplicate-code',
          'ERROR',
          { sheet, row, column: '科目编码' },
          [`编码 ${code} 已在第 ${first} 行出现。`, `The code ${code} stands in row ${first} already.`],
          ['请合并两行，或改正编码。', 'Merge the two rows, or correct the code.'],
        );
  }
}
