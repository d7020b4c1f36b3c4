import type { Question } from '../kind.ts';

/** What readers ask of livelihood projects. */
export const questions: readonly Question[] = [
  {
    name: 'RoadInOurTown',
    zh: '我们镇的路什么时候修好？',
    en: 'When will the road in our town be done?',
    selection: `
  livelihoodProjects(search: "道路", where: { town: { eq: "起凤镇" } }) {
    nodes {
      title
      dueOn
      status
      completionRate
      latestReport { periodLabel progress nextSteps }
      permalink
    }
  }`,
  },
  {
    name: 'ProjectsBehind',
    zh: '哪些项目进度滞后？',
    en: 'Which projects are behind?',
    selection: `
  livelihoodProjects(where: { pace: { eq: "BEHIND" } }) {
    totalCount
    nodes {
      title
      completionRate
      dueOn
      units(role: LEAD) { name }
      latestReport { problems nextSteps }
    }
  }`,
  },
  {
    name: 'DoneByCategory',
    zh: '2024 年各类民生实事完成了多少？',
    en: 'How many of each category were done in 2024?',
    selection: `
  livelihoodProgress(year: 2024, type: LIVELIHOOD, groupBy: [CATEGORY]) {
    category { label }
    items
    completed
    completedShare
  }`,
  },
  {
    name: 'OldEstates',
    zh: '老旧小区改造进度如何？',
    en: 'How far is the renewal of old housing estates?',
    selection: `
  livelihoodProjects(search: "老旧小区改造") {
    nodes {
      title
      completionRate
      reports { periodLabel statusWord quantity unit }
    }
  }`,
  },
  {
    name: 'YearsOfProjects',
    zh: '历年民生实事：多少项、完成多少、计划与完成投资',
    en: 'Projects by year: how many, how many done, planned and invested',
    selection: `
  livelihoodProgress(type: LIVELIHOOD, groupBy: [YEAR]) {
    year
    items
    started
    completed
    overdue
    plannedInvestment { published }
    invested { published }
    investmentRate
  }`,
  },
];
