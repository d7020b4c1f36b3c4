import type { Finding } from '../../../core/finding.ts';
import { FindingList, finding, type Place } from '../../../core/finding-list.ts';
import type { Rows } from '../../../core/form/read-forms.ts';
import { formatMoney, sum } from '../../../core/money.ts';
import { labelKey } from '../../../core/table/labels.ts';
import type { livelihoodForms } from '../forms.ts';
import type { Sourced } from '../sourced.ts';
import { standingOf } from '../status.ts';
import { percentageDiffers } from './percentages.ts';

type SummaryRow = Rows<(typeof livelihoodForms)['forms']>['summary'][number];

const countsDiffer = (place: Place, what: string, stated: number, counted: number): Finding =>
  finding(
    'counts-differ',
    'WARNING',
    place,
    [`${what}写作 ${stated} 项，应为 ${counted} 项。`, `${what} is printed as ${stated}; it is ${counted}.`],
    ['请核对汇总表和项目表。', 'Check the summary against the table of projects.'],
  );

const placeOf = ({ sheet, row }: SummaryRow, column: string): Place => ({ sheet, row, column });

/** Projects that stand as a row of the summary says, by the very word or by what it means. */
function countOf(label: string, sourced: readonly Sourced[]): number | null {
  const key = labelKey(label);
  const words = sourced.map(({ project }) => project.progress.at(-1)?.statusWord ?? null);
  const exact = words.filter((word) => word !== null && labelKey(word) === key).length;
  if (exact > 0) return exact;
  return standingOf(label, null) && words.some((word) => word !== null) ? 0 : null;
}

/** A summary by status or by group: it adds up, its shares are right, and it counts the projects that are listed. */
export function summaryRules(
  rows: readonly SummaryRow[],
  totals: readonly SummaryRow[],
  sourced: readonly Sourced[],
): Finding[] {
  const findings = new FindingList();
  const counts = rows.flatMap(({ values }) => values.count ?? []);
  const counted = counts.reduce((left, right) => left + right, 0);
  const [total] = totals;
  const whole = total?.values.count ?? counted;
  if (total && total.values.count !== null && total.values.count !== counted)
    findings.add(countsDiffer(placeOf(total, '项数'), '合计项数', total.values.count, counted));
  else if (rows.length > 0 && sourced.length > 0 && whole !== sourced.length)
    findings.add(countsDiffer(placeOf(total ?? (rows[0] as SummaryRow), '项数'), '合计项数', whole, sourced.length));
  for (const row of rows) {
    const { label, count, share } = row.values;
    if (label === null || count === null) continue;
    const listed = countOf(label, sourced);
    if (listed !== null && listed !== count)
      findings.add(countsDiffer(placeOf(row, '项数'), `“${label}”`, count, listed));
    if (share !== null)
      findings.addAll(
        percentageDiffers(share, BigInt(count), BigInt(whole), placeOf(row, '占比'), [
          `“${label}”的占比`,
          `The share of "${label}"`,
        ]),
      );
  }
  for (const row of [...rows, ...totals]) {
    const { planned, invested, rate, label } = row.values;
    if (rate !== null && planned !== null && invested !== null)
      findings.addAll(
        percentageDiffers(rate, invested, planned, placeOf(row, '完成率'), [
          `“${label ?? '合计'}”的完成率`,
          `The rate of "${label ?? '合计'}"`,
        ]),
      );
  }
  for (const [key, column] of [
    ['planned', '年度计划投资'],
    ['invested', '累计完成投资'],
  ] as const) {
    const stated = total?.values[key] ?? null;
    const parts = rows.flatMap(({ values }) => values[key] ?? []);
    if (!total || stated === null || parts.length === 0 || sum(parts) === stated) continue;
    const [printed, added] = [stated, sum(parts)].map((amount) => `${formatMoney(amount, '万元', 2)}万元`);
    findings.add(
      finding(
        'total-differs',
        'WARNING',
        placeOf(total, column),
        [
          `${column}合计写作 ${printed}，各项相加为 ${added}。`,
          `The total is printed as ${printed}; the rows add up to ${added}.`,
        ],
        ['请核对合计和各项。', 'Check the total and the rows.'],
      ),
    );
  }
  return findings.all();
}
