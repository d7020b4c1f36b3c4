import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { Rows } from '../../../core/form/read-forms.ts';
import type { readSet } from '../one-table.ts';
import { schoolKey } from './school-key.ts';
import { placeOf } from './subject.ts';

type Wide = Rows<(typeof readSet)['forms']>;

/** A row as far as it is added up. */
interface Counted {
  readonly sheet: string | null;
  readonly row: number;
  readonly section: string | null;
  readonly school: string | null;
  readonly counts: Readonly<Record<string, number | null>>;
}

const placed = <Row extends { readonly sheet: string | null; readonly row: number; readonly section: string | null }>(
  { sheet, row, section }: Row,
  school: string | null,
  counts: Counted['counts'],
): Counted => ({ sheet, row, section, school, counts });

/** What stands in 合计 and 小计, by the label of its column. */
const counted = (rows: Wide): readonly (readonly Counted[])[] => [
  rows.plans.map((row) =>
    placed(row, row.values.school, { 招生班数: row.values.classes, 计划人数: row.values.places }),
  ),
  rows.areas.map((row) =>
    placed(row, row.values.schools?.join('、') ?? null, { 招生班数: row.values.classes, 计划人数: row.values.quota }),
  ),
  rows.results.map((row) =>
    placed(row, row.values.school, { 报名人数: row.values.registered, 录取人数: row.values.admitted }),
  ),
];

/** A school over several rows says its number in each, or in the first. */
function addedUp(rows: readonly Counted[], column: string): number | null {
  const bySchool = new Map<string, number>();
  for (const { school, row, counts } of rows) {
    const count = counts[column];
    const key = school === null ? `${row}` : schoolKey(school);
    // What a second row says differently is told as that.
    if (count != null && !bySchool.has(key)) bySchool.set(key, count);
  }
  return bySchool.size === 0 ? null : [...bySchool.values()].reduce((sum, count) => sum + count, 0);
}

/** What a row of totals may be of: all rows, those of its heading, or those below the total before it. */
function sumsFor(total: Counted, rows: readonly Counted[], totals: readonly Counted[], column: string): number[] {
  const here = rows.filter(({ sheet }) => sheet === total.sheet);
  const before = totals.findLast(({ sheet, row }) => sheet === total.sheet && row < total.row)?.row ?? 0;
  const may = [
    here,
    rows,
    here.filter(({ section }) => section === total.section),
    here.filter(({ row }) => row > before && row < total.row),
  ];
  return may.flatMap((some) => addedUp(some, column) ?? []);
}

/** 合计 and 小计 are the sums of their rows. */
export function* totalsAddUp(rows: Wide, totals: Wide): Generator<Finding> {
  const ofTotals = counted(totals);
  for (const [form, own] of counted(rows).entries()) {
    const printed = ofTotals[form] ?? [];
    for (const total of printed) {
      for (const [column, stated] of Object.entries(total.counts)) {
        const [sum, ...others] = sumsFor(total, own, printed, column);
        if (stated === null || sum === undefined || stated === sum || others.includes(stated)) continue;
        yield finding(
          'total-differs',
          'ERROR',
          placeOf(total, column),
          [
            `${column}合计写作 ${stated}，各行相加为 ${sum}。`,
            `The total of ${column} is printed as ${stated}; the rows add up to ${sum}.`,
          ],
          ['请核对合计和各行，改正后重新导入。', 'Check the total and the rows, and import again.'],
        );
      }
    }
  }
}
