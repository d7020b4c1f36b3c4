/** Which school for a place, and what must be brought. */
export const schoolFinderQuery = `
query SchoolFinder($place: String!, $stage: EnrollmentStage!, $year: Int, $lang: Language!) {
  platform { name }
  schoolFor(place: $place, stage: $stage, year: $year) {
    status statement(lang: $lang) towns suggestions hotline complaints
    schools { name address phone nature { label(lang: $lang) } classes places }
    matches { area { place town doors clause } schools { name } }
    requirements { category { code label(lang: $lang) } conditions materials clause }
    timeline { step { label(lang: $lang) } audience { code label(lang: $lang) } from to }
    plan { title permalink year isSample firstPublishedAt modifiedAt publisher { name } edition { number } }
  }
}`;
