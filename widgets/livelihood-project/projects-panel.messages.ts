import type { Language } from '../core/language.ts';

interface ProjectsMessages {
  readonly title: string;
  readonly all: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly due: (day: string) => string;
  readonly completed: (day: string) => string;
  readonly unknown: string;
  readonly counts: (items: string, completed: string, behind: number) => string;
  readonly money: (invested: string, planned: string) => string;
  readonly more: (shown: string, total: string) => string;
}

const chinese: ProjectsMessages = {
  title: '民生实事进展',
  all: '全部项目',
  nothing: '平台上还没有这样的项目。',
  nothingHint: '公开后会自动出现在这里。',
  due: (day) => `${day}前完成`,
  completed: (day) => `${day}完成`,
  unknown: '状态未公布',
  counts: (items, completed, behind) =>
    `共 ${items} 项，已完成 ${completed} 项${behind > 0 ? `，进度滞后 ${behind} 项` : ''}。`,
  money: (invested, planned) => `累计完成投资 ${invested} 万元，年度计划 ${planned} 万元。`,
  more: (shown, total) => `列出 ${shown} 项，共 ${total} 项`,
};

const english: ProjectsMessages = {
  title: 'Livelihood projects',
  all: 'All projects',
  nothing: 'There are no such projects on the platform yet.',
  nothingHint: 'They appear here as soon as they are published.',
  due: (day) => `due ${day}`,
  completed: (day) => `completed ${day}`,
  unknown: 'no status published',
  counts: (items, completed, behind) =>
    `${items} projects, ${completed} completed${behind > 0 ? `, ${behind} behind plan` : ''}.`,
  money: (invested, planned) => `${invested} of ${planned} × 10,000 yuan invested.`,
  more: (shown, total) => `${shown} of ${total} shown`,
};

export const projectsMessages = (language: Language): ProjectsMessages => (language === 'en' ? english : chinese);
