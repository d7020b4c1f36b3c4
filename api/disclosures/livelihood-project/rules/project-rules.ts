import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { RowPlace } from '../../../core/form/form.ts';
import { sayFact } from '../../../core/said-at-import.ts';
import { atLeast } from '../decimal.ts';
import type { Progress, Project } from '../model.ts';
import { comparePeriods, periodName } from '../period.ts';
import { planCell, reportCell, type Sourced } from '../sourced.ts';
import { partOf, standingNow } from '../standing.ts';
import { isDone, standingOf } from '../status.ts';
import { fundRules } from './funds.ts';
import { negatives } from './negatives.ts';
import { percentageDiffers } from './percentages.ts';
import { sequenceRules } from './sequence.ts';

export const missingType = finding(
  'type-missing',
  'ERROR',
  { column: '类型' },
  [
    '没有写明是民生实事项目还是政府工作报告任务。',
    'It is not stated whether these are livelihood projects or tasks of the work report.',
  ],
  [
    `请在封面写“类型：民生实事”，或${sayFact('类型=民生实事').zh}。`,
    `Write 类型：民生实事 on the cover, or ${sayFact('类型=民生实事').en}.`,
  ],
);

export const missingYear = finding(
  'year-missing',
  'ERROR',
  { column: '年度' },
  ['没有写明年度。', 'The year is not stated.'],
  [
    `请在表名或封面写明年度，或${sayFact('年度=2024').zh}。`,
    `State the year in the title or on the cover, or ${sayFact('年度=2024').en}.`,
  ],
);

export const missingPeriodOfReport = ({ sheet, row }: RowPlace): Finding =>
  finding(
    'period-missing',
    'ERROR',
    { sheet, row, column: '期次' },
    ['表中有进展，但没有写明截至哪一期。', 'There is progress in the table, and it is not stated of which period.'],
    [
      `请在表名或封面写明“2024年第二季度”，或${sayFact('期次=2024年第二季度').zh}。`,
      `State the period in the title or on the cover, or ${sayFact('期次=2024Q2').en}.`,
    ],
  );

export const duplicateProject = (
  row: RowPlace & { readonly values: { readonly name: string | null } },
  first: RowPlace,
): Finding =>
  finding(
    'duplicate-project',
    'ERROR',
    { sheet: row.sheet, row: row.row, column: '项目名称' },
    [
      `“${row.values.name}”与第 ${first.row} 行同名，不作取舍。`,
      `"${row.values.name}" has the name of row ${first.row}; none is preferred.`,
    ],
    [
      '请合为一行，或写出能区分的名称；几个目标请用“量化目标”表。',
      'Make them one row, or names that differ; put several targets in the table 量化目标.',
    ],
  );

function percentages(sourced: Sourced): Finding[] {
  const { project } = sourced;
  return project.progress.flatMap((report) => {
    const measured = partOf(project, report);
    const { rate, invested, investedRate, period } = report;
    const { plannedInvestment, targets } = project;
    // Where nothing is counted, a rate beside two amounts is that of the investment.
    const isOfInvestment = rate !== null && investedRate === null && report.quantity === null && targets.length === 0;
    const ofInvestment = isOfInvestment ? rate : investedRate;
    const column = isOfInvestment ? '完成率' : '投资完成率';
    return [
      ...(rate !== null && measured
        ? percentageDiffers(rate, measured.part, measured.whole, reportCell(sourced, period, '完成率'), [
            `“${project.name}”的完成率`,
            `The rate of "${project.name}"`,
          ])
        : []),
      ...(ofInvestment !== null && invested !== null && plannedInvestment !== null
        ? percentageDiffers(ofInvestment, invested, plannedInvestment, reportCell(sourced, period, column), [
            `“${project.name}”的${column}`,
            `The rate of investment of "${project.name}"`,
          ])
        : []),
    ];
  });
}

/** 已完成 needs a day and the whole target, or a record of acceptance. */
function completion(sourced: Sourced): Finding[] {
  const { project } = sourced;
  const now = standingNow(project);
  const last = project.progress.at(-1);
  if (!isDone(now.status) || !last || project.acceptance !== null) return [];
  const isShort = now.completionRate !== null && !atLeast(now.completionRate, '100');
  const lacks = [
    ...(sourced.row && project.completedOn === null && project.nature !== 'POLICY'
      ? (['完成日期', 'the day of completion'] as const)
      : []),
  ];
  if (!isShort && lacks.length === 0) return [];
  return [
    finding(
      'completed-without-evidence',
      'WARNING',
      reportCell(sourced, last.period, '进度状态'),
      isShort
        ? [
            `“${project.name}”写作“${last.statusWord ?? '已完成'}”，完成率只有 ${now.completionRate}%，也没有验收情况。`,
            `"${project.name}" is called completed at ${now.completionRate} % of its target, without a record of acceptance.`,
          ]
        : [
            `“${project.name}”写作“${last.statusWord ?? '已完成'}”，没有完成日期，也没有验收情况。`,
            `"${project.name}" is called completed without a day of completion or a record of acceptance.`,
          ],
      [
        '请补上完成日期和完成率，或写明验收情况。',
        'Give the day and the rate of completion, or the record of acceptance.',
      ],
    ),
  ];
}

function words(sourced: Sourced): Finding[] {
  const { project } = sourced;
  return project.progress.flatMap(({ statusWord, rate, period }) =>
    statusWord === null || standingOf(statusWord, rate)
      ? []
      : finding(
          'unknown-status',
          'WARNING',
          reportCell(sourced, period, '进度状态'),
          [
            `“${statusWord}”不是已知的进度状态，照原样保留，不归类。`,
            `"${statusWord}" is no status that we know; it is kept as written and not classified.`,
          ],
          [
            '请写：未开工、已开工、正常推进、推进缓慢、超进度、已完成、超额完成、暂停、取消或结转。',
            'Write one of: 未开工, 已开工, 正常推进, 推进缓慢, 超进度, 已完成, 超额完成, 暂停, 取消, 结转.',
          ],
        ),
  );
}

const isBuilt = ({ startedOn, progress }: Project): boolean =>
  startedOn !== null || progress.some(({ statusWord }) => /开工|竣工|完工|停工|在建/.test(statusWord ?? ''));

function policy(sourced: Sourced): Finding[] {
  const { project } = sourced;
  if (project.nature !== 'POLICY' || !isBuilt(project)) return [];
  return [
    finding(
      'policy-construction',
      'WARNING',
      planCell(sourced, project.startedOn === null ? '进度状态' : '开工日期'),
      [
        `“${project.name}”是政策类，没有开工、竣工；政策施行即为启动。`,
        `"${project.name}" is a policy: nothing is built; it is begun when it is in force.`,
      ],
      [
        '请写“已启动”“正常推进”或“已完成”，不填开工日期。',
        'Write 已启动, 正常推进 or 已完成, and no day of construction.',
      ],
    ),
  ];
}

function days(sourced: Sourced): Finding[] {
  const { project } = sourced;
  const { startedOn, completedOn, dueWord, dueOn, year } = project;
  const unclear = [
    ...(dueWord !== null && dueOn === null ? [[dueWord, '完成时限'] as const] : []),
    ...project.milestones.flatMap((one) =>
      one.dueWord !== null && one.dueOn === null ? [[one.dueWord, '计划完成'] as const] : [],
    ),
  ];
  const early = project.progress.find(({ period }) => comparePeriods(period, `${year}M01`) < 0 && year > 0);
  return [
    ...(startedOn !== null && completedOn !== null && completedOn < startedOn
      ? [
          finding(
            'completed-before-start',
            'WARNING',
            planCell(sourced, '完成日期'),
            [
              `“${project.name}”的完成日期 ${completedOn} 早于开工日期 ${startedOn}。`,
              `"${project.name}" is completed on ${completedOn}, before it was started on ${startedOn}.`,
            ],
            ['请核对两个日期。', 'Check the two days.'],
          ),
        ]
      : []),
    ...unclear.map(([word, column]) =>
      finding(
        'due-unclear',
        'WARNING',
        planCell(sourced, column),
        [`“${word}”不是能判断的时限，照原样保留。`, `"${word}" is no day that can be told; it is kept as written.`],
        ['请写成“2024年12月底”或 2024-12-31。', 'Write 2024年12月底 or 2024-12-31.'],
      ),
    ),
    ...(early
      ? [
          finding(
            'period-before-year',
            'WARNING',
            reportCell(sourced, early.period, '期次'),
            [
              `${periodName(early.period)}在项目年度 ${year} 年之前。`,
              `${early.period} is before the year of the project, ${year}.`,
            ],
            ['请核对期次和年度。', 'Check the period and the year.'],
          ),
        ]
      : []),
  ];
}

const owed: readonly (readonly [string, string, (report: Progress) => string | null])[] = [
  ['进展情况', 'progress', ({ text }) => text],
  ['工作成效', 'results', ({ results }) => results],
  ['下一步举措', 'next steps', ({ nextSteps }) => nextSteps],
];

/** 工作进展、取得成效、后续举措: all three each quarter, for tasks of the work report. */
function incomplete(sourced: Sourced): Finding[] {
  const { project } = sourced;
  if (project.type !== 'WORK_REPORT') return [];
  return project.progress.flatMap((report) => {
    const missing = owed.filter(([, , read]) => read(report) === null);
    if (missing.length === 0) return [];
    return finding(
      'incomplete-report',
      'WARNING',
      reportCell(sourced, report.period, missing[0]?.[0] ?? ''),
      [
        `“${project.name}”${periodName(report.period)}缺少${missing.map(([zh]) => `“${zh}”`).join('、')}；每季度应公开工作进展、取得成效、后续举措。`,
        `"${project.name}" lacks ${missing.map(([, en]) => en).join(', ')} in ${report.period}; progress, results and next steps are published every quarter.`,
      ],
      ['请补上。', 'Add it.'],
    );
  });
}

/** What is wrong with one project by what its source says of it. */
export const projectRules = (sourced: Sourced): Finding[] => [
  ...words(sourced),
  ...days(sourced),
  ...negatives(sourced),
  ...percentages(sourced),
  ...completion(sourced),
  ...policy(sourced),
  ...incomplete(sourced),
  ...fundRules(sourced),
  ...sequenceRules(sourced),
];
