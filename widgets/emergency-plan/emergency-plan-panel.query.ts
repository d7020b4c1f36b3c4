/** One plan: what its response levels mean, whom to call, where to go. */
export const emergencyPlanQuery = `
query EmergencyPlan($plan: String!, $place: String!, $withPlace: Boolean!, $lang: Language!) {
  platform { name }
  emergencyPlan(by: { name: $plan }) {
    id title permalink number isSample firstPublishedAt modifiedAt isAbridged overdue assessmentDueOn
    standing { code label(lang: $lang) }
    publisher { name }
    responses { levelLabel { label(lang: $lang) } conditions approver actions }
    contacts { unit phone hours }
    shelters @skip(if: $withPlace) { name town village address capacity }
  }
  emergencyShelters(at: $place) @include(if: $withPlace) { isInPlace shelter { name town village address capacity } }
}`;
