import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import { fen, formatMoney } from '../../../core/money.ts';
import { planCell, reportCell, type Sourced } from '../sourced.ts';

type Cell = readonly [value: string | bigint | null, label: readonly [zh: string, en: string], at: Place];

const isNegative = (value: string | bigint): boolean =>
  typeof value === 'bigint' ? value < 0n : value.startsWith('-');

const written = (value: string | bigint): string =>
  typeof value === 'bigint' ? `${formatMoney(fen(value), '万元', 2)}万元` : value;

/** Plans, quantities and what was done so far are cumulative since the beginning of the year: none is below zero. */
export function negatives(sourced: Sourced): Finding[] {
  const { project } = sourced;
  const cells: readonly Cell[] = [
    [project.totalInvestment, ['总投资', 'total investment'], planCell(sourced, '总投资')],
    [project.plannedInvestment, ['年度计划投资', 'planned investment'], planCell(sourced, '年度计划投资')],
    ...project.targets.map(
      ({ name, quantity }): Cell => [quantity, [name, `target ${name}`], planCell(sourced, '年度目标')],
    ),
    ...project.funds.flatMap(({ source, planned, paid }): Cell[] => [
      [planned, [`${source}计划资金`, `planned amount of ${source}`], planCell(sourced, '资金来源')],
      [paid, [`${source}已支付`, `paid amount of ${source}`], planCell(sourced, '已支付')],
    ]),
    ...project.progress.flatMap(({ period, quantity, rate, invested, investedRate }): Cell[] => [
      [quantity, ['累计完成量', 'quantity done'], reportCell(sourced, period, '累计完成量')],
      [rate, ['完成率', 'rate of completion'], reportCell(sourced, period, '完成率')],
      [invested, ['累计完成投资', 'investment made'], reportCell(sourced, period, '累计完成投资')],
      [investedRate, ['投资完成率', 'rate of investment'], reportCell(sourced, period, '投资完成率')],
    ]),
  ];
  return cells.flatMap(([value, [zh, en], at]) =>
    value === null || !isNegative(value)
      ? []
      : finding(
          'negative-figure',
          'ERROR',
          at,
          [
            `“${project.name}”的${zh}为 ${written(value)}，不能为负数。`,
            `The ${en} of "${project.name}" is ${written(value)}; it cannot be negative.`,
          ],
          [
            '请改正这一格；调减的请写调整后的累计数。',
            'Correct this cell; after a reduction write what is left in all.',
          ],
        ),
  );
}
