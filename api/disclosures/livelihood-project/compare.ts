import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Transaction } from '../../store/client.ts';
import type { Project, Target } from './model.ts';
import { type FirstTarget, firstTarget, liveProject, projectsBefore } from './previous.ts';

const figures = (targets: readonly Target[]): string =>
  targets
    .map(
      ({ name, direction, quantity, unit }) => `${name} ${direction === 'AT_MOST' ? '≤' : ''}${quantity}${unit ?? ''}`,
    )
    .join('；');

/** Figures decide where there are any; else the words do. */
export const sameTarget = (
  first: Pick<FirstTarget, 'target' | 'targets'>,
  now: Pick<Project, 'target' | 'targets'>,
): boolean =>
  first.targets.length > 0 || now.targets.length > 0
    ? figures(first.targets) === figures(now.targets)
    : (first.target ?? now.target) === (now.target ?? first.target);

const targetChanged = (project: Project, first: FirstTarget): Finding =>
  finding(
    'target-changed',
    'WARNING',
    { column: '年度目标' },
    [
      `“${project.name}”的年度目标与首次公开（第 ${first.number} 版）不同：原为“${figures(first.targets) || first.target}”，现为“${figures(project.targets) || project.target}”。`,
      `The target of "${project.name}" is not the one first published (edition ${first.number}): it was "${figures(first.targets) || first.target}" and is "${figures(project.targets) || project.target}".`,
    ],
    [
      '目标公布后即冻结；确需调整的，请公开调整依据，并在变更说明中写明。',
      'A target is frozen when it is published; where it must change, publish why, and say it in the change note.',
    ],
  );

const notInProgramme = ({ name, programme }: Project, count: number): Finding =>
  finding(
    'not-in-programme',
    'WARNING',
    { column: '项目名称' },
    [
      `《${programme}》已公开 ${count} 项，其中没有“${name}”；将作为新项目。`,
      `${count} projects of "${programme}" are published, and "${name}" is none of them; it becomes a new one.`,
    ],
    [
      '如果是改了名称，请按首次公开的名称填写，进展才能接续。',
      'If only the name was changed, use the one first published, so that its reports continue.',
    ],
  );

const arrangements = [
  ['执行措施', 'measures'],
  ['实施步骤', 'steps'],
  ['责任分工', 'responsibilities'],
  ['监督方式', 'supervision'],
] as const;

/** 执行措施、实施步骤、责任分工、监督方式: once, for tasks of the work report. */
function incomplete(project: Project): Finding[] {
  const missing = project.type === 'WORK_REPORT' ? arrangements.filter(([, key]) => project[key] === null) : [];
  if (missing.length === 0) return [];
  return [
    finding(
      'incomplete-report',
      'WARNING',
      { column: missing[0]?.[0] ?? '' },
      [
        `“${project.name}”没有公开${missing.map(([zh]) => `“${zh}”`).join('、')}。`,
        `"${project.name}" lacks its ${missing.map(([, key]) => key).join(', ')}.`,
      ],
      [
        '工作报告任务应公开执行措施、实施步骤、责任分工和监督方式。',
        'For a task of the work report, publish measures, steps, responsibilities and how it is supervised.',
      ],
    ),
  ];
}

function unnamed({ name, units, target, targets }: Project): Finding[] {
  return [
    ...(units.some(({ role }) => role === 'LEAD')
      ? []
      : [
          finding(
            'lead-missing',
            'WARNING',
            { column: '牵头单位' },
            [`“${name}”没有写明牵头单位。`, `"${name}" names no lead unit.`],
            ['请写明牵头（责任）单位。', 'Name the unit that leads it.'],
          ),
        ]),
    ...(target !== null || targets.length > 0
      ? []
      : [
          finding(
            'target-missing',
            'NOTICE',
            { column: '年度目标' },
            [`“${name}”没有公布年度目标，无法计算完成率。`, `"${name}" has no target, so no rate can be computed.`],
            ['请公布可以衡量的目标，如“改造道路 12.5 公里”。', 'Publish a target that can be measured.'],
          ),
        ]),
  ];
}

/** What is wrong in the light of what was published before, and with the record as a whole. */
export async function compareWithPublished(
  tx: Transaction,
  project: Project,
  organizationId: string,
): Promise<readonly Finding[]> {
  const first = await firstTarget(tx, project, organizationId);
  const isNew = (await liveProject(tx, project, organizationId)) === null;
  const before = isNew ? await projectsBefore(tx, project, organizationId) : 0;
  return [
    ...(first && !sameTarget(first, project) ? [targetChanged(project, first)] : []),
    ...(before > 0 ? [notInProgramme(project, before)] : []),
    ...incomplete(project),
    ...unnamed(project),
  ];
}
