import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import { decimalsOf, percentOf } from '../decimal.ts';

/**
 * A published percentage beside what it is of: it must be the quotient, rounded as it is printed. What was cut off instead of
 * rounded is told as that (72.97 printed as 72.9).
 */
export function percentageDiffers(
  published: string,
  part: bigint,
  whole: bigint,
  place: Place,
  of: readonly [zh: string, en: string],
): Finding[] {
  if (whole <= 0n || part < 0n) return [];
  const decimals = decimalsOf(published);
  const right = percentOf(part, whole, decimals);
  if (right === published) return [];
  const isCut = percentOf(part, whole, decimals, true) === published;
  const exact = percentOf(part, whole, Math.max(2, decimals + 1));
  return [
    finding(
      'percentage-differs',
      'WARNING',
      place,
      isCut
        ? [
            `${of[0]}写作 ${published}%，是截尾而不是四舍五入；应为 ${right}%（${exact}%）。`,
            `${of[1]} is printed as ${published} %, cut off and not rounded; it is ${right} % (${exact} %).`,
          ]
        : [
            `${of[0]}写作 ${published}%，按所列数字应为 ${right}%（${exact}%）。`,
            `${of[1]} is printed as ${published} %; by the figures given it is ${right} % (${exact} %).`,
          ],
      [
        '请核对数字和百分比；平台按数字重新计算。',
        'Check the figures and the percentage; the platform computes it again.',
      ],
    ),
  ];
}
