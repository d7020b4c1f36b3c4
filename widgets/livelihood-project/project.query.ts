import { projectHead } from './project.head.ts';

/** One project by its index number, or by words of its name; names of the year for who mistyped. */
export const projectQuery = `
query Project($indexNumber: String!, $name: String, $where: LivelihoodProjectWhere, $isNumber: Boolean!, $isName: Boolean!, $lang: Language!, $asOf: DateTime) {
  platform { name }
  one: livelihoodProject(by: { indexNumber: $indexNumber }, asOf: $asOf) @include(if: $isNumber) { ...whole }
  found: livelihoodProjects(where: $where, search: $name, first: 20, asOf: $asOf) @include(if: $isName) { nodes { ...whole } }
  others: livelihoodProjects(where: $where, first: 100, orderBy: [{ field: PROGRAMME, direction: DESC }], asOf: $asOf) @include(if: $isName) {
    nodes { name year indexNumber }
  }
}
fragment whole on LivelihoodProject {
  ...head
  content leader fundSources supervision acceptance startedOn citation digest firstPublishedAt modifiedAt
  edition { number }
  totalInvestment { amount(unit: WAN_YUAN, scale: 2) } plannedInvestment { amount(unit: WAN_YUAN, scale: 2) } invested { amount(unit: WAN_YUAN, scale: 2) }
  allUnits: units { name role }
  places { written division { name } }
  milestones { name dueOn dueWord doneOn }
  reports { periodLabel(lang: $lang) periodEnd quantity unit publishedRate statusWord progress results problems nextSteps reason invested { amount(unit: WAN_YUAN, scale: 2) } }
  funds { source planned { amount(unit: WAN_YUAN, scale: 2) } paid { amount(unit: WAN_YUAN, scale: 2) } }
  photos { name caption takenOn }
  attachments { name url mediaType }
  satisfaction { total satisfied mostlySatisfied dissatisfied }
}
${projectHead}`;
