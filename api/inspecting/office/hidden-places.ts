import { columnLetters } from '../../core/grid.ts';
import { rangesOf } from '../../reading/xlsx-hidden.ts';
import type { Collector } from '../collector.ts';
import { placed, told } from '../finding.ts';

const rangeNames = (sorted: readonly number[], nameOf: (index: number) => string): string => {
  const ranges = rangesOf(sorted);
  const names = ranges
    .slice(0, 10)
    .map(([first, last]) => (first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`));
  return names.join('、') + (ranges.length > 10 ? '…' : '');
};

const remedy = ['请删除隐藏的行列，或取消隐藏并核对。', 'Delete them, or unhide and check them.'] as const;

/** Hidden rows (1-based) and columns (0-based) that hold something, each told once for a worksheet. */
export function addHidden(
  collector: Collector,
  sheet: string,
  rows: readonly number[],
  columns: ReadonlySet<number>,
): void {
  const at = { ...placed(`工作表 ${sheet}`, `worksheet ${sheet}`), sheet };
  if (rows.length > 0)
    collector.add(
      told(
        'hidden-rows',
        at,
        rangeNames(rows, String),
        [`有 ${rows.length} 个隐藏行，其中有内容。`, `${rows.length} hidden rows hold something.`],
        remedy,
      ),
    );
  if (columns.size > 0) {
    const sorted = [...columns].sort((left, right) => left - right);
    collector.add(
      told(
        'hidden-columns',
        at,
        rangeNames(sorted, columnLetters),
        [`有 ${columns.size} 个隐藏列，其中有内容。`, `${columns.size} hidden columns hold something.`],
        remedy,
      ),
    );
  }
}
