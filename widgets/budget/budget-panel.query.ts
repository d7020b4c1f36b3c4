/** One report: its classes of expenditure, and the three public expenses. */
export const budgetQuery = `
query Budget($report: BudgetReport!, $body: OrganizationBy!, $lang: Language!) {
  platform { name }
  organization(by: $body) { name }
  budget(by: { report: $report }) {
    id title permalink fiscalYear isSample firstPublishedAt modifiedAt
    publisher { name }
    classes: tables(forms: [GENERAL_EXPENDITURE, EXPENDITURE]) {
      unit
      lines(depth: 1, side: EXPENDITURE, component: TOTAL, first: 40) { code { code label(lang: $lang) } ...figures }
    }
    expenses: tables(forms: [GOVERNMENT_THREE_PUBLIC, THREE_PUBLIC]) {
      unit
      lines(component: TOTAL, first: 20) { code { code label(lang: $lang) } ...figures }
    }
  }
}
fragment figures on BudgetLine {
  depth
  approved { amount(unit: WAN_YUAN, scale: 2) }
  final { amount(unit: WAN_YUAN, scale: 2) }
}`;
