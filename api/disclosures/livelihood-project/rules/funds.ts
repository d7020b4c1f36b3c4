import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { type Fen, fen, formatMoney, sum } from '../../../core/money.ts';
import { planCell, type Sourced } from '../sourced.ts';

const wan = (amount: Fen): string => `${formatMoney(amount, '万元', 2)}万元`;

/** Sources add up to what is to be invested; no source pays more than was planned. */
export function fundRules(sourced: Sourced): Finding[] {
  const { funds, totalInvestment, plannedInvestment, name } = sourced.project;
  const planned = funds.flatMap((fund) => (fund.planned === null ? [] : [fund.planned]));
  const whole = [totalInvestment, plannedInvestment].filter((amount) => amount !== null);
  const total = sum(planned);
  const differs = planned.length > 0 && whole.length > 0 && !whole.includes(total);
  const [nearest = fen(0n)] = whole;
  return [
    ...(differs
      ? [
          finding(
            'funds-differ',
            'WARNING',
            planCell(sourced, '资金来源'),
            [
              `“${name}”各项资金合计 ${wan(total)}，与投资 ${wan(nearest)} 不符。`,
              `The funds of "${name}" add up to ${wan(total)}, not to the investment of ${wan(nearest)}.`,
            ],
            ['请核对各项资金来源。', 'Check the sources of funds.'],
          ),
        ]
      : []),
    ...funds.flatMap(({ source, planned: plan, paid }) =>
      plan !== null && paid !== null && paid > plan
        ? [
            finding(
              'paid-exceeds-plan',
              'WARNING',
              planCell(sourced, '已支付'),
              [
                `“${name}”的${source}已支付 ${wan(paid)}，超过计划 ${wan(plan)}。`,
                `${source} of "${name}" has paid ${wan(paid)}, more than the ${wan(plan)} planned.`,
              ],
              ['请核对，或调整计划并说明。', 'Check it, or change the plan and say why.'],
            ),
          ]
        : [],
    ),
  ];
}
