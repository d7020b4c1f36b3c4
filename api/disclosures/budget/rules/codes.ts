import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { schemes } from '../codes/classification.ts';
import { classIn, labelOf, nameKey, subjectsOf } from '../codes/subject.ts';
import type { BudgetLine } from '../model.ts';

const column = '科目编码';

/** Whether a name says what the year's list says; 支出 and 收入 at its end may be left out. */
const sameName = (written: string, listed: string): boolean => {
  const bare = (name: string) =>
    nameKey(
      name.replace(/^\d+|^其中[:：]?|^[一二三四五六七八九十]+[、.．]|^[（(][一二三四五六七八九十]+[）)]/g, ''),
    ).replace(/(支出|收入)$/, '');
  return bare(written) === bare(listed);
};

/** A class (类) must be in the list of the fiscal year: codes stay, names change, and some retire. */
export function* checkCode(line: BudgetLine, year: number, sheet: string | null): Generator<Finding> {
  const { scheme, code, name, row } = line;
  if (code === null || scheme === 'ITEM' || scheme === 'OTHER') return;
  const place = { sheet, row, column };
  const state = classIn(scheme, code, year);
  const list = schemes[scheme];
  if (state === 'unknown') {
    yield finding(
      'unknown-code',
      'ERROR',
      place,
      [
        `编码 ${code} 的类“${code.slice(0, 3)}”不在${list.zh}中。`,
        `The class "${code.slice(0, 3)}" of code ${code} is not in the list: ${list.en}.`,
      ],
      ['请核对科目编码。', 'Check the code.'],
    );
  } else if (state === 'not-in-year') {
    yield finding(
      'code-not-in-year',
      'ERROR',
      place,
      [
        `${list.zh}中，“${code.slice(0, 3)}”在 ${year} 年不使用。`,
        `The class "${code.slice(0, 3)}" is not in the list of ${year} (${list.en}).`,
      ],
      ['请改用该年度的科目。', 'Use the code of that year.'],
    );
  } else if (code.length === 3 && name !== '') {
    const listed = labelOf(scheme, code, year);
    if (!listed || sameName(name, listed.zh)) return;
    const older = subjectsOf(scheme)
      .get(code)
      ?.names.some(({ zh }) => sameName(name, zh));
    yield finding(
      'name-differs-from-code',
      'WARNING',
      place,
      [
        older
          ? `${code} 在 ${year} 年名为“${listed.zh}”，“${name}”是其他年度的名称。`
          : `${code} 的名称是“${listed.zh}”，表中为“${name}”。`,
        older
          ? `${code} is called "${listed.zh}" in ${year}; "${name}" is its name in other years.`
          : `${code} is called "${listed.zh}"; the table has "${name}".`,
      ],
      ['请核对编码与名称。', 'Check code and name.'],
    );
  }
}
