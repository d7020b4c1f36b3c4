import { kinds } from './kinds.ts';

const published = kinds
  .map(
    ({ list, type }) => `${list}(where: { publisher: $publisher }, first: 1, orderBy: $${list}Order, asOf: $asOf) {
    totalCount ...newest${type}
  }`,
  )
  .join('\n  ');

const declared = kinds.map(({ list, type }) => `$${list}Order: [${type}Order!]`).join(', ');

const fragments = kinds
  .map(({ type }) => `fragment newest${type} on ${type}Connection { nodes { ...record } }`)
  .join('\n');

/** What an organization has published of every kind, and what the platform knows to be missing or overdue. */
export const departmentQuery = `
query DepartmentPanel($by: OrganizationBy!, $name: String!, $publisher: TextFilter!, $years: [Int!]!, $fromYear: Int!,
  $toYear: Int!, $lastYear: Int!, $day: Date!, $asOf: DateTime, $lang: Language!, ${declared}) {
  platform { name }
  organization(by: $by) { name code isSample validTo type { label(lang: $lang) } parent { name } successor { name } }
  budgetCompleteness(organization: $name, fromYear: $fromYear, toYear: $toYear, validOn: $day, asOf: $asOf) {
    fiscalYear stage isPublished dueOn isDue requiredCount publishedCount missing { label(lang: $lang) }
  }
  reports: budgets(where: { organization: $publisher, fiscalYear: { in: $years } }, first: 40, asOf: $asOf) {
    nodes { permalink fiscalYear stage }
  }
  ${published}
  plans: emergencyPlans(where: { OR: [{ publisher: $publisher }, { leadUnit: $publisher }],
    assessment: { eq: "OVERDUE" } }, first: 20, validOn: $day, asOf: $asOf) {
    totalCount nodes { title permalink assessmentDueOn overdueDays }
  }
  progress: livelihoodProgress(leadUnit: $name, groupBy: [], validOn: $day, asOf: $asOf) { items completed overdue }
  projects: livelihoodProjects(where: { leadUnit: $publisher, dueOn: { lt: $day } }, first: 50, validOn: $day, asOf: $asOf) {
    nodes { title permalink dueOn isOverdue }
  }
  thisYear: interpretationCoverage(year: $toYear, asOf: $asOf) { missing { ...owed } }
  yearBefore: interpretationCoverage(year: $lastYear, asOf: $asOf) { missing { ...owed } }
  baseless: restingOnEnded(first: 100, validOn: $day, asOf: $asOf) { ...owed }
}
fragment record on Published { title permalink modifiedAt }
fragment owed on RegulatoryDocument { title permalink formedOn number { text } publisher { code } }
${fragments}`;
