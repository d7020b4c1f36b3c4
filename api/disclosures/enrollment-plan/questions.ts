import type { Question } from '../kind.ts';

/** What readers ask every August. */
export const questions: readonly Question[] = [
  {
    name: 'WhichSchool',
    zh: '周坊村的孩子上哪所小学，要带什么材料？',
    en: 'Which school for Zhoufang village, and what must I bring',
    selection: `
  schoolFor(place: "周坊村", stage: PRIMARY) {
    statement
    schools { name address phone }
    matches { area { place clause } }
    requirements { category { label } materials }
    timeline { step { label } from to }
    plan { title edition { number } permalink }
  }`,
  },
  {
    name: 'WithoutLocalHukou',
    zh: '外地户口的孩子入学要什么材料？',
    en: 'What a child without local hukou must bring',
    selection: `
  schoolFor(place: "果里镇周坊村", stage: PRIMARY) {
    requirements(category: MIGRANT) { category { label } conditions materials clause }
    hotline
  }`,
  },
  {
    name: 'VillagesCovered',
    zh: '全县的村、社区都划了学校吗，漏了哪些？',
    en: 'Is every village in a catchment area, and which are not',
    selection: `
  enrollmentPlans(where: { stage: { eq: "PRIMARY" } }, first: 10) {
    nodes { year coverage { villages covered share missing { name } } }
  }`,
  },
  {
    name: 'CatchmentChanges',
    zh: '今年的学区和去年有什么不同？',
    en: 'Whose school is not that of last year',
    selection: `
  enrollmentPlans(where: { stage: { eq: "PRIMARY" } }, first: 1) {
    nodes { title changes { town place before after } }
  }`,
  },
];
