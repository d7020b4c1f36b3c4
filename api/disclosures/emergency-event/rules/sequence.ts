import type { Finding } from '../../../core/finding.ts';
import { finding, type Sentence } from '../../../core/finding-list.ts';
import { isEnd, type StepScale } from '../model.ts';
import { rankOfStep } from '../periods.ts';
import type { SourcedStep } from '../steps.ts';

const at = (
  rule: string,
  { row: { sheet, row } }: SourcedStep,
  column: string,
  message: Sentence,
  remedy: Sentence,
): Finding => finding(rule, 'ERROR', { sheet, row, column }, message, remedy);

const shown = (time: string): string => time.replace('T', ' ');

/** The time line: in order, begun by a warning or an activation, and silent after its end. */
function checkOrder(steps: readonly SourcedStep[]): Finding[] {
  const [first] = steps;
  if (!first) return [];
  const begun = steps.map(({ step }) => step.at).sort()[0] ?? first.step.at;
  const endAt = steps.findIndex(({ step }) => isEnd(step) && step.scale === null);
  return [
    ...(first.step.type === 'WARNED' || first.step.type === 'ACTIVATED'
      ? []
      : [
          at(
            'no-beginning',
            first,
            '步骤',
            ['第一步应是发布预警或启动响应。', 'The first step must be a warning or an activation.'],
            ['请补上此前的步骤。', 'Add the steps before it.'],
          ),
        ]),
    ...steps.flatMap((one, index) => {
      const before = steps[index - 1]?.step;
      const { step } = one;
      if (isEnd(step) && step.at < first.step.at && begun === step.at)
        return at(
          'ended-before-start',
          one,
          '起始时间',
          [
            `结束时间 ${shown(step.at)} 早于开始时间 ${shown(first.step.at)}。`,
            `It ends at ${shown(step.at)}, before it began at ${shown(first.step.at)}.`,
          ],
          ['请核对时间。', 'Check the times.'],
        );
      if (before && step.at < before.at)
        return at(
          'steps-out-of-order',
          one,
          '起始时间',
          [
            `${shown(step.at)} 早于上一步的 ${shown(before.at)}。`,
            `${shown(step.at)} is before the step above it, ${shown(before.at)}.`,
          ],
          ['请按时间先后排列。', 'Put the steps in the order of their times.'],
        );
      return [];
    }),
    ...steps
      .slice(endAt + 1)
      .flatMap((one) =>
        endAt < 0
          ? []
          : at(
              'step-after-end',
              one,
              '步骤',
              ['全部结束之后还有步骤。', 'There is a step after the end of everything.'],
              ['再次启动请另立事件。', 'What begins again is another event.'],
            ),
      ),
  ];
}

/** 提升 goes up, 降低 goes down, and both change something that is in force. */
function checkChanges(steps: readonly SourcedStep[]): Finding[] {
  const ranks = new Map<StepScale, number>();
  return steps.flatMap((one, index): Finding[] => {
    const { type, scale } = one.step;
    if (isEnd(one.step)) {
      if (scale === null) ranks.clear();
      else ranks.delete(scale);
      return [];
    }
    const rank = rankOfStep(one.step);
    if (scale === null) return [];
    const before = ranks.get(scale);
    if (rank !== null) ranks.set(scale, rank);
    if (type !== 'RAISED' && type !== 'LOWERED') return [];
    if (before === undefined)
      return index === 0
        ? []
        : [
            at(
              'nothing-to-change',
              one,
              '步骤',
              ['此时没有生效的预警或响应可以调整。', 'Nothing is in force that could be changed.'],
              ['请核对步骤和标度。', 'Check the step and its scale.'],
            ),
          ];
    if (rank === null)
      return one.row.values.level === null
        ? [
            at(
              'level-not-raised',
              one,
              '级别',
              ['没有写明调整到哪一级。', 'It does not say to which level.'],
              ['请写明级别。', 'Say the level.'],
            ),
          ]
        : [];
    const isRight = type === 'RAISED' ? rank < before : rank > before;
    return isRight
      ? []
      : [
          at(
            'level-not-raised',
            one,
            '级别',
            type === 'RAISED'
              ? [
                  '“提升级别”后的级别没有高于原来的级别（一级、Ⅰ级最高）。',
                  'The level is raised, yet is not higher than before; I and 1 are the highest.',
                ]
              : [
                  '“降低级别”后的级别没有低于原来的级别（一级、Ⅰ级最高）。',
                  'The level is lowered, yet is not lower than before; I and 1 are the highest.',
                ],
            ['请核对步骤和级别。', 'Check the step and the level.'],
          ),
        ];
  });
}

export const checkSequence = (steps: readonly SourcedStep[]): Finding[] => [
  ...checkOrder(steps),
  ...checkChanges(steps),
];
