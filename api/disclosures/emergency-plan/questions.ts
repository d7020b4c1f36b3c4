import type { Question } from '../kind.ts';

/** What readers ask of emergency plans. */
export const questions: readonly Question[] = [
  {
    name: 'ResponseLevels',
    zh: '防汛应急响应分几级，每级是什么意思？',
    en: 'The response levels of the flood plan, and what each means',
    selection: `
  emergencyPlans(search: "防汛 应急响应 几级 什么意思", where: { level: { eq: "COUNTY" } }, first: 1) {
    nodes {
      title
      permalink
      responses { levelLabel { label } conditions approver actions }
    }
  }`,
  },
  {
    name: 'SheltersOfMyVillage',
    zh: '我村的避难场所在哪里？',
    en: 'Where are the shelters of my village?',
    selection: `
  emergencyShelters(at: "起凤镇华沟村") {
    isInPlace
    shelter { name village address capacity phone }
    plan { title permalink }
  }`,
  },
  {
    name: 'OverdueAssessments',
    zh: '哪些应急预案的评估已超期？',
    en: 'Which plans are overdue for assessment?',
    selection: `
  emergencyPlans(where: { assessment: { eq: "OVERDUE" } }, orderBy: [{ field: ASSESSMENT_DUE_ON, direction: ASC }], first: 20) {
    totalCount
    nodes { title leadUnit lastAssessedOn assessmentDueOn overdueDays permalink }
  }`,
  },
  {
    name: 'GradeOfAnAccident',
    zh: '死亡 3 人的事故是什么等级？',
    en: 'The grade of an accident with three deaths',
    selection: `
  accidentGrade(deaths: 3) { code label }`,
  },
];
