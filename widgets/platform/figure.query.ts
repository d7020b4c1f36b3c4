/** One number: only the part of the panel asked for is read. */
export const figureQuery = `
query FigurePanel($isBudget: Boolean!, $isDocuments: Boolean!, $isProjects: Boolean!, $isPlans: Boolean!,
  $isEmergency: Boolean!, $report: BudgetReport!, $depth: Int!, $under: String, $documents: RegulatoryDocumentWhere,
  $plans: EmergencyPlanWhere, $unit: String, $year: Int, $type: LivelihoodType, $place: String, $asOf: DateTime, $lang: Language!) {
  platform { name hasSampleData }
  budget(by: { report: $report }, asOf: $asOf) @include(if: $isBudget) {
    title permalink indexNumber digest citation isSample firstPublishedAt modifiedAt
    edition { number }
    publisher { name }
    tables(forms: [GENERAL_EXPENDITURE, EXPENDITURE]) {
      label { label(lang: $lang) }
      lines(depth: $depth, under: $under, side: EXPENDITURE, component: TOTAL, first: 1000) {
        code { code label(lang: $lang) }
        approved { amount(unit: WAN_YUAN, scale: 2) }
        final { amount(unit: WAN_YUAN, scale: 2) }
      }
    }
  }
  regulatoryDocuments(where: $documents, first: 1, asOf: $asOf) @include(if: $isDocuments) { totalCount }
  livelihoodProgress(year: $year, type: $type, leadUnit: $unit, groupBy: [YEAR], asOf: $asOf) @include(if: $isProjects) {
    year items completed overdue
    plannedInvestment { amount(unit: WAN_YUAN, scale: 2) }
    invested { amount(unit: WAN_YUAN, scale: 2) }
  }
  emergencyPlans(where: $plans, first: 1, asOf: $asOf) @include(if: $isPlans) { totalCount }
  inForceNow(at: $place, asOf: $asOf) @include(if: $isEmergency) { permalink }
}`;
