import type { Finding } from '../../../core/finding.ts';
import { FindingList, finding } from '../../../core/finding-list.ts';
import type { Rows } from '../../../core/form/read-forms.ts';
import { type Fen, formatMoney, sum } from '../../../core/money.ts';
import type { livelihoodForms } from '../forms.ts';
import { percentageDiffers } from './percentages.ts';

type ProjectRow = Rows<(typeof livelihoodForms)['forms']>['projects'][number];

const amounts = [
  ['totalInvestment', '总投资', 'total investment'],
  ['plannedInvestment', '年度计划投资', 'investment planned for the year'],
  ['invested', '累计完成投资', 'investment made'],
] as const;

const wan = (amount: Fen): string => `${formatMoney(amount, '万元', 2)}万元`;

/** A subtotal is of the rows of its heading, the total of all: a table with headings has both. */
function rowsOf(total: ProjectRow, rows: readonly ProjectRow[], totals: readonly ProjectRow[]): readonly ProjectRow[] {
  const isLast = totals.at(-1) === total;
  const below = totals.filter(({ section }) => section === total.section);
  const isWhole = total.section === null || (isLast && (below.length > 1 || totals.length === 1));
  return isWhole ? rows : rows.filter(({ section, sheet }) => section === total.section && sheet === total.sheet);
}

/** Rows of 合计 and 小计 beside the rows they are of, and their percentages. */
export function totalRules(rows: readonly ProjectRow[], totals: readonly ProjectRow[]): Finding[] {
  const findings = new FindingList();
  for (const total of totals) {
    const own = rowsOf(total, rows, totals);
    for (const [key, column, en] of amounts) {
      const stated = total.values[key];
      const parts = own.flatMap(({ values }) => values[key] ?? []);
      if (stated === null || parts.length === 0) continue;
      const added = sum(parts);
      if (added === stated) continue;
      findings.add(
        finding(
          'total-differs',
          'WARNING',
          { sheet: total.sheet, row: total.row, column },
          [
            `${column}合计写作 ${wan(stated)}，各项相加为 ${wan(added)}。`,
            `The total ${en} is printed as ${wan(stated)}; the rows add up to ${wan(added)}.`,
          ],
          ['请核对合计和各项。', 'Check the total and the rows.'],
        ),
      );
    }
    const { rate, investedRate, invested, plannedInvestment } = total.values;
    const published = investedRate ?? rate;
    if (published !== null && invested !== null && plannedInvestment !== null)
      findings.addAll(
        percentageDiffers(
          published,
          invested,
          plannedInvestment,
          { sheet: total.sheet, row: total.row, column: investedRate === null ? '完成率' : '投资完成率' },
          ['合计的完成率', 'The rate of the total'],
        ),
      );
  }
  return findings.all();
}
