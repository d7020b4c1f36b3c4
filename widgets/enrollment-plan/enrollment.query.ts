/** Which school for a place, what to bring and when; without a place, the newest plan of the stage. */
export const enrollmentQuery = `
query Enrollment($place: String!, $hasPlace: Boolean!, $isTyping: Boolean!, $isNamed: Boolean!, $stage: EnrollmentStage!, $code: String!, $year: Int, $which: EnrollmentPlanWhere!, $lang: Language!, $asOf: DateTime) {
  platform { name }
  published: enrollmentPlans(where: { stage: { eq: $code } }, orderBy: [{ field: YEAR }], first: 100, asOf: $asOf) {
    nodes { year hotline complaints publisher { name } }
  }
  newest: enrollmentPlans(where: $which, orderBy: [{ field: YEAR }], first: 1, asOf: $asOf) @skip(if: $hasPlace) {
    nodes {
      ...Plan
      requirements { ...Requirement }
      timeline { ...Step }
      schools { ...School }
    }
  }
  schoolFor(place: $place, stage: $stage, year: $year, asOf: $asOf) @include(if: $hasPlace) {
    status statement(lang: $lang) towns suggestions hotline complaints
    schools { ...School }
    matches { area { place town doors clause } schools { name } plan { permalink } }
    requirements { ...Requirement }
    timeline { ...Step }
    plan {
      ...Plan
      areas(first: 2000) @include(if: $isTyping) { place town doors }
      changes @include(if: $isNamed) { place town before }
    }
  }
}
fragment Plan on EnrollmentPlan {
  title permalink indexNumber year bornFrom bornTo policy policyNumber rules implementation detailedRules hotline complaints
  isSample firstPublishedAt modifiedAt digest citation publisher { name } edition { number }
}
fragment School on EnrollmentSchool {
  name address phone town nature { code label(lang: $lang) } type { label(lang: $lang) } classes places boarding method { label(lang: $lang) }
}
fragment Requirement on AdmissionRequirement { category { code label(lang: $lang) } conditions materials clause }
fragment Step on EnrollmentStep { step { label(lang: $lang) } audience { code label(lang: $lang) } from to note }`;
