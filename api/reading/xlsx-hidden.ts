import type { Finding } from '../core/finding.ts';
import { columnLetters } from '../core/grid.ts';

type Range = readonly [first: number, last: number];

/** Neighbours as one range: hidden rows come by the thousand where a filter was left on. */
export function rangesOf(sorted: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const each of sorted) {
    const last = ranges.at(-1);
    if (last && each === last[1] + 1) last[1] = each;
    else ranges.push([each, each]);
  }
  return ranges;
}

const named = (ranges: readonly Range[], nameOf: (index: number) => string): string =>
  ranges
    .slice(0, 10)
    .map(([first, last]) => (first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`))
    .join('、') + (ranges.length > 10 ? '…' : '');

const notice = (rule: string, sheet: string, zh: string, en: string): Finding => ({
  rule,
  severity: 'NOTICE',
  sheet,
  message: { zh, en },
  remedy: {
    zh: '隐藏的内容同样读入；不应公开的请删除后再导入。',
    en: 'What is hidden is read too; delete what must not be public.',
  },
});

/** Where a worksheet hides rows (1-based) and columns (0-based ranges): once for each. */
export function hiddenFindings(sheet: string, rows: readonly number[], columns: readonly Range[]): Finding[] {
  const findings: Finding[] = [];
  if (rows.length > 0) {
    const names = named(rangesOf(rows), String);
    findings.push(
      notice(
        'hidden-rows',
        sheet,
        `有 ${rows.length} 个隐藏行：${names}。`,
        `${rows.length} rows are hidden: ${names}.`,
      ),
    );
  }
  if (columns.length > 0) {
    const names = named(columns, columnLetters);
    findings.push(notice('hidden-columns', sheet, `有隐藏列：${names}。`, `Columns are hidden: ${names}.`));
  }
  return findings;
}

export const hiddenSheet = (name: string): Finding => ({
  rule: 'hidden-sheet',
  severity: 'WARNING',
  sheet: name,
  message: { zh: `工作表“${name}”是隐藏的，未读入。`, en: `Worksheet "${name}" is hidden and was not read.` },
  remedy: {
    zh: '如应公开，请取消隐藏；否则请在公开原文件前删除它。',
    en: 'Unhide it if it is to be public; otherwise delete it before the file is published.',
  },
});
