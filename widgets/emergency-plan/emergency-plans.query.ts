/** The published plans, the last signed first, and the hazards there are plans for. */
export const emergencyPlansQuery = `
query EmergencyPlans($where: EmergencyPlanWhere!, $search: String, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $lang: Language!, $asOf: DateTime) {
  platform { name }
  emergencyPlans(where: $where, search: $search, orderBy: [{ field: FORMED_ON }], first: $first, after: $after, last: $last, before: $before, asOf: $asOf) {
    totalCount
    facets(fields: [HAZARD, STANDING], first: 100) { field buckets { value label(lang: $lang) count } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes {
      title permalink number leadUnit overdue isSample
      standing { code label(lang: $lang) } typeLabel { label(lang: $lang) } levelLabel { label(lang: $lang) } hazardLabel { label(lang: $lang) }
    }
  }
}`;
