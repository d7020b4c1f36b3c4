import { eventGrades, rankOf, responseLevels, type Scale, warningLevels } from '../../../core/emergency-scales.ts';
import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { Fields, FormRow } from '../../../core/form/form.ts';
import type { Plan } from '../model.ts';
import { checkConditions } from './conditions.ts';
import { cellOf, type PlanRows } from './rows.ts';

interface Rank {
  readonly at: Pick<FormRow<Fields>, 'sheet' | 'row'>;
  readonly rank: number;
}

/** Each level once, and none left out from the highest down to the lowest that there is. */
function checkScale<Level extends string>(scale: Scale<Level>, ranks: readonly Rank[], column: string): Finding[] {
  const { zh, en } = scale.name;
  const label = (rank: number) => {
    const level = scale.levels[rank - 1];
    return level === undefined ? { zh: '', en: '' } : scale.labels[level];
  };
  const seen = new Set<number>();
  const twice = ranks.flatMap(({ at, rank }) => {
    if (!seen.has(rank)) {
      seen.add(rank);
      return [];
    }
    return finding(
      'duplicate-level',
      'ERROR',
      cellOf(at, column),
      [`${zh}“${label(rank).zh}”出现了两次。`, `The ${en} "${label(rank).en}" stands twice.`],
      ['请合并为一行，多条之间换行。', 'Make them one row, a line for each item.'],
    );
  });
  const lowest = Math.max(0, ...seen);
  const absent = scale.levels.map((_, index) => index + 1).filter((rank) => rank < lowest && !seen.has(rank));
  const [first] = ranks;
  return [
    ...twice,
    ...(absent.length === 0 || !first
      ? []
      : [
          finding(
            'levels-not-contiguous',
            'WARNING',
            cellOf(first.at, column),
            [
              `${zh}应从最高一级起连续，缺少${absent.map((rank) => label(rank).zh).join('、')}。`,
              `The ${en} must be contiguous from the highest; missing: ${absent.map((rank) => label(rank).en).join(', ')}.`,
            ],
            ['请补上缺少的级别。', 'Add the levels that are missing.'],
          ),
        ]),
  ];
}

const graded = (at: Rank['at']): Finding =>
  finding(
    'graded-social-security',
    'WARNING',
    cellOf(at, '事件级别'),
    [
      '突发事件应对法第三条只对自然灾害、事故灾难、公共卫生事件分级，社会安全事件法律不分级。',
      'The law grades natural disasters, accidents and public health incidents; social security incidents have no grades.',
    ],
    ['请核对事件类别；有专门规定的，请写明依据。', 'Check the class of events; name the rule if there is one.'],
  );

/** Rules on the three scales of a plan, each on its own. */
export function checkLevels({ eventClass }: Plan, rows: PlanRows): Finding[] {
  const ranks = <Row extends FormRow<Fields>, Level extends string>(
    scale: Scale<Level>,
    of: readonly Row[],
    levelIn: (row: Row) => Level | null,
  ): Rank[] =>
    of.flatMap((row) => {
      const level = levelIn(row);
      return level === null ? [] : [{ at: row, rank: rankOf(scale, level) }];
    });
  const [first] = rows.grades;
  return [
    ...checkScale(
      responseLevels,
      ranks(responseLevels, rows.responses, ({ values }) => values.level),
      '响应级别',
    ),
    ...checkScale(
      eventGrades,
      ranks(eventGrades, rows.grades, ({ values }) => values.grade),
      '事件级别',
    ),
    ...checkScale(
      warningLevels,
      ranks(warningLevels, rows.warnings, ({ values }) => values.level),
      '预警级别',
    ),
    ...(eventClass === 'SOCIAL_SECURITY' && first ? [graded(first)] : []),
    ...checkConditions(rows.responses),
  ];
}
