import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { formatMoney } from '../../../core/money.ts';
import { atLeast } from '../decimal.ts';
import type { Progress } from '../model.ts';
import { missingBetween, monthsBetween, monthsOfSilence, periodName } from '../period.ts';
import { reportCell, type Sourced } from '../sourced.ts';

/** Figures that only grow: what is cumulative (累计数). */
const cumulative = [
  [
    '累计完成量',
    'quantity',
    ({ quantity, unit }: Progress) =>
      quantity === null ? null : { value: quantity, shown: `${quantity}${unit ?? ''}` },
  ],
  ['完成率', 'rate', ({ rate }: Progress) => (rate === null ? null : { value: rate, shown: `${rate}%` })],
  [
    '累计完成投资',
    'investment',
    ({ invested }: Progress) =>
      invested === null
        ? null
        : { value: formatMoney(invested, '元', 2), shown: `${formatMoney(invested, '万元', 2)}万元` },
  ],
] as const;

function decreased(sourced: Sourced, before: Progress, after: Progress): Finding[] {
  if (after.reason !== null) return [];
  return cumulative.flatMap(([label, en, read]) => {
    const [earlier, later] = [read(before), read(after)];
    // A rate falls with its quantity; it is told by itself where there is none.
    const isTold = label === '完成率' && before.quantity !== null && after.quantity !== null;
    if (isTold || !earlier || !later || atLeast(later.value, earlier.value)) return [];
    return finding(
      'progress-decreased',
      'WARNING',
      reportCell(sourced, after.period, label),
      [
        `“${sourced.project.name}”的${label}由${periodName(before.period)}的 ${earlier.shown} 减为${periodName(after.period)}的 ${later.shown}，没有说明原因。`,
        `The cumulative ${en} of "${sourced.project.name}" falls from ${earlier.shown} (${before.period}) to ${later.shown} (${after.period}), and no reason is given.`,
      ],
      [
        '累计数不应减少；如系更正，请在“调整说明”中写明原因。',
        'A cumulative figure does not fall; where it was mended, say why in 调整说明.',
      ],
    );
  });
}

function silence(sourced: Sourced, before: Progress, after: Progress): Finding[] {
  const { project } = sourced;
  const missing = missingBetween(before.period, after.period);
  if (missing === 0) return [];
  const isOverdue = monthsBetween(before.period, after.period) > monthsOfSilence;
  const [zh, en] = [
    `“${project.name}”${periodName(before.period)}之后直接是${periodName(after.period)}，缺 ${missing} 期。`,
    `"${project.name}" has no report between ${before.period} and ${after.period}: ${missing} missing.`,
  ];
  return [
    finding(
      isOverdue ? 'overdue-report' : 'missing-period',
      'WARNING',
      reportCell(sourced, after.period, '期次'),
      isOverdue ? [`${zh}连续两个季度以上没有公开进展。`, `${en} That is two quarters or more in a row.`] : [zh, en],
      ['请补报缺少的各期；进展应按季度公开。', 'Report the missing periods too; progress is published every quarter.'],
    ),
  ];
}

/** What is wrong from one report to the next. */
export const sequenceRules = (sourced: Sourced): Finding[] =>
  sourced.project.progress.flatMap((after, index, all) => {
    const before = all[index - 1];
    if (!before) return [];
    if (before.period === after.period) return [repeated(sourced, after)];
    return [...silence(sourced, before, after), ...decreased(sourced, before, after)];
  });

const repeated = (sourced: Sourced, { period }: Progress): Finding =>
  finding(
    'duplicate-period',
    'ERROR',
    reportCell(sourced, period, '期次'),
    [
      `“${sourced.project.name}”的${periodName(period)}有两份进展，不作取舍。`,
      `"${sourced.project.name}" has two reports of ${period}; none is preferred.`,
    ],
    ['请删去一份。', 'Delete one.'],
  );
