/** What is in force now, and what to do. */
export const emergencyQuery = `
query Emergency($place: String, $hazard: Hazard, $lang: Language!) {
  platform { name }
  inForceNow(at: $place, hazard: $hazard) {
    scale
    scaleLabel { label(lang: $lang) }
    levelLabel { code label(lang: $lang) }
    hazardLabel { label(lang: $lang) }
    since until places matter whatToDo issuer hotline permalink isSample
    plan { title permalink }
  }
}`;
