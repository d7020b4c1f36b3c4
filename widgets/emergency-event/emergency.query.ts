/** What is in force, what to do, and how it came to this; the towns of the county to choose from. */
export const emergencyQuery = `
query Emergency($place: String, $hazard: Hazard, $lang: Language!, $asOf: DateTime) {
  platform { name }
  inForceNow(at: $place, hazard: $hazard, asOf: $asOf) {
    scale warningLevel
    scaleLabel { label(lang: $lang) }
    levelLabel { label(lang: $lang) }
    hazardLabel { label(lang: $lang) }
    since begunAt endsAt until places matter whatToDo issuer hotline permalink isSample
    plan { title permalink }
    event {
      title indexNumber digest citation firstPublishedAt modifiedAt publisher { name } edition { number }
      steps { at issuer typeLabel { label(lang: $lang) } scaleLabel { label(lang: $lang) } levelLabel { label(lang: $lang) } }
    }
  }
  known: emergencyEvents(first: 1, asOf: $asOf) { nodes { publisher { division { level children { name level } } } } }
}`;
