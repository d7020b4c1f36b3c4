/** One plan by its name, or the county's by its hazard; with others that may be meant. */
export const emergencyPlanQuery = `
query EmergencyPlan($plan: String!, $byName: Boolean!, $ofHazard: EmergencyPlanWhere!, $ofCounty: EmergencyPlanWhere!, $byHazard: Boolean!, $level: ResponseLevel, $place: String!, $withPlace: Boolean!, $lang: Language!, $asOf: DateTime) {
  platform { name }
  named: emergencyPlan(by: { name: $plan }, asOf: $asOf) @include(if: $byName) { ...Plan }
  alike: emergencyPlans(search: $plan, first: 8, asOf: $asOf) @include(if: $byName) { nodes { ...Other } }
  ofCounty: emergencyPlans(where: $ofCounty, orderBy: [{ field: FORMED_ON }], first: 1, asOf: $asOf) @include(if: $byHazard) { nodes { ...Plan } }
  ofHazard: emergencyPlans(where: $ofHazard, orderBy: [{ field: FORMED_ON }], first: 30, asOf: $asOf) @include(if: $byHazard) { nodes { ...Other } }
  emergencyShelters(at: $place, asOf: $asOf) @include(if: $withPlace) { isInPlace shelter { ...Shelter } }
}
fragment Other on EmergencyPlan { name title permalink indexNumber number standing { code label(lang: $lang) } levelLabel { label(lang: $lang) } }
fragment Shelter on Shelter { name town village address capacity phone }
fragment Plan on EmergencyPlan {
  name title permalink indexNumber number formedOn effectiveFrom leadUnit area filedWith filedOn lastAssessedOn assessmentDueOn overdue isAbridged revisionReason upperPlanTitle
  isSample firstPublishedAt modifiedAt digest citation publisher { name } edition { number }
  standing { code label(lang: $lang) } typeLabel { label(lang: $lang) } levelLabel { label(lang: $lang) } hazardLabel { label(lang: $lang) }
  repealedBy { title permalink }
  repeals { title number issuedOn }
  responses { level levelLabel { label(lang: $lang) } }
  shown: responses(level: $level) { level levelLabel { label(lang: $lang) } conditions approver actions members }
  warnings { level levelLabel { label(lang: $lang) } criteria measures }
  grades { gradeLabel { label(lang: $lang) } criteria }
  contacts { unit phone hours }
  shelters @skip(if: $withPlace) { ...Shelter }
  chapters { number heading text }
}`;
