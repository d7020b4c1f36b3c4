import { projectHead } from './project.head.ts';

/** Projects that match, how far all of them are by year, and what else can be chosen. */
export const projectsQuery = `
query Projects(
  $where: LivelihoodProjectWhere, $search: String, $year: Int, $type: LivelihoodType, $town: String, $unit: String, $category: String,
  $lang: Language!, $asOf: DateTime
) {
  platform { name }
  totals: livelihoodProgress(year: $year, type: $type, town: $town, leadUnit: $unit, category: $category, groupBy: [YEAR], asOf: $asOf) {
    year items completed behind overdue cancelled completedShare investmentRate
    invested { amount(unit: WAN_YUAN, scale: 2) } plannedInvestment { amount(unit: WAN_YUAN, scale: 2) }
  }
  found: livelihoodProjects(where: $where, search: $search, first: 100, orderBy: [{ field: PROGRAMME, direction: DESC }], asOf: $asOf) {
    totalCount
    facets(fields: [YEAR, TOWN, CATEGORY, LEAD_UNIT], first: 100) { field buckets { value label(lang: $lang) count } }
    edges { highlights { field ranges } node { ...head } }
  }
}
${projectHead}`;
