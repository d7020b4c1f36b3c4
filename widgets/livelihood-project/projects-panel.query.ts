/** Projects of a year, a town or a unit, and how far they are all together. */
export const projectsQuery = `
query Projects($where: LivelihoodProjectWhere, $search: String, $first: Int!, $year: Int, $type: LivelihoodType, $town: String, $unit: String, $lang: Language!) {
  platform { name }
  totals: livelihoodProgress(year: $year, type: $type, town: $town, leadUnit: $unit, groupBy: []) {
    items completed behind plannedInvestment { amount(unit: WAN_YUAN, scale: 0) } invested { amount(unit: WAN_YUAN, scale: 0) }
  }
  livelihoodProjects(where: $where, search: $search, first: $first) {
    totalCount
    nodes {
      id name permalink isSample year location target dueOn completedOn completionRate
      status statusLabel { label(lang: $lang) } pace paceLabel { label(lang: $lang) }
      units(role: LEAD) { name }
      latestReport { periodLabel(lang: $lang) progress }
    }
  }
}`;
