import type { Language } from '../core/language.ts';
import type { State } from './projects.asked.ts';

/** Which projects they are; what was not chosen by is empty. */
interface Scope {
  readonly year: number | null;
  readonly types: string;
  readonly town: string;
  readonly unit: string;
  readonly category: string;
}

interface ProjectsWords {
  readonly scope: (scope: Scope) => string;
  readonly about: (scope: string, search: string) => string;
  readonly title: (scope: string, state: string) => string;
  readonly types: Readonly<Record<'LIVELIHOOD' | 'WORK_REPORT' | 'ALL', string>>;
  readonly choose: string;
  readonly q: string;
  readonly qHint: string;
  readonly year: string;
  readonly latest: string;
  readonly place: string;
  readonly town: string;
  readonly category: string;
  readonly unit: string;
  readonly type: string;
  readonly state: string;
  readonly states: Readonly<Record<State, string>>;
  readonly any: string;
  readonly yearText: (year: string) => string;
  readonly items: string;
  readonly itemsUnit: string;
  readonly invested: string;
  readonly wan: string;
  readonly ofAll: (percent: string) => string;
  readonly ofPlan: (planned: string, percent: string) => string;
  readonly number: (number: number) => string;
  readonly all: (scope: string, items: number, completed: number, late: string) => string;
  readonly late: (behind: number, overdue: number) => string;
  readonly one: (name: string, when: string, progress: string) => string;
  readonly several: (scope: string, count: number, completed: number, late: number) => string;
  readonly inState: (scope: string, state: string, count: number) => string;
  readonly noneIn: (scope: string, state: string) => string;
  readonly nextUp: (name: string, when: string) => string;
  readonly nothing: string;
  readonly notOfYear: (year: number, years: readonly string[]) => string;
  readonly nothingFound: (asked: string) => string;
  readonly more: (shown: number, total: number) => string;
  readonly allOnPlatform: string;
  readonly badYear: (year: string) => string;
  readonly badType: (type: string) => string;
  readonly badPage: (name: string, value: string, most: number) => string;
}

const chinese: ProjectsWords = {
  scope: ({ year, types, town, unit, category }) =>
    [
      year === null ? '' : `${year}年`,
      town,
      unit === '' ? '' : `由${unit}牵头的`,
      category === '' ? '' : `${category}类`,
      types,
    ].join(''),
  about: (scope, search) => `${scope}中与“${search}”有关的`,
  title: (scope, state) => (state === '' ? `${scope}进展` : `${scope}：${state}`),
  types: { LIVELIHOOD: '民生实事', WORK_REPORT: '政府工作报告任务', ALL: '民生实事和工作报告任务' },
  choose: '查找项目',
  q: '找一找',
  qHint: '村名、路名或事项，如：付庙村 道路',
  year: '年度',
  latest: '最近一年',
  place: '地点',
  town: '镇（街道）',
  category: '类别',
  unit: '牵头单位',
  type: '类型',
  state: '完成情况',
  states: { overdue: '逾期未完成', behind: '未到期而进度滞后', unfinished: '未完成', completed: '已完成' },
  any: '全部',
  yearText: (year) => `${year}年`,
  items: '项目',
  itemsUnit: '项',
  invested: '累计完成投资',
  wan: '万元',
  ofAll: (percent) => `占 ${percent}%`,
  ofPlan: (planned, percent) => `年度计划 ${planned} 万元的 ${percent}%`,
  number: (number) => `第 ${number} 项`,
  all: (scope, items, completed, late) => `${scope}共 ${items} 项，已完成 ${completed} 项${late}。`,
  late: (behind, overdue) =>
    [behind > 0 ? `，未到期而进度滞后 ${behind} 项` : '', overdue > 0 ? `，逾期未完成 ${overdue} 项` : ''].join(''),
  one: (name, when, progress) => `${name}：${when}${progress === '' ? '' : `，进度 ${progress}`}。`,
  several: (scope, count, completed, late) =>
    `${scope}共 ${count} 项，已完成 ${completed} 项${late > 0 ? `，滞后、逾期或暂停 ${late} 项` : ''}。`,
  inState: (scope, state, count) => `${scope}${state} ${count} 项。`,
  noneIn: (scope, state) => `${scope}没有${state}的项目。`,
  nextUp: (name, when) => `其中${name}${when}。`,
  nothing: '平台上还没有这样的项目；公开后会自动出现在这里。',
  notOfYear: (year, years) => `平台上没有${year}年的这类项目；有这类项目的年度：${years.join('、')}。`,
  nothingFound: (asked) => `没有找到与“${asked}”有关的项目。可以换个说法，只写村名或事项，或看全部项目。`,
  more: (shown, total) => `只列出前 ${shown} 项，共 ${total} 项；全部见平台`,
  allOnPlatform: '在平台上查看全部项目',
  badYear: (year) => `标签上的 year="${year}" 不是四位年份，请写成 year="2024" 这样，或不写。`,
  badType: (type) =>
    `标签上的 type="${type}" 不能识别；请用 LIVELIHOOD（民生实事）、WORK_REPORT（工作报告任务）或 ALL（两者）。`,
  badPage: (name, value, most) => `标签上的 ${name}="${value}" 不是 1 至 ${most} 的整数。`,
};

const english: ProjectsWords = {
  scope: ({ year, types, town, unit, category }) =>
    [
      types,
      year === null ? '' : ` of ${year}`,
      town === '' ? '' : ` in ${town}`,
      category === '' ? '' : `, category ${category}`,
      unit === '' ? '' : `, led by ${unit}`,
    ].join(''),
  about: (scope, search) => `${scope} about “${search}”`,
  title: (scope, state) => (state === '' ? scope : `${scope}: ${state.toLowerCase()}`),
  types: {
    LIVELIHOOD: 'Livelihood projects',
    WORK_REPORT: 'Tasks of the work report',
    ALL: 'Livelihood projects and tasks',
  },
  choose: 'Find a project',
  q: 'Look for',
  qHint: 'A village, a road or a matter, for example 付庙村 道路',
  year: 'Year',
  latest: 'The latest',
  place: 'Place',
  town: 'Town',
  category: 'Category',
  unit: 'Lead unit',
  type: 'Type',
  state: 'Standing',
  states: {
    overdue: 'Overdue, not completed',
    behind: 'Behind plan, not yet due',
    unfinished: 'Unfinished',
    completed: 'Completed',
  },
  any: 'All',
  yearText: (year) => year,
  items: 'Projects',
  itemsUnit: 'projects',
  invested: 'Invested so far',
  wan: '× ¥10,000',
  ofAll: (percent) => `${percent} % of all`,
  ofPlan: (planned, percent) => `${percent} % of the ${planned} × ¥10,000 planned`,
  number: (number) => `No. ${number}`,
  all: (scope, items, completed, late) => `${scope}: ${items} in all, ${completed} completed${late}.`,
  late: (behind, overdue) =>
    [behind > 0 ? `, ${behind} behind plan and not yet due` : '', overdue > 0 ? `, ${overdue} overdue` : ''].join(''),
  one: (name, when, progress) => `${name}: ${when}${progress === '' ? '' : `, ${progress}`}.`,
  several: (scope, count, completed, late) =>
    `${scope}: ${count} found, ${completed} completed${late > 0 ? `, ${late} behind, overdue or suspended` : ''}.`,
  inState: (scope, state, count) => `${scope}: ${count} ${state.toLowerCase()}.`,
  noneIn: (scope, state) => `${scope}: none ${state.toLowerCase()}.`,
  nextUp: (name, when) => ` Of these ${name}: ${when}.`,
  nothing: 'There are no such projects on the platform yet; they appear here as soon as they are published.',
  notOfYear: (year, years) =>
    `The platform has no such projects of ${year}; years that have some: ${years.join(', ')}.`,
  nothingFound: (asked) =>
    `Nothing is found for "${asked}". Try other words, only the village or only the matter, or look at all projects.`,
  more: (shown, total) => `Only the first ${shown} of ${total} are listed; all are on the platform`,
  allOnPlatform: 'All projects on the platform',
  badYear: (year) =>
    `year="${year}" on the tag is not a year of four digits; write it like year="2024", or leave it out.`,
  badType: (type) => `type="${type}" on the tag is not known; use LIVELIHOOD, WORK_REPORT or ALL.`,
  badPage: (name, value, most) => `${name}="${value}" on the tag is not a whole number from 1 to ${most}.`,
};

export const projectsWords = (language: Language): ProjectsWords => (language === 'en' ? english : chinese);
