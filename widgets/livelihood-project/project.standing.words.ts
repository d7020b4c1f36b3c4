import type { Language } from '../core/language.ts';

interface StandingWords {
  readonly unknown: string;
  readonly overdue: string;
  readonly behind: string;
  readonly silent: string;
  readonly completed: string;
  readonly completedOn: (day: string) => string;
  readonly cancelled: string;
  readonly carriedOver: (due: string | null) => string;
  readonly suspended: (due: string | null) => string;
  readonly noDay: string;
  readonly overdueSince: (due: string) => string;
  readonly expectedBehind: (due: string) => string;
  readonly expected: (due: string) => string;
  readonly counted: (done: string, target: string, unit: string, rate: string) => string;
  readonly rate: (rate: string) => string;
  readonly targetChanged: (day: string, before: string, after: string) => string;
}

const chinese: StandingWords = {
  unknown: '状态未公布',
  overdue: '逾期未完成',
  behind: '进度滞后',
  silent: '两个季度以上没有公布进展',
  completed: '已经完成',
  completedOn: (day) => `已于${day}完成`,
  cancelled: '已经取消，不再实施',
  carriedOver: (due) => `没有在当年完成，结转下年继续实施${due ? `（原定${due}前完成）` : ''}`,
  suspended: (due) => `已暂停${due ? `，原定${due}前完成` : ''}`,
  noDay: '没有公布完成时限',
  overdueSince: (due) => `原定${due}前完成，已经逾期，没有公布完成`,
  expectedBehind: (due) => `计划${due}前完成，但进度滞后`,
  expected: (due) => `预计${due}前完成`,
  counted: (done, target, unit, rate) => `${done}/${target} ${unit}（${rate}%）`,
  rate: (rate) => `${rate}%`,
  targetChanged: (day, before, after) =>
    `目标在公布后改过（${day}）：原为“${before}”，现为“${after}”；进度按原目标计算。`,
};

/** Units of targets that English has a word for; things that are merely counted need none, and others stay as published. */
const units: Readonly<Record<string, string>> = {
  公里: 'km',
  米: 'm',
  平方米: 'm²',
  亩: 'mu',
  万亩: '× 10,000 mu',
  元: 'yuan',
  万元: '× ¥10,000',
  户: 'households',
  人: 'people',
  人次: 'times',
  处: 'places',
  个: '',
  项: '',
  家: '',
  件: '',
  场: '',
  座: '',
  所: '',
};

/** As readers of a language write it. */
export const unitIn = (unit: string, language: Language): string => (language === 'en' ? (units[unit] ?? unit) : unit);

const english: StandingWords = {
  unknown: 'No status published',
  overdue: 'Overdue, not completed',
  behind: 'Behind plan',
  silent: 'Nothing reported for two quarters or more',
  completed: 'completed',
  completedOn: (day) => `completed on ${day}`,
  cancelled: 'cancelled',
  carriedOver: (due) => `not completed in its year, carried over to the next${due ? ` (it was due by ${due})` : ''}`,
  suspended: (due) => `suspended${due ? `; it was due by ${due}` : ''}`,
  noDay: 'no day of completion is published',
  overdueSince: (due) => `due by ${due}, overdue; no completion is published`,
  expectedBehind: (due) => `due by ${due}, but behind plan`,
  expected: (due) => `expected by ${due}`,
  counted: (done, target, unit, rate) => `${done} of ${[target, unitIn(unit, 'en')].join(' ').trimEnd()} (${rate} %)`,
  rate: (rate) => `${rate} %`,
  targetChanged: (day, before, after) =>
    `The target was changed after it was published (${day}): it was "${before}" and is "${after}"; progress is against the first.`,
};

export const standingWords = (language: Language): StandingWords => (language === 'en' ? english : chinese);
