/**
 * What one body published of one year, the years before it, and what can be chosen instead. `asked` is there for its
 * error: a report that was withdrawn is told as withdrawn.
 */
export const budgetQuery = `
query Budget(
  $organization: String!, $body: OrganizationBy!, $report: BudgetReport!, $year: Int!, $from: Int!, $lang: Language!, $asOf: DateTime,
  $depth: Int!, $under: String, $below: String, $class: String, $group: String, $isInClass: Boolean!, $isInGroup: Boolean!, $isSpent: Boolean!, $isSides: Boolean!, $isHead: Boolean!
) {
  platform { name }
  organization(by: $body) { code name }
  asked: budget(by: { report: $report }, asOf: $asOf) { id }
  reports: budgets(where: { organization: { eq: $organization }, fiscalYear: { eq: $year } }, first: 20, asOf: $asOf) { nodes { ...report } }
  years: budgets(
    where: { organization: { eq: $organization }, fiscalYear: { gte: $from, lte: $year }, stage: { eq: "FINAL_ACCOUNTS" } }
    orderBy: [{ field: FISCAL_YEAR, direction: ASC }], first: 20, asOf: $asOf
  ) {
    nodes {
      fiscalYear
      tables(forms: [GENERAL_EXPENDITURE, GENERAL_EXPENDITURE_OWN, EXPENDITURE]) {
        form level
        lines(depth: $depth, under: $under, side: EXPENDITURE, component: TOTAL, first: 500) { code { code label(lang: $lang) } isPart final { fen } }
      }
    }
  }
  published: budgets(where: { organization: { eq: $organization } }, first: 1, asOf: $asOf) {
    facets(fields: [FISCAL_YEAR], first: 100) { buckets { value } }
  }
  due: budgetCompleteness(organization: $organization, fromYear: $year, toYear: $year, stages: [BUDGET], asOf: $asOf) @include(if: $isSpent) { dueOn }
  county: budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, fromYear: $year, toYear: $year, groupBy: [ORGANIZATION, CODE], under: $below, asOf: $asOf) @include(if: $isHead) { ...perHead }
  own: budgetTotals(level: COUNTY_OWN, table: GENERAL_EXPENDITURE_OWN, fromYear: $year, toYear: $year, groupBy: [ORGANIZATION, CODE], under: $below, asOf: $asOf) @include(if: $isHead) { ...perHead }
  countyWhole: budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, fromYear: $year, toYear: $year, groupBy: [ORGANIZATION], depth: 0, asOf: $asOf) @include(if: $isHead) { ...perHead }
  ownWhole: budgetTotals(level: COUNTY_OWN, table: GENERAL_EXPENDITURE_OWN, fromYear: $year, toYear: $year, groupBy: [ORGANIZATION], depth: 0, asOf: $asOf) @include(if: $isHead) { ...perHead }
}
fragment report on Budget {
  title body fiscalYear stage level indexNumber permalink isSample firstPublishedAt modifiedAt digest citation
  edition { number }
  publisher { name }
  missingTables { label(lang: $lang) }
  all: tables { form label { label(lang: $lang) } level state statement unit }
  spending: tables(forms: [GENERAL_EXPENDITURE, GENERAL_EXPENDITURE_OWN, EXPENDITURE]) {
    form level state statement
    totals: lines(depth: 0, side: EXPENDITURE, component: TOTAL, first: 20) { ...line }
    classes: lines(depth: 1, side: EXPENDITURE, component: TOTAL, first: 200) { ...line }
    groups: lines(depth: 2, under: $class, side: EXPENDITURE, component: TOTAL, first: 500) @include(if: $isInClass) { ...line }
    items: lines(depth: 3, under: $group, side: EXPENDITURE, component: TOTAL, first: 500) @include(if: $isInGroup) { ...line }
  }
  sides: tables(forms: [SUMMARY, GENERAL_BALANCE, GENERAL_REVENUE, GENERAL_EXPENDITURE, GENERAL_EXPENDITURE_OWN]) {
    form level state statement
    totals: lines(depth: 0, component: TOTAL, first: 20) { ...line }
    lines(component: TOTAL, first: 1000) @include(if: $isSides) { ...line }
  }
  expenses: tables(forms: [GOVERNMENT_THREE_PUBLIC, THREE_PUBLIC]) {
    form level state statement
    lines(component: TOTAL, first: 20) { ...line }
  }
}
fragment line on BudgetLine {
  name side depth isPart
  code { code label(lang: $lang) }
  prior { fen } approved { fen } final { fen }
}
fragment perHead on BudgetTotal {
  organization { code }
  code { code label(lang: $lang) }
  approved { perHead wanYuan } final { perHead wanYuan }
}`;
