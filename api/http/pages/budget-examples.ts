/** Questions about budgets: name, Chinese, English, and what is asked. */
export const budgetQuestions: readonly (readonly [
  name: string,
  question: string,
  english: string,
  selection: string,
])[] = [
  [
    'EducationSpending',
    '2015—2024 年教育支出各多少元，人均多少，占比多少？',
    'Education spending 2015–2024: yuan, per head, share',
    `
  budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, codes: ["205"], fromYear: 2015, toYear: 2024) {
    year
    final { amount perHead share }
  }`,
  ],
  [
    'ThreePublicRanked',
    '各部门“三公”经费决算，谁多谁少？',
    'The three public expenses of all departments, ranked',
    `
  budgetTotals(level: DEPARTMENT, table: THREE_PUBLIC, fromYear: 2024, toYear: 2024, groupBy: [ORGANIZATION], orderBy: final) {
    rank
    organization { name }
    approved: approvedInAccounts { wanYuan }
    final { wanYuan }
  }`,
  ],
  [
    'TenYearsOfOneDepartment',
    '一个部门十年的预算与决算，按功能分类对照',
    'A department’s budget against its final accounts by function, ten years',
    `
  budgetTotals(level: DEPARTMENT, table: EXPENDITURE, organizations: ["县教育和体育局"], groupBy: [YEAR, CODE]) {
    year
    code { code label }
    approved { wanYuan }
    final { wanYuan }
  }`,
  ],
  [
    'BudgetTree',
    '全县支出，从类展开到款、项',
    'County expenditure from classes down to items',
    `
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
  ],
  [
    'TablesOwed',
    '这个部门还欠哪几张预决算公开表？',
    'Which tables a department still owes',
    `
  budgetCompleteness(fromYear: 2023, toYear: 2024, organization: "县水利局", incompleteOnly: true) {
    fiscalYear
    stage
    isPublished
    missing { label }
  }`,
  ],
];
