import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { addYears, type LocalDate } from '../../../core/local-date.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { assessmentDue, drillDue, drillYears } from '../dues.ts';
import type { Plan } from '../model.ts';

/** 备案: within so many working days of its issue (管理办法 art. 30). */
const filingDays = 20;

/** What the plan itself says of its filing and its drills. */
export function checkProcedure(plan: Plan): Finding[] {
  const { filedOn, formedOn } = plan;
  const due = formedOn === null ? null : addWorkingDays(formedOn, filingDays).on;
  const days = [...plan.drills.map(({ on }) => on)].sort();
  const gap = days.find((day, index) => {
    const before = days[index - 1];
    return before !== undefined && day > addYears(before, drillYears(plan));
  });
  return [
    ...(filedOn !== null && due !== null && filedOn > due
      ? [
          finding(
            'filed-late',
            'WARNING',
            { column: '备案日期' },
            [
              `${filedOn} 备案，迟于印发后 20 个工作日（${due}）。`,
              `Filed on ${filedOn}, later than 20 working days after its issue (${due}).`,
            ],
            ['请核对备案日期。', 'Check the day of filing.'],
          ),
        ]
      : []),
    ...(gap === undefined ? [] : [drillOverdue(gap, drillYears(plan))]),
  ];
}

const drillOverdue = (day: LocalDate, years: number): Finding =>
  finding(
    'drill-overdue',
    'WARNING',
    { column: '演练日期' },
    [
      `到 ${day} 才演练，距上一次超过 ${years} 年。`,
      `No drill until ${day}: more than ${years} years after the one before.`,
    ],
    [`至少每 ${years} 年演练一次，并补录演练记录。`, `Hold one at least every ${years} years, and add what was held.`],
  );

/** What is overdue on a day: reading a file knows no day, publishing does. */
export function checkOverdue(plan: Plan, on: LocalDate): Finding[] {
  const [assessment, drill] = [assessmentDue(plan), drillDue(plan)];
  return [
    ...(assessment !== null && assessment < on
      ? [
          finding(
            'assessment-overdue',
            'NOTICE',
            { column: '最近评估日期' },
            [`应于 ${assessment} 前评估，现已超期。`, `It was to be assessed by ${assessment}.`],
            ['请组织评估，视情修订。', 'Assess it, and revise it where needed.'],
          ),
        ]
      : []),
    ...(drill !== null && drill < on ? [drillOverdue(drill, drillYears(plan))] : []),
  ];
}
