import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { instantOf, isEnd } from '../model.ts';
import type { SourcedStep } from '../steps.ts';

/** A step is announced when it begins, if not before; this much later it is a slip or tells nobody anything. */
const latestHours = 24;

const shown = (time: string): string => time.replace('T', ' ');
const hoursBetween = (from: string, to: string): number =>
  (instantOf(to).getTime() - instantOf(from).getTime()) / 3_600_000;

/** 发布时间 against 起始时间 and the end of the episode. */
export function checkIssued(steps: readonly SourcedStep[]): Finding[] {
  // Where the times themselves are wrong, that is told, and nothing can be measured by them.
  if (steps.some(({ step }, index) => step.at < (steps[index - 1]?.step.at ?? ''))) return [];
  const end = steps.findLast(({ step }) => isEnd(step) && step.scale === null)?.step.at ?? null;
  return steps.flatMap(({ step, row }): Finding[] => {
    const { at, issuedAt } = step;
    if (issuedAt === null) return [];
    const place = { sheet: row.sheet, row: row.row, column: '发布时间' };
    if (end !== null && !isEnd(step) && issuedAt > end) {
      return [
        finding(
          'issued-after-end',
          'ERROR',
          place,
          [
            `发布时间 ${shown(issuedAt)} 在全部结束（${shown(end)}）之后。`,
            `It was issued at ${shown(issuedAt)}, after the end of everything at ${shown(end)}.`,
          ],
          ['请核对发布时间。', 'Check when it was issued.'],
        ),
      ];
    }
    const hours = Math.floor(hoursBetween(at, issuedAt));
    if (hours <= latestHours) return [];
    return [
      finding(
        'issued-late',
        'WARNING',
        place,
        [
          `${shown(at)} 起始，${shown(issuedAt)} 才发布，晚了 ${hours} 小时。`,
          `It began at ${shown(at)} and was issued at ${shown(issuedAt)}, ${hours} hours later.`,
        ],
        ['请核对起始时间和发布时间。', 'Check when it began and when it was issued.'],
      ),
    ];
  });
}
