import type { LocalDate } from '../../../core/local-date.ts';
import { random } from '../../../core/random.ts';
import { categoryOf } from '../categories.ts';
import type { Project } from '../model.ts';
import type { Task } from './matters.ts';
import { outcomeOf, reportsOf } from './reports.ts';

/** A made-up task of the work report, with all that must be published of one. */
export function taskOf(seed: number, year: number, number: number, task: Task): Project {
  const dice = random(seed + year * 37 + number * 104_729);
  const outcome = outcomeOf(dice);
  const count = dice.int(task.least, task.most);
  const done = outcome === 'DONE' || outcome === 'OVER';
  return {
    type: 'WORK_REPORT',
    year,
    programme: `${year}年桓台县政府工作报告任务（示例）`,
    number,
    name: task.name,
    category: categoryOf(task.category),
    categoryWord: task.category,
    nature: null,
    content: `${task.indicator}${count}${task.unit}，按季度调度，年底考核。`,
    target: `${task.indicator}${count}${task.unit}`,
    targets: [{ name: task.indicator, direction: 'AT_LEAST', quantity: String(count), unit: task.unit }],
    location: '全县',
    places: [],
    units: [
      { role: 'LEAD', name: task.lead },
      { role: 'SUPPORT', name: '县财政局' },
    ],
    leader: null,
    startedOn: null,
    dueWord: `${year}年底`,
    dueOn: `${year}-12-31` as LocalDate,
    completedOn: done ? (`${year}-12-20` as LocalDate) : null,
    acceptance: null,
    totalInvestment: null,
    plannedInvestment: null,
    fundSources: null,
    funds: [],
    measures: '建立台账，逐项明确责任人和时间表。',
    steps: '一季度部署，二、三季度推进，四季度总结。',
    responsibilities: `${task.lead}牵头，县财政局保障经费。`,
    supervision: '通过政府信息公开平台按季度公开，接受社会监督。',
    milestones: [],
    progress: reportsOf(year, outcome, { count, scale: 0, unit: task.unit }, null, (_, quantity) => ({
      text: `累计${task.indicator}${quantity}${task.unit}。`,
      results: '工作机制逐步健全，服务对象反映良好。',
      problems: null,
      nextSteps: '对照目标查找差距，按月调度。',
    })),
    photos: [],
    satisfied: null,
    mostlySatisfied: null,
    dissatisfied: null,
  };
}
