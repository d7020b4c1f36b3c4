import type { Question } from '../kind.ts';

/** What readers ask of budgets. */
export const questions: readonly Question[] = [
  {
    name: 'EducationSpending',
    zh: '2015—2024 年教育支出各多少元，人均多少，占比多少？',
    en: 'Education spending 2015–2024: yuan, per head, share',
    selection: `
  budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, codes: ["205"], fromYear: 2015, toYear: 2024) {
    year
    final { amount perHead share }
  }`,
  },
  {
    name: 'ThreePublicRanked',
    zh: '各部门“三公”经费决算，谁多谁少？',
    en: 'The three public expenses of all departments, ranked',
    selection: `
  budgetTotals(level: DEPARTMENT, table: THREE_PUBLIC, fromYear: 2024, toYear: 2024, groupBy: [ORGANIZATION], orderBy: final) {
    rank
    organization { name }
    approved: approvedInAccounts { wanYuan }
    final { wanYuan }
  }`,
  },
  {
    name: 'OverBudget',
    zh: '全县哪类支出的决算超过预算最多？',
    en: 'Which classes of county spending went most over the budget',
    selection: `
  budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, fromYear: 2024, toYear: 2024, groupBy: [CODE], orderBy: overBudget, first: 10) {
    rank
    code { code label }
    approved: approvedInAccounts { wanYuan }
    final { wanYuan }
    overBudget { wanYuan }
  }`,
  },
  {
    name: 'TenYearsOfOneDepartment',
    zh: '一个部门十年的预算与决算，按功能分类对照',
    en: 'A department’s budget against its final accounts by function, ten years',
    selection: `
  budgetTotals(level: DEPARTMENT, table: EXPENDITURE, organizations: ["县教育和体育局"], groupBy: [YEAR, CODE]) {
    year
    code { code label }
    approved { wanYuan }
    final { wanYuan }
  }`,
  },
  {
    name: 'BudgetTree',
    zh: '全县支出，从类展开到款、项',
    en: 'County expenditure from classes down to items',
    selection: `
  budget(by: { report: { organization: "县政府", fiscalYear: 2024, stage: FINAL_ACCOUNTS } }) {
    title
    permalink
    tables(forms: [GENERAL_EXPENDITURE]) {
      title
      lines(depth: 1, first: 30) {
        code { code label }
        final { published }
        children { code { code label } final { published } children { code { code label } final { published } } }
      }
    }
  }`,
  },
  {
    name: 'TablesOwed',
    zh: '这个部门还欠哪几张预决算公开表？',
    en: 'Which tables a department still owes',
    selection: `
  budgetCompleteness(fromYear: 2023, toYear: 2024, organization: "县水利局", incompleteOnly: true) {
    fiscalYear
    stage
    isPublished
    missing { label }
  }`,
  },
];
